import type { Role } from '../notice/duties.ts';
import { nameOfNotice } from '../notice/names.ts';
import { annexCard, duePage, pageCard, sectionCard, statusCard, taskCard, topicCard } from './cards.ts';
import type { Fold } from './fold.ts';
import type { Match, Matcher } from './match.ts';
import type { Answer, Needle, NoticeAnswers, SearchRecord } from './model.ts';
import { isFileNumber } from './numbers.ts';
import type { Book } from './opened-notice.ts';
import { type Found, rank } from './rank.ts';
import type { Piece } from './understand.ts';
import { printedForms } from './unit-names.ts';

/** One thing that is looked for: its own letters, and what they mean. */
export interface Want {
  text: string;
  meanings: Piece['meaning'][];
  /** Whether the letters themselves count beside the meaning. */
  literal: boolean;
  /** The role that a unit is asked for in. */
  role?: Role;
  /** What was made of a spelled word. */
  sounds?: string[];
}

/** Months of a notice that a meaning names, or `ongoing`. */
function duesOf({ months, ongoing }: NoticeAnswers, meaning: Want['meanings'][number]): string[] {
  if (meaning.kind === 'ongoing') return ongoing.due + ongoing.unsure + ongoing.open > 0 ? ['ongoing'] : [];
  if (meaning.kind !== 'month') return [];
  return months
    .map(({ month }) => month)
    .filter((due) => due.startsWith(meaning.year))
    .filter((due) => due.slice(5) >= meaning.month && due.slice(5) <= (meaning.until ?? meaning.month));
}

/** The rows of the annex that a meaning names; row 0 is the last. */
function rowsOf({ rows }: NoticeAnswers, meaning: Want['meanings'][number]): string[] {
  if (meaning.kind === 'row') return rows.slice(meaning.row - 1, meaning.row || undefined);
  if (meaning.kind !== 'task') return [];
  const from = rows.indexOf(`${meaning.section}-${meaning.row}`);
  const to = meaning.to === undefined ? from : rows.indexOf(meaning.to);
  return from < 0 ? [] : rows.slice(from, to + 1);
}

/** What a meaning has one look for in a notice, everyday words left out. */
function needlesOf(head: NoticeAnswers, meaning: Want['meanings'][number], role: Role | undefined): Needle[] {
  switch (meaning.kind) {
    case 'unit':
      return meaning.units
        .filter(({ named }) => named)
        .map((unit) => ({ unit: unit.slug, names: printedForms(unit), ...(role ? { role } : {}) }));
    case 'month':
    case 'ongoing':
      return duesOf(head, meaning).map((due) => ({ due }));
    case 'section':
      // A number alone may mean anything: it has a card, and no places but those of its letters.
      return meaning.bare ? [] : [{ section: meaning.section }];
    case 'task':
    case 'row':
      return rowsOf(head, meaning).map((task) => ({ task }));
    case 'clause':
      return [{ clause: `${meaning.section}-${meaning.sentence}` }];
    case 'status':
      return [{ status: meaning.status, ...(meaning.part ? { part: meaning.part } : {}) }];
    default:
      return [];
  }
}

const targetsOf = ({ meanings, sounds = [] }: Want): string[] => [
  ...sounds,
  ...meanings.flatMap((meaning) => (meaning.kind === 'word' ? meaning.word.targets : [])),
];

/** Cards of one notice that answer a want. */
function cardsOf({ head, records }: Book, want: Want, fold: Fold, matcher: Matcher): Answer[] {
  const folded = want.text;
  const isNumber = head.number !== null && isFileNumber(folded, head.number);
  if (isNumber || folded === fold(head.title).text || folded === fold(nameOfNotice(head)).text) {
    return [pageCard(head)];
  }
  return want.meanings.flatMap((meaning): Answer[] => {
    switch (meaning.kind) {
      case 'task':
      case 'row':
        return rowsOf(head, meaning).map((id) => {
          const [section = 0, row = 0] = id.split('-').map(Number);
          return taskCard(head, section, row);
        });
      case 'section':
        return head.sections.filter(({ number }) => number === meaning.section).map((each) => sectionCard(head, each));
      case 'month':
      case 'ongoing':
        return duesOf(head, meaning).map((due) => duePage(head, due));
      case 'status':
        return head.statuses[meaning.status] > 0 ? [statusCard(head, meaning.status)] : [];
      case 'annex':
        return head.annexTitle === null ? [] : [annexCard(head)];
      case 'word':
        return topicOf(meaning.word, records, matcher);
      default:
        return [];
    }
  });
}

