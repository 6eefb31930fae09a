import { pinyin } from 'pinyin-pro';
import { addressPart, plainSound } from '../../notice/address-parts.ts';
import { type Coverage, UNIT_KINDS, type UnitEntry, type UnitKind } from '../../notice/model.ts';
import { NoticeError, type Place } from '../../notice/problem.ts';
import { readYamlList, type YamlFile } from '../../notice/yaml.ts';
import { SITE_PLACE } from '../../site.ts';

/** An entry of `units.yaml` as a person writes it. */
interface RawUnit {
  name: string;
  kind: UnitKind;
  full?: string[];
  short?: string[];
  former?: string[];
  covers?: Coverage;
  place?: string;
  /** Toneless syllables of the name, a letter each, where a dictionary has them otherwise: `feng du xian zheng fu`. */
  reading?: string;
  /** The address, where it was given once and is not to be made of the name. */
  slug?: string;
  /** ISO dates from which it is, and until which it was. */
  from?: string;
  until?: string;
  /** Name of the unit of its place that it became. */
  successor?: string;
}

/** `seen` and `maybe` are what the import tells of units that it proposes. */
const KEYS = [
  ...['name', 'kind', 'full', 'short', 'former', 'covers', 'place', 'reading', 'slug', 'from', 'until', 'successor'],
  ...['seen', 'maybe'],
];
const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)?$/u;

