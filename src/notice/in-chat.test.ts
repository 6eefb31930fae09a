import { expect, test } from 'vitest';
import { printed, taskWith } from './fixture.ts';
import { quoteSection, quoteTask, quoteUnit, tagOf, taskInChat } from './in-chat.ts';

const notice = {
  title: '关于印发2022年重庆市政务服务工作要点的通知',
  planTitle: '2022年重庆市政务服务工作要点',
  number: '渝府办发〔2022〕34号',
  dated: '2022-03-12',
};

test('a page says which notice it is of by the place and the year that people know it by', () => {
  expect([
    tagOf(notice, '重庆市'),
    tagOf({ ...notice, place: '黔东南苗族侗族自治州' }, '重庆市'),
    tagOf({ ...notice, planTitle: null, title: '关于某事的通知' }, ''),
    tagOf({ ...notice, number: null }, '重庆市'),
  ]).toEqual([
    '重庆2022 渝府办发〔2022〕34号',
    '黔东南苗族侗族自治州2022 渝府办发〔2022〕34号',
    '2022 渝府办发〔2022〕34号',
    '2022年重庆市政务服务工作要点',
  ]);
});

test('a task is called by its words; what is cut of them is quoted, and no cell is without its mark', () => {
  const lead = { status: 'open' as const, text: null, candidates: ['市教委、市民政局', '市科技局'], lines: [] };
  const deadline = { ...printed('2022年10月前'), status: 'inferred' as const, mayBeMissing: true };
  const short = taskWith({ id: '13-8', text: '二手房交易与水电气联动过户一件事。', deadline });
  const long = taskWith({ text: `拓展服务覆盖面，${'围绕全生命周期'.repeat(12)}。`, lead });
  expect(taskInChat(short)).toBe('二手房交易与水电气联动过户一件事（任务13-8）');
  expect(quoteTask(short)).toMatch(/^牵头单位：.*；完成时限：2022年10月前【推定·可能漏录】$/u);
  expect(quoteTask(long)).toMatch(
    /^“拓展服务覆盖面，围绕.*…”牵头单位：可能是市教委、市民政局；或市科技局【原件待查】/u,
  );
});

test('a section and a unit are quoted in the notice’s own words', () => {
  const clauses = ['一句。', '又一句。'].map((text, at) => ({
    id: `1-${at + 1}`,
    text,
    lines: [1, 1] as [number, number],
    taskIds: [],
  }));
  expect(quoteSection({ clauses })).toBe('一句。又一句。');
  const own = { leads: [taskWith({ text: '办成一件事。' })], supports: [], answersFor: [] };
  expect(quoteUnit(notice, '市民政局', own)).toMatch(/市民政局的任务（牵头1项）：“办成一件事。”$/u);
});
