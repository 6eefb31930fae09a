import { ROLES } from '../notice/duties.ts';
import { GRADES } from '../notice/grades.ts';
import type { FacetCount, FacetCounts, Filters, Hit, HitKind, Named } from './model.ts';

const KINDS: readonly HitKind[] = ['topic', 'unit', 'task', 'section', 'page'];
const NAMES = [
  'notice',
  'year',
  'kind',
  'section',
  'unit',
  'role',
  'due',
  'status',
] as const satisfies (keyof Filters)[];

/**
 * The values of one filter that a hit has.
 *
 * @param named what the cells of its record name: those that are certain, or those that may be missing
 * @param years of the notices
 */
function valuesOf(hit: Hit, named: Named, name: keyof Filters, filters: Filters, years: Years): string[] {
  const { kind, record, notice, same } = hit;
  switch (name) {
    case 'notice':
      return notice === undefined ? [] : [notice];
    case 'year':
      return notice === undefined ? [] : [years.get(notice) ?? ''];
    case 'kind':
      return same ? [kind, same.kind] : [kind];
    case 'section':
      return record?.section ? [String(record.section.number)] : [];
    case 'unit':
      return named.units.filter(({ role }) => !filters.role || role === filters.role).map(({ slug }) => slug);
    case 'role':
      return named.units.filter(({ slug }) => !filters.unit || slug === filters.unit).map(({ role }) => role);
    case 'due':
      return named.due;
    case 'status':
      return (record?.fields ?? []).flatMap(({ status }) => status ?? []);
  }
}

const NOTHING: Named = { units: [], due: [] };

/** The values that a hit has for certain, and those that only a cell gives it that may be missing. */
function valuesBy(hit: Hit, name: keyof Filters, filters: Filters, years: Years): Record<keyof FacetCount, string[]> {
  const { units = [], due = [], unsure = NOTHING } = hit.record ?? {};
  const sure = [...new Set(valuesOf(hit, { units, due }, name, filters, years))];
  const doubtful = [...new Set(valuesOf(hit, unsure, name, filters, years))];
  return { sure, unsure: doubtful.filter((value) => !sure.includes(value)) };
}

/** The year in which each notice was issued. */
export type Years = ReadonlyMap<string, string>;

type Passed = keyof FacetCount | undefined;

/** Whether a hit passes every filter, for certain or only by cells that may be missing. */
function passed(hit: Hit, filters: Filters, years: Years, except?: keyof Filters): Passed {
  let found: Passed = 'sure';
  for (const name of NAMES) {
    const wanted = filters[name];
    if (wanted === undefined || name === except) continue;
    const { sure, unsure } = valuesBy(hit, name, filters, years);
    if (sure.includes(String(wanted))) continue;
    if (!unsure.includes(String(wanted))) return undefined;
    found = 'unsure';
  }
  return found;
}

/**
 * The hits that pass every filter, those last and as possible that pass only by cells that may be missing. A unit and
 * a role together mean the unit in that role.
 */
export function applyFilters(hits: readonly Hit[], filters: Filters, years: Years): Hit[] {
  const by = (wanted: Passed) => hits.filter((hit) => passed(hit, filters, years) === wanted);
  const sure = by('sure');
  const unsure = by('unsure').map((hit): Hit => ({ ...hit, possible: true }));
  const [possible, certain] = [sure.filter((hit) => hit.possible), sure.filter((hit) => !hit.possible)];
  return unsure.length === 0 ? sure : [...certain, ...unsure, ...possible];
}

/** How many hits each value of each filter would leave, the other filters kept. */
export function countFacets(hits: readonly Hit[], filters: Filters, years: Years): FacetCounts {
  const count = (name: keyof Filters) => {
    const counts = new Map<string, FacetCount>();
    for (const hit of hits) {
      const how = passed(hit, filters, years, name);
      if (how === undefined) continue;
      const values = valuesBy(hit, name, filters, years);
      for (const grade of ['sure', 'unsure'] as const) {
        for (const value of values[grade]) {
          const known = counts.get(value) ?? { sure: 0, unsure: 0 };
          known[how === 'unsure' ? how : grade]++;
          counts.set(value, known);
        }
      }
    }
    return counts;
  };
  return {
    notice: count('notice'),
    year: count('year'),
    kind: count('kind'),
    section: count('section'),
    unit: count('unit'),
    role: count('role'),
    due: count('due'),
    status: count('status'),
  };
}

const oneOf = <T extends string>(values: readonly T[], value: string | null) => values.find((each) => each === value);

/** How notices and units are named in addresses. */
const NAME = /^[a-z0-9][a-z0-9.-]{0,79}$/;

/** Reads filters from an address; what is no filter is left out. */
export function filtersFrom(params: URLSearchParams): Filters {
  const kind = oneOf(KINDS, params.get('kind'));
  const role = oneOf(ROLES, params.get('role'));
  const status = oneOf(GRADES, params.get('status'));
  const section = /^[1-9]\d{0,2}$/.exec(params.get('section') ?? '')?.[0];
  const unit = NAME.exec(params.get('unit') ?? '')?.[0];
  const due = /^(?:\d{4}-\d{2}|ongoing)$/.exec(params.get('due') ?? '')?.[0];
  const notice = NAME.exec(params.get('notice') ?? '')?.[0];
  const year = /^\d{4}$/.exec(params.get('year') ?? '')?.[0];
  return {
    ...(notice ? { notice } : {}),
    ...(year ? { year } : {}),
    ...(kind ? { kind } : {}),
    ...(section ? { section: Number(section) } : {}),
    ...(unit ? { unit } : {}),
    ...(role ? { role } : {}),
    ...(due ? { due } : {}),
    ...(status ? { status } : {}),
  };
}

/** The query and filters as an address carries them. */
export function toParams(query: string, filters: Filters): URLSearchParams {
  const params = new URLSearchParams(query === '' ? {} : { q: query });
  for (const name of NAMES) {
    const value = filters[name];
    if (value !== undefined) params.set(name, String(value));
  }
  return params;
}
