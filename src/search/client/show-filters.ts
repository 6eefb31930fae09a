import { ROLE_NAMES } from '../../notice/duties.ts';
import { monthName } from '../../notice/months.ts';
import { nameIn } from '../../notice/names.ts';
import { toNumeral } from '../../notice/numerals.ts';
import { STATUS_NAMES } from '../../notice/statuses.ts';
import type { AnswerIndex, FacetCount, Filters, Hit, SearchResult } from '../model.ts';
import { element } from './dom.ts';

interface Facet {
  label: string;
  /** What a value is called. */
  name(value: string, index: AnswerIndex, hits: readonly Hit[]): string;
  /** Order of the values; by count where there is none. */
  sorted?: (a: string, b: string) => number;
}

const KINDS: Record<string, string> = { topic: '事项', unit: '单位', task: '任务', section: '章节条文', page: '页面' };
const ROLES: Record<string, string> = ROLE_NAMES;

const FACETS: Record<keyof Filters, Facet> = {
  notice: { label: '通知', name: (id, { notices }) => nameIn(notices, id) },
  year: { label: '年份', name: (year) => `${year}年`, sorted: (a, b) => (a < b ? 1 : -1) },
  kind: { label: '类型', name: (kind) => KINDS[kind] ?? kind },
  section: {
    label: '章节',
    name: (number, _index, hits) => {
      const title = hits.find(({ record }) => String(record?.section?.number) === number)?.record?.section?.title;
      return `${toNumeral(Number(number))}、${title ?? ''}`;
    },
    sorted: (a, b) => Number(a) - Number(b),
  },
  unit: { label: '单位', name: (slug, { units }) => units.find((unit) => unit.slug === slug)?.name ?? slug },
  role: { label: '职责', name: (role) => ROLES[role] ?? role },
  due: {
    label: '时限',
    name: (due) => (due === 'ongoing' ? '持续推进' : monthName(due)),
    sorted: (a, b) => (a < b ? -1 : 1),
  },
  status: {
    label: '确定程度',
    name: (status) => Object.entries(STATUS_NAMES).find(([key]) => key === status)?.[1] ?? status,
  },
};
/** `12，可能 3`: what a cell that may be missing brings counts apart. */
const countInWords = ({ sure, unsure }: FacetCount = { sure: 0, unsure: 0 }) =>
  unsure > 0 ? `${sure}，可能 ${unsure}` : `${sure}`;

const NAMES = Object.keys(FACETS) as (keyof Filters)[];

function select(
  name: keyof Filters,
  { facets, hits }: SearchResult,
  filters: Filters,
  index: AnswerIndex,
): HTMLElement {
  const facet = FACETS[name];
  const counts = facets[name];
  const chosen = filters[name] === undefined ? '' : String(filters[name]);
  const values = [...new Set([...counts.keys(), ...(chosen ? [chosen] : [])])].sort(
    facet.sorted ?? ((a, b) => (counts.get(b)?.sure ?? 0) - (counts.get(a)?.sure ?? 0)),
  );
  const option = (value: string, label: string) =>
    element('option', { value, selected: value === chosen ? '' : undefined }, label);
  return element(
    'label',
    {},
    element('span', {}, facet.label),
    element(
      'select',
      { name },
      option('', '不限'),
      ...values.map((value) =>
        option(value, `${facet.name(value, index, hits)}（${countInWords(counts.get(value))}）`),
      ),
    ),
  );
}

/** A section is one of a notice: among several its number says nothing. */
const isOffered = (name: keyof Filters, { hits }: SearchResult, filters: Filters, index: AnswerIndex) => {
  if (index.notices.length === 1) return name !== 'notice' && name !== 'year';
  return name !== 'section' || filters.notice !== undefined || new Set(hits.map(({ notice }) => notice)).size === 1;
};

/** A list for each filter, with the number of hits that each value would leave. */
export function showFilters(result: SearchResult, filters: Filters, index: AnswerIndex): HTMLElement[] {
  return NAMES.filter((name) => filters[name] !== undefined || result.facets[name].size > 0)
    .filter((name) => isOffered(name, result, filters, index))
    .map((name) => select(name, result, filters, index));
}
