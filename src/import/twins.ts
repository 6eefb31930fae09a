import { NoticeError, placeAt } from '../notice/problem.ts';
import type { ColumnWords } from './column-words.ts';
import type { Block, Paragraph, SourceFile, SourceText } from './document.ts';
import { Findings } from './finding.ts';
import { charsOf } from './frame/blocks.ts';
import { type Frame, FrameReader } from './frame/frame.ts';
import { Ledger } from './ledger.ts';
import { labelOf } from './text/labels.ts';
import { isTitle } from './text/line-kinds.ts';

/** What the heads of all files that hold the whole notice tell together. */
export type SharedHead = Pick<Frame, 'number' | 'dated' | 'published'>;

/** A file that holds the notice from its title on. */
interface Whole {
  file: SourceFile;
  blocks: Block[];
  frame: Frame;
}

/** More contradictions tell a person no more. */
const MOST_TOLD = 20;

const bare = (text: string) => text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '');
const wordsOf = ({ chars: { text } }: Paragraph) => bare(text.slice(labelOf(text)?.text.length ?? 0));
const isParagraph = (block: Block): block is Paragraph => block.kind === 'paragraph';
const textsOf = ({ letter, plan, annexes }: Frame) =>
  [...letter, ...plan, ...annexes.flatMap(({ blocks }) => blocks)].filter(isParagraph);
const sizeOf = (blocks: Block[]) => blocks.flatMap(charsOf).reduce((sum, { text }) => sum + text.length, 0);

/**
 * Files that each hold the whole notice, as a Word file and the page that shows it: the fullest is read, the others are
 * held against it to the word, and of them only tables go on, to be held against its own.
 */
export class Twins {
  readonly #source: SourceText;
  readonly #ledger: Ledger;
  readonly #findings: Findings;

  constructor(source: SourceText, ledger: Ledger, findings: Findings) {
    this.#source = source;
    this.#ledger = ledger;
    this.#findings = findings;
  }

  /** Takes out of the source's blocks what another file says too. @returns what the heads of those files tell */
  settle(columns: ColumnWords): SharedHead[] {
    const wholes = this.#source.files.flatMap((file) => this.#wholeOf(file, columns) ?? []);
    const [first, ...more] = wholes;
    if (!first || more.length === 0) return [];
    const main = more.reduce((most, each) => (sizeOf(each.blocks) > sizeOf(most.blocks) ? each : most), first);
    const others = wholes.filter((each) => each !== main);
    for (const other of others) this.#hold(other, main);
    const left = this.#source.blocks.filter((block) => !wholes.some(({ blocks }) => blocks.includes(block)));
    this.#source.blocks = [...main.blocks, ...others.flatMap((other) => this.#tablesOf(other)), ...left];
    return others.map(({ frame }) => frame);
  }

  #wholeOf(file: SourceFile, columns: ColumnWords): Whole | undefined {
    if (file.kind === 'csv' || file.kind === 'xlsx') return undefined;
    const [from, to] = file.lines;
    const blocks = this.#source.blocks.filter(({ line }) => line >= from && line <= to);
    try {
      const { seed } = this.#source;
      const frame = new FrameReader({ ...this.#source, blocks }, new Ledger(seed), new Findings(), columns).read();
      const isWhole = isTitle(bare(frame.title)) && (frame.addressees ?? frame.number ?? frame.dated) !== null;
      return isWhole ? { file, blocks, frame } : undefined;
    } catch (error) {
      if (error instanceof NoticeError) return undefined;
      throw error;
    }
  }

  #hold(other: Whole, main: Whole): void {
    const fail = (what: string, block: Block | undefined) =>
      this.#findings.error(
        `${other.file.name} and ${main.file.name} contradict each other: ${what}`,
        'Compare both with the notice as issued, and leave out the file that is not right.',
        placeAt(this.#source.seed, this.#source.seed.lineStart(block?.line ?? other.file.lines[0])),
      );
    if (bare(other.frame.title) !== bare(main.frame.title)) {
      fail(`one is ${other.frame.title}, the other ${main.frame.title}`, other.blocks[0]);
      return;
    }
    for (const key of ['number', 'dated'] as const) {
      const [said, known] = [other.frame[key], main.frame[key]];
      if (said !== null && known !== null && bare(said) !== bare(known))
        fail(`${key} is ${said} in one, ${known} in the other`, other.blocks[0]);
    }
    const all = textsOf(main.frame);
    const whole = main.blocks
      .flatMap(charsOf)
      .map(({ text }) => bare(text))
      .join('');
    const strange = textsOf(other.frame).filter((paragraph) => !whole.includes(wordsOf(paragraph)));
    for (const paragraph of strange.slice(0, MOST_TOLD))
      fail(`one says ${paragraph.chars.text}, the other ${nearest(paragraph, all) ?? 'nothing like it'}`, paragraph);
  }

  /** The tables of a file that was held against another, with what heads them; all else of it is booked. */
  #tablesOf({ blocks, frame: { annexes } }: Whole): Block[] {
    const tables = annexes.filter((annex) => annex.blocks.some(({ kind }) => kind === 'table'));
    const kept = blocks.filter(({ line }) => tables.some(({ lines: [from, to] }) => line >= from && line < to));
    for (const chars of blocks.filter((block) => !kept.includes(block)).flatMap(charsOf))
      this.#ledger.claim(chars, 'discarded', '与另一文件的正文相同，已核对');
    return kept;
  }
}

/** The paragraph that shares most pairs of letters with another; none that shares fewer than half of its own. */
function nearest(paragraph: Paragraph, all: Paragraph[]): string | undefined {
  const pairsOf = (text: string) => new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
  const own = pairsOf(wordsOf(paragraph));
  const shared = ({ chars }: Paragraph) => [...pairsOf(bare(chars.text))].filter((pair) => own.has(pair)).length;
  const [best] = all.map((each) => ({ each, count: shared(each) })).sort((a, b) => b.count - a.count);
  return best && best.count * 2 >= own.size ? best.each.chars.text : undefined;
}
