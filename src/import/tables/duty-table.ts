import type { Column } from '../../notice/columns.ts';
import { ROLES, type Role } from '../../notice/duties.ts';
import { NoticeError, type Place, placeAt } from '../../notice/problem.ts';
import type { ColumnWords } from '../column-words.ts';
import { cellText, type GridCell, type Table } from '../document.ts';
import type { Findings } from '../finding.ts';
import type { Seed } from '../seed.ts';
import { OVER_PAGE } from '../sources/pdf-rows.ts';
import { type Chars, join, linesOf } from '../text/chars.ts';
import { type Label, labelOf } from '../text/labels.ts';
import { looksLikeHeads } from './continued.ts';
import { bareColumns, type Columns, findColumns, isDuty, textColumns } from './find-columns.ts';
import { AT_PAGE, type CutCell, charsOf, type DutyCell, NO_MERGE, RowCells } from './row-cells.ts';
import { tellHeads } from './tell-heads.ts';
import { tellMarks } from './tell-marks.ts';

/** A row of a table that gives a task. */
export interface DutyRow {
  number: string | null;
  /** What it comes under: group rows, merged or repeated cells, the widest first. */
  groups: RowGroup[];
  task: Chars;
  /** The paragraphs of the task's cell, where its file tells a paragraph's end from a line's. */
  taskParts: Chars[];
  roles: Partial<Record<Role, DutyCell>>;
  /** What further columns say of a role that one says already: 责任处室 beside 责任单位. */
  more: { use: Role; cell: DutyCell }[];
  deadline: DutyCell | undefined;
  other: { name: string; chars: Chars }[];
  /** Whether the row's cells fit no column: its words stand together as the task, its cells are open. */
  unplaced: Column[] | undefined;
  cut: CutCell[];
  /** Row in its table, heads left out, for messages. */
  row: number;
  lines: number[];
}

/** What a row says in a column. */
export const cellIn = ({ roles, deadline }: DutyRow, column: Column): DutyCell | undefined =>
  column === 'deadline' ? deadline : roles[column];

export interface RowGroup {
  /** The head of its column; none for a row of its own. */
  name?: string;
  text: string;
  label: Label | undefined;
  chars: Chars;
}

/** What a table that gives tasks says. */
export interface DutyTable {
  rows: DutyRow[];
  /** Group headings, heads, and rows that are no task, each with what it is. */
  loose: { chars: Chars; as: 'heading' | 'head' | 'title' | 'remark' }[];
  /** Whether any column names units. */
  namesUnits: boolean;
}

