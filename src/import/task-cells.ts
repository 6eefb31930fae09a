import { COLUMN_NAMES } from '../notice/columns.ts';
import type { Role } from '../notice/duties.ts';
import type { Cell, DeadlineCell } from '../notice/model.ts';
import { readPeriod } from '../notice/period.ts';
import { placeAt } from '../notice/problem.ts';
import type { Findings } from './finding.ts';
import type { Seed } from './seed.ts';
import { LOST_ZERO } from './sources/xlsx.ts';
import type { DutyCell } from './tables/duty-table.ts';
import { heal } from './text/chars.ts';
import type { NoticeUnits } from './units/unit-book.ts';

/** 同上, 〃: what the task before says. */
export const SAME = /^(?:同上|〃|″)[。；]?$/u;

/** A cell that says that there is none. */
export const NONE = /^(?:[—\-－–]+|无)$/u;

/** Marks in a cell make it less than printed. */
function lessen(cell: Cell, marks: string[]): void {
  if (marks.length === 0) return;
  cell.status = 'inferred';
  cell.why = `原文件这一格含${marks.join('、')}，按版面上可见的文字读出`;
}

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
      const { slugs, unlike, marked } = this.#units.resolve(
        pieces,
        lines,
        /^[^、]*[科处股]室[^、]*$/u.test(label ?? ''),
      );
      cell.units = slugs;
      this.#tellSigns(marked, offset);
      if (unlike.length > 0)
        this.#findings.warn(
          `these words name no unit as far as they tell: ${unlike.join('、')}`,
          'They stand as printed. If they name a unit, put it into seeds/units.yaml; if not, compare with the notice as issued.',
          placeAt(this.#seed, offset),
        );
    }
    lessen(cell, marks);
    return cell;
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

  deadline(text: string, lines: number[], label: string | undefined, marks: string[]): DeadlineCell {
    const cell: DeadlineCell = { status: 'printed', text, lines };
    if (label) cell.label = label;
    const reading = readPeriod(text);
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
  if (first.text === null || second.text === null || NONE.test(second.text)) return first;
  if (NONE.test(first.text)) return second;
  const [one, other] = [first, second].map(({ label }) => label ?? COLUMN_NAMES[use]);
  const why = first.why ?? second.why;
  return {
    status: first.status === 'printed' ? second.status : first.status,
    text: `${first.text} ${second.text}`,
    ...(one === other ? (first.label ? { label: first.label } : {}) : { label: `${one}、${other}` }),
    units: [...new Set([...(first.units ?? []), ...(second.units ?? [])])],
    ...(why === undefined ? {} : { why }),
    lines: [...new Set([...first.lines, ...second.lines])].sort((a, b) => a - b),
  };
}
