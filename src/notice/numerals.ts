const DIGITS = '一二三四五六七八九';

/** A section number from 1 to 99 as Chinese numeral: 13 is 十三. */
export function toNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens - 1]}十`;
  return head + (ones === 0 ? '' : DIGITS[ones - 1]);
}

const VALUES = new Map(Array.from({ length: 99 }, (_, index) => [toNumeral(index + 1), index + 1]));

/** The other way: 十三 is 13; `undefined` for what is no numeral from 1 to 99. */
export const fromNumeral = (numeral: string): number | undefined => VALUES.get(numeral);
