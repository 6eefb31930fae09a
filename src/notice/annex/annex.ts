import { type Chars, charsOfLine, heal, lineRange, lineRanges, linesOf } from '../chars.ts';
import { difference } from '../difference.ts';
import { matchRows } from '../document/match.ts';
import type { AnnexDocument } from '../document/read.ts';
import { DocumentSettler } from '../document/settle.ts';
import type { Ledger } from '../ledger.ts';
import { linksOf, sectionsOf } from '../links.ts';
import type { BlockCount, Cell, DeadlineCell, DocumentSettlement, Task } from '../model.ts';
import type { SectionText } from '../outline.ts';
import { NoticeError, placeAt } from '../problem.ts';
import type { OpenColumn, Ruling } from '../rulings.ts';
import type { Seed } from '../seed.ts';
import type { Authority } from '../units.ts';
import { ColumnSettler, type ColumnText, cellOf } from './cells.ts';
import { Headings } from './headings.ts';
import { COLUMN_HEADS } from './heads.ts';
import { readPages, readSegments } from './lines.ts';
import { PageReader, type PageRows, type RowText } from './pages.ts';

export interface Annex {
  title: string;
  tasks: Task[];
  blocks: BlockCount[];
  /** The cells that the document settled. */
  settled: DocumentSettlement[];
}

export interface AnnexSource {
  seed: Seed;
  ledger: Ledger;
  authority: Authority;
  sections: SectionText[];
  rulings: Ruling[];
  document?: AnnexDocument | undefined;
}

type NamedRow = RowText & { id: string; section: number };

/** Reads label, title and column heads; gives the title and the first line of the table. */
function readTop({ seed, ledger }: AnnexSource, from: number, to: number): { title: string; first: number } {
  ledger.claim(charsOfLine(seed, from), 'discarded', '附件标签，页面以标题表示');
  let title = '';
  for (let line = from + 1; line < to; line++) {
    const chars = charsOfLine(seed, line);
    if (chars.text === COLUMN_HEADS.join('')) {
      ledger.claim(chars, 'discarded', '表头，页面以列名表示');
      return { title, first: line + 1 };
    }
    if (chars.text === '') continue;
    ledger.claim(chars, 'metadata', '附件标题');
    title += heal(seed, chars);
  }
  throw new NoticeError(
    `the annex has no row of column heads (${COLUMN_HEADS.join(' ')})`,
    'Compare with the notice as issued. If the text is cut off, complete it; or remove the whole annex, for a notice without tasks.',
    placeAt(seed, seed.lineStart(from)),
  );
}

/** Gives every row its section and its number there. */
function nameRows({ seed, sections }: AnnexSource, pages: PageRows[]): NamedRow[] {
  const rows = pages.flatMap((page) => page.rows);
  const numbers = sectionsOf(
    rows.map(({ task }) => heal(seed, task)),
    sections,
  );
  const counts = new Map<number, number>();
  let previous = 0;
  return rows.map((row, index) => {
    const section = numbers[index];
    if (section === undefined || section < previous) {
      throw new NoticeError(
        section === undefined
          ? 'this task repeats no sentence of the body, and its neighbours belong to two sections'
          : `this task belongs to section ${section}, but stands behind one of section ${previous}`,
        'Compare the annex with the body; a row may be out of place, or the sentence may be missing there.',
        placeAt(seed, row.task.at[0] ?? 0),
      );
    }
    previous = section;
    const count = (counts.get(section) ?? 0) + 1;
    counts.set(section, count);
    return { ...row, section, id: `${section}-${count}` };
  });
}

/** A cell that is printed for sure. */
function printed(
  { seed, ledger, authority }: AnnexSource,
  id: string,
  column: OpenColumn | 'lead',
  chars: Chars,
): DeadlineCell {
  ledger.claim(chars, 'cell', `${id} ${column}`);
  return cellOf(heal(seed, chars), linesOf(seed, chars), column, authority);
}

/** Settles a column of a page; books each printed cell to the rows it may belong to. */
function settle(source: AnnexSource, text: ColumnText, document?: DocumentSettler): Map<string, DeadlineCell> {
  const { seed, ledger, authority } = source;
  const { column, rows, values, displaced } = text;
  const rulings = source.rulings.filter((ruling) => ruling.column === column && rows.includes(ruling.row));
  const counted = new ColumnSettler(seed, authority, text).settle(rulings);
  const cells = document ? document.settle(text, counted, rulings) : counted;
  for (const [index, chars] of [...values, ...displaced].entries()) {
    const owners = cells.filter(({ choice }) => choice.includes(index)).map(({ row }) => row);
    ledger.claim(chars, 'cell', `${owners.join('|')} ${column}`);
  }
  return new Map(cells.map(({ row, cell }) => [row, cell]));
}

/** The document that settles what the text leaves open, its rows matched to those of the text. */
function documentSettler(source: AnnexSource, named: NamedRow[]): DocumentSettler | undefined {
  const { document, seed, authority, sections } = source;
  if (!document) return undefined;
  const texts = named.map(({ id, task, section }) => ({
    id,
    text: heal(seed, task),
    section: { number: section, title: sections.find(({ number }) => number === section)?.title ?? '' },
  }));
  return new DocumentSettler(document, matchRows(document, texts), seed, authority);
}

