/** What is read as one: a sentence of the text, else a heading, a paragraph, an item or a cell. */
const SENTENCES = 'main span[id^="c-"]';
const BLOCKS = 'main :is(h1, h2, h3, p, li, dt, dd, th, td, caption)';
/** What a listener is not told: signs, controls, what is folded away. */
const SILENT = 'button, select, .cite, .scripted, details:not([open])';

let stop: (() => void) | undefined;

const wordsOf = (element: Element): string => {
  const copy = element.cloneNode(true) as Element;
  for (const silent of copy.querySelectorAll(SILENT)) silent.remove();
  return copy.textContent.trim().replaceAll(/\s+/gu, ' ');
};

/** What of the page there is to hear, in order; a block that holds others is heard by these. */
function pieces(): Element[] {
  const sentences = [...document.querySelectorAll(SENTENCES)];
  const found = sentences.length > 0 ? sentences : [...document.querySelectorAll(BLOCKS)];
  return found.filter(
    (element) => element.checkVisibility() && !element.querySelector('p, li, td') && !element.closest(SILENT),
  );
}

function say(words: string) {
  const place = document.getElementById('tools-said') ?? document.querySelector('.reading-said') ?? made();
  place.textContent = words;
}

function made(): HTMLElement {
  const place = document.createElement('p');
  place.className = 'reading-said note';
  place.setAttribute('role', 'status');
  document.querySelector('main')?.prepend(place);
  return place;
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
  const queue = pieces().filter((element) => wordsOf(element) !== '');
  let current: Element | undefined;
  const leave = () => current?.removeAttribute('data-spoken');
  stop = () => {
    stop = undefined;
    leave();
    control.textContent = label;
    speechSynthesis.cancel();
  };
  const next = () => {
    leave();
    current = queue.shift();
    if (!current || !stop) {
      stop?.();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(wordsOf(current));
    utterance.lang = 'zh-CN';
    utterance.onend = next;
    utterance.onerror = ({ error }) => {
      if (error !== 'canceled' && error !== 'interrupted') say('未能朗读：这台设备没有可用的语音');
      stop?.();
    };
    current.setAttribute('data-spoken', '');
    current.scrollIntoView({ block: 'center' });
    speechSynthesis.speak(utterance);
  };
  control.textContent = '停止朗读';
  say('');
  next();
}
