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
import type { Seed } from './seed.ts';
import type { DutyRow } from './tables/duty-table.ts';
import type { DutyCell } from './tables/row-cells.ts';
import { bothCells, CellMaker, NONE, SAME } from './task-cells.ts';
import { heal, healApart, healNames, lineRanges, linesOf, slice } from './text/chars.ts';
import { bracketsOf } from './text/sentences.ts';
import type { NoticeUnits } from './units/unit-book.ts';

const FIRST_LEADS =
  /(?:(?:列|排|排列|排名|排序)(?:在)?(?:第一(?:位|个|名)?|首位|最前)|第一[位个]|首位|排前)的?(?:责任)?(?:单位|部门)?(?:为|是|作为)(?:该项(?:工作|任务)的?)?牵头(?:责任)?(?:单位|部门)(?!或)/u;

/** A sign that the notice gives to leads: 标★的为牵头单位. */
const SIGN_OF_LEADS =
  /(?:标|带|加|打|注|有)(?:有|注)?[“"（(]?([★☆▲△●◆※*＊#＃])[”"）)]?号?的?(?:单位|部门)?(?:为|是)牵头(?:责任)?(?:单位|部门)/u;

/** The line, a note at a table's foot among them, that says which units lead. */
function lineOf(seed: Seed, says: RegExp): Pick<Clause, 'text' | 'lines'> | undefined {
  for (let line = 1; line <= seed.lines; line++) {
    const text = seed.line(line).replace(/\s/gu, '');
    if (says.test(text)) return { text, lines: [line, line] };
  }
  return undefined;
}

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
  /** The sentence that makes the first of several units the lead. */
  readonly #firstLeads: Pick<Clause, 'text' | 'lines'> | undefined;
  /** The line that explains the sign beside the names of leads. */
  readonly #signOfLeads: Pick<Clause, 'text' | 'lines'> | undefined;

  /** @param clauses all sentences of the notice */
  constructor(seed: Seed, findings: Findings, units: NoticeUnits, columns: ColumnWords, clauses: Clause[]) {
    this.#seed = seed;
    this.#findings = findings;
    this.#units = units;
    this.#columns = columns;
    this.#duties = new DutyReader(units, columns);
    this.#firstLeads = clauses.find(({ text }) => FIRST_LEADS.test(text)) ?? lineOf(seed, FIRST_LEADS);
    this.#signOfLeads = lineOf(seed, SIGN_OF_LEADS);
    this.#cells = new CellMaker(seed, findings, units, this.#signOfLeads?.text ?? '');
  }

  /** The task that words of the text give; its sentences are told that it is made of them. */
  ofText({ section, node, text, words, clauseIds, lines, why }: TextDuty, id: string): ImportedTask {
    const clauses = section.clauses.filter((clause) => clauseIds.includes(clause.id));
    const all = [
      ...new Set(
        clauses.flatMap(({ lines: [from, to] }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
      ),
    ];
    const offset = this.#seed.lineStart(all.at(-1) ?? lines[0]?.[0] ?? 1);
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
    for (const { use, label, text: names } of words.roles) {
      const cell = this.#cells.units(names, [names], all.slice(-1), label, [], offset);
      task[use] = task[use] ? bothCells(use, task[use], cell) : cell;
    }
    if (words.deadline !== undefined)
      task.deadline = this.#cells.deadline(words.deadline, all.slice(-1), undefined, [], offset);
    for (const use of why === undefined ? [] : ALL_COLUMNS) {
      const cell = task[use];
      if (cell?.status === 'printed') Object.assign(cell, { status: 'inferred', why });
    }
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
    this.#leadByStatement(task);
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
    this.#leadByStatement(task);
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

  /** Where a line of the notice gives leads a sign, the names that bear it are the leads by that line. */
  #leadBySign(task: ImportedTask): boolean {
    const { responsible } = task;
    const [, sign = ''] = SIGN_OF_LEADS.exec(this.#signOfLeads?.text ?? '') ?? [];
    if (!this.#signOfLeads || task.lead || !responsible?.text) return false;
    const named = this.#units.read([responsible.text]).marked.filter((each) => each.sign === sign);
    if (named.length === 0) return false;
    const text = named.map(({ name }) => name).join('、');
    const lines = [...new Set([...responsible.lines, ...this.#signOfLeads.lines])].sort((a, b) => a - b);
    task.lead = {
      status: 'inferred',
      text,
      units: this.#units.resolve([text], responsible.lines).slugs,
      why: `通知写明“${SIGN_OF_LEADS.exec(this.#signOfLeads.text)?.[0]}”（第${this.#signOfLeads.lines[0]}行），这一格标${sign}的是${text}`,
      lines,
    };
    return true;
  }

  /** Where a sentence of the notice makes the first unit the lead, it is so by that sentence. */
  #leadByStatement(task: ImportedTask): void {
    if (this.#leadBySign(task)) return;
    const { responsible } = task;
    const first = responsible?.units?.[0];
    if (!this.#firstLeads || task.lead || !responsible || first === undefined) return;
    const name = this.#units.read([responsible.text ?? '']).names[0]?.printed ?? '';
    task.lead = {
      status: 'inferred',
      text: name,
      units: [first],
      why: `通知写明“${FIRST_LEADS.exec(this.#firstLeads.text)?.[0]}”（第${this.#firstLeads.lines[0]}行），这一格列第一位的是${name}`,
      lines: [...new Set([...responsible.lines, this.#firstLeads.lines[0]])].sort((a, b) => a - b),
    };
  }
}
