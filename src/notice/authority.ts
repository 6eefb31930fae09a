import { pinyin } from 'pinyin-pro';
import { type Coverage, UNIT_KINDS, type UnitEntry, type UnitKind } from './model.ts';
import { NoticeError, type Place } from './problem.ts';
import { readYamlList, type YamlFile } from './yaml.ts';

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

const isTexts = (value: unknown): value is string[] | undefined =>
  value === undefined || (Array.isArray(value) && value.every((text) => typeof text === 'string' && text !== ''));

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
  return raw;
}

/** Toneless syllables of a name, one a character. */
const syllables = (name: string) => pinyin(name, { toneType: 'none', type: 'array', v: true });

/**
 * Reads the authority file of units, adds pinyin, and orders it by slug.
 * @throws NoticeError on an entry without name or known kind, or two of one name or slug
 */
export function readAuthority(file: YamlFile): UnitEntry[] {
  const seen = new Map<string, string>();
  const units = readYamlList(file).map(({ value, place }) => {
    const raw = checkUnit(value, place);
    const sounds = syllables(raw.name);
    const slug = sounds.join('-');
    if (seen.has(slug)) {
      throw new NoticeError(
        `${raw.name} and ${seen.get(slug)} have the same address, ${slug}`,
        'Keep one of them, or name the other differently.',
        place,
      );
    }
    seen.set(slug, raw.name);
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
