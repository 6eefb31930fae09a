import type { Column } from '../../notice/columns.ts';
import type { Cell, DeadlineCell } from '../../notice/model.ts';
import { readPeriod } from '../../notice/period.ts';
import type { ColumnWords } from '../column-words.ts';
import type { ImportedSection, ImportedTask } from '../result.ts';
import type { Seed } from '../seed.ts';
import { heal, lineRanges, linesOf } from '../text/chars.ts';
import type { NoticeUnits } from '../units/unit-book.ts';
import type { PageCell, TablePage } from './column-pages.ts';

const BY_BREAKS = '这一行整行录出，而左右两格的先后分不清；同表其他行断行之处表明两列各容几字，这一格的断行只合这一列';
const bare = (text: string) => text.replace(/[\s“”‘’。]/gu, '');

/** Makes tasks of the pages of a flattened table. */
export class FlattenedTasks {
  readonly #seed: Seed;
  readonly #units: NoticeUnits;
  readonly #words: ColumnWords;
  readonly #sections: ImportedSection[];
  readonly #counts = new Map<number, number>();
  #section = 0;

  constructor(seed: Seed, units: NoticeUnits, words: ColumnWords, sections: ImportedSection[]) {
    this.#seed = seed;
    this.#units = units;
    this.#words = words;
    this.#sections = sections;
  }

  /** @param heads of the table, as printed */
  ofPage({ rows }: TablePage, heads: string[], annex: number): ImportedTask[] {
    return rows.map(({ task, cells }): ImportedTask => {
      const text = heal(this.#seed, task);
      const section = this.#sections.find(({ clauses }) => clauses.some((clause) => bare(clause.text) === bare(text)));
      // A row whose sentence the body lacks stands under the section of the row before it.
      this.#section = section?.number ?? this.#section;
      const group = Math.max(1, this.#section);
      const count = (this.#counts.get(group) ?? 0) + 1;
      this.#counts.set(group, count);
      const made: ImportedTask = {
        id: `${group}-${count}`,
        section: this.#section,
        origin: 'annex',
        ...(annex > 1 ? { annex } : {}),
        text,
        clauseIds: [],
        lines: lineRanges(this.#seed, task),
      };
      for (const [column, cell] of Object.entries(cells) as [Column, PageCell][]) {
        const head = heads.find((each) => this.#words.useOf(each) === column) ?? '';
        const label = this.#words.labelOf(head);
        made[column] = this.#cell(cell, column, label, linesOf(this.#seed, task));
      }
      return made;
    });
  }

  #cell(
    { value, whole, candidates }: PageCell,
    column: Column,
    label: string | undefined,
    own: number[],
  ): DeadlineCell {
    const named = label === undefined ? {} : { label };
    const slugsOf = (text: string, lines: number[]) => this.#units.resolve([text], lines).slugs;
    if (value) {
      const text = heal(this.#seed, value);
      const lines = linesOf(this.#seed, value);
      const reading = column === 'deadline' ? readPeriod(value.text) : undefined;
      const cell: Cell =
        whole === 'order'
          ? { ...named, status: 'printed', text, lines }
          : whole === 'breaks'
            ? { ...named, status: 'inferred', text, why: BY_BREAKS, lines }
            : {
                ...named,
                status: 'inferred',
                text,
                mayBeMissing: true,
                why: '本页这一列录出的格数与行数相同，按次序对应；附件由 PDF 按列录出，无从证明没有漏格',
                lines,
              };
      if (column !== 'deadline' && !/^[—－-]+$/u.test(text)) cell.units = slugsOf(value.text, lines);
      return reading ? { ...cell, reading } : cell;
    }
    const seen = new Map(candidates.map((chars) => [heal(this.#seed, chars), chars]));
    return {
      ...named,
      status: 'open',
      text: null,
      candidates: [...seen.keys()],
      ...(column === 'deadline'
        ? {}
        : {
            candidateUnits: [...seen].map(([text, chars]) =>
              /^[—－-]+$/u.test(text) ? [] : slugsOf(chars.text, linesOf(this.#seed, chars)),
            ),
          }),
      mayBeMissing: true,
      why: '附件由 PDF 按列录出，这一列录出的格数与行数不同，分不清哪一格属哪一行',
      lines: seen.size > 0 ? [...new Set([...seen.values()].flatMap((chars) => linesOf(this.#seed, chars)))] : own,
    };
  }
}
