import { COLUMNS } from '../../../notice/columns.ts';
import type { Cell, Task } from '../../../notice/model.ts';
import { NoticeError } from '../../../notice/problem.ts';
import { readSeed } from '../../seed.ts';
import { noticeFiles } from '../../write.ts';
import { type ImportedNotice, importNotice, type NoticeSource } from '../import-notice.ts';
import { type FuzzCase, type Spoilt, spoil } from './cases.ts';

/**
 * Judges what the import makes of a spoilt notice:
 *
 * - `crash`: it ends with anything but a NoticeError.
 * - `hang`: it takes more than {@link MOST_SECONDS} of its own thread's processor time; others judge beside it.
 * - `lost`: a character that is not white space is booked not at all or twice; or a clause, a task or a cell says
 *   anything else than the characters that are booked to it; or a cell is booked to no row.
 * - `surer`: a cell claims to be certain, and is not what the notice says of that task. Certain is what is `printed`, and
 *   what is `inferred` without `mayBeMissing`; every other cell claims nothing.
 *
 * What the notice says is what its import as issued, with all its rulings, is certain of, by the task's own words. A
 * cell that is not certain there is none here: spoiling a text tells nothing new. So lost, doubled, moved, cut and
 * joined lines excuse nothing: what they said is known. One thing is not asked: where the words themselves were
 * changed, the text truly says something else, and nobody could see it. So a cell is let pass if its task or the cell
 * itself stands on a line whose words were changed, and on no other ground; its neighbours are not.
 */

export const VERDICTS = ['crash', 'hang', 'lost', 'surer'] as const;
type Verdict = (typeof VERDICTS)[number];

export interface Judgement {
  /** How the import ended. */
  outcome: 'taken' | 'refused';
  seconds: number;
  wrong: { verdict: Verdict; what: string }[];
}

const MOST_SECONDS = 10;

const bare = (text: string) => text.replace(/\s/gu, '');
const isCertain = ({ status, mayBeMissing }: Cell) =>
  status === 'printed' || (status === 'inferred' && mayBeMissing !== true);

/** What is booked to each owner, in the order of the text, by kind and owner. */
function bookedText(lines: string[], { account }: ImportedNotice): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { line, from, to, kind, owner } of account.runs) {
    const key = `${kind} ${owner}`;
    texts.set(key, (texts.get(key) ?? '') + bare((lines[line - 1] ?? '').slice(from - 1, to)));
  }
  return texts;
}

/** What was lost, or said otherwise, between the text and what is made of it. */
function* losses(lines: string[], notice: ImportedNotice): Generator<string> {
  const covered = lines.map(() => '');
  for (const { line, from, to } of notice.account.runs) {
    covered[line - 1] += bare((lines[line - 1] ?? '').slice(from - 1, to));
  }
  const open = lines.findIndex((line, index) => bare(line) !== covered[index]);
  if (open >= 0) yield `line ${open + 1} is not booked once`;
  const booked = bookedText(lines, notice);
  const says = (key: string, text: string) => (booked.get(key) ?? '') === bare(text);
  for (const { clauses } of notice.sections) {
    for (const { id, text } of clauses) if (!says(`clause ${id}`, text)) yield `clause ${id}`;
  }
  const tasks = new Map(notice.tasks.map((task) => [task.id, task]));
  for (const task of notice.tasks) {
    if (!says(`cell ${task.id} task`, task.text)) yield `task ${task.id}`;
    const sorted = (text: string) => [...bare(text)].sort().join('');
    if (sorted(booked.get(`cell ${task.id} lead`) ?? '') !== sorted(task.lead.text ?? '')) yield `lead of ${task.id}`;
  }
  for (const { line, from, to, kind, owner } of notice.account.runs) {
    const [, rows = '', column] = /^(.*) (support|deadline)$/u.exec(owner) ?? [];
    if (kind !== 'cell' || (column !== 'support' && column !== 'deadline')) continue;
    const text = bare((lines[line - 1] ?? '').slice(from - 1, to));
    const holds = (row: string) => {
      const cell = tasks.get(row)?.[column];
      return [cell?.text, ...(cell?.candidates ?? [])].some((each) => bare(each ?? '').includes(text));
    };
    if (!rows.split('|').every(holds)) yield `the ${column} cell on line ${line} is booked to “${rows}”`;
  }
}

/** What the notice as issued is certain of: the cells of each task, by its words. */
function certaintiesOf({ tasks }: ImportedNotice): Map<string, Task> {
  return new Map(tasks.map((task) => [bare(task.text), task]));
}

function* surer({ tasks }: ImportedNotice, issued: Map<string, Task>, reworded: Set<number>): Generator<string> {
  for (const task of tasks) {
    const known = issued.get(bare(task.text));
    for (const column of COLUMNS) {
      const cell = task[column];
      if (!isCertain(cell)) continue;
      const own = known?.[column];
      if (own && isCertain(own) && own.text === cell.text) continue;
      const stands = [
        ...task.lines.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
        ...cell.lines,
      ];
      if (stands.some((line) => reworded.has(line))) continue;
      const said = own ? (isCertain(own) ? own.text : 'nothing certain') : 'no such task';
      yield `${column} of ${task.id} (lines ${stands.join(', ')}): ${cell.status} ${cell.text}, the notice says ${said}`;
    }
  }
}

/** The lines, 1-based, whose words were changed: those that are known to be, and those that the decoding changed. */
function rewordedIn(text: string[], { lines, reworded }: Spoilt): Set<number> {
  const changed =
    text.length === lines.length ? text.flatMap((line, index) => (line === lines[index] ? [] : [index])) : [];
  return new Set([...reworded, ...changed].map((index) => index + 1));
}

/** What a judge needs of the notice as issued. */
export interface Issued extends Omit<NoticeSource, 'bytes' | 'sha256'> {
  lines: string[];
}

/** Makes a judge of one notice. @param room how many bytes a case may add */
export function judgeOf(issued: Issued, room: number): (tried: FuzzCase) => Judgement {
  const { lines, ...source } = issued;
  const read = (bytes: Uint8Array) => importNotice({ ...source, bytes, sha256: '' });
  const certain = certaintiesOf(read(new TextEncoder().encode(lines.join('\n'))));
  return (tried) => {
    const spoilt = spoil(lines, tried, room);
    const wrong: Judgement['wrong'] = [];
    const before = process.threadCpuUsage();
    let notice: ImportedNotice | undefined;
    try {
      notice = read(spoilt.bytes);
      noticeFiles(notice);
    } catch (error) {
      if (!(error instanceof NoticeError)) wrong.push({ verdict: 'crash', what: String(error) });
      else error.format();
    }
    const { user, system } = process.threadCpuUsage(before);
    const seconds = (user + system) / 1e6;
    if (seconds > MOST_SECONDS) wrong.push({ verdict: 'hang', what: `${seconds.toFixed(1)} s` });
    if (notice) {
      const text = readSeed(source.file, spoilt.bytes).text.split('\n');
      for (const what of losses(text, notice)) wrong.push({ verdict: 'lost', what });
      if (tried.encoding !== 'byte changed' && text.join('\n') !== spoilt.lines.join('\n'))
        wrong.push({ verdict: 'lost', what: 'the text is not what was encoded' });
      for (const what of surer(notice, certain, rewordedIn(text, spoilt))) wrong.push({ verdict: 'surer', what });
    }
    return { outcome: notice ? 'taken' : 'refused', seconds, wrong };
  };
}
