import { numberOf } from './numbers.ts';

/** How offices write 0 in a year, the letter O among them; then 1 to 9. */
const ZEROS = '〇零○ＯO';
const DIGITS = `${ZEROS}一二三四五六七八九`;
const SMALL = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
/** Numerals of both kinds may stand in one date: 2023年二月六日. */
const HAN_DATE = new RegExp(`([\\d${DIGITS}]{4})年${SMALL}月${SMALL}日`, 'u');
const DATE = /(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?/u;

/** All that is written as a day or a month of a year, whether a calendar has it or not. */
export const DATES = /(?<!\d)\d{4}年\d{1,2}月(?:\d{1,2}日)?/gu;

/** A text with its digits of full width as ASCII, a character each. */
export const narrow = (text: string): string => text.replace(/[０-９]/gu, (digit) => digit.normalize('NFKC'));

/** A date in any of its forms: 2023年4月6日, 2023-4-6, 二〇二三年四月六日. */
export interface FoundDate {
  iso: string;
  from: number;
  to: number;
}

/** The first date of a text, white space left out; `undefined` for a day that no calendar has. */
export function findDate(printed: string): FoundDate | undefined {
  const text = narrow(printed);
  const plain = DATE.exec(text);
  const han = HAN_DATE.exec(text);
  const match = plain && (!han || plain.index <= han.index) ? plain : han;
  if (!match) return undefined;
  const [year, month, day] = [
    Number((match[1] ?? '').replace(/\D/gu, (digit) => String(Math.max(0, DIGITS.indexOf(digit) - ZEROS.length + 1)))),
    ...match.slice(2).map(numberOf),
  ];
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0));
  if (date.getUTCMonth() + 1 !== month || date.getUTCDate() !== day) return undefined;
  return { iso: date.toISOString().slice(0, 10), from: match.index, to: match.index + match[0].length };
}
