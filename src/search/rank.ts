import type { Role } from '../notice/duties.ts';
import type { Match, Span } from './match.ts';
import type { FieldPart, SearchRecord } from './model.ts';

/** A record that fits, and how. */
export interface Found {
  record: SearchRecord;
  /** One for each word of the query. */
  matches: Match[];
  /** Only cells that are open, or may be missing, hold one of the words. */
  possible: boolean;
  /** Which of the things that a word may mean fits: what it says before what it stands for. */
  step: number;
  /** The words stand as one run. */
  joined: boolean;
}

const PART_TIERS: Record<FieldPart, number> = {
  title: 0,
  text: 1,
  lead: 3,
  support: 4,
  responsible: 4,
  deadline: 5,
  fact: 6,
};
const CLAUSE_TIER = 2;
/** A unit whose name only holds the letters somewhere inside. */
const INSIDE_NAME_TIER = 7;
/** What an open cell may hold ranks behind everything that is certain. */
const OPEN_PENALTY = 8;
const NO_TEXT_TIER = 9;
/** The tasks of a unit that was asked for come before texts that only hold its name. */
const UNIT_TIERS: Record<Role, number> = { lead: -2, support: -1, responsible: -1 };
/** Words in different fields of a record are farther apart than any two in one. */
const ACROSS_FIELDS = 10_000;
const CITY = /^(?:重庆市?|市)/u;

function tierOf(record: SearchRecord, { field, from }: Span): number {
  const { part, status, texts } = record.fields[field] ?? { part: 'text', texts: [] };
  if (record.kind === 'unit') return from <= (CITY.exec(texts[0] ?? '')?.[0].length ?? 0) ? 0 : INSIDE_NAME_TIER;
  if (part === 'text' && record.kind !== 'task') return CLAUSE_TIER;
  return PART_TIERS[part] + (status === 'open' ? OPEN_PENALTY : 0);
}

/** What is no text is a unit's task, a month's, a section's or a grade's: leads before supports. */
function bestTier(record: SearchRecord, { needle, spans }: Match): number {
  if ('unit' in needle) {
    const leads = record.units.some(({ slug, role }) => slug === needle.unit && role === 'lead');
    return UNIT_TIERS[leads ? 'lead' : 'support'];
  }
  return spans.length > 0 ? Math.min(...spans.map((span) => tierOf(record, span))) : NO_TEXT_TIER;
}

/** How much of the best text is what was looked for: the row that is about nothing else comes first. */
function coverage(record: SearchRecord, matches: readonly Match[]): number {
  const spans = matches.flatMap((match) => match.spans);
  if (spans.length === 0) return 0;
  const best = Math.min(...spans.map((span) => tierOf(record, span)));
  const [first] = spans.filter((span) => tierOf(record, span) === best);
  if (!first) return 0;
  const length = record.fields[first.field]?.texts[first.text]?.length ?? 1;
  const covered = spans
    .filter(({ field, text }) => field === first.field && text === first.text)
    .reduce((sum, { from, to }) => sum + to - from, 0);
  return covered / length;
}

/** The shortest stretch of one text that holds a span of every word. */
function distance(all: readonly Match[]): number {
  const matches = all.filter(({ needle }) => 'text' in needle);
  if (matches.length < 2) return 0;
  let best = ACROSS_FIELDS;
  for (const start of matches.flatMap(({ spans }) => spans)) {
    let end = start.to;
    const complete = matches.every(({ spans }) => {
      const next = spans
        .filter(({ field, text, from }) => field === start.field && text === start.text && from >= start.from)
        .sort((a, b) => a.from - b.from)[0];
      if (next) end = Math.max(end, next.to);
      return next !== undefined;
    });
    if (complete) best = Math.min(best, end - start.from);
  }
  return best;
}

/**
 * Best first: what is certain before what only may be; one run before words apart, near before far, a heading before a task before a clause before a cell,
 * then the order of the notice. Only the records decide, so every source of
 * the same records gives the same order.
 */
export function rank(found: readonly Found[]): Found[] {
  const keyed = found.map((each) => ({
    each,
    keys: [
      each.possible ? 1 : 0,
      each.step,
      each.joined ? 0 : 1,
      each.joined ? 0 : distance(each.matches),
      Math.max(...each.matches.map((match) => bestTier(each.record, match))),
      -coverage(each.record, each.matches),
      each.record.order,
    ],
  }));
  const compare = (a: number[], b: number[]) => {
    const index = a.findIndex((value, at) => value !== b[at]);
    return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
  };
  return keyed.sort((a, b) => compare(a.keys, b.keys)).map(({ each }) => each);
}
