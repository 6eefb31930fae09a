import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NoticeError } from '../notice/problem.ts';
import { readStored, readUnits, type StoredFile } from './stored.ts';

const read = (path: string): StoredFile => ({
  file: path,
  text: readFileSync(`content/yfbf-2022-34/${path}`, 'utf8'),
});
const FILES = {
  notice: read('notice.json'),
  tasks: read('tasks.json'),
  account: read('account.json'),
  sections: readdirSync('content/yfbf-2022-34/sections')
    .sort()
    .map((name) => read(`sections/${name}`)),
};
const UNITS = { file: 'units.json', text: readFileSync('content/units.json', 'utf8') };

/** The error that reading ends with after one change by hand. */
function failureOf(file: string, from: string, to: string): string {
  const change = (stored: StoredFile) => {
    if (stored.file !== file) return stored;
    expect(stored.text).toContain(from);
    return { file, text: stored.text.replace(from, to) };
  };
  const { notice, tasks, account, sections } = FILES;
  try {
    readStored(
      { notice: change(notice), tasks: change(tasks), account: change(account), sections: sections.map(change) },
      readUnits(change(UNITS)),
    );
  } catch (error) {
    if (error instanceof NoticeError) return error.format();
    throw error;
  }
  return '';
}

test('what the import wrote is read, the tasks of a clause and the clauses of a task alike', () => {
  const { sections, tasks } = readStored(FILES, readUnits(UNITS));
  const clauses = sections.flatMap((section) => section.clauses);
  expect(clauses.find(({ id }) => id === '3-1')).toMatchObject({ taskIds: ['3-1', '3-2'], lines: [16, 16] });
  expect(tasks.find(({ id }) => id === '7-4')?.clauseIds).toEqual(['7-4', '7-5', '7-6', '7-7']);
});

test.each<[string, string, string, string, string, number, string?]>([
  ['that is no JSON', 'tasks.json', '"section": 1,', '"section": 1', 'this is not JSON', 4],
  ['with an unknown grade', 'tasks.json', '"status":"printed"', '"status":"sure"', '0/lead/status', 6],
  [
    'with a key misspelt',
    'tasks.json',
    '"deadline"',
    '"dead-line"',
    'must NOT have additional properties dead-line',
    2,
  ],
  ['with a key too many', 'tasks.json', '"id"', '"of": 1, "id"', 'must NOT have additional properties of', 2],
  ['with a unit nobody knows', 'tasks.json', '"shi-fa-zhan-gai-ge-wei"', '"xx"', 'knows no unit xx', 6],
  ['with a task twice', 'tasks.json', '"id": "1-2"', '"id": "1-1"', 'task 1-1 stands twice', 12],
  ['with a task of no section', 'tasks.json', '"section": 1', '"section": 21', 'there is no section 21', 4],
  ['with a date that is none', 'notice.json', '"2022-03-12"', '20220312', 'dated must be string', 6],
  [
    'without the lines of a clause',
    'notice.json',
    '"1-2": [14,14],',
    '',
    'no lines for clause 1-2',
    7,
    'sections/01.mdx',
  ],
  ['with lines of no clause', 'notice.json', '"1-2": [', '"1-9": [1,1], "1-2": [', 'no section holds clause 1-9', 35],
  ['with a kind that is none', 'units.json', '"kind":"区县政府"', '"kind":"区县"', '0/kind must be equal to one of', 2],
  ['with a count below nothing', 'account.json', '"total": 13926', '"total": -1', 'characters/total must be >= 0', 3],
  ['with a task that is none', 'sections/01.mdx', 'tasks="1-1"', 'tasks="1-9"', 'no task 1-9 stands', 6],
  ['with a section out of order', 'sections/01.mdx', 'number: 1', 'number: 2', 'clause 2-1 is missing', 6],
])('a file %s is refused with its place and what to do', (_, file, from, to, message, line, told = file) => {
  const failure = failureOf(file, from, to);
  expect(failure).toContain(message);
  expect(failure).toContain(`--> ${told}:${line}:`);
  expect(failure).toMatch(/\n {2}help: ./u);
});
