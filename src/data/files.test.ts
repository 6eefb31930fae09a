import { expect, test } from 'vitest';
import { assemble } from '../notice/assemble.ts';
import { printed, taskWith, unitWith } from '../notice/fixture.ts';
import type { NoticeData, Task, Unit } from '../notice/model.ts';
import { addressUnder } from './file-address.ts';
import type { Table } from './table.ts';
import { noticeTables, unitTables } from './workbooks.ts';

const hechuan = {
  ...unitWith({ slug: 'he-chuan', name: '合川区政府', kind: '区县政府' }),
  leads: ['2-1'],
  supports: [],
};
const every = {
  ...unitWith({ slug: 'ge', name: '各区县政府', kind: '集合称谓', covers: { kind: '区县政府', all: true } }),
  leads: [],
  supports: ['2-2'],
};

const dataWith = (tasks: Task[], units: Unit[] = [hechuan, every]) =>
  ({
    notice: { id: 'a-1', number: '甲〔2022〕1号' },
    sections: [{ number: 2, title: '深化改革', clauses: [] }],
    tasks,
    units,
  }) as unknown as NoticeData;

/** The first row as an object, empty fields left out. */
const record = ({ columns, rows }: Table, row = 0) =>
  Object.fromEntries(
    columns.map(({ name }, index) => [name, rows[row]?.[index]?.text]).filter(([, text]) => text !== ''),
  );

const pathsOnly = addressUnder(undefined);

test('writes an open cell as 待核 with its candidates, never as a value', () => {
  const open = {
    status: 'open' as const,
    text: null,
    candidates: ['市教委', '——'],
    mayBeMissing: true,
    why: '甲。',
    lines: [43, 44],
  };
  const row = record(noticeTables(dataWith([taskWith({ support: open })]), pathsOnly).tasks);
  expect(row).toMatchObject({
    配合单位: '【待核】',
    配合单位状态: '待核',
    配合单位可能的内容: '市教委｜——',
    配合单位说明: '甲。这一格也可能漏录，原文或另有内容。',
    配合单位原文行: '第43、44行',
  });
  expect(row).not.toHaveProperty('配合单位名单');
});

test('says of an inferred cell that it is, and why', () => {
  const inferred = { ...printed('合川区政府', ['he-chuan']), status: 'inferred' as const, why: '只有此值。' };
  expect(record(noticeTables(dataWith([taskWith({ support: inferred })]), pathsOnly).tasks)).toMatchObject({
    配合单位: '合川区政府',
    配合单位状态: '推定',
    配合单位名单: '合川区政府',
    配合单位说明: '只有此值。',
  });
});

test('tells a value that may be missing apart, and counts it for no unit', () => {
  const support = { ...printed('合川区政府', ['he-chuan']), status: 'inferred' as const, mayBeMissing: true };
  const tasks = [taskWith({ id: '2-1', section: 2, support })];
  const { units: named } = assemble({ ...dataWith(tasks), head: dataWith(tasks).notice, units: [hechuan] });
  const data = dataWith(tasks, named);
  expect(record(noticeTables(data, pathsOnly).tasks)).toMatchObject({ 配合单位状态: '推定·可能漏录' });
  const { tasks: table, units } = unitTables(hechuan, [data], pathsOnly);
  expect(table.rows.map(([, relation]) => relation?.text)).toEqual(['配合（推定·可能漏录）']);
  expect(record(units)).toEqual(expect.objectContaining({ 配合: '0', 可能漏录的配合任务: '任务2-1' }));
  expect(record(units)).not.toHaveProperty('配合任务');
});

test('reads a staged deadline level by level', () => {
  const stages = [
    { who: '市级', date: '2022-04' },
    { who: '区县', date: '2022-06-30' },
  ];
  const deadline = { ...printed('2022年4月前市级完成，6月底前区县完成'), reading: { kind: 'staged' as const, stages } };
  expect(record(noticeTables(dataWith([taskWith({ deadline })]), pathsOnly).tasks)).toMatchObject({
    时限类型: '分级完成',
    时限日期: '市级 2022-04前｜区县 2022-06-30前',
  });
});

test('links back where the public address is known, and else names the path', () => {
  const data = dataWith([taskWith({ id: '2-1', section: 2 })]);
  const [bare] = noticeTables(data, pathsOnly).tasks.rows;
  expect([bare?.[0], bare?.at(-1)]).toEqual([{ text: '任务2-1' }, { text: '/a-1/task/2-1/' }]);
  const [linked] = noticeTables(data, addressUnder(new URL('https://x.gov.cn'))).tasks.rows;
  expect(linked?.[0]).toEqual({ text: '任务2-1', link: 'https://x.gov.cn/a-1/task/2-1/' });
});

test('keeps a unit’s own tasks, those of its collectives and open ones apart', () => {
  const tasks = [
    taskWith({ id: '2-1', lead: printed('合川区政府', ['he-chuan']) }),
    taskWith({ id: '2-2', support: printed('各区县政府', ['ge']) }),
    taskWith({
      id: '2-3',
      support: { status: 'open', text: null, candidates: ['合川区政府'], candidateUnits: [['he-chuan']], lines: [1] },
    }),
  ];
  const { tasks: table, units } = unitTables(hechuan, [dataWith(tasks)], pathsOnly);
  expect(table.rows.map(([task, relation]) => [task?.text, relation?.text])).toEqual([
    ['任务2-1', '牵头'],
    ['任务2-2', '经“各区县政府”配合'],
    ['任务2-3', '待核：可能配合'],
  ]);
  expect(units.rows.map(([name]) => name?.text)).toEqual(['合川区政府', '各区县政府']);
});
