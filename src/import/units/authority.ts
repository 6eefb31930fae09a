import { pinyin } from 'pinyin-pro';
import { addressPart, plainSound } from '../../notice/address-parts.ts';
import { type Coverage, UNIT_KINDS, type UnitEntry, type UnitKind } from '../../notice/model.ts';
import { NoticeError, type Place } from '../../notice/problem.ts';
import { readYamlList, type YamlFile } from '../../notice/yaml.ts';

/** An entry of `units.yaml` as a person writes it. */
interface RawUnit {
  name: string;
  kind: UnitKind;
  full?: string[];
  short?: string[];
  former?: string[];
  covers?: Coverage;
}

const KEYS = ['name', 'kind', 'full', 'short', 'former', 'covers'];

/** No cell could name it: marks that part names, and what nobody sees. */
const NO_NAME = /[、，\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|^\s|\s$|^$/u;

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
    NO_NAME.test(name),
  );
  if (bad !== undefined) {
    fail(`${JSON.stringify(bad)} is no name`, 'Names hold no 、 or ，, no blanks around them, and nothing invisible.');
  }
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
const syllables = (name: string) =>
  pinyin(name, { toneType: 'none', type: 'array', v: true }).map(plainSound).filter(Boolean);

/**
 * Reads the authority file of units, adds pinyin, and orders it by slug. Of units that sound the same, the later ones
 * get a number behind.
 * @throws NoticeError on an entry without name or known kind, on one that nobody could say, or two of one name
 */
export function readAuthority(file: YamlFile): UnitEntry[] {
  const names = new Set<string>();
  const slugs = new Set<string>();
  const units = readYamlList(file).map(({ value, place }) => {
    const raw = checkUnit(value, place);
    const sounds = syllables(raw.name);
    const stem = addressPart(sounds);
    if (stem === '') {
      throw new NoticeError(
        `${raw.name} has no sound to make an address of`,
        'Name it in Chinese or Latin letters.',
        place,
      );
    }
    if (names.has(raw.name)) throw new NoticeError(`${raw.name} stands twice`, 'Keep one of them.', place);
    names.add(raw.name);
    let slug = stem;
    for (let count = 2; slugs.has(slug); count++) slug = `${stem}-${count}`;
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
    };
  });
  return units.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}
