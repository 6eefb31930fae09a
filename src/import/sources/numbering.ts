import type { Nodes } from 'xast';
import { toNumeral } from '../../notice/numerals.ts';
import { child, children, val } from './xml.ts';

interface Level {
  format: string;
  text: string;
  start: number;
  /** The paragraph style that is tied to it. */
  style: string | undefined;
}

/** How Word writes a number; a format that is not listed is not read. */
const FORMATS: Record<string, (value: number) => string> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => String(value).replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  chineseCounting: toNumeral,
  chineseCountingThousand: toNumeral,
  japaneseCounting: toNumeral,
  ideographDigital: toNumeral,
  decimalEnclosedCircle: (value) => (value <= 20 ? String.fromCodePoint(0x245f + value) : String(value)),
  decimalEnclosedCircleChinese: (value) => (value <= 20 ? String.fromCodePoint(0x245f + value) : String(value)),
  lowerLetter: (value) => String.fromCodePoint(0x60 + value),
  upperLetter: (value) => String.fromCodePoint(0x40 + value),
  none: () => '',
  bullet: () => '',
};

/**
 * The numbers that Word puts before paragraphs: they are no text of the file, and a reader sees them all the same.
 * (ECMA-376 part 1, 17.9.)
 */
export class Numbering {
  readonly #levels = new Map<string, Map<number, Level>>();
  readonly #abstractOf = new Map<string, string>();
  readonly #overrides = new Map<string, Map<number, number>>();
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(numbering: Nodes | undefined) {
    const root = child(numbering, 'w:numbering');
    for (const each of children(root, 'w:abstractNum')) {
      const levels = new Map<number, Level>();
      for (const level of children(each, 'w:lvl')) {
        levels.set(Number(level.attributes['w:ilvl'] ?? 0), {
          format: val(child(level, 'w:numFmt')) ?? 'decimal',
          text: val(child(level, 'w:lvlText')) ?? '',
          start: Number(val(child(level, 'w:start')) ?? 1),
          style: val(child(level, 'w:pStyle')),
        });
      }
      this.#levels.set(each.attributes['w:abstractNumId'] ?? '', levels);
    }
    for (const each of children(root, 'w:num')) {
      const id = each.attributes['w:numId'] ?? '';
      this.#abstractOf.set(id, val(child(each, 'w:abstractNumId')) ?? '');
      const starts = new Map<number, number>();
      for (const override of children(each, 'w:lvlOverride')) {
        const start = val(child(override, 'w:startOverride'));
        if (start !== undefined) starts.set(Number(override.attributes['w:ilvl'] ?? 0), Number(start));
      }
      this.#overrides.set(id, starts);
    }
  }

  /** The level of a list that a paragraph style stands for. */
  levelOf(id: string, style: string | undefined): number | undefined {
    const levels = this.#levels.get(this.#abstractOf.get(id) ?? '');
    return [...(levels ?? [])].find(([, level]) => style !== undefined && level.style === style)?.[0];
  }

  /**
   * Counts on, and gives the number as printed.
   * @returns `undefined` for a number in a format that is not read
   */
  next(id: string, level: number): string | undefined {
    if (id === '0') return '';
    const abstract = this.#abstractOf.get(id) ?? '';
    const levels = this.#levels.get(abstract);
    if (!levels?.get(level)) return undefined;
    const counts = this.#counts.get(abstract) ?? [];
    this.#counts.set(abstract, counts);
    const start = (at: number) => levels.get(at)?.start ?? 1;
    if (!this.#begun.has(`${id}/${level}`)) {
      this.#begun.add(`${id}/${level}`);
      const override = this.#overrides.get(id)?.get(level);
      if (override !== undefined) counts[level] = override - 1;
    }
    counts[level] = (counts[level] ?? start(level) - 1) + 1;
    counts.length = level + 1;
    let readable = true;
    const text = levels.get(level)?.text.replace(/%(\d)/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      const write = FORMATS[levels.get(at)?.format ?? ''];
      if (!write) readable = false;
      return write?.(counts[at] ?? start(at)) ?? '';
    });
    const { format } = levels.get(level) as Level;
    if (format === 'bullet' || format === 'none') return '';
    return readable ? text : undefined;
  }
}
