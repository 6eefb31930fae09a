import { COLUMN_NAMES } from '../notice/columns.ts';
import type { Role } from '../notice/duties.ts';
import type { Cell, DeadlineCell } from '../notice/model.ts';
import { readPeriod } from '../notice/period.ts';
import { placeAt } from '../notice/problem.ts';
import type { Findings } from './finding.ts';
import { isReport } from './period-words.ts';
import type { Seed } from './seed.ts';
import { LOST_ZERO } from './sources/xlsx.ts';
import { ONE_OR_TWO } from './tables/continued.ts';
import { ACROSS, type DutyCell } from './tables/row-cells.ts';
import { heal } from './text/chars.ts';
import { splitAt } from './text/sentences.ts';
import { mayGoOn, type NameList } from './units/name-list.ts';
import type { NoticeUnits } from './units/unit-book.ts';

/** 同上, 〃: what the task before says. */
export const SAME = /^(?:同上|〃|″)[。；]?$/u;

/** A cell that says that there is none. */
export const NONE = /^(?:[—\-－–]+|无)$/u;

/** Marks in a cell make it less than printed. */
function lessen(cell: Cell, marks: string[]): void {
  if (marks.length === 0 || cell.status === 'open') return;
  cell.status = 'inferred';
  cell.why = `${cell.why === undefined ? '' : `${cell.why}；`}原文件这一格含${marks.join('、')}，按版面上可见的文字读出`;
}

/** A cell that is less than printed, for a reason; one that is so already keeps its own. */
export function lessened<Some extends Cell>(cell: Some, why: string): Some {
  return cell.status === 'printed' ? Object.assign(cell, { status: 'inferred', why }) : cell;
}

/** Leaves a cell open whose words are all that is known. */
function leaveOpen(cell: Cell, why: string): void {
  if (cell.status === 'open' && cell.text === null) return;
  cell.candidates = [cell.text ?? ''];
  cell.candidateUnits = [cell.units ?? []];
  Object.assign(cell, { status: 'open', text: null, why });
  delete cell.units;
}

/** A time without any word, which {@link readPeriod} does not know: 45473, 24-Jun, #REF!. A year alone and a dash are clear. */
const NO_TIME = /^(?!(?:19|20)\d\d$|[\s—－–/\\-]*$)[^\p{Script=Han}]+$/u;

/** Makes the cells of tasks of what is printed. */
export class CellMaker {
  readonly #seed: Seed;
  readonly #findings: Findings;
  readonly #units: NoticeUnits;
  /** Signs that a person was told of. */
  readonly #told = new Set<string>();
  /** The words that explain the sign beside the names of leads. */
  readonly #explained: string;

  constructor(seed: Seed, findings: Findings, units: NoticeUnits, explained: string) {
    this.#seed = seed;
    this.#findings = findings;
    this.#units = units;
    this.#explained = explained;
  }

  /** The names of a cell under 牵头单位及责任人, where they can be told from the persons beside them. */
  withoutPersons({ label = '', pieces }: DutyCell): string[] {
    if (!/责任人|负责人|联系人/u.test(label)) return pieces;
    const names = pieces
      .map((piece) => piece.replace(/[（(]\p{Script=Han}{2,4}[）)]/gu, ''))
      .filter((piece) => this.#units.read([piece]).unlike.length === 0);
    return names.length > 0 ? names : pieces;
  }

  /** A cell of units; words that name none are told. */
  units(
    text: string,
    pieces: string[],
    lines: number[],
    label: string | undefined,
    marks: string[],
    offset: number,
  ): Cell {
    const cell: Cell = { status: 'printed', text, lines };
    if (label) cell.label = label;
    if (!NONE.test(text) && !SAME.test(text)) {
      const { slugs, unlike, marked, persons, shared } = this.#units.resolve(
        pieces,
        lines,
        /^[^、]*[科处股]室[^、]*$/u.test(label ?? ''),
      );
      cell.units = slugs;
      this.#tellSigns(marked, offset);
      this.#tellPersons(cell, persons, offset);
      if (shared.length > 0) this.#share(cell, shared, offset);
      if (unlike.length > 0)
        this.#findings.warn(
          `these words name no unit as far as they tell: ${unlike.join('、')}`,
          'They stand as printed. If they name a unit, put it into seeds/units.yaml; if not, compare with the notice as issued.',
          placeAt(this.#seed, offset),
        );
    }
    if (marks.includes(ONE_OR_TWO)) this.#oneOrTwo(cell, pieces, offset);
    if (marks.includes(ACROSS) && !NONE.test(text)) this.#across(cell, offset);
    lessen(cell, marks);
    return cell;
  }

