import { ALL_COLUMNS } from '../notice/columns.ts';
import { ROLE_NAMES, ROLES, type Role } from '../notice/duties.ts';
import type { Clause } from '../notice/model.ts';
import { placeAt } from '../notice/problem.ts';
import type { ColumnWords } from './column-words.ts';
import { DutyReader, PERSON } from './duty-reader.ts';
import type { Findings } from './finding.ts';
import type { TextDuty } from './pending-words.ts';
import { isTime } from './period-words.ts';
import type { ImportedTask } from './result.ts';
import { RowNotes } from './row-notes.ts';
import { SaidOfAll } from './said-of-all.ts';
import type { Seed } from './seed.ts';
import type { DutyRow } from './tables/duty-table.ts';
import type { DutyCell } from './tables/row-cells.ts';
import { bothCells, CellMaker, lessened, NONE, SAME } from './task-cells.ts';
import { heal, healApart, healNames, lineRanges, linesOf, slice } from './text/chars.ts';
import { bracketsOf } from './text/sentences.ts';
import type { NoticeUnits } from './units/unit-book.ts';

/** Makes tasks of what the text and the tables of a notice say. */
export class TaskMaker {
  readonly #seed: Seed;
  readonly #findings: Findings;
  readonly #units: NoticeUnits;
  readonly #columns: ColumnWords;
  readonly #duties: DutyReader;
  readonly #cells: CellMaker;
  /** Columns that a person was told of. */
  readonly #told = new Set<string>();
  /** The task before, which 同上 refers to. */
  #above: ImportedTask | undefined;
  readonly #ofAll: SaidOfAll;
  /** Reads the notes of tables. */
  readonly notes: RowNotes;

