const SIGNS = '0123456789+-=()';
const HIGH = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾';
const LOW = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎';

/**
 * Digits that stand high or low, as such: 10⁴ is not 104, and m² is not m2. Words stay as they are, as does a mark in
 * brackets of its own ([1]).
 */
export function raised(text: string, place: 'high' | 'low'): string {
  const signs = text.replace(/[−–]/gu, '-');
  const isNumber = /\d/u.test(signs) && [...signs.trim()].every((sign) => SIGNS.includes(sign));
  return isNumber
    ? signs.replace(/\S/gu, (sign) => (place === 'high' ? HIGH : LOW)[SIGNS.indexOf(sign)] ?? sign)
    : text;
}
