import { ANNEX_HEADS } from '../../notice/columns.ts';
import type { BlockCount, DeadlineCell, DocumentSettlement, LineRange, Task } from '../../notice/model.ts';
import { NoticeError, placeAt } from '../../notice/problem.ts';
import { type Link, Linker } from '../clause-links.ts';
import { Effort } from '../effort.ts';
import type { Ledger } from '../ledger.ts';
import { difference } from '../marked-difference.ts';
import { refuseDoubled } from '../oddities.ts';
import type { AnnexDocument } from '../official/annex-document.ts';
import { matchRows } from '../official/match-rows.ts';
import { DocumentSettler } from '../official/settle.ts';
import type { OpenColumn, Rulings } from '../rulings.ts';
import type { Seed } from '../seed.ts';
import { type Chars, charsOfLine, heal, lineRange, lineRanges, linesOf } from '../text/chars.ts';
import type { Authority } from '../units/resolve.ts';
import { ColumnSettler, type ColumnText, cellOf, isFull, UNHELD } from './cells.ts';
import { heldPages } from './complete.ts';
import { Headings } from './headings.ts';
import { PageReader, type PageRows, type RowText } from './pages.ts';
import type { Readings } from './placements.ts';
import type { SectionText } from './sections.ts';
import { readPages, readSegments } from './segments.ts';

export interface Annex {
  title: string;
  tasks: Task[];
  blocks: BlockCount[];
  /** The cells that the document settled. */
  settled: DocumentSettlement[];
  /** What a person should know of how it was read. */
  notes: string[];
}

export interface AnnexSource {
  seed: Seed;
  ledger: Ledger;
  authority: Authority;
  sections: SectionText[];
  rulings: Rulings;
  document?: AnnexDocument | undefined;
}

/** How many pairs of letters of annex and body are compared; a real notice needs some millions. */
const MOST_STEPS = 600_000_000;

const tooAlike = (seed: Seed, line: number) =>
  new NoticeError(
    'the tasks of the annex and the sentences of the body repeat each other too often to be told apart',
    'Check that this is the text of one notice, as issued; a piece of it may stand many times.',
    placeAt(seed, seed.lineStart(line)),
  );

type NamedRow = RowText & { id: string; section: number; links: Link[] };

/** Within how many lines the label, title and column heads of an annex may stand twice. */
const MOST_TOP = 5;

/** Reads label, title and column heads; gives the title and the first line of the table. */
function readTop({ seed, ledger }: AnnexSource, from: number, to: number): { title: string; first: number } {
  ledger.claim(charsOfLine(seed, from), 'discarded', '附件标签，页面以标题表示');
  refuseDoubled(seed, from, Math.min(to, from + MOST_TOP));
  let title = '';
  for (let line = from + 1; line < to; line++) {
    const chars = charsOfLine(seed, line);
    if (chars.text === ANNEX_HEADS.join('')) {
      ledger.claim(chars, 'discarded', '表头，页面以列名表示');
      return { title, first: line + 1 };
    }
    if (chars.text === '') continue;
    ledger.claim(chars, 'metadata', '附件标题');
    title += heal(seed, chars);
  }
  throw new NoticeError(
    `the annex has no row of column heads (${ANNEX_HEADS.join(' ')})`,
    'Compare with the notice as issued. If the text is cut off, complete it; or remove the whole annex, for a notice without tasks.',
    placeAt(seed, seed.lineStart(from)),
  );
}

/** Gives every row its section and its number there. */
function nameRows({ seed, sections }: AnnexSource, pages: PageRows[], headings: Headings, effort: Effort): NamedRow[] {
  const rows = pages.flatMap((page) => page.rows);
  const linker = new Linker(sections, effort);
  const texts = rows.map(({ task }) => {
    const text = heal(seed, task);
    headings.checkTask(task, text);
    return { text, links: linker.linksOf(text) };
  });
  const numbers = linker.sectionsOf(texts);
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
    // A piece of a heading may stand before the one and not before the other.
    const [before = '', here = ''] = [texts[index - 1]?.text, texts[index]?.text];
    if (before !== '' && here !== '' && (here.endsWith(before) || before.endsWith(here))) {
      throw new NoticeError(
        'this task stands twice, one behind the other',
        'Compare with the notice as issued, and remove the line that is not in it.',
        placeAt(seed, row.task.at[0] ?? 0),
      );
    }
    previous = section;
    const count = (counts.get(section) ?? 0) + 1;
    counts.set(section, count);
    return { ...row, section, id: `${section}-${count}`, links: texts[index]?.links ?? [] };
  });
}

/**
 * A cell whose row is known: by its own lines, or counted off down a page. Only what its own lines tell, and what
 * is counted off down a page that a person held, is certain.
 */
function standing(
  { seed, ledger, authority }: AnnexSource,
  { id, alone }: NamedRow,
  column: OpenColumn | 'lead',
  chars: Chars,
  held: boolean,
): DeadlineCell {
  ledger.claim(chars, 'cell', `${id} ${column}`);
  const cell = cellOf(heal(seed, chars), linesOf(seed, chars), column, authority);
  if (alone || held) return cell;
  return { ...cell, status: 'inferred', mayBeMissing: true, why: `按先后次序与各项任务逐一对应推得。${UNHELD}` };
}