  /** A cell that is merged over two roles is of the one, of the other, or of both. */
  #across(cell: Cell, offset: number): void {
    leaveOpen(cell, `这一格是${ACROSS}`);
    this.#findings.warn(
      `a cell is merged over the columns of two roles: ${cell.candidates?.join('')}`,
      'It is left open in both. Compare with the table as issued.',
      placeAt(this.#seed, offset),
    );
  }

  /** Names that the end of a table parts, of which the second may be the rest of the first. */
  #oneOrTwo(cell: Cell, pieces: string[], offset: number): void {
    const joined: string[] = [];
    for (const piece of pieces) joined.push(mayGoOn(piece) ? (joined.pop() ?? '') + piece : piece);
    this.#leaveReadings(cell, [pieces, joined], `这一格${ONE_OR_TWO}，原件才能分辨`);
    this.#findings.warn(
      `two tables part these names, and they may be one: ${pieces.join(' ')}`,
      'The cell is left open with both. Compare with the table as issued.',
      placeAt(this.#seed, offset),
    );
  }

  /** A cell that has one half of a name, and the cell above or below it the other. */
  cutInName({ chars, pieces, label, cut = [] }: DutyCell, lines: number[]): Cell {
    const cell: Cell = { status: 'open', text: null, lines, ...(label ? { label } : {}) };
    const whole = cut.reduce(
      (text, [first, rest]) => (text.endsWith(first) ? text + rest : text.startsWith(rest) ? first + text : text),
      pieces.join('、'),
    );
    const said = cut.map(([first, rest]) => `“${first}”与“${rest}”`).join('，');
    this.#leaveReadings(cell, [pieces, [whole]], `上下两行的${said}可能是同一名称，被分在两行，原件才能分辨`);
    if (cut.some(([first]) => chars.text.endsWith(first)))
      this.#findings.warn(
        `the end of a row may have cut a name in two: ${said}`,
        'Both cells are left open. Compare with the table as issued, and mend it in the source.',
        placeAt(this.#seed, chars.at.at(-1) ?? 0),
      );
    return cell;
  }

  /** Leaves a cell open with each list of names that its words may be. */
  #leaveReadings(cell: Cell, readings: string[][], why: string): void {
    cell.candidates = readings.map((each) => each.join(' '));
    cell.candidateUnits = readings.map((each) => this.#units.resolve(each, cell.lines).slugs);
    Object.assign(cell, { status: 'open', text: null, why });
    delete cell.units;
  }

  /** Who stands beside a unit is none; where no sign parts the two, that is inferred. */
  #tellPersons(cell: Cell, persons: NameList['persons'], offset: number): void {
    const [first] = persons;
    if (!first) return;
    const unsure = persons.filter(({ sure }) => !sure);
    if (unsure.length > 0) {
      cell.status = 'inferred';
      cell.why = `单位与人名之间没有标点，按${unsure.map(({ name, person }) => `单位“${name}”、人名“${person}”`).join('，')}读出`;
    }
    if (this.#told.has('person')) return;
    this.#told.add('person');
    this.#findings.note(
      `beside ${first.name} stands who is taken for a person or a telephone, and no unit: ${first.person}`,
      'It stays in the cell as printed, here and in every other cell that is alike. Compare with the notice as issued.',
      placeAt(this.#seed, offset),
    );
  }

  /** Names that share a beginning or an end are inferred where all are known, and else open. */
  #share(cell: Cell, shared: NameList['shared'], offset: number): void {
    const said = shared.map(({ printed, names }) => `“${printed}”合写，拆开是${names.join('、')}`).join('；');
    const unknown = shared.flatMap((each) => each.unknown);
    const isKnown = unknown.length === 0;
    if (isKnown) cell.status = 'inferred';
    cell.why = isKnown ? `原文${said}，都是已知单位` : `原文${said}，其中${unknown.join('、')}别处没有写全，不能确定`;
    if (isKnown) return;
    leaveOpen(cell, cell.why);
    this.#findings.warn(
      `these names share words, and not each of them is known in full: ${shared.map(({ printed }) => printed).join('；')}`,
      'The cell is left open. If they name units, put these into seeds/units.yaml with their whole names.',
      placeAt(this.#seed, offset),
    );
  }

  /** A sign beside a name means something that the notice says, or else a person should look for. */
  #tellSigns(marked: { name: string; sign: string }[], offset: number): void {
    const [first] = marked;
    if (!first || this.#told.has(first.sign) || this.#explained.includes(first.sign)) return;
    this.#told.add(first.sign);
    this.#findings.warn(
      `the sign ${first.sign} stands beside ${first.name}, and no line says that it marks who leads`,
      'Compare with the notice as issued: a note may say what it means.',
      placeAt(this.#seed, offset),
    );
  }

  /** What a cell says by when: 2024年 and 6月 below it are one date, other lines stand apart. */
  deadlineText({ chars, pieces }: DutyCell): string {
    const text = heal(this.#seed, chars);
    return pieces.length > 1 && !readPeriod(text) ? pieces.join(' ') : text;
  }

  /** A cell of a time; when to report is no time that the task is due. */
  deadline(text: string, lines: number[], label: string | undefined, marks: string[], offset: number): DeadlineCell {
    const cell: DeadlineCell = { status: 'printed', text, lines };
    if (label) cell.label = label;
    const pieces = splitAt(text, '，,；;。');
    const due = pieces.filter((piece) => !isReport(piece));
    const reports = pieces.filter(isReport).join('，');
    const reading = readPeriod(reports === '' ? text : due.join('，'));
    if (reports !== '') {
      this.#findings.note(
        `these words say when to report, and give the task no date: ${reports.slice(0, 40)}`,
        'They stand in the cell as printed.',
        placeAt(this.#seed, offset),
      );
      if (reading) cell.status = 'inferred';
      if (reading) cell.why = `“${reports}”说的是何时报送，期限按“${due.join('，')}”读出`;
    }
    if (!reading && NO_TIME.test(text))
      this.#findings.warn(
        `what stands for a deadline is no date that anybody can read: ${text.slice(0, 40)}`,
        'A spreadsheet may have made a number or an error of it. Compare with the notice as issued, and mend the source.',
        placeAt(this.#seed, offset),
      );
    if (reading && !marks.some((mark) => mark.startsWith(LOST_ZERO))) cell.reading = reading;
    lessen(cell, marks);
    return cell;
  }
}

/**
 * A role that two columns or lines tell (责任单位, 责任处室): the units of both, with the names of both.
 * @param first what the one before says
 */
export function bothCells(use: Role, first: Cell, second: Cell): Cell {
  if (first.mayBeMissing || NONE.test(second.text ?? '')) return first;
  if (NONE.test(first.text ?? '')) return second;
  const [one, other] = [first, second].map(({ label }) => label ?? COLUMN_NAMES[use]);
  const why = first.why ?? second.why;
  const [text, units] = [
    [first, second].map((cell) => cell.text ?? cell.candidates?.[0] ?? '').join(' '),
    [...new Set([first, second].flatMap((cell) => cell.units ?? cell.candidateUnits?.[0] ?? []))],
  ];
  const isOpen = first.text === null || second.text === null;
  return {
    status: isOpen ? 'open' : first.status === 'printed' ? second.status : first.status,
    text: isOpen ? null : text,
    ...(one === other ? (first.label ? { label: first.label } : {}) : { label: `${one}、${other}` }),
    ...(isOpen ? { candidates: [text], candidateUnits: [units] } : { units }),
    ...(why === undefined ? {} : { why }),
    lines: [...new Set([...first.lines, ...second.lines])].sort((a, b) => a - b),
  };
}
