import { expect, test } from 'vitest';
import { citeClause, citeTask, citeUnit } from './citation.ts';
import { taskWith } from './fixture.ts';

const notice = { planTitle: '2022年重庆市政务服务工作要点', number: '渝府办发〔2022〕34号' };
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

test('cites a unit with its two roles apart', () => {
  expect([
    citeUnit(notice, { name: '市民政局', leads: ['13-3', '13-7'], supports: ['1-1'] }),
    citeUnit(notice, { name: '市农业农村委', leads: [], supports: [] }),
  ]).toEqual([`${document}附件所列市民政局的任务（牵头2项，配合1项）`, `${document}附件所列市农业农村委的任务`]);
});
