import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { UNIT_KINDS } from '../notice/model.ts';
import { NoticeError } from '../notice/problem.ts';
import { readYamlList } from '../notice/yaml.ts';
import { readAuthority } from './units/authority.ts';
import type { ProposedUnit } from './units/unit-book.ts';

/** Units that notices name and the authority file does not have, for a person to look at. */
export const PROPOSED = 'units.proposed.yaml';

const HEAD = `# Units that notices name and units.yaml does not have, as npm run import found them. Look at each: mend its kind, put
# other names under full: or short:, take away what is no unit. npm run import -- --accept then takes the file over into
# units.yaml. An address (slug) that was given once stays. seen: where notices name it. maybe: known units that it may be.

`;

/** The file as text; empty where there is nothing to propose. */
export function writeProposed(units: readonly ProposedUnit[]): string {
  if (units.length === 0) return '';
  const items = [...units]
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
    .map(({ name, kind, place, slug, seen, maybe }) => ({
      name,
      kind,
      ...(place === undefined ? {} : { place }),
      slug,
      seen: seen.map(
        ({ notice, lines }) =>
          `${notice}: ${lines.length}×, lines ${[...lines]
            .sort((a, b) => a - b)
            .slice(0, 8)
            .join(', ')}`,
      ),
      ...(maybe.length > 0 ? { maybe } : {}),
    }));
  return HEAD + items.map((item) => stringify([item], { lineWidth: 0 })).join('\n');
}

/** The units that runs before proposed, whose addresses stay. @throws NoticeError where the file is not whole */
export function readProposed(seeds: string): ProposedUnit[] {
  const file = join(seeds, PROPOSED);
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const maybes = readYamlList({ file, text }).map(({ value }) => (value as { maybe?: string[] }).maybe ?? []);
  const names = readYamlList({ file, text }).map(({ value }) => (value as { name?: string }).name);
  return readAuthority({ file, text }).map((unit) => ({
    ...unit,
    proposed: true,
    seen: [],
    maybe: maybes[names.indexOf(unit.name)] ?? [],
  }));
}

/**
 * The authority file with what was proposed taken over, each with the address that it has.
 * @throws NoticeError where nothing is proposed
 */
export function accepted(seeds: string): string {
  const file = join(seeds, PROPOSED);
  if (!existsSync(file))
    throw new NoticeError(
      `there is no ${file}`,
      'Nothing is proposed: npm run import writes it where notices name new units.',
    );
  const items = readYamlList({ file, text: readFileSync(file, 'utf8') });
  const entries = items.map(({ value, place }) => {
    const { seen: _seen, maybe: _maybe, ...entry } = value as Record<string, unknown>;
    if (!UNIT_KINDS.includes(entry['kind'] as never))
      throw new NoticeError(
        `${String(entry['name'])} is of no known kind`,
        `Give it one of ${UNIT_KINDS.join(', ')} as kind:.`,
        place,
      );
    return stringify([entry], { lineWidth: 0 });
  });
  return `${readFileSync(join(seeds, 'units.yaml'), 'utf8').trimEnd()}\n\n${entries.join('\n')}`;
}