/** No cell could name it: marks that part names outside brackets, and what nobody sees. */
const NO_NAME = /[、，\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|^\s|\s$|^$/u;

const isReading = (name: string, reading: unknown): boolean =>
  typeof reading === 'string' &&
  /^[a-z]+(?: [a-z]+)*$/u.test(reading) &&
  reading.split(' ').length === [...name].length;

const isTexts = (value: unknown): value is string[] | undefined =>
  value === undefined || (Array.isArray(value) && value.every((text) => typeof text === 'string'));

function checkUnit(value: unknown, place: Place): RawUnit {
  const fail = (what: string, hint: string): never => {
    throw new NoticeError(what, hint, place);
  };
  if (typeof value !== 'object' || value === null) return fail('an entry is not a map', 'Give it name: and kind:.');
  const raw = value as RawUnit;
  const strange = Object.keys(raw).find((key) => !KEYS.includes(key));
  if (strange) fail(`an entry has a key "${strange}"`, `Known keys are ${KEYS.join(', ')}.`);
  if (typeof raw.name !== 'string' || raw.name === '') fail('an entry has no name', 'Give it name:.');
  if (!UNIT_KINDS.includes(raw.kind)) {
    fail(`${raw.name} is of no known kind`, `Give it one of ${UNIT_KINDS.join(', ')} as kind:.`);
  }
  for (const key of ['full', 'short', 'former'] as const) {
    if (!isTexts(raw[key])) fail(`${raw.name} has a ${key} that is no list of names`, 'Write it as [a, b].');
  }
  const bad = [raw.name, ...(raw.full ?? []), ...(raw.short ?? []), ...(raw.former ?? [])].find((name) =>
    NO_NAME.test(name.replace(/（[^（）]*）/gu, '')),
  );
  if (bad !== undefined) {
    fail(`${JSON.stringify(bad)} is no name`, 'Names hold no 、 or ，, no blanks around them, and nothing invisible.');
  }
  if (raw.reading !== undefined && !isReading(raw.name, raw.reading))
    fail(
      `${raw.name} has a reading that is none: ${String(raw.reading)}`,
      'Write a syllable for each letter: feng du xian zheng fu.',
    );
  if (raw.slug !== undefined && (typeof raw.slug !== 'string' || !SLUG.test(raw.slug)))
    fail(
      `${raw.name} has an address that is none: ${String(raw.slug)}`,
      'Write slug: shi-min-zheng-ju, or leave it out.',
    );
  if (raw.place !== undefined && (typeof raw.place !== 'string' || NO_NAME.test(raw.place)))
    fail(`${raw.name} has a place that is none`, 'Write place: 云江市.');
  for (const key of ['from', 'until'] as const)
    if (raw[key] !== undefined && !DAY.test(String(raw[key])))
      fail(`${raw.name} has a date that is none: ${String(raw[key])}`, `Write ${key}: 2023-10-25.`);
  if (raw.covers !== undefined) checkCoverage(raw.name, raw.covers, fail);
  return raw;
}

function checkCoverage(name: string, covers: unknown, fail: (what: string, hint: string) => never): void {
  const { kind, all, suffix, ...more } = { ...(covers as Partial<Coverage>) };
  const known = kind !== undefined && UNIT_KINDS.includes(kind) && typeof all === 'boolean';
  if (!known || (suffix !== undefined && typeof suffix !== 'string') || Object.keys(more).length > 0) {
    fail(
      `${name} covers nothing that is known`,
      'Write covers: {kind: 区县政府, all: true}, with suffix: where needed.',
    );
  }
}

/** Toneless syllables of a name, one a character; what has no sound is left out. */
export const syllables = (name: string): string[] =>
  pinyin(name, { toneType: 'none', type: 'array', v: true }).map(plainSound).filter(Boolean);

/**
 * Reads the authority file of units, adds pinyin, and orders it by slug. Of units that sound the same, the later ones
 * get a number behind.
 * @throws NoticeError on an entry without name or known kind, on one that nobody could say, two of one name, or a
 *   successor that is none
 */
export function readAuthority(file: YamlFile): UnitEntry[] {
  const names = new Set<string>();
  const items = readYamlList(file);
  // An address that is written down is nobody else's, wherever its entry stands.
  const given = items.flatMap(({ value }) => (value as Partial<RawUnit> | null)?.slug ?? []);
  const slugs = new Set<string>(given);
  const units = items.map(({ value, place }): UnitEntry => {
    const raw = checkUnit(value, place);
    const sounds = raw.reading?.split(' ') ?? syllables(raw.name);
    const own = addressPart(sounds);
    const stem =
      own === '' || raw.place === undefined || raw.place === SITE_PLACE
        ? own
        : `${addressPart(syllables(raw.place))}.${own}`;
    if (stem === '') {
      throw new NoticeError(
        `${raw.name} has no sound to make an address of`,
        'Name it in Chinese or Latin letters.',
        place,
      );
    }
    const key = `${raw.place ?? ''}/${raw.name}`;
    if (names.has(key)) throw new NoticeError(`${raw.name} stands twice`, 'Keep one of them.', place);
    names.add(key);
    if (raw.slug !== undefined && given.indexOf(raw.slug) !== given.lastIndexOf(raw.slug))
      throw new NoticeError(`two units have the address ${raw.slug}`, 'Change the one that was not published.', place);
    let slug = raw.slug ?? stem;
    if (raw.slug === undefined) for (let count = 2; slugs.has(slug); count++) slug = `${stem}-${count}`;
    slugs.add(slug);
    const aliases = [...(raw.full ?? []), ...(raw.short ?? []), ...(raw.former ?? [])];
    return {
      slug,
      name: raw.name,
      kind: raw.kind,
      official: raw.full ?? [],
      aliases: [...new Set(aliases)].filter((alias) => alias !== raw.name),
      pinyin: sounds.join(''),
      initials: sounds.map((sound) => sound[0]).join(''),
      ...(raw.covers ? { covers: raw.covers } : {}),
      ...(raw.place === undefined ? {} : { place: raw.place }),
      ...(raw.from === undefined ? {} : { from: raw.from }),
      ...(raw.until === undefined ? {} : { until: raw.until }),
      ...(raw.successor === undefined ? {} : { successor: raw.successor }),
    };
  });
  for (const [index, unit] of units.entries()) {
    if (unit.successor === undefined) continue;
    const next = units.find((other) => other.name === unit.successor && other.place === unit.place && other !== unit);
    if (!next)
      throw new NoticeError(
        `${unit.name} has a successor that is no unit of its place: ${String(unit.successor)}`,
        'Give the successor an entry of its own, and write its name: here.',
        items[index]?.place,
      );
    unit.successor = next.slug;
  }
  return units.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}
