import { addressPart } from '../../notice/address-parts.ts';
import type { UnitEntry } from '../../notice/model.ts';
import { syllables } from './authority.ts';
import { type Kinds, levelOf } from './kinds.ts';
import { type NameList, readNames } from './name-list.ts';
import type { Places } from './place.ts';
import { NONE } from './resolve.ts';

/** A unit that the authority file does not have, as notices name it. */
export interface ProposedUnit extends UnitEntry {
  proposed: true;
  seen: { notice: string; lines: number[] }[];
  /** Units that it may be, under another name. */
  maybe: string[];
}

/** What a cell of units comes to. */
export interface ResolvedNames extends NameList {
  slugs: string[];
}

const slugOf = (name: string) => addressPart(syllables(name));

/** Short forms of one word in units' names: 发改委 and 发展改革委 may be one unit. */
const SHORT: [string, RegExp][] = [
  ['发改', /发展(?:和|与)?改革/u],
  ['住建', /住房(?:和)?城乡建设/u],
  ['人社', /人力(?:资源)?(?:和)?社(?:会保障|保)/u],
  ['工信', /工业(?:和)?信息化/u],
  ['卫健', /卫生健康/u],
  ['文旅', /文化(?:和)?旅游/u],
  ['市监', /市场监(?:督)?管(?:理)?/u],
  ['自规', /自然资源(?:和规划|规划)?|规划(?:和)?自然资源/u],
  ['教体', /教育(?:和)?体育/u],
  ['退役', /退役军人(?:事务)?/u],
  ['医保', /医疗保障/u],
  ['城管', /城市管理(?:综合执法)?/u],
  ['国资', /国有资产监督管理(?:委员会)?/u],
];
const shortened = (name: string) =>
  SHORT.reduce(
    (text, [short, long]) => text.replace(long, short),
    name.replace(/委员会$/u, '委').replace(/(?:和|与)/gu, ''),
  );

/** All units of one run: those of the authority file, and those that notices name besides. */
export class UnitBook {
  readonly #authority: UnitEntry[];
  readonly #site: string;
  readonly #kinds: Kinds;
  readonly #proposed = new Map<string, ProposedUnit>();
  readonly #taken: Set<string>;

  /**
   * @param authority the authority file; entries without a place belong to the site's own
   * @param site the site's own place
   * @param known units proposed in runs before, whose addresses stay
   */
  constructor(authority: UnitEntry[], site: string, kinds: Kinds, known: ProposedUnit[] = []) {
    this.#authority = authority;
    this.#site = site;
    this.#kinds = kinds;
    this.#taken = new Set([...authority, ...known].map(({ slug }) => slug));
    const names = new Set(authority.map((unit) => `${unit.place ?? site}/${unit.name}`));
    for (const unit of known)
      if (!names.has(`${unit.place ?? site}/${unit.name}`))
        this.#proposed.set(`${unit.place ?? site}/${unit.name}`, { ...unit, seen: [] });
  }

  /** Units of the authority file that a place's notices may name. */
  ofPlace(place: string): UnitEntry[] {
    return this.#authority.filter((unit) => (unit.place ?? this.#site) === place);
  }

