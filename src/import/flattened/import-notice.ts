import { ANNEX_HEADS } from '../../notice/columns.ts';
import type { Account, Fact, NoticeHead, Section, Task, UnitEntry } from '../../notice/model.ts';
import { quoted } from '../../notice/problem.ts';
import { Ledger } from '../ledger.ts';
import { strangeCharacters } from '../oddities.ts';
import type { AnnexDocument } from '../official/annex-document.ts';
import type { Rulings } from '../rulings.ts';
import { readSeed, type Seed } from '../seed.ts';
import { Authority } from '../units/resolve.ts';
import { type Annex, readAnnex } from './annex.ts';
import { findParts, readEnds, readHead } from './head.ts';
import { readSections } from './sections.ts';

/** A notice as received, with what goes beside it. */
export interface NoticeSource {
  id: string;
  file: string;
  bytes: Uint8Array;
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: string;
  units: UnitEntry[];
  rulings: Rulings;
  /** The annex of an official document, which settles what the text leaves open. */
  document?: AnnexDocument | undefined;
}

/** What an import makes of a notice. */
export interface ImportedNotice {
  head: NoticeHead;
  sections: Section[];
  tasks: Task[];
  account: Account;
  /** What a person should know of how the text was read. */
  notes: string[];
}

/** What a person should know of an annex: of how it was read, and where it is not what was announced. */
function annexNotes({ title, notes }: Annex, announced: Fact | null): string[] {
  if (!announced) return ['no line of the notice announces its annex', ...notes];
  const name = announced.text.replace(/^附件：/u, '');
  if (name === title) return notes;
  return [`line ${announced.lines[0]} announces the annex ${quoted(name)}; it is headed ${quoted(title)}`, ...notes];
}

/** Whether a text has the table of an annex whose columns a PDF was flattened to, one behind the other. */
export const hasFlattenedAnnex = (seed: Seed): boolean =>
  Array.from({ length: seed.lines }, (_, index) => seed.line(index + 1).trim()).some(
    (line) => line.split(/ +/u).join() === ANNEX_HEADS.join(),
  );

/**
 * Makes sections, tasks and the account of characters of a notice.
 * @throws NoticeError on anything that is not a whole notice; nothing is guessed to get past it
 */
export function importNotice({ id, file, bytes, sha256, units, rulings, document }: NoticeSource): ImportedNotice {
  const seed = readSeed(file, bytes);
  const notes = [...seed.notes, ...strangeCharacters(seed)];
  const ledger = new Ledger(seed);
  const parts = findParts(seed);
  const { front, notes: ofHead } = readHead(seed, ledger, parts);
  const { sections: texts, notes: ofSections } = readSections(seed, ledger, parts.firstSection, parts.sectionsEnd);
  const ends = readEnds(seed, ledger, parts);
  const source = { seed, ledger, authority: new Authority(units), sections: texts, rulings, document };
  const annex = parts.annex === undefined ? undefined : readAnnex(source, parts.annex, parts.tail);
  notes.push(...ofHead, ...ofSections);
  if (!annex) {
    notes.push('the notice has no annex, and so no tasks');
    notes.push(`section ${texts.length} is the last, and nothing tells whether more followed`);
    if (ends.annexLine) notes.push(`line ${ends.annexLine.lines[0]} announces an annex, and the text holds none`);
    const count = rulings.cells.length + rulings.pages.length;
    if (count > 0) notes.push(`its ${count} rulings settle nothing`);
    if (document) notes.push(`${document.file} settles nothing`);
  }
  notes.push(...(annex ? annexNotes(annex, ends.annexLine) : []));
  const tasks = annex?.tasks ?? [];
  const tasksOf = new Map<string, string[]>();
  for (const { id, clauseIds } of tasks)
    for (const clause of clauseIds) tasksOf.set(clause, [...(tasksOf.get(clause) ?? []), id]);
  const sections = texts.map(({ number, title, clauses }) => ({
    number,
    title,
    clauses: clauses.map((clause) => ({ ...clause, taskIds: tasksOf.get(clause.id) ?? [] })),
  }));
  const { characters, runs } = ledger.close();
  const name = file.split('/').at(-1) ?? file;
  return {
    head: {
      id,
      ...front,
      ...ends,
      annexTitle: annex?.title ?? null,
      source: { file: name, sha256, lines: seed.lines },
    },
    sections,
    tasks,
    account: {
      characters,
      blocks: annex?.blocks ?? [],
      discarded: runs
        .filter(({ kind }) => kind === 'discarded')
        .map(({ line, from, to, owner }) => ({ text: seed.line(line).slice(from - 1, to), line, reason: owner })),
      clausesWithoutTask: annex
        ? sections.flatMap(({ clauses }) =>
            clauses.filter(({ taskIds }) => taskIds.length === 0).map((clause) => clause.id),
          )
        : [],
      tasksWithoutClause: tasks.filter(({ clauseIds }) => clauseIds.length === 0).map((task) => task.id),
      rulings: annex ? rulings.cells.map(({ row, column, reason, lines }) => ({ row, column, reason, lines })) : [],
      ...(annex && document
        ? {
            document: {
              file: document.file,
              sha256: document.sha256,
              rows: document.rows.length,
              settled: annex.settled,
            },
          }
        : {}),
      runs,
    },
    notes,
  };
}
