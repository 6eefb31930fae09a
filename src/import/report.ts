import { COLUMNS } from '../notice/columns.ts';
import { countGrades, GRADES } from '../notice/grades.ts';
import type { Account } from '../notice/model.ts';
import type { ImportedNotice } from './flattened/import-notice.ts';
import type { Imported } from './result.ts';

/** `unsure` is no status of the data: there it is `inferred` with `mayBeMissing`. */
const GRADE_WORDS = { printed: 'printed', inferred: 'inferred', unsure: 'inferred but may be missing', open: 'open' };

const listed = (ids: string[]) => (ids.length === 0 ? 'none' : ids.join(' '));

/** What an official document settled, cell by cell. */
function documentLines({ document }: Account): string[] {
  if (!document) return [];
  const { file, sha256, rows, settled } = document;
  return [
    `  document ${file} (SHA-256 ${sha256.slice(0, 12)}): ${rows} rows, all of the text; settled ${settled.length} cells:`,
    ...settled.map(({ row, column, was, wasText, text, documentRow }) => {
      const before = wasText === undefined ? was : `${was} ${wasText}`;
      return `    ${row} ${column}: ${before} → ${text} (table row ${documentRow})`;
    }),
  ];
}

/** What the import says of a notice: the account of characters, the annex block by block, what is open. */
export function report({ head, sections, tasks, account, notes }: ImportedNotice): string {
  const { total, ...kinds } = account.characters;
  const booked = Object.values(kinds).reduce((sum, count) => sum + count, 0);
  const clauses = sections.flatMap((section) => section.clauses);
  const blocks = account.blocks.map(({ block, lines, rows, wholeRows, leads, supports, deadlines, displaced }) => {
    const out = displaced.map(({ text, line }) => `, displaced ${text} (line ${line})`).join('');
    const missing = `missing ${leads - supports - displaced.length} + ${leads - deadlines}`;
    return `    ${String(block).padStart(2)}  lines ${lines.join('-')}  rows ${rows[0]} to ${rows.at(-1)}: ${rows.length}, whole ${wholeRows.length}, leads ${leads}, supports ${supports}, deadlines ${deadlines}, ${missing}${out}`;
  });
  const columns = COLUMNS.map((column) => {
    const counts = countGrades(tasks.map((task) => task[column]));
    return `    ${column.padEnd(9)}${GRADES.map((grade) => `${GRADE_WORDS[grade]} ${counts[grade]}`).join(', ')}`;
  });
  return [
    `${head.id}  ${head.number}  ${head.title}`,
    ...notes.map((note) => `  note: ${note}`),
    `  ${sections.length} sections, ${clauses.length} clauses, ${tasks.length} tasks`,
    `  characters: ${total} in the seed, ${booked} accounted for, ${total - booked} left (${Object.entries(kinds)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')})`,
    ...account.discarded.map(({ text, line, reason }) => `    discarded at line ${line}: ${text} (${reason})`),
    ...(tasks.length > 0
      ? [
          '  annex, by block (missing: support + deadline cells that the extraction dropped):',
          ...blocks,
          '  cells:',
          ...columns,
        ]
      : []),
    ...account.blocks.flatMap(({ lines, complete }) =>
      complete === undefined ? [] : [`  ruling on lines ${lines.join('-')}, complete: ${complete}`],
    ),
    ...account.rulings.map(({ row, column, reason }) => `  ruling on ${row} ${column}: ${reason}`),
    ...documentLines(account),
    `  clauses without a task: ${listed(account.clausesWithoutTask)}`,
    `  tasks without a clause: ${listed(account.tasksWithoutClause)}`,
  ].join('\n');
}

/** What was left out, the pieces of a line for one reason together. */
function leftOut({ discarded }: Account): string[] {
  const lines = Map.groupBy(discarded, ({ line, reason }) => `${line} ${reason}`);
  return [...lines.values()].map((pieces) => {
    const [{ line, reason } = { line: 0, reason: '' }] = pieces;
    return `    line ${line}: ${pieces
      .map(({ text }) => text)
      .join(' ')
      .slice(0, 60)} (${reason})`;
  });
}

/** What the import says of a notice in any form: what was found, and what was left out. */
export function reportOf({ head, parts, sections, tasks, account, files }: Imported): string {
  const { title, number, issuer, place, dated, published } = head;
  const { total, discarded } = account.characters;
  const cells = tasks.flatMap(({ lead, support, responsible, deadline }) =>
    [lead, support, responsible, deadline].filter((cell) => cell !== undefined),
  );
  const counts = countGrades(cells);
  const [ofTable, ofText] = ['annex', 'text'].map((origin) => tasks.filter((task) => task.origin === origin).length);
  return [
    `  ${number ?? 'no number'}  ${title}`,
    `  ${issuer}, ${place ?? 'no place'}, dated ${dated ?? 'nowhere'}, published ${published ?? 'nowhere'}`,
    `  from ${files.map(({ name }) => name).join(', ')}: ${parts.length} parts, ${sections.length} sections, ${tasks.length} tasks (${ofTable} of tables, ${ofText} of the text)`,
    `  cells: ${GRADES.map((grade) => `${GRADE_WORDS[grade]} ${counts[grade]}`).join(', ')}`,
    `  ${total} characters, ${discarded} of them left out:`,
    ...leftOut(account),
  ].join('\n');
}
