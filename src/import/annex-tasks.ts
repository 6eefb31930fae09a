import { ALL_COLUMNS } from '../notice/columns.ts';
import { placeAt } from '../notice/problem.ts';
import type { AnnexTable } from './annex-rows.ts';
import type { ColumnWords } from './column-words.ts';
import type { Paragraph, SourceText } from './document.ts';
import type { Findings } from './finding.ts';
import { charsOf } from './frame/blocks.ts';
import type { Ledger } from './ledger.ts';
import type { ImportedSection, ImportedTask } from './result.ts';
import type { NumberedTask } from './row-notes.ts';
import type { Seed } from './seed.ts';
import { ColumnPages } from './tables/column-pages.ts';
import { cellIn } from './tables/duty-table.ts';
import { FlattenedTasks } from './tables/flattened-tasks.ts';
import type { TaskMaker } from './tasks.ts';
import { type Chars, charsOfLine, tokensOfLine } from './text/chars.ts';
import type { NoticeUnits } from './units/unit-book.ts';

/** What stands in a column of numbers, and cells that say that there is none. */
const ROW_NUMBER =
  /^[（(]?(?:\d{1,4}|\d+(?:[-—.．]\d+){1,3}|[一二三四五六七八九十]{1,3})[）)]?[.．、]?$|^[①-⑳⑴-⒛★☆▲]$|^[-—/／]+$/u;

/** What the tables of a notice are read with. */
interface Tools {
  source: SourceText;
  ledger: Ledger;
  findings: Findings;
  columns: ColumnWords;
  units: NoticeUnits;
}

/** Makes tasks of the rows of tables, and books every character of them. */
export class AnnexTasks {
  readonly #source: SourceText;
  readonly #seed: Seed;
  readonly #ledger: Ledger;
  readonly #findings: Findings;
  readonly #columns: ColumnWords;
  readonly #units: NoticeUnits;
  readonly #tasks: ImportedTask[];
  #groups = 0;

  /** @param tasks takes what the rows give */
  constructor({ source, ledger, findings, columns, units }: Tools, tasks: ImportedTask[]) {
    this.#source = source;
    this.#seed = source.seed;
    this.#ledger = ledger;
    this.#findings = findings;
    this.#columns = columns;
    this.#units = units;
    this.#tasks = tasks;
  }

