import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { LineCounter, parseDocument } from 'yaml';
import { withCells } from '../notice/absent.ts';
import type {
  Account,
  Change,
  Clause,
  LineRange,
  NoticeHead,
  NoticePart,
  Section,
  Task,
  UnitEntry,
} from '../notice/model.ts';
import { NoticeError, type Place } from '../notice/problem.ts';
import { readSectionMdx, type StoredSection } from '../notice/section-mdx.ts';
import { storedSchemas } from './schema.ts';

/** `notice.json`: the head, its parts, and the lines of the source that each clause stands on. */
export type StoredNotice = NoticeHead & { parts?: NoticePart[]; clauseLines: Record<string, LineRange> };
/** An item of `tasks.json`; its clauses are those that name it in the sections, and it holds only the cells that there are. */
export type StoredTask = Omit<Task, 'clauseIds' | 'lead' | 'support' | 'deadline'> &
  Partial<Pick<Task, 'lead' | 'support' | 'deadline'>>;

/** The joint text of a notice that did not come as one plain text. */
export const SOURCE_TEXT = 'source.txt';

/** The file of a section inside the folder of its notice: `01.mdx`, of the letter `l-01.mdx`, of an annex `a2-01.mdx`. */
export const sectionFile = (section: Pick<Section, 'number' | 'part'>): string =>
  `${partOf(section)}${String(section.number).padStart(2, '0')}.mdx`;

const partOf = ({ part = 'body' }: Pick<Section, 'part'>): string =>
  part === 'body' ? '' : `${part.replace('letter', 'l').replace('annex-', 'a')}-`;

const rank = (name: string): number => (name.startsWith('l') ? 0 : Number(/^a(\d+)-/.exec(name)?.[1] ?? 0) + 1);
const ordinal = (name: string): number => Number(/(\d+)\.mdx$/.exec(name)?.[1]);

/** Files of sections in reading order: the letter, the body, the annexes. */
export const bySectionFile = (a: string, b: string): number => rank(a) - rank(b) || ordinal(a) - ordinal(b);

/** A file of `content/` as read. */
export interface StoredFile {
  file: string;
  text: string;
}

/** The files of a notice as read. */
export interface StoredFiles {
  notice: StoredFile;
  tasks: StoredFile;
  account: StoredFile;
  /** In the order of their numbers. */
  sections: StoredFile[];
}

const AGAIN = 'Mend it, or run npm run import to write it anew.';

const ajv = new Ajv2020({ validateFormats: false, strictTuples: false });
const validators = new Map<keyof typeof storedSchemas, ValidateFunction>();

/** Where in a JSON file a value stands, by its JSON pointer. */
function placeOf({ file, text }: StoredFile, pointer: string): Place {
  const counter = new LineCounter();
  const path = pointer.split('/').slice(1);
  const document = parseDocument(text, { lineCounter: counter });
  const keys = path.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const node = document.getIn(keys, true) as { range?: [number, number, number] } | undefined;
  const { line, col } = counter.linePos(document.errors[0]?.pos[0] ?? node?.range?.[0] ?? 0);
  return { file, line, column: col, excerpt: text.split('\n')[line - 1] ?? '' };
}

function readJson<T>(kind: keyof typeof storedSchemas, stored: StoredFile, hint = AGAIN): T {
  let value: unknown;
  try {
    value = JSON.parse(stored.text);
  } catch (error) {
    throw new NoticeError(`this is not JSON: ${(error as SyntaxError).message}`, hint, placeOf(stored, ''));
  }
  const validate = validators.get(kind) ?? ajv.compile(storedSchemas[kind]);
  validators.set(kind, validate);
  if (validate(value)) return value as T;
  const [error] = validate.errors ?? [];
  const { instancePath: pointer = '', message = '', params = {} } = error ?? {};
  const detail = Object.values(params).filter((param) => typeof param === 'string' && !message.includes(param));
  const what = [pointer.slice(1) || 'the file', message, ...detail].join(' ');
  throw new NoticeError(what, hint, placeOf(stored, pointer));
}

/** Reads `units.json`. @throws NoticeError where it is not what the schema says */
export const readUnits = (file: StoredFile): UnitEntry[] => readJson('units', file);

