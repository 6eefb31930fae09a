import { ANNEX_HEADS } from '../../notice/columns.ts';
import { NoticeError } from '../../notice/problem.ts';
import { strangeContent, strangeProperty } from './strange.ts';
import { readXml, type XmlElement, type XmlReader } from './strict-xml.ts';
import type { Styles } from './styles.ts';

/** The columns of the annex in an official document. */
type DocumentColumn = 'heading' | 'task' | 'lead' | 'support' | 'deadline';

/** One row of the annex as an official document prints it; merged cells stand in each of their rows. */
export interface DocumentRow extends Record<DocumentColumn, string> {
  /** Its number in the table, 1-based, rows of column heads left out. */
  row: number;
  /** What makes the text of a cell other than what a reader of the document sees. */
  strange?: Partial<Record<DocumentColumn, string>>;
}

interface TableCell {
  text: string;
  strange: string | undefined;
}

/** Word's own limit; a cell that claims to span more is not Word's. */
const MAX_COLUMNS = 63;

/** Text as issued: white space, and the marks that only tell where a line may break, go; one space stays between Latin words. */
const heal = (text: string) =>
  text.replace(/[\s\u00ad\u200b\ufeff]+/gu, (gap: string, at: number) =>
    /\w/u.test(text[at - 1] ?? '') && /\w/u.test(text[at + gap.length] ?? '') ? ' ' : '',
  );

/** What stands for an element in the text of its cell. */
const IN_TEXT = new Map([
  ['p', '\n'],
  ['br', '\n'],
  ['cr', '\n'],
  ['tab', '\t'],
  ['noBreakHyphen', '\u2011'],
]);

/** Reads the outermost tables of a document's body, cell by cell. */
class TableReader implements XmlReader {
  readonly grids: TableCell[][][] = [];
  readonly #file: string;
  readonly #styles: Styles;
  readonly #path: string[] = [];
  #row: TableCell[] = [];
  #cell: (TableCell & { width: number; merged: boolean }) | undefined;
  /** What the row, or the whole table, makes of every cell. */
  #strangeRow: string | undefined;
  #strangeTable: string | undefined;

  constructor(file: string, styles: Styles) {
    this.#file = file;
    this.#styles = styles;
  }