  /** A table that was flattened to lines of text: what counting its columns gives, and nothing for certain. */
  flattened(texts: Paragraph[], heads: Paragraph, sections: ImportedSection[], annex: number): void {
    const uses = tokensOfLine(this.#seed, heads.line).flatMap((head) => {
      const use = this.#columns.useOf(head);
      return ALL_COLUMNS.filter((column) => column === use);
    });
    const namesIn = (text: string) => {
      const { names, unlike } = this.#units.read([text]);
      return names.length > 0 && unlike.length === 0 ? names.map(({ full }) => full) : undefined;
    };
    const last = texts.at(-1)?.chars.at.at(-1) ?? 0;
    const pages = new ColumnPages(this.#seed, uses, sections, namesIn).read(heads.line + 1, this.#seed.lineOf(last));
    const place = placeAt(this.#seed, heads.chars.at[0] ?? 0);
    if (!pages || pages.every(({ rows }) => rows.length === 0)) {
      this.#findings.error(
        'the table under these heads was flattened to lines of text, and its cells cannot be told apart',
        'Give the table as .docx, .xlsx or .csv beside the text.',
        place,
      );
      for (const { chars } of texts) this.#ledger.claim(chars, 'metadata', '附件表格');
      return;
    }
    this.#findings.warn(
      'the table under these heads was flattened to columns of lines: cells may be lost, and none that was counted off is certain',
      'Give the table as .docx, .xlsx or .csv beside the text to have them certain.',
      place,
    );
    for (const { chars } of texts.slice(0, texts.indexOf(heads))) this.#ledger.claim(chars, 'metadata', '附件文字');
    this.#ledger.claim(charsOfLine(this.#seed, heads.line), 'discarded', '表头，页面以列名表示');
    const maker = new FlattenedTasks(this.#seed, this.#units, this.#columns, sections);
    for (const page of pages) {
      const tasks = maker.ofPage(page, tokensOfLine(this.#seed, heads.line), annex);
      this.#tasks.push(...tasks);
      const ids = tasks.map(({ id }) => id).join('|');
      for (const [index, { task }] of page.rows.entries()) this.#ledger.claim(task, 'cell', `${tasks[index]?.id} task`);
      for (const { column, chars } of page.values) this.#ledger.claim(chars, 'cell', `${ids} ${column}`);
      for (const chars of page.headings) this.#ledger.claim(chars, 'heading', '附件分组');
    }
  }

  /** Names the rows of an annex by the section of the body that their group repeats, else by their group. */
  ofRows({ rows, annex, notes }: AnnexTable, sections: ImportedSection[], maker: TaskMaker): void {
    const same = (a: string, b: string) => a.replace(/[\s。]/gu, '') === b.replace(/[\s。]/gu, '');
    const body = sections.filter(({ part }) => part === 'body');
    const sectionOf = (group: string) =>
      body.find(({ label, title }) => title !== null && (same(group, `${label ?? ''}${title}`) || same(group, title)))
        ?.number;
    const tops = rows.map(({ groups }) => groups[0]?.text);
    const found = tops.map((top) => (top === undefined ? undefined : sectionOf(top)));
    const allFound =
      rows.length > 0 &&
      this.#groups === 0 &&
      found.every((number, index) => number !== undefined && number >= (found[index - 1] ?? 0));
    const printed =
      rows.every(({ number }) => /^\d{1,2}-\d{1,3}$/u.test(number ?? '')) &&
      new Set(rows.map(({ number }) => number)).size === rows.length &&
      this.#groups === 0;
    const numbered: NumberedTask[] = [];
    const counts = new Map<number, number>();
    const claims = new Map<string, { chars: Chars; ids: string[]; column: string }>();
    const claim = (chars: Chars, id: string, column: string) => {
      const key = `${chars.at[0]}`;
      const known = claims.get(key);
      if (known) known.ids.push(id);
      else if (chars.text !== '') claims.set(key, { chars, ids: [id], column });
    };
    for (const [index, row] of rows.entries()) {
      if (index === 0 || tops[index] !== tops[index - 1]) this.#groups++;
      const group = allFound ? (found[index] as number) : this.#groups;
      const count = (counts.get(group) ?? 0) + 1;
      counts.set(group, count);
      const id = printed ? (row.number as string) : `${group}-${count}`;
      claim(row.task, id, 'task');
      for (const { chars } of row.groups) claim(chars, id, 'group');
      for (const { name, chars } of row.other) claim(chars, id, name);
      for (const { use, cell } of row.more) claim(cell.chars, id, use);
      for (const use of ALL_COLUMNS) {
        const cell = cellIn(row, use);
        if (cell) claim(cell.chars, id, use);
      }
      const task = { ...maker.ofRow(row, id, found[index] ?? 0), ...(annex > 1 ? { annex } : {}) };
      this.#tasks.push(task);
      numbered.push({ number: row.number, task });
    }
    for (const note of notes) maker.notes.read(note, numbered);
    for (const { chars, ids, column } of claims.values()) {
      if (column === 'group') this.#claimOnce(chars, 'heading', '附件分组');
      else this.#claimOnce(chars, 'cell', `${ids.join('|')} ${column}`);
    }
  }

  readonly #claimed = new Set<number>();

  #claimOnce(chars: Chars, kind: 'heading' | 'cell', owner: string): void {
    if (chars.at.length === 0 || this.#claimed.has(chars.at[0] as number)) return;
    this.#claimed.add(chars.at[0] as number);
    try {
      this.#ledger.claim(chars, kind, owner);
    } catch (error) {
      if (kind !== 'heading') throw error;
    }
  }

  /** What is left of the tables: numbers, cells that are empty or none. */
  claimNumbers(): void {
    for (const block of this.#source.blocks) {
      if (block.kind !== 'table') continue;
      for (const chars of charsOf(block)) {
        if (ROW_NUMBER.test(chars.text)) {
          try {
            this.#ledger.claim(chars, 'cell', '序号');
          } catch {}
        }
      }
    }
  }
}
