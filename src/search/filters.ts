import { GRADES } from '../notice/grades.ts';
import type { FacetCounts, Filters, Hit, HitKind, Role } from './model.ts';

const KINDS: readonly HitKind[] = ['topic', 'unit', 'task', 'section', 'page'];
const ROLES: readonly Role[] = ['lead', 'support'];
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

/** The values of one filter that a hit has. @param years of the notices */
function valuesOf({ kind, record, notice }: Hit, name: keyof Filters, filters: Filters, years: Years): string[] {
  const units = record?.units ?? [];
  switch (name) {
    case 'notice':
      return notice === undefined ? [] : [notice];
    case 'year':
      return notice === undefined ? [] : [years.get(notice) ?? ''];
    case 'kind':
      return [kind];
    case 'section':
      return record?.section ? [String(record.section.number)] : [];
    case 'unit':
      return units.filter(({ role }) => !filters.role || role === filters.role).map(({ slug }) => slug);
    case 'role':
      return units.filter(({ slug }) => !filters.unit || slug === filters.unit).map(({ role }) => role);
    case 'due':
      return record?.due ?? [];
    case 'status':
      return (record?.fields ?? []).flatMap(({ status }) => status ?? []);
  }
}

/** The year in which each notice was issued. */
export type Years = ReadonlyMap<string, string>;

const passes = (hit: Hit, filters: Filters, years: Years, except?: keyof Filters) =>
  NAMES.every((name) => {
    const wanted = filters[name];
    return wanted === undefined || name === except || valuesOf(hit, name, filters, years).includes(String(wanted));
  });

/** The hits that pass every filter. A unit and a role together mean the unit in that role. */
export const applyFilters = (hits: readonly Hit[], filters: Filters, years: Years): Hit[] =>
  hits.filter((hit) => passes(hit, filters, years));

/** How many hits each value of each filter would leave, the other filters kept. */
export function countFacets(hits: readonly Hit[], filters: Filters, years: Years): FacetCounts {
  const count = (name: keyof Filters) => {
    const counts = new Map<string, number>();
    for (const hit of hits) {
      if (!passes(hit, filters, years, name)) continue;
      for (const value of new Set(valuesOf(hit, name, filters, years))) counts.set(value, (counts.get(value) ?? 0) + 1);
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

/** Reads filters from an address; what is no filter is left out. */
export function filtersFrom(params: URLSearchParams): Filters {
  const kind = oneOf(KINDS, params.get('kind'));
  const role = oneOf(ROLES, params.get('role'));
  const status = oneOf(GRADES, params.get('status'));
  const section = Number(params.get('section'));
  const unit = params.get('unit');
  const due = /^(?:\d{4}-\d{2}|ongoing)$/.exec(params.get('due') ?? '')?.[0];
  const notice = params.get('notice');
  const year = /^\d{4}$/.exec(params.get('year') ?? '')?.[0];
  return {
    ...(notice ? { notice } : {}),
    ...(year ? { year } : {}),
    ...(kind ? { kind } : {}),
    ...(Number.isInteger(section) && section > 0 ? { section } : {}),
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