/** The card of a topic: the best place for the first of its targets that the notice holds. */
function topicOf(
  { topic, targets }: { topic?: string; targets: string[] },
  records: readonly SearchRecord[],
  matcher: Matcher,
): Answer[] {
  if (topic === undefined) return [];
  const places = targets.map((text) => rank(foundBy(records, (record) => matcher.match(record, { text }))));
  const [best] = places.find((each) => each.length > 0) ?? [];
  if (!best) return [];
  return [topicCard(topic, best.record, new Set(places.flat().map(({ record }) => record)).size)];
}

const foundBy = (records: readonly SearchRecord[], match: (record: SearchRecord) => Match | undefined): Found[] =>
  records.flatMap((record) => {
    const fits = match(record);
    return fits ? [{ record, matches: [fits], possible: fits.possible, joined: true, step: 0 }] : [];
  });

interface Fit {
  match: Match;
  step: number;
}

/** How a record fits every want, by any of the tries of each. It runs for each record of each reading: loops take least. */
function fitsOf(
  record: SearchRecord,
  wide: readonly (readonly { needle: Needle; step: number }[])[],
  matcher: Matcher,
): Fit[] | undefined {
  const fits: Fit[] = [];
  for (const tries of wide) {
    const matches: Fit[] = [];
    for (const { needle, step } of tries) {
      const match = matcher.match(record, needle);
      if (match) matches.push({ match, step });
    }
    const fit = together(matches);
    if (!fit) return undefined;
    fits.push(fit);
  }
  return fits;
}

/** Several matches as one: what is certain outweighs what may be. */
function together(matches: readonly Fit[]): Fit | undefined {
  const sure = matches.filter(({ match }) => !match.possible);
  const [first, ...others] = sure.length > 0 ? sure : matches;
  if (!first) return undefined;
  const spans = [first, ...others].flatMap(({ match }) => match.spans);
  return { step: first.step, match: { ...first.match, spans } };
}

/** What a notice holds for some wants. */
export interface Shelf {
  book: Book;
  cards: Answer[];
  found: Found[];
}

/**
 * Looks in one notice for what fits every want.
 *
 * @param cards whether the cards of its wants stand for the whole query
 */
export function lookIn(book: Book, wants: readonly Want[], cards: boolean, fold: Fold, matcher: Matcher): Shelf {
  const { head, records } = book;
  const wide = wants.map((want) => {
    const own: Needle[] = want.literal ? [{ text: want.text }] : [];
    const meant = want.meanings.flatMap((meaning) => needlesOf(head, meaning, want.role));
    const listed = targetsOf(want).map((text) => ({ text }));
    // An everyday word that the notice prints itself is meant as printed.
    const printed =
      wants.length === 1 &&
      own.length > 0 &&
      records.some((record) => record.kind !== 'unit' && matcher.match(record, own[0] ?? { text: '' }));
    const units = meant.filter((needle) => 'unit' in needle);
    const others = meant.filter((needle) => !('unit' in needle));
    const first = [...units, ...own, ...others];
    return [
      ...first.map((needle) => ({ needle, step: 0 })),
      ...(printed ? [] : listed).map((needle, index) => ({ needle, step: index + 1 })),
    ];
  });
  const found: Found[] = [];
  for (const record of records) {
    const fits = fitsOf(record, wide, matcher);
    if (!fits) continue;
    const steps = fits.reduce((sum, { step }) => sum + step, 0);
    const possible = fits.some(({ match }) => match.possible);
    found.push({ record, matches: fits.map(({ match }) => match), possible, joined: wants.length === 1, step: steps });
  }
  return {
    book,
    cards: cards ? wants.flatMap((want) => cardsOf(book, want, fold, matcher)) : [],
    found: rank(found),
  };
}
