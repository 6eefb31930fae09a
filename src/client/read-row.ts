import { ABSENT } from '../notice/absent.ts';
import type { RowTask } from '../notice/annex-match.ts';
import { separatorBehind } from '../notice/candidates.ts';
import { COLUMNS, type Column } from '../notice/columns.ts';
import { GRADES, type Grade } from '../notice/grades.ts';
import type { ReadingOf } from '../notice/may-fall.ts';
import type { Cell } from '../notice/model.ts';

type ShownCell = Pick<Cell, 'status' | 'text' | 'units' | 'candidates' | 'candidateUnits' | 'mayBeMissing' | 'absent'>;

/** A row of the annex as a page shows it. */
export interface ShownTask extends RowTask {
  id: string;
  text: string;
}

/** The units that links name: by their places in a single file, by their pages on the site. */
const slugsIn = (links: readonly HTMLAnchorElement[]): string[] =>
  links.map(
    ({ hash, pathname }) =>
      (hash && document.getElementById(hash.slice(1))?.dataset['unit']) || (pathname.split('/').at(-2) ?? ''),
  );

/** What is said before the list of candidates or the mark, without what is read out only. */
function wordsIn(nodes: readonly Node[]): string {
  const printed = nodes.filter((node) => !(node instanceof Element && node.matches('.unseen')));
  return printed
    .map(({ textContent }) => textContent)
    .join('')
    .trim();
}

/** A cell: its words bear no mark, or stand before it, its candidates are a list, and units are the only links in either. */
function readCell(cell: HTMLElement | undefined, inUnits: boolean): ShownCell {
  if (!cell) throw new Error('A row of the annex lacks a cell');
  const grade: Grade = GRADES.findLast((each) => cell.querySelector(`.mark.${each}`)) ?? 'printed';
  const links = (of: Element) => [...of.querySelectorAll<HTMLAnchorElement>('a:not(.mark)')];
  if (grade === 'open') {
    const items = [...cell.querySelectorAll('.maybe > li')];
    const lists = cell.querySelector('.maybe.lists') !== null;
    return {
      status: grade,
      text: null,
      candidates: items.map(({ childNodes }, at) => {
        const behind = separatorBehind(at, items.length, lists);
        return wordsIn([...childNodes]).slice(0, behind === '' ? undefined : -behind.length);
      }),
      ...(inUnits ? { candidateUnits: items.map((item) => slugsIn(links(item))) } : {}),
    };
  }
  const reasoned = cell.querySelector('u');
  const nodes = [...(reasoned ?? cell).childNodes];
  const places = nodes.findIndex((node) => node instanceof HTMLAnchorElement && node.hash.startsWith('#L'));
  const said = nodes.slice(0, places === -1 ? undefined : places);
  const units = slugsIn(reasoned ? links(reasoned) : said.filter((node) => node instanceof HTMLAnchorElement));
  return {
    ...(grade === 'unsure' ? { status: 'inferred', mayBeMissing: true } : { status: grade }),
    text: wordsIn(said),
    ...(units.length > 0 ? { units } : {}),
  };
}

/** The section of the body whose heading a row stands under, where the table says so; 0 for none. */
const sectionOf = (row: HTMLTableRowElement): number | undefined => {
  const table = row.closest('table');
  if (table?.dataset['columns'] === undefined) return undefined;
  const head = row.closest('tbody')?.querySelector('.group a')?.getAttribute('href') ?? '';
  return Number(/section[/-](\d+)\/?$/u.exec(head)?.[1] ?? 0);
};

/**
 * Reads a row of the annex off the page.
 *
 * @param readingOf what the words of a deadline say
 * @throws when the row lacks a cell
 */
export function readRow(element: HTMLTableRowElement, readingOf: ReadingOf): ShownTask {
  const { id, cells } = element;
  const [, words, ...rest] = cells;
  const columns: readonly string[] = cells[0]?.closest('table')?.dataset['columns']?.split(' ') ?? COLUMNS;
  const cell = (column: Column) => {
    const at = columns.indexOf(column);
    return at < 0 ? ABSENT : readCell(rest[at], column !== 'deadline');
  };
  const due = cell('deadline');
  const reading = due.text === null ? undefined : readingOf(due.text);
  const row = id.slice(2);
  return {
    id: row,
    section: sectionOf(element) ?? Number.parseInt(row, 10),
    text: (words?.firstElementChild ?? words)?.textContent.trim() ?? '',
    lead: cell('lead'),
    support: cell('support'),
    ...(columns.includes('responsible') ? { responsible: cell('responsible') } : {}),
    deadline: { ...due, ...(reading ? { reading } : {}) },
  };
}
