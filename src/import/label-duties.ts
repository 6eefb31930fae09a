import type { Clause } from '../notice/model.ts';
import { placeAt } from '../notice/problem.ts';
import { type DutyReader, type DutyWords, PERSON } from './duty-reader.ts';
import type { Findings } from './finding.ts';
import { BESIDE, LABELLED, ROLE_LABEL } from './label-lines.ts';
import type { Of, PendingWords, TextDuty } from './pending-words.ts';
import type { Seed } from './seed.ts';
import { type Chars, heal, join } from './text/chars.ts';
import { bracketsOf } from './text/sentences.ts';
import { warnOfItems } from './unread-words.ts';

/** 时间：2月8日 says when, and of no duty. */
export const isTimeAlone = ({ roles, remarks }: DutyWords) =>
  roles.length === 0 && !remarks.some((remark) => PERSON.test(remark));

/** Reads the lines of a node that labels begin: 责任单位：…, and 完成时限：… behind it. */
export class LabelDuties {
  readonly #seed: Seed;
  readonly #findings: Findings;
  readonly #duties: DutyReader;
  readonly #of: Of;
  readonly #words: PendingWords;
  readonly #found: TextDuty[];
  /** A duty whose lines (牵头单位：…, 完成时限：…) may go on. */
  #lines: TextDuty | undefined;
  /** A deadline in a line before the one that says who. */
  #early: string | undefined;

  constructor(seed: Seed, findings: Findings, duties: DutyReader, of: Of, words: PendingWords, found: TextDuty[]) {
    this.#seed = seed;
    this.#findings = findings;
    this.#duties = duties;
    this.#of = of;
    this.#words = words;
    this.#found = found;
  }

  /** Ends the lines of a duty. */
  end(): void {
    this.#lines = undefined;
  }

  /** Leaves a deadline that no line behind it took. */
  forget(): void {
    this.#early = undefined;
  }

  /** Reads a line 责任单位：…; 完成时限：…. @returns whether the sentence is one, alone or in one bracket */
  read(text: string, sentence: Chars, clause: Clause, ofNode: boolean): boolean {
    const [whole] = bracketsOf(text);
    const isWhole = whole?.[0] === 0 && whole[1] >= text.replace(/[。；]$/u, '').length;
    // One bracket, or none: of several each gives its own words.
    if (!LABELLED.test(text) || (whole?.[0] === 0 && !isWhole)) return false;
    // A bracket may begin in one line, and end in another.
    const open = /^[（(〔[【｛{]|。$|(?<!^.*[（(〔[【｛{].*)[）)〕\]】｝}]。?$/gu;
    const bare = isWhole && whole ? text.slice(1, whole[1] - 1) : text.replace(open, '');
    const words = this.#duties.labelled(bare);
    const isAlone = this.#words.texts.length === 0;
    if (!words) {
      const [, value = ''] = /^[^：:]{2,8}[：:](.+?)。?$/u.exec(text) ?? [];
      const namesUnits = this.#duties.names.isNamesAlone(value) && this.#duties.names.namesSome(value);
      const isEmpty = /[：:]。?$/u.test(text);
      const isRole = ROLE_LABEL.test(text) && !isEmpty;
      if (isEmpty && ROLE_LABEL.test(text))
        this.#warn(
          `nothing stands behind this label: ${text.slice(0, 30)}`,
          'Compare with the notice as issued: who must do it may be lost.',
          sentence,
        );
      const isBeside = this.#lines !== undefined && isAlone && (isRole || BESIDE.test(text));
      if (namesUnits || isRole)
        this.#warn(
          `these words look like a role, and are ${isBeside ? 'kept beside the duty' : 'read as text'}: ${text.slice(0, 30)}`,
          'If they say who must do it, add the word before the colon to seeds/columns.yaml.',
          sentence,
        );
      if (!this.#lines || !isBeside) return false;
      this.#lines.words.remarks.push(text.replace(/。$/u, ''));
      this.#lines.clauseIds.push(clause.id);
      return true;
    }
    // 时限：6月底前（责任单位：…）: the bracket says who.
    if (/[（(].*(?:单位|部门|负责|牵头)/u.test(words.deadline ?? '')) return false;
    if (isTimeAlone(words) && !(this.#lines && isAlone)) {
      this.#time(text, words, clause);
      return true;
    }
    words.deadline ??= this.#early;
    this.#early = undefined;
    if (this.#lines && isAlone) {
      this.#lines.words.roles.push(...words.roles);
      this.#lines.words.deadline ??= words.deadline;
      this.#lines.words.remarks.push(...words.remarks);
      this.#lines.clauseIds.push(clause.id);
    } else this.#begins(text, words, sentence, clause, ofNode);
    return true;
  }

  /** A line that says when, and not who: of the duty before it, else of what the lines behind it say. */
  #time(text: string, words: DutyWords, clause: Clause): void {
    const { section, node, heading } = this.#of;
    const before = this.#found.at(-1);
    const isNodes = heading.text !== '' && before?.text === heal(this.#seed, heading);
    const isOf = before?.section === section && before.node === node && (this.#words.texts.length === 0 || isNodes);
    if (isOf && before.words.deadline === undefined && !text.startsWith('时间')) {
      before.words.deadline = words.deadline;
      before.clauseIds.push(clause.id);
      return;
    }
    this.#early = words.deadline;
    this.#words.clauseIds.push(clause.id);
  }

  /** The first of the lines that say who. */
  #begins(text: string, words: DutyWords, sentence: Chars, clause: Clause, ofNode: boolean): void {
    const { section, node, heading } = this.#of;
    if (this.#words.texts.length > 0) {
      if (this.#words.before.items > 1) warnOfItems(this.#seed, this.#findings, this.#words.before.items, sentence);
      const spokenOf = join(this.#words.texts);
      const clauseIds = ofNode ? [] : [...this.#words.clauseIds, clause.id];
      this.#lines = Object.assign(this.#words.give(words, this.#words.texts, clauseIds, sentence), { spokenOf });
      return;
    }
    if (heading.text === '') {
      this.#warn(
        `these words give a duty, and nothing before them says which: ${text.slice(0, 30)}`,
        'Compare with the notice as issued.',
        sentence,
      );
      return;
    }
    if (this.#found.some((duty) => duty.section === section && duty.node === node))
      this.#warn(
        `these words give a second duty to ${heading.text.slice(0, 20)}, or speak of more than it: ${text.slice(0, 30)}`,
        'Compare with the notice as issued.',
        sentence,
      );
    this.#lines = this.#words.give(words, [heading], [], sentence);
  }

  #warn(what: string, hint: string, { at }: Chars): void {
    this.#findings.warn(what, hint, placeAt(this.#seed, at[0] ?? 0));
  }
}
