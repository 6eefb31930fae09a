const DIGIT: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Numbers that are one sign, with the sign that would be 0. */
const SIGNS: [RegExp, number][] = [
  [/^[①-⑳]$/u, 0x245f],
  [/^[⑴-⒇]$/u, 0x2473],
  [/^[⒈-⒛]$/u, 0x2487],
  [/^[Ⅰ-Ⅻ]$/u, 0x215f],
  [/^[A-H]$/u, 0x40],
];

/** The value of a numeral up to 999, `NaN` for what is none. */
export function numberOf(numeral: string): number {
  if (/^\d+$/u.test(numeral)) return Number(numeral);
  for (const [form, zero] of SIGNS) if (form.test(numeral)) return (numeral.codePointAt(0) ?? 0) - zero;
  let total = 0;
  let digit: number | undefined;
  for (const char of numeral) {
    const unit = char === '十' ? 10 : char === '百' ? 100 : 0;
    if (unit === 0) {
      digit = DIGIT[char] ?? Number.NaN;
    } else {
      total += (digit ?? 1) * unit;
      digit = undefined;
    }
  }
  return total + (digit ?? 0);
}
