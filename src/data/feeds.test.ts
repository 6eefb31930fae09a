import { expect, test } from 'vitest';
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { printed, taskWith, unitWith } from '../notice/fixture.ts';
import { HOSTILE } from '../notice/hostile.ts';
import type { Change } from '../notice/model.ts';
import type { Changing } from './calendar.ts';
import { siteFeed, unitFeed } from './feeds.ts';
import { addressUnder } from './file-address.ts';

const unit = { ...unitWith({ slug: 'min-zheng', name: '市民政局', kind: '市政府部门' }), leads: ['1-1'], supports: [] };
const other = { ...unitWith({ slug: 'jiao', name: '市教委', kind: '市政府部门' }), leads: [], supports: ['1-1'] };
const address = addressUnder(new URL('https://x.gov.cn'));

const moved: Change = {
  on: '2026-11-26',
  row: '1-1',
  column: 'deadline',
  units: ['min-zheng'],
  was: '2022年10月前',
  is: '2022年12月前',
  reason: '官方文件写明。',
};
const ruled: Change = {
  on: '2026-11-20',
  row: '1-2',
  column: 'ruling',
  ruling: 'support',
  units: ['jiao'],
  reason: '乙。',
};

const dataWith = (changes: Change[], text = '甲。') =>
  ({
    notice: {
      id: 'a-1',
      title: '关于甲的通知',
      planTitle: '甲',
      number: '甲〔2022〕1号',
      issuer: '甲办',
      published: '2022-03-21',
    },
    sections: [],
    tasks: [taskWith({ text }), taskWith({ id: '1-2', lead: printed('市教委', ['jiao']) })],
    units: [unit, other],
    changes,
  }) as unknown as Changing;

/** A feed as an XML parser reads it. */
function parsed(xml: string) {
  const root = fromXml(xml).children.find((node): node is Element => node.type === 'element');
  const elements = (node: Element | undefined) => (node?.children ?? []).filter((each) => each.type === 'element');
  const text = (node: Element, name: string) =>
    elements(node)
      .find((each) => each.name === name)
      ?.children.map((each) => ('value' in each ? each.value : ''))
      .join('');
  const feed = root as Element;
  return {
    name: feed.name,
    updated: text(feed, 'updated'),
    entries: elements(feed)
      .filter(({ name }) => name === 'entry')
      .map((entry) => ({
        id: text(entry, 'id'),
        title: text(entry, 'title'),
        updated: text(entry, 'updated'),
        link: elements(entry).find(({ name }) => name === 'link')?.attributes['href'],
        content: text(entry, 'content'),
      })),
  };
}

test('holds the change itself in the feed of the unit that it concerns, the newest first', () => {
  const { name, updated, entries } = parsed(unitFeed(unit, [dataWith([ruled, moved])], address));
  expect([name, updated]).toEqual(['feed', '2026-11-26T00:00:00Z']);
  expect(entries).toEqual([
    {
      id: 'tag:policy-reader,2026-11-26:a-1/1-1/deadline/2',
      title: '甲〔2022〕1号 任务1-1：完成时限有变化',
      updated: '2026-11-26T00:00:00Z',
      link: 'https://x.gov.cn/a-1/task/1-1/',
      content: '<p>原为：2022年10月前</p><p>现为：2022年12月前</p><p>理由：官方文件写明。</p><p>具体工作：甲。</p>',
    },
    expect.objectContaining({ title: '《甲》（甲〔2022〕1号）中市民政局的任务', content: '<p>牵头：任务1-1 甲。</p>' }),
  ]);
});

test('tells the site’s readers of every notice, change and ruling', () => {
  const { entries } = parsed(siteFeed('阅读', [dataWith([ruled, moved])], address));
  expect(entries.map(({ title }) => title)).toEqual([
    '甲〔2022〕1号 任务1-1：完成时限有变化',
    '甲〔2022〕1号 任务1-2：配合单位的裁定',
    '关于甲的通知（甲〔2022〕1号）',
  ]);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(3);
});

test('names paths where the public address is not known', () => {
  const { entries } = parsed(unitFeed(unit, [dataWith([moved])], addressUnder(undefined)));
  expect(entries.map(({ link }) => link)).toEqual(['/a-1/task/1-1/', '/units/min-zheng/']);
});

test('is the same bytes as long as nothing changes', () => {
  const make = () => unitFeed(unit, [dataWith([ruled, moved])], address);
  expect(make()).toBe(make());
});

test('says every text as it is', () => {
  for (const text of HOSTILE) {
    const { entries } = parsed(unitFeed(unit, [dataWith([], text)], address));
    expect(entries).toHaveLength(1);
    expect(entries[0]?.content).not.toMatch(/<(?!\/?p>)/u);
  }
});

test('a feed holds the newest hundred entries, however many there were', () => {
  const days = Array.from({ length: 150 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
  const { entries } = parsed(siteFeed('站', [dataWith(days.map((on) => ({ ...moved, on })))], address));
  expect(entries.map(({ updated }) => updated?.slice(0, 10))).toEqual(days.toReversed().slice(0, 100));
});
