import { say } from './say.ts';

/** What is read as one: a sentence of the text, else a heading, a paragraph, an item or a cell. */
const SENTENCES = 'main span[id^="c-"]';
const BLOCKS = 'main :is(h1, h2, h3, p, li, dt, dd, th, td, caption)';
/** What a listener is not told: signs, controls, what is folded away. */
const SILENT = 'button, select, .cite, .scripted, details:not([open])';

let stop: (() => void) | undefined;

/** What is said at a time: a sentence, and the whole of what it stands in where that holds no other. */
interface Piece {
  words: string;
  range: Range;
  whole?: Element;
}

/** The sentences of a block, without what is silent in it. */
function sentencesOf(block: Element): Piece[] {
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let open: Piece | undefined;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (node.parentElement?.closest(SILENT) || !node.parentElement?.checkVisibility()) continue;
    for (const { 0: part, index } of node.data.matchAll(/[^。！？]+[。！？”’）]*|[。！？”’）]+/gu)) {
      if (!open) {
        open = { words: '', range: document.createRange() };
        open.range.setStart(node, index);
        pieces.push(open);
      }
      open.words += part.replaceAll(/\s+/gu, ' ');
      open.range.setEnd(node, index + part.length);
      if (/[。！？][”’）]*$/u.test(part)) open = undefined;
    }
  }
  const said = pieces.filter(({ words }) => words.trim() !== '');
  return said.length === 1 ? said.map((piece) => ({ ...piece, whole: block })) : said;
}

/** What of the page there is to hear, in order; a block that holds others is heard by these. */
function pieces(): Piece[] {
  const seen = (selector: string) =>
    [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility() && !element.closest(SILENT));
  const sentences = seen(SENTENCES);
  const blocks = sentences.length > 0 ? sentences : seen(BLOCKS).filter((block) => !block.querySelector('p, li, td'));
  return blocks.flatMap(sentencesOf);
}

/** Marks what is being read, in place of what was; nothing at the end. */
function mark(piece: Piece | undefined): void {
  document.querySelector('[data-spoken]')?.removeAttribute('data-spoken');
  if ('highlights' in CSS) CSS.highlights.delete('spoken');
  if (!piece) return;
  const { whole, range } = piece;
  if (whole) whole.setAttribute('data-spoken', '');
  else if ('highlights' in CSS) CSS.highlights.set('spoken', new Highlight(range));
  (whole ?? range.startContainer.parentElement)?.scrollIntoView({ block: 'center' });
}

/**
 * Reads the page aloud with the browser's own voice, a sentence at a time, which is marked meanwhile; asked again, it
 * stops. Where there is no voice it says so.
 */
export function readAloud(control: HTMLElement): void {
  if (stop) {
    stop();
    return;
  }
  if (!('speechSynthesis' in globalThis) || speechSynthesis.getVoices().length === 0) {
    // The first asking makes some browsers fetch their list: the reader may ask again.
    say('未能朗读：浏览器还没有给出可用的语音，请稍后再按一次，或换一个浏览器');
    return;
  }
  const label = control.textContent;
  const queue = pieces();
  stop = () => {
    stop = undefined;
    mark(undefined);
    control.textContent = label;
    speechSynthesis.cancel();
  };
  const next = () => {
    const piece = queue.shift();
    if (!piece || !stop) {
      stop?.();
      return;
    }
    mark(piece);
    const utterance = new SpeechSynthesisUtterance(piece.words.trim());
    utterance.lang = 'zh-CN';
    utterance.onend = next;
    utterance.onerror = ({ error }) => {
      if (error !== 'canceled' && error !== 'interrupted') say('未能朗读：这台设备没有可用的语音');
      stop?.();
    };
    speechSynthesis.speak(utterance);
  };
  control.textContent = '停止朗读';
  say('');
  next();
}
