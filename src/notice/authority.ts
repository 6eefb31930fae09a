import { pinyin } from 'pinyin-pro';
import { LineCounter, parseDocument } from 'yaml';
import { type Coverage, UNIT_KINDS, type UnitEntry, type UnitKind } from './model.ts';
import { NoticeError, type Place } from './problem.ts';

/** An entry of `units.yaml` as a person writes it. */
interface RawUnit {
  name: string;
  kind: UnitKind;
  full?: string[];
  short?: string[];
  former?: string[];
  covers?: Coverage;
}

/** A file of the seed folder and what it says, for errors that point into it. */
export interface YamlFile {
  file: string;
  text: string;
}

const KEYS = ['name', 'kind', 'full', 'short', 'former', 'covers'];

/** Reads a YAML list and gives each item with its place. @throws NoticeError on bad YAML or when it is no list. */
export function readYamlList({ file, text }: YamlFile): { value: unknown; place: Place }[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const placeOf = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { file, line, column: col, excerpt: text.split('\n')[line - 1] ?? '' };
  };
  const [error] = document.errors;
  if (error) {
    throw new NoticeError(`this is not YAML: ${error.message.split('\n')[0]}`, 'Mend the line.', placeOf(error.pos[0]));
  }
  const items: unknown = document.toJS();
  if (items === null) return [];
  if (!Array.isArray(items)) {
    throw new NoticeError('the file is not a list', 'Write each entry as an item that begins with "- ".', placeOf(0));
  }
  return items.map((value: unknown, index) => {
    const node = document.getIn([index], true) as { range?: [number, number, number] } | undefined;
    return { value, place: placeOf(node?.range?.[0] ?? 0) };
  });
}

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
