import { toNumeral } from '../../notice/numerals.ts';
import { NoticeError, placeAt } from '../../notice/problem.ts';
import type { Ledger } from '../ledger.ts';
import type { Seed } from '../seed.ts';
import { type Chars, slice } from '../text/chars.ts';
import { endsSentence, type SectionText, sectionStart } from './sections.ts';

/** So many letters in a row tell that task and body go on alike; no piece of a heading has so many. */
const SURELY_ALIKE = 20;

/** How many letters two texts begin with alike, up to {@link SURELY_ALIKE}. */
function alike(one: string, other: string): number {
  let length = 0;
  while (length < SURELY_ALIKE && length < one.length && one[length] === other[length]) length++;
  return length;
}

/**
 * Whether a task begins as the body does somewhere behind a mark: with most of the task's letters, or many. A sentence
 * that ends where the task goes on doesn't count: it may be the rest of a heading.
 */
function beginsAsIn(body: string, task: string): boolean {
  const least = Math.min(SURELY_ALIKE, Math.floor(task.length / 2) + 1);
  const begin = task.slice(0, least);
  for (let at = body.indexOf(begin); at >= 0; at = body.indexOf(begin, at + 1)) {
    if (/[\p{L}\p{N}\p{Ps}\p{Pi}]$/u.test(body.slice(Math.max(0, at - 2), at))) continue;
    const length = alike(task, body.slice(at, at + SURELY_ALIKE));
    if (length === SURELY_ALIKE || length === task.length || !endsSentence(body.slice(at, at + length + 1)))
      return true;
  }
  return false;
}

/**
 * Frees the headings of the annex's first column from the text. They stand in the order of the sections,
 * each glued to what follows or cut over a page break (十二、完 at seed line 283, the rest at line 320).
 *
 * Where a heading ends its section's title in the body alone can tell. When that lacks its last letters, the annex's
 * would count as the first ones of a task: so a task that may stand behind a heading must begin as the body does.
 */
export class Headings {
  readonly #seed: Seed;
  readonly #ledger: Ledger;
  readonly #titles: string[];
  readonly #bodies: string[];
  /** Where the texts stand that follow a heading, or may do so. */
  readonly #followers = new Set<number>();
  /** The text that comes next is one of them. */
  #follows = false;
  #next = 0;
  /** What is still to come of a heading that a page break cut. */
  #rest = '';
  #last = 0;

  constructor(seed: Seed, ledger: Ledger, sections: SectionText[]) {
    this.#seed = seed;
    this.#ledger = ledger;
    this.#titles = sections.map(({ number, title }) => `${toNumeral(number)}、${title.replace(/\s/gu, '')}`);
    this.#bodies = sections.map(({ clauses }) => clauses.map(({ text }) => text).join(''));
  }

  #claim(chars: Chars, section: number): void {
    this.#ledger.claim(chars, 'heading', `section-${section}`);
    this.#last = chars.at.at(-1) ?? this.#last;
    this.#follows = true;
  }

  /**
   * Takes headings off the front of a text that opens a task; gives back what is left.
   * @param beside the line holds a whole row, so any piece of a heading may stand before the task
   */
  takeFrom(text: Chars, beside = false): Chars {
    let left = text;
    if (beside) this.#follows = true;
    while (left.text !== '') {
      if (this.#rest && left.text.startsWith(this.#rest)) {
        this.#claim(slice(left, 0, this.#rest.length), this.#next);
        left = slice(left, this.#rest.length);
        this.#rest = '';
        continue;
      }
      const title = this.#titles[this.#next] ?? '';
      let length = 0;
      while (length < left.text.length && left.text[length] === title[length]) length++;
      if (length <= title.indexOf('、') + 1) {
        this.#refuse(left);
        break;
      }
      this.#complain(left);
      this.#next++;
      this.#claim(slice(left, 0, length), this.#next);
      this.#rest = title.slice(length);
      left = slice(left, length);
    }
    const [first] = left.at;
    if (first !== undefined && this.#follows) {
      this.#followers.add(first);
      this.#follows = false;
    }
    return left;
  }

  /**
   * Checks a task, freed of its heading.
   * @param text its words as issued
   * @throws NoticeError when it may follow a heading and begins as nothing in the body does
   */
  checkTask({ at: [first = -1] }: Chars, text: string): void {
    if (!this.#followers.has(first) || this.#bodies.some((body) => beginsAsIn(body, text))) return;
    throw new NoticeError(
      'this task begins as no sentence of the body does: letters of a heading may stand before its words, or be taken from them',
      'Compare the heading and this task with the notice as issued, in the annex and in the body; they must read alike in both.',
      placeAt(this.#seed, first),
    );
  }

  /** Takes a heading that is glued to a cell's end (seed line 450); gives back the cell. */
  takeFromEnd(cell: Chars): Chars {
    const title = this.#titles[this.#next];
    const at = title ? cell.text.indexOf(title) : -1;
    if (at <= 0) return cell;
    this.takeFrom(slice(cell, at));
    return slice(cell, 0, at);
  }

  /** @throws NoticeError on a heading that is not the next section's: the body has none such, or it is out of order. */
  #refuse(text: Chars): void {
    if (sectionStart(text.text) === undefined) return;
    const next = this.#titles[this.#next];
    throw new NoticeError(
      next
        ? `the annex has a heading where ${next} should come`
        : 'the annex has a heading of a section that the body does not have',
      'Compare headings of annex and body with the notice as issued; a section may be missing, doubled or out of order.',
      placeAt(this.#seed, text.at[0] ?? 0),
    );
  }

  #complain(text?: Chars): void {
    if (this.#rest === '') return;
    throw new NoticeError(
      `the annex heading of section ${this.#next} is cut, and its rest (${this.#rest}) does not follow`,
      'Compare the annex with the notice as issued; a line may be missing here.',
      placeAt(this.#seed, text?.at[0] ?? this.#last),
    );
  }

  /** @throws NoticeError when a heading is cut or a section has none: the annex is cut off. */
  close(): void {
    this.#complain();
    const missing = this.#titles[this.#next];
    if (missing) {
      throw new NoticeError(
        `the annex has no heading ${missing}: it is cut off, or differs from the body there`,
        'Compare the annex with the notice as issued, and complete it; or remove all of it, for a notice without tasks.',
        placeAt(this.#seed, this.#last),
      );
    }
  }
}