  get #grid(): TableCell[][] {
    return this.grids.at(-1) ?? [];
  }

  open(element: XmlElement): void {
    const { name } = element;
    const within = this.#path.at(-1) ?? '';
    this.#path.push(name);
    if (this.#cell) this.#openInCell(element, within);
    else if (name === 'tbl' && !this.#path.slice(0, -1).includes('tbl')) this.#openTable();
    else if (within === 'tbl' && name === 'tr') [this.#row, this.#strangeRow] = [[], this.#strangeTable];
    else if (within === 'tr' && name === 'tc')
      this.#cell = { text: '', strange: this.#strangeRow, width: 1, merged: false };
    else if (within === 'trPr') this.#strangeRow ??= strangeProperty(element);
    else if (within === 'tblPr' && name === 'tblStyle') this.#strangeTable = this.#styles.strange(element.value('val'));
    else if (this.#path.includes('tbl') && ['sdt', 'ins', 'del', 'mc:AlternateContent'].includes(name))
      this.#strangeTable ??= strangeContent(element);
  }

  #openTable(): void {
    this.grids.push([]);
    this.#strangeTable = this.#path.includes('mc:AlternateContent')
      ? 'a drawing or a text box'
      : this.#styles.strange();
  }

  #openInCell(element: XmlElement, within: string): void {
    const cell = this.#cell;
    if (!cell) return;
    const { name } = element;
    if (name === 'gridSpan') cell.width = Math.max(1, Number(element.value('val')) || 1);
    else if (name === 'vMerge') cell.merged = element.value('val') !== 'restart';
    else if (name === 'pStyle' || name === 'rStyle') cell.strange ??= this.#styles.strange(element.value('val'));
    else if (/Pr$/u.test(within) || this.#path.slice(0, -1).some((each) => /^(?:r|p|tc)Pr$/u.test(each)))
      cell.strange ??= strangeProperty(element);
    else if (!/^(?:r|p|tc)Pr$/u.test(name)) cell.strange ??= strangeContent(element);
    cell.text += IN_TEXT.get(name) ?? '';
  }

  close(name: string): void {
    this.#path.pop();
    const depth = this.#path.filter((each) => each === 'tbl').length;
    if (depth !== 1) return;
    if (name === 'tc') this.#closeCell();
    if (name === 'tr') this.#grid.push(this.#row);
  }

  #closeCell(): void {
    const cell = this.#cell;
    if (!cell) return;
    this.#cell = undefined;
    const from = this.#row.length;
    if (from + cell.width > MAX_COLUMNS) {
      throw new NoticeError(
        `table row ${this.#grid.length + 1} of ${this.#file} has more than ${MAX_COLUMNS} columns`,
        'Open the document in Word or WPS, and look at that row.',
      );
    }
    const above = cell.merged ? this.#grid.at(-1)?.[from] : undefined;
    const own = { text: heal(cell.text), strange: cell.strange };
    if (above && own.text !== '') own.strange ??= 'text under a merged cell';
    const shown = above ? { text: above.text, strange: above.strange ?? own.strange } : own;
    for (let at = 0; at < cell.width; at++) this.#row.push(shown);
  }

  text(text: string): void {
    if (this.#cell && this.#path.at(-1) === 't') this.#cell.text += text;
  }
}

const isHeads = (cells: TableCell[]) => cells.map(({ text }) => text).join('') === ANNEX_HEADS.join('');

function rowOf(file: string, cells: TableCell[], row: number): DocumentRow {
  const texts = cells.map(({ text }) => text);
  const [heading = '', task = '', lead = '', support = '', deadline] = texts;
  if (texts.length !== ANNEX_HEADS.length || deadline === undefined) {
    throw new NoticeError(
      `row ${row} of the table in ${file} has ${texts.length} columns, not ${ANNEX_HEADS.length}: ${texts.join(' | ')}`,
      `Every row must have ${ANNEX_HEADS.join(', ')}. Look at that row in Word or WPS.`,
    );
  }
  const columns = ['heading', 'task', 'lead', 'support', 'deadline'] as const;
  const strange = columns.flatMap((column, index) => {
    const what = cells[index]?.strange;
    return what ? [[column, what]] : [];
  });
  return {
    row,
    ...{ heading, task, lead, support, deadline },
    ...(strange.length > 0 ? { strange: Object.fromEntries(strange) } : {}),
  };
}

/**
 * Finds the annex in a document: the table whose first row holds the column heads, and the tables
 * behind it that go on with it, their heads repeated or not.
 *
 * @param file the document's name, for errors
 * @param body the part that holds the document's text; nested tables are text of their cell
 * @throws NoticeError when no table has the annex's column heads, or a row has other columns
 */
export function readTable(file: string, body: Uint8Array, styles: Styles): DocumentRow[] {
  const reader = new TableReader(file, styles);
  readXml(file, body, reader);
  const { grids } = reader;
  const first = grids.findIndex(([head]) => head !== undefined && isHeads(head));
  if (first < 0) {
    throw new NoticeError(
      `${file} holds no table with the heads ${ANNEX_HEADS.join(', ')}`,
      grids.length > 0
        ? `It holds ${grids.length} other tables. Put the notice with its annex there, or the annex alone.`
        : 'It holds no table at all: a scan or plain text settles nothing. Put the notice with its annex there, or the annex alone.',
    );
  }
  return grids
    .slice(first)
    .flat()
    .filter((cells) => !isHeads(cells) && cells.some(({ text, strange }) => text !== '' || strange))
    .map((cells, index) => rowOf(file, cells, index + 1));
}
