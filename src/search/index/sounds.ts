import { customPinyin } from 'pinyin-pro';
import { syllablesOf } from './readings.ts';

const HAN = /^\p{Script=Han}$/u;

/**
 * How the letters of some texts sound, for the browser, where a table of all letters would be too heavy; in the form
 * that `createSpell` reads. A letter stands under the syllable that it has most often; where a pair of letters is
 * read otherwise (重庆 amid 重点), the pair is listed.
 *
 * @param readings how some words are read whatever a library holds of them
 */
export function soundsOf(texts: readonly string[], readings: Readonly<Record<string, string>> = {}): string {
  customPinyin({ ...readings });
  const letters = new Counter();
  const pairs = new Counter();
  /** Where each pair stands, as the places of its two letters. */
  const places = new Map<string, [number, number][]>();
  let done = 0;
  for (const text of texts) {
    const own = [...text];
    const syllables = syllablesOf(text);
    own.forEach((letter, index) => {
      if (!HAN.test(letter)) return;
      letters.add(letter, syllables[index] ?? '');
      const next = own[index + 1] ?? '';
      if (!HAN.test(next)) return;
      pairs.add(letter + next, `${syllables[index]}'${syllables[index + 1]}`);
      const known = places.get(letter + next) ?? [];
      known.push([done + index, done + index + 1]);
      places.set(letter + next, known);
    });
    done += own.length;
  }
  const usual = letters.most();
  const table = new Map<string, string>();
  for (const [letter, syllable] of usual) table.set(syllable, (table.get(syllable) ?? '') + letter);
  const entries = [...table].sort(([a], [b]) => a.localeCompare(b)).map(([syllable, all]) => syllable + all);
  const unusual = [...pairs.most()].filter(
    ([pair, sound]) => [...pair].map((letter) => usual.get(letter)).join("'") !== sound,
  );
  // Of a pair the syllable that its letter has by itself need not be said.
  const said = unusual.map(([pair, sound]) => {
    const letters = [...pair];
    const own = sound
      .split("'")
      .map((syllable, index) => (syllable === usual.get(letters[index] ?? '') ? '' : syllable));
    return { pair, own, at: (places.get(pair) ?? []).flatMap((both) => both.filter((_, index) => own[index] !== '')) };
  });
  // Of two pairs that say the same letter one is enough: 重点 for that of 立重点.
  const told = new Set<number>();
  const needed = said
    .sort((a, b) => b.at.length - a.at.length)
    .filter(({ at }) => {
      const tells = at.some((place) => !told.has(place));
      for (const place of at) told.add(place);
      return tells;
    })
    .map(({ pair, own }) => pair + own.join("'"));
  return `${entries.join(' ')};${needed.join(' ')}`;
}

/** Counts values under keys. */
class Counter {
  readonly #counts = new Map<string, Map<string, number>>();

  add(key: string, value: string): void {
    const values = this.#counts.get(key) ?? new Map<string, number>();
    this.#counts.set(key, values.set(value, (values.get(value) ?? 0) + 1));
  }

  /** Each key with its most frequent value, the first of equals. */
  most(): Map<string, string> {
    return new Map(
      [...this.#counts].map(([key, values]) => [key, [...values].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '']),
    );
  }
}
