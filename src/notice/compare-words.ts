import { align } from './align.ts';

/** A piece of a text that counts when two years are compared, and all that is printed of it. */
export interface Word {
  /** What it says, whatever its width and numerals: `80%` of 百分之八十. */
  key: string;
  /** As printed, with the marks and blanks behind it. */
  printed: string;
  year?: number;
}

const DIGIT = '[0-9０-９]';
const NUMERAL = '[〇○零一二两三四五六七八九十百千万亿]';
const ARABIC = `${DIGIT}+(?:[,，]${DIGIT}{3}(?!${DIGIT}))*(?:[.．]${DIGIT}+)?[万亿]?[%％]?`;
const PIECES = `(?<part>百分之)?(?:(?<arabic>${ARABIC})|(?<numeral>${NUMERAL}+(?:点${NUMERAL}+)?))|.`;
/** Marks and blanks say nothing that a reader of two years would act on; those of a number do. */
const SILENT = /^[\p{P}\p{Z}\p{C}~]$/u;
/** Marks that close a run. */
const MARKS = /(?:(?![%％‰])[\p{P}\p{Z}])+$/u;
const SPEAKS = /^[%‰]$/u;

const VALUES: Record<string, number> = { 〇: 0, '○': 0, 零: 0, 两: 2 };
for (const [index, digit] of [...'一二三四五六七八九'].entries()) VALUES[digit] = index + 1;
const POWERS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const MYRIADS: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/** What a Chinese numeral comes to; nothing for one that may mean several (三四), or is no number alone (万). */
function numberOf(numeral: string): string | undefined {
  const [whole = '', decimals] = numeral.split('点');
  const digits = [...whole].map((char) => VALUES[char]);
  const tail = decimals === undefined ? '' : `.${[...decimals].map((char) => VALUES[char]).join('')}`;
  if (digits.every((digit) => digit !== undefined)) {
    const plain = digits.length === 1 || digits.length > 2 || digits.includes(0);
    return plain ? digits.join('') + tail : undefined;
  }
  let [total, section, digit] = [0, 0, 0];
  let isNumber = false;
  for (const char of whole) {
    const power = POWERS[char];
    const myriad = MYRIADS[char];
    if (myriad) {
      if (section + digit === 0) return undefined;
      [total, section, digit] = [total + (section + digit) * myriad, 0, 0];
    } else if (power) {
      if (digit === 0 && power !== 10) return undefined;
      [section, digit] = [section + (digit || 1) * power, 0];
    } else digit = VALUES[char] ?? 0;
    isNumber = true;
  }
  return isNumber ? String(total + section + digit) + tail : undefined;
}

function arabicValue(text: string): string {
  const plain = text.normalize('NFKC').replaceAll(',', '');
  const [, number = '', myriad = '', percent = ''] = /^([\d.]+)([万亿]?)(%?)$/u.exec(plain) ?? [];
  return `${Number((Number(number) * (MYRIADS[myriad] ?? 1)).toPrecision(12))}${percent}`;
}

const lettersKnown = new Map<string, string>();

/** The key of a letter or mark, whatever its width and case; empty for one that says nothing. */
function keyOfLetter(letter: string): string {
  let key = lettersKnown.get(letter);
  if (key === undefined) {
    const plain = letter.normalize('NFKC').toLowerCase();
    key = SILENT.test(plain) && !SPEAKS.test(plain) ? '' : plain;
    lettersKnown.set(letter, key);
  }
  return key;
}

/** The key of a piece; empty for one that says nothing. */
function keyOf(piece: string, { part, arabic, numeral }: Record<string, string | undefined>): string {
  if (arabic === undefined && numeral === undefined) return keyOfLetter(piece);
  const value = arabic === undefined ? numberOf(numeral ?? '') : arabicValue(arabic);
  if (value === undefined) return piece;
  return part && !value.endsWith('%') ? `${value}%` : value;
}

/** Names of units that are one word, each with the name of today that it is read as. */
export class Names {
  readonly #today: ReadonlyMap<string, string>;
  readonly #pieces: RegExp;
  /** What was parted before: a task's words are asked for with each other task that may be it. */
  readonly #parted = new Map<string, readonly Word[]>();

  constructor(today: ReadonlyMap<string, string> = new Map()) {
    this.#today = today;
    const names = [...today.keys()].sort((a, b) => b.length - a.length).map((name) => RegExp.escape(name));
    this.#pieces = new RegExp(names.length > 0 ? `(?<name>${names.join('|')})|${PIECES}` : PIECES, 'gsu');
  }

  /** Parts a text into what counts of it. */
  wordsOf(text: string): readonly Word[] {
    const words = this.#parted.get(text) ?? this.#part(text);
    this.#parted.set(text, words);
    return words;
  }

  #part(text: string): Word[] {
    const words: Word[] = [];
    for (const { 0: piece, index, groups = {} } of text.matchAll(this.#pieces)) {
      const key = groups['name'] === undefined ? keyOf(piece, groups) : (this.#today.get(piece) ?? piece);
      const last = words.at(-1);
      if (key === '') {
        if (last) last.printed += piece;
        else words.push({ key, printed: piece });
        continue;
      }
      const behind = text.slice(index + piece.length);
      const isYear = /^(?:19|20)\d\d$/u.test(key) && /^(?:\s*年|\s*[-—－–~～至到]+\s*[12１２]\S{3}\s*年)/u.test(behind);
      const printed = last?.key === '' ? (words.pop()?.printed ?? '') + piece : piece;
      words.push({ key, printed, ...(isYear ? { year: Number(key) } : {}) });
    }
    return words.filter(({ key }) => key !== '');
  }
}

/** Whether two words say the same, where years may have moved on with the plan. */
const sameWord = (a: Word, b: Word, years: number): boolean =>
  a.key === b.key || (a.year !== undefined && b.year !== undefined && b.year - a.year === years);

/** Whether two texts say the same. */
export const sameWords = (a: readonly Word[], b: readonly Word[], years: number): boolean =>
  a.length === b.length && a.every((word, index) => sameWord(word, b[index] as Word, years));

/** A run of two texts of following years that both have, or only one. */
export interface Run {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** What changed from one text to the next, to the character; what both say stands as the later one prints it. */
export function runsBetween(a: readonly Word[], b: readonly Word[], years: number): Run[] {
  const same = (i: number, j: number) => sameWord(a[i] as Word, b[j] as Word, years);
  const { steps } = align(a.length, b.length, same, { start: true, end: true });
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  let [removed, added] = ['', ''];
  const close = () => {
    // Marks that end both are no change.
    const marks = removed === '' ? '' : (MARKS.exec(added)?.[0] ?? '');
    const [was, is] = marks === '' ? [removed, added] : [removed.replace(MARKS, ''), added.replace(MARKS, '')];
    if (was) runs.push({ kind: 'removed', text: was });
    if (is) runs.push({ kind: 'added', text: is });
    if (marks) runs.push({ kind: 'same', text: marks });
    [removed, added] = ['', ''];
  };
  for (const step of steps) {
    if (step === 'first') removed += a[i++]?.printed ?? '';
    else if (step === 'second') added += b[j++]?.printed ?? '';
    else {
      close();
      const { printed } = b[j++] as Word;
      i++;
      const last = runs.at(-1);
      if (last?.kind === 'same') last.text += printed;
      else runs.push({ kind: 'same', text: printed });
    }
  }
  close();
  return runs;
}
