import { toNumeral } from '../../notice/numerals.ts';
import { NoticeError, placeAt } from '../../notice/problem.ts';
import type { Ledger } from '../ledger.ts';
import type { Seed } from '../seed.ts';
import { type Chars, slice } from '../text/chars.ts';
import { type SectionText, sectionStart } from './outline.ts';

/**
 * Frees the headings of the annex's first column from the text. They stand in the order of the sections,
 * each glued to what follows or cut over a page break (十二、完 at seed line 283, the rest at line 320).
 */
export class Headings {
  readonly #seed: Seed;
  readonly #ledger: Ledger;
  readonly #titles: string[];
  #next = 0;
  /** What is still to come of a heading that a page break cut. */
  #rest = '';
  #last = 0;

  constructor(seed: Seed, ledger: Ledger, sections: SectionText[]) {
    this.#seed = seed;
    this.#ledger = ledger;
    this.#titles = sections.map(({ number, title }) => `${toNumeral(number)}、${title.replace(/\s/gu, '')}`);
  }

  #claim(chars: Chars, section: number): void {
    this.#ledger.claim(chars, 'heading', `section-${section}`);
    this.#last = chars.at.at(-1) ?? this.#last;
  }

  /** Takes headings off the front of a text that opens a task; gives back what is left. */
  takeFrom(text: Chars): Chars {
    let left = text;
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
    return left;
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