/** Reads `changes.json`, which no import can write anew. @throws NoticeError where it is not what the schema says */
export const readChanges = (file: StoredFile): Change[] =>
  readJson('changes', file, 'Mend it, or take it from version control: it tells what was changed when.');

/** Reads `tasks.json` alone. @throws NoticeError where it is not what the schema says */
export const readTasks = (file: StoredFile): StoredTask[] => readJson('tasks', file);

/**
 * Reads the files of a notice and puts its parts together.
 * @throws NoticeError with file and place where one of them is not what its schema says, or two do not agree
 */
export function readStored(
  files: StoredFiles,
  units: readonly UnitEntry[],
): { head: NoticeHead; parts?: NoticePart[]; sections: Section[]; tasks: Task[]; account: Account } {
  const { clauseLines, parts, ...head } = readJson<StoredNotice>('notice', files.notice);
  const stored = readJson<StoredTask[]>('tasks', files.tasks);
  const account = readJson<Account>('account', files.account);
  const read = files.sections.map(({ file, text }) => readSectionMdx(file, text));
  checkSections(files, read, clauseLines);
  checkTasks(files.tasks, stored, read, units);
  const clauses = read.flatMap((section) => section.clauses);
  const tasks = stored.map(({ differsFromClause, lines, ...task }) => ({
    ...withCells(task),
    clauseIds: clauses.filter(({ taskIds }) => taskIds.includes(task.id)).map(({ id }) => id),
    ...(differsFromClause === undefined ? {} : { differsFromClause }),
    lines,
  }));
  const withLines = ({ place, ...clause }: StoredSection['clauses'][number]): Clause => {
    const lines = clauseLines[clause.id];
    if (lines) return { ...clause, lines };
    throw new NoticeError(`notice.json tells no lines for clause ${clause.id}`, AGAIN, place);
  };
  return {
    head,
    ...(parts ? { parts } : {}),
    sections: read.map((each) => ({ ...each, clauses: each.clauses.map(withLines) })),
    tasks,
    account,
  };
}

function checkSections({ notice, sections }: StoredFiles, read: StoredSection[], lines: StoredNotice['clauseLines']) {
  const counts = new Map<string, number>();
  for (const [index, { number, part = 'body' }] of read.entries()) {
    const { file = '', text = '' } = sections[index] ?? {};
    const expected = (counts.get(part) ?? 0) + 1;
    counts.set(part, number);
    if (number === expected) continue;
    const excerpt = text.split('\n')[1] ?? '';
    throw new NoticeError(`section ${expected} is expected here`, AGAIN, { file, line: 2, column: 1, excerpt });
  }
  const known = new Set(read.flatMap(({ clauses }) => clauses.map(({ id }) => id)));
  const gone = Object.keys(lines).find((id) => !known.has(id));
  if (gone) throw new NoticeError(`no section holds clause ${gone}`, AGAIN, placeOf(notice, `/clauseLines/${gone}`));
}

function checkTasks(file: StoredFile, tasks: StoredTask[], sections: StoredSection[], units: readonly UnitEntry[]) {
  const ids = new Set(tasks.map(({ id }) => id));
  const slugs = new Set(units.map(({ slug }) => slug));
  for (const [index, { id, section, lead, support, responsible }] of tasks.entries()) {
    const at = (key: string) => placeOf(file, `/${index}/${key}`);
    if (tasks.findIndex((task) => task.id === id) < index) {
      throw new NoticeError(`task ${id} stands twice`, AGAIN, at('id'));
    }
    if (section > sections.length) throw new NoticeError(`there is no section ${section}`, AGAIN, at('section'));
    for (const [role, cell] of Object.entries({ lead, support, responsible })) {
      const gone = [...(cell?.units ?? []), ...(cell?.candidateUnits ?? []).flat()].find((slug) => !slugs.has(slug));
      if (gone) throw new NoticeError(`units.json knows no unit ${gone}`, AGAIN, at(role));
    }
  }
  for (const { taskIds, place } of sections.flatMap(({ clauses }) => clauses)) {
    const gone = taskIds.find((id) => !ids.has(id));
    if (gone) throw new NoticeError(`no task ${gone} stands in tasks.json`, AGAIN, place);
  }
}