  /** Units that a notice of this run named and the authority file does not have. */
  get proposed(): ProposedUnit[] {
    return [...this.#proposed.values()].filter(({ seen }) => seen.length > 0);
  }

  get entries(): UnitEntry[] {
    return [...this.#authority, ...this.proposed];
  }

  get kinds(): Kinds {
    return this.#kinds;
  }

  /** The unit of a place by its name, proposed where the authority file has none. */
  propose(name: string, place: string | null, notice: string, lines: number[]): ProposedUnit {
    const key = `${place ?? this.#site}/${name}`;
    let unit = this.#proposed.get(key);
    if (!unit) {
      const own = slugOf(name);
      const bare = place === null || place === this.#site ? own : `${slugOf(place)}.${own}`;
      let slug = bare;
      for (let tail = 2; this.#taken.has(slug); tail++) slug = `${bare}-${tail}`;
      this.#taken.add(slug);
      const sounds = syllables(name);
      const short = shortened(name);
      unit = {
        slug,
        name,
        kind: (this.#kinds.kindOf(name) ?? '其他单位') as UnitEntry['kind'],
        official: [],
        aliases: [],
        pinyin: sounds.join(''),
        initials: sounds.map((sound) => sound[0]).join(''),
        ...(place !== null && place !== this.#site ? { place } : {}),
        proposed: true,
        seen: [],
        maybe: this.entries
          .filter(
            (other) => (other.place ?? this.#site) === place && other.name !== name && shortened(other.name) === short,
          )
          .map((other) => other.name),
      };
      this.#proposed.set(key, unit);
    }
    const seen = unit.seen.find((each) => each.notice === notice);
    if (seen) seen.lines.push(...lines.filter((line) => !seen.lines.includes(line)));
    else unit.seen.push({ notice, lines: [...lines] });
    return unit;
  }
}

/** Looks names up for one notice: in its own place first, then in those above it. */
export class NoticeUnits {
  readonly #book: UnitBook;
  readonly #places: Places;
  readonly #notice: string;
  readonly #slugs = new Map<string, string>();
  /** Short forms that the notice itself defines (以下简称…), each with the names it stands for. */
  readonly #defined = new Map<string, string[]>();
  readonly #text: string;

  /** @param text of the notice, which may print names in full that a list shortens */
  constructor(book: UnitBook, places: Places, notice: string, text = '') {
    this.#text = text;
    this.#book = book;
    this.#places = places;
    this.#notice = notice;
    for (const place of [...places.chain].reverse()) {
      for (const { official, slug } of book.ofPlace(place)) for (const name of official) this.#slugs.set(name, slug);
      for (const { name, slug } of book.ofPlace(place)) this.#slugs.set(name, slug);
    }
  }

  define(short: string, names: string[]): void {
    this.#defined.set(short, names);
  }

  /** Whether a name is one of the authority file, or defined in the notice. */
  knows(name: string): boolean {
    return this.#slugs.has(name) || this.#defined.has(name);
  }

  /** A name without the names of the notice's own places, which may hold any sign: 将乐. */
  withoutPlace(name: string): string {
    return this.#places.stems.reduce((left, stem) => left.replaceAll(stem, ''), name);
  }

  /** Whether the notice has a name more than once with marks on both sides of it, as in a list or at the head of a line. */
  standsApart(name: string): boolean {
    const pieces = this.#text.split(/[\s、，,；;。：:（）()]|人民政府|(?:共同)?负责|牵头|配合/u);
    return pieces.filter((piece) => piece === name).length > 1;
  }

  /** Whether a name has a level or a place, is known, or stands for several: it can be no thing's. */
  isPlaced(name: string): boolean {
    const { stems } = this.#places;
    const stands = levelOf(name) !== undefined || /^(?:各|有关|相关)/u.test(name) || this.knows(name);
    return stands || stems.some((stem) => name.includes(stem));
  }

  /**
   * Reads a list of names without looking any up.
   * @param inner whether they are offices of the body itself, which have no level
   */
  read(pieces: string[], inner = false): NameList {
    return readNames(pieces, {
      kinds: this.#book.kinds,
      ownLevel: inner ? '' : this.#places.level,
      stems: this.#places.stems,
      knows: (name) => this.knows(name),
      isNamed: (name) => this.knows(name) || this.#text.includes(name),
    });
  }

  /** The units that a cell names, in printed order; those that nobody knows are proposed. */
  resolve(pieces: string[], lines: number[], inner = false): ResolvedNames {
    const list =
      pieces.join('') === NONE
        ? { names: [], unlike: [], marked: [], persons: [], shared: [] }
        : this.read(pieces, inner);
    const slugs: string[] = [];
    const add = (name: string) => {
      const slug = this.#slugs.get(name) ?? this.#book.propose(name, this.#placeOf(name), this.#notice, lines).slug;
      if (!slugs.includes(slug)) slugs.push(slug);
    };
    // 县卫健部门, of 县教育、卫健等部门, is what no unit is called.
    const vague = list.shared.flatMap(({ unknown }) => unknown.filter((name) => name.endsWith('部门')));
    for (const { printed, full } of list.names) {
      if (vague.includes(full)) continue;
      const defined = this.#defined.get(printed);
      if (defined) for (const name of defined) add(name);
      else add(this.#slugs.has(printed) ? printed : full);
    }
    return { ...list, slugs };
  }

  /** The place of a unit: that of its level sign, where the chain has one, else the notice's own. */
  #placeOf(name: string): string | null {
    const { chain, own } = this.#places;
    const named = chain.find((place) => name.startsWith(place));
    if (named) return named;
    const level = levelOf(name);
    return chain.find((place) => level !== undefined && place.endsWith(level)) ?? own;
  }
}
