import type { NoticeData } from '../../src/notice/model.ts';
import { commonLetters } from '../../src/search/carried-sounds.ts';

/** A stream of numbers from 0 to 1 that is the same in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** What a made notice has beside the letters of the real one. */
const LETTERS = commonLetters();
const CHANGED = 0.15;

/** How many letters of a text decide the next one. */
const ORDER = 2;

/** Writes sentences whose letters follow one another as in the texts given. */
function writer(texts: readonly string[], next: () => number): (length: number) => string {
  const followers = new Map<string, string[]>();
  for (const text of texts) {
    for (let at = 0; at + ORDER < text.length; at++) {
      const key = text.slice(at, at + ORDER);
      followers.set(key, [...(followers.get(key) ?? []), text[at + ORDER] ?? '']);
    }
  }
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  return (length) => {
    let text = pick(texts).slice(0, ORDER);
    while (text.length < length) text += pick(followers.get(text.slice(-ORDER)) ?? pick(texts).split('')) ?? '';
    return `${text.slice(0, length)}。`;
  };
}

/**
 * Notices as large as one that is given, for measurement: the same table of units and deadlines, other sentences, and
 * some letters of their own, so that an index over them grows as one over real notices would.
 */
export function noticesLike(data: NoticeData, count: number): NoticeData[] {
  const texts = [...data.sections.flatMap(({ clauses }) => clauses), ...data.tasks]
    .map(({ text }) => text)
    .filter(({ length }) => length > ORDER);
  return Array.from({ length: count - 1 }, (_, index): NoticeData => {
    const next = random(index + 1);
    const write = writer(texts, next);
    const letters = new Map<string, string>();
    const own = (text: string) =>
      text.replace(/\p{Script=Han}/gu, (letter) => {
        const known =
          letters.get(letter) ?? (next() < CHANGED ? (LETTERS[Math.floor(next() * LETTERS.length)] ?? letter) : letter);
        letters.set(letter, known);
        return known;
      });
    const year = 2021 - Math.floor(index / 12);
    const month = String(12 - (index % 12)).padStart(2, '0');
    const made = <T extends { text: string }>(item: T): T => ({ ...item, text: own(write(item.text.length)) });
    return {
      ...data,
      notice: {
        ...data.notice,
        id: `made-${year}-${month}-${index}`,
        title: own(data.notice.title),
        planTitle: `${year}年${own((data.notice.planTitle ?? data.notice.title).slice(5))}`,
        number: `渝府办发〔${year}〕${index + 1}号`,
        dated: `${year}-${month}-12`,
      },
      sections: data.sections.map((section) => ({ ...section, clauses: section.clauses.map(made) })),
      tasks: data.tasks.map(made),
    };
  }).concat([data]);
}