/** The mark of a row that has another number of cells than its table has columns. */
export const ODD_ROW = '这一行的格数与表头不同';
const REMARK = /^[（(]?续(?:上|前)?表|^(?:注|备注|说明|附注)[:：\d]|^以下|分别调度|^填表|^合计/u;

const HAN_NUMBER = /^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?$/u;

/** A row that counts the others. */
const SUM = /^(?:合计|总计|小计|共计)/u;

/** Who filled a table in, in the cells of its last row. */
const FILLED_BY =
  /^(?:填表|填报|制表|审核|审定|复核|经办|联系|负责|单位负责|分管领导)(?:人|单位|时间|日期|电话)?(?:[（(]签[字名章][）)])?[:：]/u;

/** Reads the tables of one annex as one: a table that goes on behind a page's end has the same columns. */
export class DutyTableReader {
  readonly #seed: Seed;
  readonly #words: ColumnWords;
  readonly #findings: Findings;

  constructor(seed: Seed, words: ColumnWords, findings: Findings) {
    this.#seed = seed;
    this.#words = words;
    this.#findings = findings;
  }

  /** Whether a table has heads that give tasks. */
  isDutyTable(table: Table): boolean {
    return findColumns(table, this.#words) !== undefined;
  }

  /**
   * @returns `undefined` for a table that gives no tasks
   * @throws NoticeError where another table stands below it in the same
   */
  read(table: Table, goesOn?: Omit<Columns, 'head'>): (DutyTable & { columns: Columns }) | undefined {
    const own = findColumns(table, this.#words);
    const width = table.rows[0]?.length ?? 0;
    const isMore = goesOn?.uses.length === width && !looksLikeHeads(table.rows[0] ?? [], this.#words);
    const columns = own ?? (isMore ? { ...goesOn, head: -1 } : bareColumns(table, this.#words));
    if (!columns) return undefined;
    const place = placeAt(this.#seed, this.#seed.lineStart(table.line));
    tellHeads(columns, own !== undefined, this.#words, this.#findings, place);
    const loose: DutyTable['loose'] = [];
    const booked = new Set<GridCell>();
    const book = (row: GridCell[], as: 'head' | 'title') => {
      for (const cell of new Set(row)) if (!booked.has(cell)) loose.push({ chars: charsOf(cell), as });
      for (const cell of row) booked.add(cell);
    };
    const above = table.rows.slice(0, columns.head + 1);
    for (const [index, row] of above.entries()) {
      const alone = [...new Set(row)].filter((cell) => cellText(cell) !== '').length === 1;
      book(row, index < columns.head && alone ? 'title' : 'head');
    }
    // A page prints the heads again, in one row or in two.
    const wordsOf = (row: GridCell[]) => row.map(cellText).join('|');
    const heads = new Set([columns.names.join('|'), ...above.map(wordsOf)]);
    const other = table.rows.findIndex(
      (row, index) => index > columns.head && !heads.has(wordsOf(row)) && this.#words.areHeads(row.map(cellText)),
    );
    if (other >= 0)
      throw new NoticeError(
        `row ${other + 1} of this table has other heads than its first: two tables stand one below the other`,
        'Put each apart: in a sheet or a file of its own, or with a line of text between them.',
        placeAt(this.#seed, charsOf(table.rows[other]?.[0]).at[0] ?? 0),
      );
    const body = table.rows.slice(columns.head + 1).filter((row) => {
      const repeated = heads.has(wordsOf(row));
      if (repeated) book(row, 'head');
      const isEmpty = row.every((cell) => cellText(cell) === '');
      const marks = new Set(isEmpty ? row.flatMap((cell) => cell.marks) : []);
      if (marks.size > 0 && !marks.has(OVER_PAGE))
        this.#findings.warn(
          `a row of the table holds nothing that is seen, but ${[...marks].join('、')}`,
          'It is no task. Compare with the notice as issued.',
          placeAt(this.#seed, this.#seed.lineStart(table.line)),
        );
      return !repeated && !isEmpty;
    });
    // A group may stand above the heads: 一、城市建设.
    const [only, ...more] = new Set(above[columns.head - 1]?.filter((cell) => cellText(cell) !== ''));
    const label = more.length === 0 ? labelOf(cellText(only)) : undefined;
    const group = label && { text: cellText(only), label, chars: charsOf(only) };
    return { ...this.#readBody(body, columns, loose, group, table.file), columns };
  }

  #readBody(
    body: GridCell[][],
    columns: Columns,
    loose: DutyTable['loose'],
    first: RowGroup | undefined,
    file: string,
  ): DutyTable {
    const isFlat = /\.(?:txt|csv)$/iu.test(file);
    const keepsParagraphs = /\.(?:docx|xlsx|csv)$/iu.test(file);
    const { uses, names, edges, more } = columns;
    // A cell that stands under parts of two heads is of neither.
    const isOff = ({ column, columns: width }: GridCell) => {
      const [from, to] = [column - 1, column - 1 + width];
      const crosses = [...edges].some((edge) => edge > from && edge < to);
      return crosses && (!edges.has(from) || (!edges.has(to) && to < uses.length));
    };
    const cells = new RowCells(this.#seed, this.#words, columns, body);
    const { task, groups, others } = textColumns(body, uses);
    // A head over two columns (责任分工) says the same of both.
    const isTwin = (column: number) =>
      !edges.has(column) &&
      names.slice(0, column).some((name, at) => name === names[column] && isDuty(uses[at] ?? 'other'));
    const rows: DutyRow[] = [];
    const read = new Map<number, GridCell[]>();
    /** Rows that name no unit, of a file that keeps no merged cells. */
    const unnamed: Place[] = [];
    /** Rows without a number. */
    const bare: Place[] = [];
    let group = first;
    const lastGroups = new Map<number, RowGroup>();
    for (const [index, row] of body.entries()) {
      const filled = [...new Set(row)].filter((cell) => cellText(cell) !== '');
      const place = placeAt(this.#seed, charsOf(filled[0]).at[0] ?? 0);
      const [only] = filled;
      if (SUM.test(cellText(only)) || filled.every((cell) => FILLED_BY.test(cellText(cell)))) {
        for (const cell of filled) loose.push({ chars: charsOf(cell), as: 'remark' });
        continue;
      }
      const off = filled.some(isOff);
      if (off)
        this.#findings.warn(
          `the cells of table row ${index + 1} do not stand under one head each`,
          'The row is kept as text, its cells open. Give the table as .docx, .xlsx or .csv beside the text.',
          place,
        );
      if (off || (only && only.columns === row.length && only.marks.includes(ODD_ROW))) {
        const words = join(filled.map(charsOf));
        rows.push({
          number: null,
          groups: group ? [group] : [],
          task: words,
          taskParts: [words],
          roles: {},
          more: [],
          deadline: undefined,
          other: [],
          unplaced: uses.flatMap((use) => (isDuty(use) ? [use] : [])),
          cut: [],
          row: index + 1,
          lines: linesOf(this.#seed, words),
        });
        continue;
      }
      // A group over the columns of tasks and units, beside a time that its rows share.
      const isShared = filled.every((cell) => cell === row[task] || cell.rows > 1);
      const isRole = (use: Columns['uses'][number]) => ROLES.some((role) => role === use);
      const spansRoles =
        only === row[task] &&
        isShared &&
        uses.some(isRole) &&
        uses.every((use, column) => !isRole(use) || row[column] === only);
      const spansAll =
        only &&
        (spansRoles ||
          (filled.length === 1 &&
            (only.columns >= row.length ||
              (only.column === 1 && (labelOf(cellText(only)) !== undefined || REMARK.test(cellText(only)))) ||
              (only.columns > 1 && only.column <= 2))));
      if (spansAll) {
        const text = cellText(only);
        const isRemark = REMARK.test(text) || text.length > 40 || /。$/u.test(text);
        if (isRemark) {
          loose.push({ chars: charsOf(only), as: 'remark' });
          this.#findings.note(
            `table row ${index + 1} is a remark, and no task: ${text.slice(0, 30)}`,
            'It is kept as a remark.',
            place,
          );
        } else {
          loose.push({ chars: charsOf(only), as: 'heading' });
          group = { text, label: labelOf(text), chars: charsOf(only) };
          lastGroups.clear();
        }
        continue;
      }
      const taskChars = charsOf(row[task]);
      const number = uses.includes('number') ? row[uses.indexOf('number')] : undefined;
      // 一 | 民生保障 | | : a group whose row is not merged.
      const isBare = filled.length === 2 && filled[1] === row[task];
      // 一 | 社会事业 | 1600: with what is counted of its rows.
      const isSum =
        row[task] === row[task - 1] && uses.every((use, column) => !isDuty(use) || cellText(row[column]) === '');
      if (filled[0] === number && (isBare || isSum) && HAN_NUMBER.test(cellText(number))) {
        loose.push({ chars: join(filled.map(charsOf)), as: 'heading' });
        group = { text: taskChars.text, label: undefined, chars: taskChars };
        lastGroups.clear();
        continue;
      }
      if (taskChars.text === '') {
        this.#findings.error(
          `table row ${index + 1} has no words in its column ${names[task]}`,
          'A cell may be merged otherwise than it looks. Compare with the table as issued.',
          place,
        );
        for (const cell of filled) loose.push({ chars: charsOf(cell), as: 'remark' });
        continue;
      }
      const above = groups.map((column) => {
        const chars = charsOf(row[column]);
        const last = lastGroups.get(column);
        if (chars.text === '' && last) return last;
        const found = { name: names[column] ?? '', text: chars.text, label: labelOf(chars.text), chars };
        // What stands under another is none of the next one's.
        if (chars.text !== '' && chars.text !== last?.text)
          for (const deeper of groups.slice(groups.indexOf(column) + 1)) lastGroups.delete(deeper);
        if (chars.text !== '') lastGroups.set(column, found);
        return found;
      });
      const roles: DutyRow['roles'] = {};
      for (const use of ROLES) {
        const cell = uses.includes(use) ? cells.cellOf(row, uses.indexOf(use)) : undefined;
        if (cell) roles[use] = cell;
      }
      const furtherCells = [...more].flatMap(([column, use]) => {
        const cell = row.indexOf(row[column] as GridCell) === column ? cells.cellOf(row, column) : undefined;
        return cell ? [{ use, cell }] : [];
      });
      const cut = cells.openBy(index, AT_PAGE, (_, cell) => cell?.marks.includes(OVER_PAGE) ?? false);
      const answers = uses.includes('lead') ? 'lead' : 'responsible';
      if (isFlat && roles[answers] === undefined && !furtherCells.some(({ use }) => use === answers)) {
        const merged = cells
          .openBy(index, NO_MERGE, (use, cell) => cellText(cell) === '' && use !== 'support')
          .filter(({ above }) => above !== '');
        if (merged.some(({ use }) => use !== 'deadline')) {
          cut.push(...merged);
          unnamed.push(place);
        }
      }
      if (number && cellText(number) === '') bare.push(place);
      read.set(index, row);
      rows.push({
        number: uses.includes('number') ? charsOf(row[uses.indexOf('number')]).text || null : null,
        groups: [...(group ? [group] : []), ...above.filter(({ text }) => text !== '')],
        task: taskChars,
        taskParts: keepsParagraphs ? (row[task]?.paragraphs ?? []) : [taskChars],
        roles,
        more: furtherCells,
        deadline: uses.includes('deadline') ? cells.cellOf(row, uses.indexOf('deadline')) : undefined,
        other: [...uses.entries()].flatMap(([column, use]) =>
          ((use === 'other' && !isTwin(column) && !more.has(column)) || others.includes(column)) &&
          cellText(row[column]) !== ''
            ? [{ name: names[column] || `第${column + 1}列`, chars: charsOf(row[column]) }]
            : [],
        ),
        unplaced: undefined,
        cut,
        row: index + 1,
        lines: [...new Set(filled.flatMap((cell) => linesOf(this.#seed, charsOf(cell))))].sort((a, b) => a - b),
      });
    }
    tellMarks(read, names, this.#seed, this.#findings);
    // Where few rows have a number it counts what several come under.
    if (bare[0] && bare.length * 2 < rows.length)
      this.#findings.warn(
        `rows of the table have no number, where the others have one: ${bare.length} ${bare.length === 1 ? 'is' : 'are'} taken for tasks of their own`,
        'Compare with the table as issued: each may be the rest of the row above it.',
        bare[0],
      );
    if (unnamed[0])
      this.#findings.warn(
        `rows of the table name no unit, and may be merged with those above them: ${unnamed.length} are left open`,
        'Compare with the table as issued. A Word file, a web page or a workbook keeps merged cells: give the table as one.',
        unnamed[0],
      );
    return {
      rows,
      loose,
      namesUnits: uses.some((use) => use === 'lead' || use === 'support' || use === 'responsible'),
    };
  }
}
