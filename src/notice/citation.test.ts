import { expect, test } from 'vitest';
import { citeCells, citeClause, citeReference, citeTask, citeUnit } from './citation.ts';
import { printed, taskWith } from './fixture.ts';

const notice = { title: '', planTitle: '2022年重庆市政务服务工作要点', number: '渝府办发〔2022〕34号' };
const document = '《2022年重庆市政务服务工作要点》（渝府办发〔2022〕34号）';

test('cites a sentence by its part of the notice', () => {
  expect(citeClause(notice, '13-3')).toBe(`${document}第十三部分第3句`);
});

test('cites a row by its place in its part and in the whole table', () => {
  const tasks = [taskWith({ id: '1-1' }), taskWith({ id: '2-1', section: 2 }), taskWith({ id: '2-2', section: 2 })];
  expect(citeTask(notice, tasks, taskWith({ id: '2-2', section: 2 }))).toBe(
    `${document}附件第二部分第2行（任务2-2，附件全表第3行）`,
  );
});

test('cites a unit with its two roles apart, and what may be missing apart from both', () => {
  const sure = printed('市民政局');
  const unsure = { ...sure, status: 'inferred' as const, mayBeMissing: true };
  const led = taskWith({ lead: sure });
  const inferred = taskWith({ lead: { ...sure, status: 'inferred' } });
  const supported = taskWith({ support: sure });
  expect([
    citeUnit(notice, '市民政局', { leads: [led, led], supports: [supported], answersFor: [] }),
    citeUnit(notice, '市教委', { leads: [led], supports: [supported, taskWith({ support: unsure })], answersFor: [] }),
    citeUnit(notice, '市科技局', { leads: [led, inferred], supports: [], answersFor: [] }),
    citeUnit(notice, '市农业农村委', { leads: [], supports: [], answersFor: [] }),
  ]).toEqual([
    `${document}附件所列市民政局的任务（牵头2项，配合1项）`,
    `${document}附件所列市教委的任务（牵头1项；配合1项，另有推定·可能漏录1项）`,
    `${document}附件所列市科技局的任务（牵头2项（1项【推定】））`,
    `${document}附件所列市农业农村委的任务`,
  ]);
});

test('cites the cells of a task each with its mark, an open one with all that it may be', () => {
  const unsure = { ...printed('市教委'), status: 'inferred' as const, mayBeMissing: true };
  const open = { status: 'open' as const, text: null, candidates: ['2022年8月前', '持续推进'], lines: [] };
  expect(citeCells(taskWith({ lead: printed('市民政局'), support: unsure, deadline: open }))).toBe(
    '牵头单位：市民政局；配合单位：市教委【推定·可能漏录】；完成时限：可能是2022年8月前；或持续推进【原件待查】',
  );
});

test('cites a notice as a reference by its day of publication, else that of its signing', () => {
  const head = { title: '关于某事的通知', number: '渝府办发〔2022〕34号', issuer: '某市人民政府', dated: '2022-03-12' };
  expect([
    citeReference({ ...head, published: '2022-03-20' }),
    citeReference({ ...head, published: null, number: null }),
  ]).toEqual([
    '某市人民政府. 关于某事的通知：渝府办发〔2022〕34号[EB/OL]. (2022-03-20)[引用日期].',
    '某市人民政府. 关于某事的通知[EB/OL]. (2022-03-12)[引用日期].',
  ]);
});
