import { expect, test } from 'vitest';
import { citeClause, citeTask, citeUnit } from './citation.ts';
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
  const supported = taskWith({ support: sure });
  expect([
    citeUnit(notice, '市民政局', { leads: [led, led], supports: [supported], answersFor: [] }),
    citeUnit(notice, '市教委', { leads: [led], supports: [supported, taskWith({ support: unsure })], answersFor: [] }),
    citeUnit(notice, '市农业农村委', { leads: [], supports: [], answersFor: [] }),
  ]).toEqual([
    `${document}附件所列市民政局的任务（牵头2项，配合1项）`,
    `${document}附件所列市教委的任务（牵头1项；配合1项，另有推定·可能漏录1项）`,
    `${document}附件所列市农业农村委的任务`,
  ]);
});