  /** @param clauses all sentences of the notice */
  constructor(seed: Seed, findings: Findings, units: NoticeUnits, columns: ColumnWords, clauses: Clause[]) {
    this.#seed = seed;
    this.#findings = findings;
    this.#units = units;
    this.#columns = columns;
    this.#duties = new DutyReader(units, columns);
    this.#ofAll = new SaidOfAll(seed, units, clauses);
    this.#cells = new CellMaker(seed, findings, units, this.#ofAll.sign);
    this.notes = new RowNotes(seed, findings, this.#duties, this.#cells);
  }

  /** The task that words of the text give; its sentences are told that it is made of them. */
  ofText({ section, node, text, words, clauseIds, lines, why, by }: TextDuty, id: string): ImportedTask {
    const clauses = section.clauses.filter((clause) => clauseIds.includes(clause.id));
    const all = [
      ...new Set(
        clauses.flatMap(({ lines: [from, to] }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
      ),
    ];
    const said = by === undefined ? all.slice(-1) : by.lines.slice(-1);
    const offset = this.#seed.lineStart(said[0] ?? lines[0]?.[0] ?? 1);
    const task: ImportedTask = {
      id,
      section: section.number,
      ...(node ? { node } : {}),
      origin: 'text',
      ...(section.part === undefined || section.part === 'body' ? {} : { part: section.part }),
      text: text.replace(/^[，；。,;]/u, ''),
      clauseIds,
      lines,
    };
    for (const { use, label, text: names, from } of words.roles) {
      const cell = this.#cells.units(names, [names], from ? [from.line] : said, label, [], offset);
      if (from) lessened(cell, from.why);
      task[use] = task[use] ? bothCells(use, task[use], cell) : cell;
    }
    if (words.deadline !== undefined) task.deadline = this.#cells.deadline(words.deadline, said, undefined, [], offset);
    for (const use of ALL_COLUMNS) if (why !== undefined && task[use]) lessened(task[use], why);
    for (const remark of words.remarks) {
      const [, name = '说明', said = remark] = PERSON.test(remark) ? (/^(.+?)[：:](.+)$/u.exec(remark) ?? []) : [];
      task.other = { ...task.other, [name]: [task.other?.[name], said].filter(Boolean).join('；') };
      if (PERSON.test(remark)) continue;
      this.#findings.note(
        `words beside a duty are kept as a remark: ${remark}`,
        'Look whether they say more of who must do it.',
        placeAt(this.#seed, offset),
      );
    }
    this.#asAbove(task);
    this.#ofAll.complete(task);
    for (const clause of clauses) if (!clause.taskIds.includes(id)) clause.taskIds.push(id);
    return task;
  }

  /** The task of a row; its sentences are found later. */
  ofRow(row: DutyRow, id: string, section: number): ImportedTask {
    const task: ImportedTask = {
      id,
      section,
      origin: 'annex',
      ...(row.groups[0] ? { group: row.groups[0].text } : {}),
      text: healApart(this.#seed, row.taskParts, /\s/u),
      clauseIds: [],
      lines: lineRanges(this.#seed, row.task),
    };
    for (const use of row.unplaced ?? []) {
      task[use] = {
        status: 'open',
        text: null,
        candidates: [],
        mayBeMissing: true,
        why: `这一行的格数与表头不同，分不清哪一格属哪一列，原文见任务一栏`,
        lines: row.lines,
      };
    }
    for (const { use, above, why } of row.cut) {
      task[use] = {
        status: 'open',
        text: null,
        candidates: above === '' ? [] : [above],
        mayBeMissing: true,
        why,
        lines: row.lines,
      };
    }
    const lines = (cell: DutyCell) => linesOf(this.#seed, cell.chars);
    /** What a cell says of a role; words of another cell (A牵头，B配合) may have said it, and are not lost. */
    const put = (use: Role, text: string, pieces: string[], from: DutyCell, label: string | undefined) => {
      const known = task[use];
      if (known && NONE.test(text)) return;
      if (known) task.other = { ...task.other, [`${label ?? ROLE_NAMES[use]}（另一格）`]: known.text ?? '' };
      task[use] = this.#cells.units(text, pieces, lines(from), label, from.marks, from.chars.at[0] ?? 0);
    };
    for (const use of ROLES) {
      const cell = row.roles[use];
      if (!cell) continue;
      if (cell.cut) {
        task[use] = this.#cells.cutInName(cell, lines(cell));
        continue;
      }
      const within = this.#columns.roleWithin(cell.label ?? '');
      const [, before = '', inside = ''] = /^([^（(]+)[（(](.+)[）)]$/u.exec(cell.chars.text) ?? [];
      if (within && within !== use && inside !== '') {
        put(use, before, [before], cell, undefined);
        put(within, inside, [inside], cell, undefined);
        continue;
      }
      const isOther = this.#units.read(cell.pieces).unlike.length > 0;
      // A line may hold a role each, or a name may go on over a line.
      const apart = cell.pieces.flatMap((piece) => piece.split('\n')).join('；');
      const words = isOther
        ? (this.#duties.read(cell.chars.text, false) ??
          (cell.pieces.length > 1 ? this.#duties.read(apart, false) : undefined))
        : undefined;
      if (words && words.roles.length > 0) {
        for (const role of words.roles) {
          const label = role.label ?? (role.use === use ? cell.label : undefined);
          put(role.use, role.text, [role.text], cell, label);
        }
        if (words.deadline !== undefined && !row.deadline)
          task.deadline = this.#cells.deadline(
            words.deadline,
            lines(cell),
            undefined,
            cell.marks,
            cell.chars.at[0] ?? 0,
          );
        if (words.remarks.length > 0) task.other = { ...task.other, 说明: words.remarks.join('；') };
        continue;
      }
      // Paragraphs of a cell stand apart, as they are printed.
      const text = cell.pieces.length > 1 ? cell.pieces.join(' ') : healNames(this.#seed, cell.chars);
      put(use, text, this.#cells.withoutPersons(cell), cell, cell.label);
    }
    for (const { use, cell } of row.more) {
      const text = cell.pieces.length > 1 ? cell.pieces.join(' ') : healNames(this.#seed, cell.chars);
      const pieces = this.#cells.withoutPersons(cell);
      const more = this.#cells.units(text, pieces, lines(cell), cell.label, cell.marks, cell.chars.at[0] ?? 0);
      task[use] = task[use] ? bothCells(use, task[use], more) : more;
    }
    this.#inTask(task, row, put);
    this.#inGroup(task, row);
    if (row.deadline)
      task.deadline = this.#cells.deadline(
        this.#cells.deadlineText(row.deadline),
        lines(row.deadline),
        row.deadline.label,
        row.deadline.marks,
        row.deadline.chars.at[0] ?? 0,
      );
    const deeper = row.groups.slice(1).filter(({ name }) => name !== undefined);
    if (row.other.length + deeper.length > 0)
      task.other = {
        ...task.other,
        ...Object.fromEntries(deeper.map(({ name, chars }) => [name, heal(this.#seed, chars)])),
        ...Object.fromEntries(row.other.map(({ name, chars }) => [name, heal(this.#seed, chars)])),
      };
    this.#asAbove(task);
    this.#ofAll.complete(task);
    this.#doubtShifted(task, row);
    this.#doubtOther(task, row);
    return task;
  }

  /** The bracket at the end of a task's own words (…（县教育局牵头）) says who, where no column of its row does. */
  #inTask(
    task: ImportedTask,
    { task: chars, roles, deadline }: DutyRow,
    put: (use: Role, text: string, pieces: string[], from: DutyCell, label: string | undefined) => void,
  ): void {
    const { text } = chars;
    const [from, to] = bracketsOf(text).at(-1) ?? [0, 0];
    const isEnd = to > 0 && /^[。；]?$/u.test(text.slice(to));
    const words = isEnd ? this.#duties.read(text.slice(from + 1, to - 1), true) : undefined;
    if (!words || words.remarks.length > 0) return;
    const cell: DutyCell = { chars: slice(chars, from, to), pieces: [], label: undefined, marks: [] };
    for (const { use, label, text: names } of words.roles) {
      if (!roles[use]) put(use, names, [names], cell, label);
      else
        this.#findings.warn(
          `the words of a task say who must do it, and so does its row: ${text.slice(from, to)}`,
          'The column is taken. Compare with the table as issued.',
          placeAt(this.#seed, chars.at[from] ?? 0),
        );
    }
    if (words.deadline !== undefined && !deadline)
      task.deadline = this.#cells.deadline(
        words.deadline,
        linesOf(this.#seed, cell.chars),
        undefined,
        [],
        cell.chars.at[0] ?? 0,
      );
  }

  /** The bracket at the end of a group (一、道路（牵头单位：县住建局）) says who of each of its rows, where no column does. */
  #inGroup(task: ImportedTask, { groups, roles, unplaced }: DutyRow): void {
    for (const { text, chars } of unplaced ? [] : groups) {
      const [from, to] = bracketsOf(text).at(-1) ?? [0, 0];
      const words = to > 0 && to === text.length ? this.#duties.read(text.slice(from + 1, to - 1), true) : undefined;
      if (!words || words.remarks.length > 0) continue;
      const why = `这一组的标题写明“${text.slice(from, to)}”`;
      const own = slice(chars, from, to);
      const lines = linesOf(this.#seed, own);
      for (const { use, label, text: names } of words.roles)
        if (!roles[use] && !task[use])
          task[use] = lessened(this.#cells.units(names, [names], lines, label, [], own.at[0] ?? 0), why);
      if (words.deadline !== undefined && !task.deadline)
        task.deadline = lessened(this.#cells.deadline(words.deadline, lines, undefined, [], own.at[0] ?? 0), why);
    }
  }

  /** 同上 says what the task before it says. */
  #asAbove(task: ImportedTask): void {
    for (const use of ALL_COLUMNS) {
      const [cell, above] = [task[use], this.#above?.[use]];
      if (!cell || !above || above.text === null || !SAME.test(cell.text ?? '')) continue;
      const why = `原文写“${cell.text}”，即上一项（${this.#above?.id}）的${above.text}`;
      task[use] = { ...above, status: 'inferred', why, lines: [...new Set([...above.lines, ...cell.lines])] };
    }
    this.#above = task;
  }

  /** A cell of units that holds a time, or of a time that holds units, tells that the cells of its row are shifted. */
  #doubtShifted(task: ImportedTask, row: DutyRow): void {
    const isNames = (text: string) => {
      const { names, unlike } = this.#units.read([text]);
      return names.length > 0 && unlike.length === 0;
    };
    const text = (use: Role | 'deadline') => task[use]?.text ?? '';
    const shifted =
      ROLES.some((use) => isTime(text(use)) && !isNames(text(use))) ||
      (!isTime(text('deadline')) && isNames(text('deadline')));
    if (!shifted) return;
    const candidates = ALL_COLUMNS.map(text).filter((each) => each !== '');
    for (const use of ALL_COLUMNS) {
      if (!task[use]) continue;
      task[use] = {
        status: 'open',
        text: null,
        candidates: candidates.filter((each) => isTime(each) === (use === 'deadline')),
        why: '这一行的格子与表头错位（单位一格写着时限，或时限一格写着单位），分不清哪一格属哪一列',
        lines: row.lines,
      };
    }
    this.#findings.warn(
      `the cells of table row ${row.row} do not fit their heads: a unit stands where a time is due, or a time where a unit is`,
      'The cells of the row are left open. Compare with the table as issued, and mend it in the source.',
      placeAt(this.#seed, row.task.at[0] ?? 0),
    );
  }

  /** A column that is kept under its own name, and says who or when as far as its cells tell: each is told once. */
  #doubtOther(task: ImportedTask, { other }: DutyRow): void {
    for (const { name, chars } of other) {
      if (this.#told.has(name) || this.#columns.useOf(name) !== undefined || this.#columns.mayNameUnits(name)) continue;
      const { names, unlike } = this.#units.read([chars.text]);
      const isUnits =
        names.length > 0 && unlike.length === 0 && names.every(({ printed }) => this.#units.isPlaced(printed));
      if (!isUnits && (task.deadline || !isTime(chars.text))) continue;
      this.#told.add(name);
      this.#findings.warn(
        `the column ${name} may say ${isUnits ? 'who must do it' : 'by when'}, and its head is not known: it is kept under its own name`,
        'If so, add the head to seeds/columns.yaml.',
        placeAt(this.#seed, chars.at[0] ?? 0),
      );
    }
  }
}