/** Settles a column of a page; books each printed cell to the rows it may belong to. */
function settle(source: AnnexSource, text: ColumnText, document?: DocumentSettler): Map<string, DeadlineCell> {
  const { seed, ledger, authority } = source;
  const { column, rows, lines, displaced } = text;
  // A full column needs no ruling; one against it is told at the end.
  const rulings = isFull(text)
    ? []
    : source.rulings.cells.filter((ruling) => ruling.column === column && rows.includes(ruling.row));
  const counted = new ColumnSettler(seed, authority, text).settle(rulings);
  const cells = document ? document.settle(text, counted, rulings) : counted;
  for (const chars of [...lines.flatMap(([reading = []]) => reading), ...displaced]) {
    const [first = -1] = chars.at;
    const owners = cells.filter(({ choice }) => choice.some(({ at }) => at.includes(first))).map(({ row }) => row);
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

/** @param shifts how many lines further down the page of each row stands than when it was held; rows of other pages have none */
function checkRulings({ rulings, seed }: AnnexSource, tasks: Task[], shifts: Map<string, number>): void {
  for (const { row, column, is, not, lines, place } of rulings.cells) {
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
    const own = [...task.lead.lines, ...task.lines.flat()];
    const shift = shifts.get(row);
    if (shift !== undefined && !lines.some((line) => own.includes(line + shift))) {
      throw new NoticeError(
        `the ruling on ${row} rests on no line of its task or lead: the row stands on line ${[...new Set(own)].join(', ')}`,
        'Another row may have this number now. Look which row the reason speaks of, and name that row and its lines.',
        place,
      );
    }
  }
}

/** What the lines of a column say, one that may be cut as it is printed. */
const textsOf = (seed: Seed, lines: Readings<Chars>[]): string[] =>
  lines.flatMap((readings) => readings.at(-1) ?? []).map((chars) => heal(seed, chars));

/** First and last line of what a page says. */
function linesOfPage(seed: Seed, { rows, supports, deadlines, displaced }: PageRows): LineRange {
  const whole = rows.flatMap((row) => (row.whole ? [row.whole.support, row.whole.deadline] : []));
  const columns = [...supports, ...deadlines].flat(2);
  const all = [...rows.flatMap(({ task, lead }) => [task, lead]), ...whole, ...columns, ...displaced];
  return lineRange(seed, { text: '', at: all.flatMap(({ at }) => at) });
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
  const effort = new Effort(MOST_STEPS, () => tooAlike(seed, from));
  const headings = new Headings(seed, ledger, sections);
  const pages = new PageReader(seed, authority, headings).read(readPages(readSegments(seed, first, to)));
  headings.close();
  const named = nameRows(source, pages, headings, effort);
  const official = documentSettler(source, named);
  const { held, notes } = heldPages(
    seed,
    pages.map((page) => ({ lines: linesOfPage(seed, page), counted: page.rows.some(({ alone }) => !alone) })),
    source.rulings.pages,
  );
  const cells = new Map<string, Pick<Task, OpenColumn | 'lead'>>();
  const blocks: BlockCount[] = [];
  const shifts = new Map<string, number>();
  let start = 0;
  for (const [index, page] of pages.entries()) {
    const rows = named.slice(start, start + page.rows.length);
    start += page.rows.length;
    const ruling = held[index];
    if (ruling) for (const { id } of rows) shifts.set(id, linesOfPage(seed, page)[0] - ruling.lines[0]);
    const open = rows.filter(({ whole }) => !whole).map(({ id }) => id);
    const column = { rows: open, displaced: [], held: ruling !== undefined };
    const support = settle(
      source,
      { ...column, column: 'support', lines: page.supports, displaced: page.displaced },
      official,
    );
    const deadline = settle(source, { ...column, column: 'deadline', lines: page.deadlines }, official);
    for (const row of rows) {
      const { id, whole } = row;
      const stand = (name: OpenColumn | 'lead', chars: Chars) => standing(source, row, name, chars, column.held);
      cells.set(id, {
        lead: stand('lead', row.lead),
        support: whole ? stand('support', whole.support) : (support.get(id) as DeadlineCell),
        deadline: whole ? stand('deadline', whole.deadline) : (deadline.get(id) as DeadlineCell),
      });
    }
    blocks.push({
      block: index + 1,
      lines: linesOfPage(seed, page),
      rows: rows.map(({ id }) => id),
      wholeRows: rows.filter(({ whole }) => whole).map(({ id }) => id),
      ...(ruling ? { complete: ruling.reason } : {}),
      leads: open.length,
      supports: page.supports.length,
      deadlines: page.deadlines.length,
      values: { support: textsOf(seed, page.supports), deadline: textsOf(seed, page.deadlines) },
      displaced: page.displaced.map((chars) => ({ text: heal(seed, chars), line: lineRange(seed, chars)[0] })),
    });
  }
  const tasks = named.map((row): Task => {
    ledger.claim(row.task, 'cell', `${row.id} task`);
    const text = heal(seed, row.task);
    const clauses = row.links.filter(({ section }) => section === row.section).map(({ clause }) => clause);
    const differs = difference(text, clauses, effort);
    return {
      id: row.id,
      section: row.section,
      text,
      ...(cells.get(row.id) as Pick<Task, OpenColumn | 'lead'>),
      clauseIds: clauses.map(({ id }) => id),
      ...(differs ? { differsFromClause: differs } : {}),
      lines: lineRanges(seed, row.task),
    };
  });
  checkRulings(source, tasks, shifts);
  return { title, tasks: official?.confirm(tasks) ?? tasks, blocks, settled: official?.settled ?? [], notes };
}
