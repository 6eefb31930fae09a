import { Names } from './compare-words.ts';
import type { UnitEntry } from './model.ts';

/** Who follows whom, by the authority file. */
export interface Successors {
  /** The unit that a unit has become, itself where none follows it. */
  of(slug: string): string;
  /** The full names of both, read as the name of today. */
  names: Names;
}

/**
 * @param on ISO date of the later notice: a unit that then still was has no successor yet
 */
export function successorsOf(authority: ReadonlyMap<string, UnitEntry>, on: string | null): Successors {
  const followed = [...authority.values()].filter(
    ({ successor, until }) => successor !== undefined && (until === undefined || on === null || until <= on),
  );
  const next = new Map(followed.map(({ slug, successor = '' }) => [slug, successor]));
  const of = (slug: string): string => {
    if (!next.has(slug)) return slug;
    const seen = new Set<string>();
    let last = slug;
    for (let after = next.get(slug); after !== undefined && !seen.has(after); after = next.get(after)) {
      seen.add(after);
      last = after;
    }
    return last;
  };
  const names = followed.flatMap(({ slug, name, official }) => {
    const today = authority.get(of(slug));
    if (!today) return [];
    return [name, ...official, today.name, ...today.official].map((each): [string, string] => [each, today.name]);
  });
  return { of, names: new Names(new Map(names)) };
}
