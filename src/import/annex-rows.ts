import { placeAt } from '../notice/problem.ts';
import type { ColumnWords } from './column-words.ts';
import { holdAgainst } from './contradictions.ts';
import type { SourceText, Table } from './document.ts';
import type { Findings } from './finding.ts';
import type { AnnexBlocks } from './frame/behind.ts';
import { charsOf } from './frame/blocks.ts';
import type { Ledger } from './ledger.ts';
import { joinContinued } from './tables/continued.ts';
import { halvesOf, markCutNames } from './tables/cut-names.ts';
import { type DutyRow, DutyTableReader, type RowGroup } from './tables/duty-table.ts';
import type { Chars } from './text/chars.ts';
import { labelOf } from './text/labels.ts';
import { isNote } from './text/line-kinds.ts';
import type { NoticeUnits } from './units/unit-book.ts';

/** What the tables of an annex give: the rows, and the notes around them. */
export interface AnnexTable {
  annex: number;
  rows: DutyRow[];
  notes: Chars[];
}

/** Whether two tables give, for the most part, the same tasks. */
function sharesTasks(a: DutyRow[], b: DutyRow[]): boolean {
  const texts = new Set(a.map(({ task }) => task.text.replace(/[。；]$/u, '')));
  const shared = b.filter(({ task }) => texts.has(task.text.replace(/[。；]$/u, ''))).length;
  return shared * 2 >= Math.min(a.length, b.length);
}

/** Reads the rows that give tasks from the tables of annexes, and books what stands around them. */
export class AnnexRows {
  readonly #source: SourceText;
  readonly #ledger: Ledger;
  readonly #columns: ColumnWords;
  readonly #units: NoticeUnits;
  readonly #findings: Findings;

  constructor(source: SourceText, ledger: Ledger, columns: ColumnWords, units: NoticeUnits, findings: Findings) {
    this.#source = source;
    this.#ledger = ledger;
    this.#columns = columns;
    this.#units = units;
    this.#findings = findings;
  }

  /** The rows of each annex, with its number; an annex that two files hold is read from the first. */
  read(annexes: AnnexBlocks[]): AnnexTable[] {
    const found = annexes.map((annex, index) => ({
      annex: index + 1,
      ...this.#rowsOf(annex),
      file: this.#fileAt(annex.lines[0]),
    }));
    const [main] = found.filter(({ rows }) => rows.length > 0);
    const kept: AnnexTable[] = [];
    for (const { annex, rows, notes, file } of found) {
      const twin = main && file !== main.file && rows.length > 0 && sharesTasks(main.rows, rows);
      if (twin) {
        holdAgainst(this.#source.seed, main, { rows, file }, this.#findings);
        this.#bookTwin(rows);
      } else kept.push({ annex, rows, notes });
    }
    return kept;
  }

  #fileAt(line: number): string {
    return this.#source.files.find(({ lines: [from, to] }) => line >= from && line <= to)?.name ?? '';
  }

  /** Books the rows of a file that only repeats another's. */
  #bookTwin(rows: DutyRow[]): void {
    const seen = new Set<number | undefined>();
    for (const { task, groups, roles, more, deadline, other } of rows) {
      const cells = [
        task,
        // A row of its own is booked as a heading already.
        ...groups.filter(({ name }) => name !== undefined).map(({ chars }) => chars),
        ...other.map(({ chars }) => chars),
        ...more.map(({ cell }) => cell.chars),
        ...[...Object.values(roles), deadline].flatMap((cell) => (cell ? [cell.chars] : [])),
      ];
      for (const chars of cells) {
        if (seen.has(chars.at[0])) continue;
        seen.add(chars.at[0]);
        this.#ledger.claim(chars, 'discarded', '与另一文件的同一附件相同，已核对');
      }
    }
  }

  #rowsOf(annex: AnnexBlocks): Omit<AnnexTable, 'annex'> {
    const reader = new DutyTableReader(this.#source.seed, this.#columns, this.#findings);
    const rows: DutyRow[] = [];
    const notes: Chars[] = [];
    let goesOn: Parameters<DutyTableReader['read']>[1];
    let heading: RowGroup | undefined;
    const blocks = joinContinued(
      annex.blocks,
      this.#columns,
      (above, below) => halvesOf(this.#units, above, below) !== undefined,
    );
    for (const [index, block] of blocks.entries()) {
      if (block.kind === 'paragraph') {
        const { chars } = block;
        const label = labelOf(chars.text);
        if (label && blocks[index + 1]?.kind === 'table' && chars.text.length <= 40 && !/[。；]/u.test(chars.text)) {
          heading = { text: chars.text, label, chars };
          this.#ledger.claim(chars, 'heading', '附件分组');
          continue;
        }
        notes.push(chars);
        if (isNote(chars.text)) this.#ledger.claim(block.chars, 'metadata', '附件注');
        else this.#ledger.claim(block.chars, 'metadata', '附件文字');
        continue;
      }
      const read = reader.read(block, goesOn);
      if (!read) {
        this.#findings.warn(
          `table ${block.number} has no heads that give tasks; it is kept as it is`,
          'If it gives tasks, add its heads to seeds/columns.yaml.',
          this.#placeOfTable(block),
        );
        for (const chars of charsOf(block)) this.#ledger.claim(chars, 'metadata', '附件表格');
        continue;
      }
      goesOn = read.columns;
      for (const { chars, as } of read.loose) {
        if (chars.text === '') continue;
        if (as === 'head') this.#ledger.claim(chars, 'discarded', '表头，页面以列名表示');
        else if (as === 'heading') this.#ledger.claim(chars, 'heading', '附件分组');
        else this.#ledger.claim(chars, 'metadata', as === 'title' ? '附件标题' : '附件注');
        if (as === 'remark') notes.push(chars);
      }
      if (!read.namesUnits && read.rows.length > 0)
        this.#findings.warn(
          `table ${block.number} has no column of units: its ${read.rows.length} tasks are shown without any`,
          'Where units stand inside the sentences they are not read as leads.',
          this.#placeOfTable(block),
        );
      // A heading above a table groups all its rows.
      const above = heading;
      markCutNames(this.#units, read.rows);
      rows.push(...(above ? read.rows.map((row) => ({ ...row, groups: [above, ...row.groups] })) : read.rows));
    }
    return { rows, notes };
  }

  #placeOfTable(table: Table) {
    return placeAt(this.#source.seed, this.#source.seed.lineStart(table.line));
  }
}
