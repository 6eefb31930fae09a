import { placeAt, quoted } from '../../notice/problem.ts';
import type { Block, Paragraph, SourceFile } from '../document.ts';
import type { Findings } from '../finding.ts';
import type { Ledger } from '../ledger.ts';
import type { Seed } from '../seed.ts';
import { type Chars, heal } from '../text/chars.ts';
import { findDate } from '../text/dates.ts';
import { PUBLISHED } from '../text/line-kinds.ts';
import { charsOf, isParagraph, isText } from './blocks.ts';

const NAVIGATION = '网页文字，不属通知正文';

/** Books what the lines around a text are, and tells what looks lost by it. */
export class Booking {
  readonly seed: Seed;
  readonly #findings: Findings;
  readonly #ledger: Ledger;
  readonly #files: SourceFile[];
  /** Lines that are taken for a page's own, and look like the text of a notice. */
  readonly #leftOut: Paragraph[] = [];
  #published: string | null = null;

  constructor(seed: Seed, findings: Findings, ledger: Ledger, files: SourceFile[]) {
    this.seed = seed;
    this.#findings = findings;
    this.#ledger = ledger;
    this.#files = files;
  }

  /** The day that a line of a page gives as that of publication. */
  get published(): string | null {
    return this.#published;
  }

  claim(chars: Chars, owner: string): void {
    this.#ledger.claim(chars, 'metadata', owner);
  }

  discard(block: Block | undefined, why = NAVIGATION): void {
    if (why === NAVIGATION && isText(block)) this.#leftOut.push(block);
    if (isParagraph(block)) this.#ledger.claim(block.chars, 'discarded', why);
    else if (block) for (const chars of charsOf(block)) this.#ledger.claim(chars, 'discarded', why);
  }

  discardChars(chars: Chars, why: string): void {
    this.#ledger.claim(chars, 'discarded', why);
  }

  /** Warns of some characters, with their place. */
  warn(what: string, hint: string, chars: Chars | undefined): void {
    this.#findings.warn(what, hint, placeAt(this.seed, chars?.at[0] ?? 0));
  }

  readPublished(text: string): void {
    const at = PUBLISHED.exec(text);
    const date = findDate(at ? text.slice(at.index) : text);
    if (date && (at || /^\d{4}-/u.test(text))) this.#published ??= date.iso;
  }

  /** How public a notice is, as a line of its own in brackets says. */
  disclosureOf(block: Block | undefined): string | null {
    return isParagraph(block) ? heal(this.seed, block.chars).replace(/^[（(【]|[）)】]$/gu, '') : null;
  }

  /** Whether a line stands in a saved web page. */
  isOfPage({ line }: Block): boolean {
    return this.#files.some(({ kind, lines: [from, to] }) => kind === 'html' && line >= from && line <= to);
  }

  /** Tells the sentences that were taken for a page's own. */
  tellLeftOut(): void {
    const [lost, ...more] = this.#leftOut;
    if (!lost) return;
    this.warn(
      `this line is taken for a web page’s own, and left out: ${quoted(lost.chars.text)}${more.length > 0 ? ` (and ${more.length} more)` : ''}`,
      'Compare with the notice as issued: it may be of its text.',
      lost.chars,
    );
  }
}
