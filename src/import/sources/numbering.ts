import type { Element, Nodes } from 'xast';
import { toNumeral } from '../../notice/numerals.ts';
import { isOn } from '../hidden-letters.ts';
import { child, children, val } from './xml.ts';

interface Level {
  format: string;
  text: string;
  start: number;
  /** The paragraph style that is tied to it. */
  style: string | undefined;
  /** The 1-based level at which it begins anew, 0 for none: articles are counted through chapters; absent means any above it. */
  restart: number | undefined;
  /** Whether the numbers of all levels in it are digits: 1.1 below 第一章. */
  digits: boolean;
}

const levelIn = (level: Element): [at: number, level: Level] => {
  const [restart, digits] = [val(child(level, 'w:lvlRestart')), child(level, 'w:isLgl')];
  return [
    Number(level.attributes['w:ilvl'] ?? 0),
    {
      format: val(child(level, 'w:numFmt')) ?? 'decimal',
      text: val(child(level, 'w:lvlText')) ?? '',
      start: Number(val(child(level, 'w:start')) ?? 1),
      style: val(child(level, 'w:pStyle')),
      restart: restart === undefined ? undefined : Number(restart),
      digits: digits !== undefined && isOn(val(digits)),
    },
  ];
};

/** How Word writes a number; a format that is not listed is not read. */
const FORMATS: Record<string, (value: number) => string> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => String(value).replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  chineseCounting: toNumeral,
  chineseCountingThousand: toNumeral,
  japaneseCounting: toNumeral,
  taiwaneseCountingThousand: toNumeral,
  ideographDigital: toNumeral,
  ideographTraditional: (value) => '甲乙丙丁戊己庚辛壬癸'[value - 1] ?? String(value),
  decimalEnclosedParen: (value) => (value <= 20 ? String.fromCodePoint(0x2473 + value) : String(value)),
  decimalEnclosedFullstop: (value) => (value <= 20 ? String.fromCodePoint(0x2487 + value) : String(value)),
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
  /** Levels that a list has otherwise than the one that it is made of. */
  readonly #own = new Map<string, Map<number, Level>>();
  readonly #abstractOf = new Map<string, string>();
  readonly #overrides = new Map<string, Map<number, number>>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(numbering: Nodes | undefined) {
    const root = child(numbering, 'w:numbering');
    for (const each of children(root, 'w:abstractNum')) {
      this.#levels.set(each.attributes['w:abstractNumId'] ?? '', new Map(children(each, 'w:lvl').map(levelIn)));
    }
    for (const each of children(root, 'w:num')) {
      const id = each.attributes['w:numId'] ?? '';
      this.#abstractOf.set(id, val(child(each, 'w:abstractNumId')) ?? '');
      const starts = new Map<number, number>();
      const own = children(each, 'w:lvlOverride').flatMap((override) => children(override, 'w:lvl').map(levelIn));
      this.#own.set(id, new Map(own));
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
    const levelAt = (at: number) => this.#own.get(id)?.get(at) ?? this.#levels.get(abstract)?.get(at);
    const own = levelAt(level);
    if (!own) return undefined;
    const counts = this.#counts.get(abstract) ?? [];
    this.#counts.set(abstract, counts);
    const start = (at: number) => levelAt(at)?.start ?? 1;
    if (!this.#begun.has(`${id}/${level}`)) {
      this.#begun.add(`${id}/${level}`);
      const override = this.#overrides.get(id)?.get(level);
      if (override !== undefined) counts[level] = override - 1;
    }
    counts[level] = (counts[level] ?? start(level) - 1) + 1;
    for (let at = level + 1; at < counts.length; at++) if (level < (levelAt(at)?.restart ?? at)) counts[at] = undefined;
    let readable = true;
    const text = own.text.replace(/%(\d)/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      const write = FORMATS[own.digits ? 'decimal' : (levelAt(at)?.format ?? '')];
      if (!write) readable = false;
      return write?.(counts[at] ?? start(at)) ?? '';
    });
    if (own.format === 'bullet' || own.format === 'none') return '';
    return readable ? text : undefined;
  }
}
