import type { Cell } from './model.ts';

/** A value that an open cell may have, as printed; its year apart where the one before it has said it. */
export interface Candidate {
  /** What of the text needs no saying again. */
  again: string;
  text: string;
  units?: string[] | undefined;
}

/**
 * What stands behind a value in a list of those that an open cell may have; nothing behind the last. It is text, so that
 * the values stay apart where the list is copied or read out.
 *
 * @param at which of the values, from 0
 * @param lists as {@link areLists} says of the values
 */
export const separatorBehind = (at: number, count: number, lists: boolean): string =>
  ['', lists ? '；或' : '，或'][count - 1 - at] ?? (lists ? '；' : '、');

/** Whether a value of some is a list itself, so that it is to be told from the next by a stronger mark. */
export const areLists = (values: readonly string[]): boolean => values.some((value) => /[、，]/u.test(value));

const YEAR = /^\d{4}年/u;

/** When a deadline's words first name a month, to be sorted by; what names none comes last. */
function firstMonth(words: string): string {
  const [, year, month] = /(\d{4})年(?:(\d{1,2})月|底)/u.exec(words) ?? [];
  return year === undefined ? '~' : `${year}-${(month ?? '12').padStart(2, '0')}`;
}

/** The values that an open cell may have: deadlines in order of time, whatever else in the order it came in. */
export function candidatesOf({ candidates = [], candidateUnits = [] }: Partial<Cell>): Candidate[] {
  const listed = candidates.map((text, index) => ({ text, units: candidateUnits[index], month: firstMonth(text) }));
  if (candidateUnits.length === 0) listed.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
  let said = '';
  return listed.map(({ text, units }) => {
    const year = YEAR.exec(text)?.[0] ?? '';
    const again = year === said ? year : '';
    if (year) said = year;
    return { again, text: text.slice(again.length), units };
  });
}

/**
 * What holds of an open cell whichever of its values is its own: 最早8月，最迟12月. Nothing is said where the cell's own
 * value may be none of them.
 */
export function spanOf({ candidates = [], mayBeMissing }: Cell): string | undefined {
  const months = candidates.map(firstMonth).sort();
  const [first = '~', last = '~'] = [months[0], months.at(-1)];
  if (mayBeMissing || last === '~' || first === last) return undefined;
  const name = (month: string) => {
    const [year, number] = month.split('-').map(Number);
    return first.slice(0, 4) === last.slice(0, 4) ? `${number}月` : `${year}年${number}月`;
  };
  return `最早${name(first)}，最迟${name(last)}`;
}

/** The units that an open cell names whichever of its values is its own; none where its own may be none of them. */
export function sharedUnits({ candidateUnits = [], mayBeMissing }: Cell): string[] {
  const [first = [], ...others] = candidateUnits;
  return mayBeMissing ? [] : first.filter((slug) => others.every((units) => units.includes(slug)));
}
