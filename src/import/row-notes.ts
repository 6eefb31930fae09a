import { placeAt } from '../notice/problem.ts';
import type { DutyReader } from './duty-reader.ts';
import type { Findings } from './finding.ts';
import { areOf, itemDuties } from './item-words.ts';
import type { ImportedTask } from './result.ts';
import { saysWho } from './says-who.ts';
import type { Seed } from './seed.ts';
import { type CellMaker, lessened } from './task-cells.ts';
import { type Chars, linesOf, slice } from './text/chars.ts';
import { labelOf } from './text/labels.ts';
import { sentencesOf } from './text/sentences.ts';

/** A row with its number, and the task that it gives. */
export interface NumberedTask {
  number: string | null;
  task: ImportedTask;
}

/** 注：, 说明：. */
const NOTE = /^(?:注|备注|说明|附注)[:：]?/u;

/** Reads what the notes of a table say of its rows: 注：第1—2项由县教育局牵头. */
export class RowNotes {
  readonly #seed: Seed;
  readonly #findings: Findings;
  readonly #duties: DutyReader;
  readonly #cells: CellMaker;

  constructor(seed: Seed, findings: Findings, duties: DutyReader, cells: CellMaker) {
    this.#seed = seed;
    this.#findings = findings;
    this.#duties = duties;
    this.#cells = cells;
  }

  /** Gives rows what a note says of them by their numbers; a note that says who otherwise is told. */
  read(note: Chars, rows: NumberedTask[]): void {
    const words = slice(note, NOTE.exec(note.text)?.[0].length ?? 0);
    for (const [from, to] of sentencesOf(words.text)) {
      const sentence = slice(words, from, to);
      const isRead = this.#give(sentence, rows);
      if (isRead || (isRead === undefined && !saysWho(this.#duties.names, sentence.text))) continue;
      this.#findings.warn(
        `a note of the table may say who must do it, and is read as text: ${sentence.text.slice(0, 40)}`,
        'Compare with the table as issued: the rows that it names show no unit by it.',
        placeAt(this.#seed, sentence.at[0] ?? 0),
      );
    }
  }

  /** @returns whether each item that a sentence names is a row that says nothing else; `undefined` for another sentence */
  #give(sentence: Chars, rows: NumberedTask[]): boolean | undefined {
    const duties = itemDuties(sentence.text, this.#duties);
    if (!duties) return duties === null ? false : undefined;
    const given = duties.map(({ items, words }) => {
      const own = rows.filter(({ number }) => areOf(items, labelOf(`${number}、`) ?? null));
      const count = items.all ? (items.count ?? rows.length) : items.numbers.length;
      const isFree = own.every(({ task }) => words.roles.every(({ use }) => !task[use]));
      return own.length === count && isFree && !items.under ? { own, words } : undefined;
    });
    if (given.includes(undefined)) return false;
    const why = `表下注明“${sentence.text}”，按序号对应`;
    const [lines, offset] = [linesOf(this.#seed, sentence), sentence.at[0] ?? 0];
    for (const each of given)
      for (const { task } of each?.own ?? []) {
        for (const { use, label, text } of each?.words.roles ?? [])
          task[use] = lessened(this.#cells.units(text, [text], lines, label, [], offset), why);
        const deadline = each?.words.deadline;
        if (deadline !== undefined && !task.deadline)
          task.deadline = lessened(this.#cells.deadline(deadline, lines, undefined, [], offset), why);
      }
    return true;
  }
}