function checkRulings({ rulings, seed }: AnnexSource, tasks: Task[]): void {
  for (const { row, column, is, not, lines, place } of rulings) {
    const task = tasks.find(({ id }) => id === row);
    if (!task) {
      const last = tasks.findLast(({ section }) => section === Number(row.split('-')[0]));
      throw new NoticeError(
        `a ruling names the row ${row}, which the annex does not have`,
        last ? `The last row of that section is ${last.id}.` : 'Rows are named <section>-<row>, such as 13-8.',
        place,
      );
    }
    const far = lines.find((line) => line > seed.lines);
    if (far)
      throw new NoticeError(
        `the ruling on ${row} names line ${far}; the seed has ${seed.lines} lines`,
        'Name the lines that the reason rests on.',
        place,
      );
    const cell = task[column];
    if (cell.status === 'printed' && (is === undefined ? cell.text === not : cell.text !== is)) {
      throw new NoticeError(
        `the ruling on ${row} contradicts its ${column} cell, which is printed: ${cell.text}`,
        `Remove the ruling; the cell stands on line ${cell.lines.join(', ')} of the seed.`,
        place,
      );
    }
  }
}

/**
 * Reads the annex from the line 附件 up to but without `to`: rows with their cells and how sure each is.
 * The way the table was flattened is told in the seed folder's README.
 *
 * @throws NoticeError where lines do not make up rows, a unit is unknown, or a ruling does not fit
 */
export function readAnnex(source: AnnexSource, from: number, to: number): Annex {
  const { seed, ledger, authority, sections } = source;
  const { title, first } = readTop(source, from, to);
  const headings = new Headings(seed, ledger, sections);
  const pages = new PageReader(seed, authority, headings).read(readPages(readSegments(seed, first, to)));
  headings.close();
  const named = nameRows(source, pages);
  const official = documentSettler(source, named);
  const cells = new Map<string, { support: DeadlineCell; deadline: DeadlineCell }>();
  const blocks: BlockCount[] = [];
  let start = 0;
  for (const [index, page] of pages.entries()) {
    const rows = named.slice(start, start + page.rows.length);
    start += page.rows.length;
    const open = rows.filter(({ whole }) => !whole).map(({ id }) => id);
    const isOpen = (ruling: Ruling) => open.includes(ruling.row);
    const fitting = { ...source, rulings: source.rulings.filter(isOpen) };
    const full = (column: Chars[]) => column.length === open.length;
    const support = settle(
      full(page.supports) ? { ...fitting, rulings: [] } : fitting,
      { rows: open, column: 'support', values: page.supports, displaced: page.displaced },
      official,
    );
    const deadline = settle(
      full(page.deadlines) ? { ...fitting, rulings: [] } : fitting,
      { rows: open, column: 'deadline', values: page.deadlines, displaced: [] },
      official,
    );
    for (const { id, whole } of rows) {
      cells.set(id, {
        support: whole ? printed(source, id, 'support', whole.support) : (support.get(id) as DeadlineCell),
        deadline: whole ? printed(source, id, 'deadline', whole.deadline) : (deadline.get(id) as DeadlineCell),
      });
    }
    const all = rows.flatMap(({ task, lead, whole }) => [
      task,
      lead,
      ...(whole ? [whole.support, whole.deadline] : []),
    ]);
    blocks.push({
      block: index + 1,
      lines: lineRange(seed, {
        text: '',
        at: [...all, ...page.supports, ...page.deadlines, ...page.displaced].flatMap(({ at }) => at),
      }),
      rows: rows.map(({ id }) => id),
      wholeRows: rows.filter(({ whole }) => whole).map(({ id }) => id),
      leads: open.length,
      supports: page.supports.length,
      deadlines: page.deadlines.length,
      displaced: page.displaced.map((chars) => ({ text: heal(seed, chars), line: lineRange(seed, chars)[0] })),
    });
  }
  const tasks = named.map((row): Task => {
    ledger.claim(row.task, 'cell', `${row.id} task`);
    const text = heal(seed, row.task);
    const clauses = linksOf(text, sections.find(({ number }) => number === row.section)?.clauses ?? []).map(
      ({ clause }) => clause,
    );
    const differs = difference(text, clauses);
    const lead: Cell = printed(source, row.id, 'lead', row.lead);
    const { support, deadline } = cells.get(row.id) as { support: DeadlineCell; deadline: DeadlineCell };
    return {
      id: row.id,
      section: row.section,
      text,
      lead,
      support,
      deadline,
      clauseIds: clauses.map(({ id }) => id),
      ...(differs ? { differsFromClause: differs } : {}),
      lines: lineRanges(seed, row.task),
    };
  });
  checkRulings(source, tasks);
  official?.checkPrinted(tasks);
  return { title, tasks, blocks, settled: official?.settled ?? [] };
}
