import type { UnitEntry } from '../../notice/model.ts';

/** A printed cell that means "no unit". */
export const NONE = '——';

/** What the names of a cell come to: the slugs they stand for, or the first name that no unit has. */
export type Resolved = { slugs: string[] } | { unknown: string };

const SUFFIXES = ['政府', '管委会'];
/** An example and the collective that it stands for: `綦江区政府等有关区县政府`. */
const EXAMPLE = /^(.+)等(有关.*|有?)$/u;

/** Looks names up in the authority file as the annex prints them. */
export class Authority {
  readonly entries: UnitEntry[];
  readonly #slugs = new Map<string, string>();
  /** Every beginning of a name, the name itself included. */
  readonly #beginnings = new Set<string>();
  readonly #longest: number;

  constructor(entries: UnitEntry[]) {
    this.entries = entries;
    for (const { official, slug } of entries) for (const name of official) this.#slugs.set(name, slug);
    for (const { name, slug } of entries) this.#slugs.set(name, slug);
    const names = [...this.#slugs.keys()];
    for (const name of names) for (let end = 1; end <= name.length; end++) this.#beginnings.add(name.slice(0, end));
    this.#longest = Math.max(0, ...names.map(({ length }) => length));
  }

  /**
   * The units that a cell of the lead or support column names, in printed order.
   *
   * A list may print its common ending once (`江北区、北碚区政府`, seed line 466) and may name a
   * collective by its examples (`綦江区政府等有关区县政府`): the examples and the collective all stand.
   */
  resolve(cell: string): Resolved {
    const slugs: string[] = [];
    for (const { name, slug } of this.#names(cell)) {
      if (!slug) return { unknown: name };
      if (!slugs.includes(slug)) slugs.push(slug);
    }
    return { slugs };
  }

  /** Each name of a cell, its common ending added where it was printed once, with the slug it stands for. */
  *#names(cell: string): Generator<{ name: string; slug: string | undefined }> {
    for (const group of cell.split('，')) {
      const names = group.split('、');
      const last = names.pop() ?? '';
      const [, example, collective] = /^(.+)等(有关.+)$/u.exec(last) ?? [];
      names.push(...(example && collective ? [example, collective] : [last]));
      const suffix = SUFFIXES.find((ending) => (example ?? last).endsWith(ending)) ?? '';
      for (const name of names) {
        yield { name, slug: this.#slugs.get(name.endsWith(suffix) ? name : name + suffix) ?? this.#slugs.get(name) };
      }
    }
  }

  /** Whether a text is a whole cell of the lead or support column, `——` left out. */
  knows(cell: string): boolean {
    return 'slugs' in this.resolve(cell);
  }

  /** Whether a name may stand in a cell, alone or in a list that prints its ending once. */
  #mayStand(name: string): boolean {
    const [, example = name, collective = example] = EXAMPLE.exec(name) ?? [];
    return [example, collective].every((part) => ['', ...SUFFIXES].some((ending) => this.#slugs.has(part + ending)));
  }

  #mayBeginName(name: string): boolean {
    const [, example, collective = ''] = EXAMPLE.exec(name) ?? [];
    if (example !== undefined)
      return this.#mayStand(example) && (collective === '' || this.#beginnings.has(collective));
    return name === '' || this.#beginnings.has(name) || this.#mayStand(name);
  }

  /**
   * Whether a whole cell may begin with a text.
   * @param unknown how many of its names may be none that a unit has
   */
  mayBegin(cell: string, unknown: number): boolean {
    const names = cell.split(/[、，]/u);
    const last = names.pop() ?? '';
    const strange = names.filter((name) => !this.#mayStand(name));
    if (!this.#mayBeginName(last)) strange.push(last);
    return strange.length <= unknown && strange.every(({ length }) => length <= this.#longest);
  }

  /** Where a text may be cut into two cells: within the name that no unit has, if there is one, between two that units have. */
  joints(text: string): number[] {
    const names = [...text.matchAll(/[^、，]+/gu)];
    const strange = names.filter(([name]) => !this.#mayStand(name));
    if (strange.length > 1) return [];
    const found: number[] = [];
    for (const { 0: name, index } of strange.length > 0 ? strange : names) {
      if (name.length > 4 * this.#longest) continue;
      for (let at = 1; at < name.length; at++) {
        if (this.#mayStand(name.slice(0, at)) && this.#mayStand(name.slice(at))) found.push(index + at);
      }
    }
    return found;
  }

  /** Whether a text would be a whole cell if one character of one of its names were mended. */
  almostKnows(cell: string): boolean {
    const unknown = [...this.#names(cell)].filter(({ slug }) => !slug).map(({ name }) => name);
    const [name = ''] = unknown;
    if (unknown.length !== 1 || name.length <= 2 || name.length > this.#longest + 1) return false;
    const forms = [name, ...SUFFIXES.map((suffix) => name + suffix)];
    const isNear = (form: string, known: string) =>
      Math.abs(form.length - known.length) <= 1 && distance(form, known) <= 1;
    return this.entries.some((entry) => forms.some((form) => isNear(form, entry.name)));
  }

  /** The known names nearest to one that is not known, nearest first. */
  nearest(name: string, count = 3): string[] {
    const compared = name.slice(0, 2 * this.#longest);
    return this.entries
      .flatMap((entry) => [entry.name, ...entry.aliases].map((known) => ({ entry, away: distance(compared, known) })))
      .sort((a, b) => a.away - b.away)
      .map(({ entry }) => entry.name)
      .filter((known, index, all) => all.indexOf(known) === index)
      .slice(0, count);
  }
}

/** Edits (insert, delete, replace) that turn one text into another. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
