import { expect, test } from 'vitest';
import { showSummary } from './client/show-chips.ts';
import { library, notice } from './fixture.ts';
import { createFold } from './fold.ts';
import { type Holding, holdersOf } from './holders.ts';
import { slim } from './index/slim.ts';
import { indexedOf } from './pairs.ts';
import { recordsOf } from './records.ts';
import { createSearch } from './search.ts';

const fold = createFold(library.index.simplified);
const YEARS = 30;

/** The small notice, and others like it of the years before; the oldest alone has words of its own. */
const notices = Array.from({ length: YEARS }, (_, at) => ({
  ...notice,
  notice: { ...notice.notice, id: `n-${YEARS - at}`, number: null, dated: `${2022 - at}-03-12` },
  sections: [
    ...notice.sections,
    ...(at === YEARS - 1
      ? [
          {
            number: 3,
            title: '火车',
            clauses: [{ id: '3-1', text: '乘坐蒸汽火车。', taskIds: [], lines: [1, 1] as [number, number] }],
          },
        ]
      : []),
  ],
}));

const words = new Map(
  notices.map((each) => {
    const texts = recordsOf(slim(each)).flatMap(({ fields }) => fields.flatMap((field) => field.texts));
    return [each.notice.id, new Set(texts.flatMap((text) => indexedOf(fold(text).text)))];
  }),
);

/**
 * A library of them whose index counts what is loaded: each word asked is a piece, once.
 *
 * @param named notices that the index names too, whatever they hold
 */
function counted(named: readonly string[] = []) {
  const loads = { pieces: 0, notices: 0 };
  const loaded = new Set<string>();
  const holding: Holding = async (asked, allowance) => {
    let ids: Set<string> | undefined;
    for (const word of asked) {
      if (!loaded.has(word)) {
        if (allowance.left < 1) return { ...(ids ? { ids } : {}), whole: false };
        allowance.left--;
        loads.pieces++;
        loaded.add(word);
      }
      const known = [...words].flatMap(([id, set]) => (set.has(word) ? [id] : []));
      ids = new Set(known.filter((id) => ids?.has(id) ?? true));
    }
    return { ...(ids ? { ids } : {}), whole: true };
  };
  const search = createSearch({
    ...library,
    index: {
      ...library.index,
      notices: notices.map(({ notice: { id, title, number, planTitle, dated } }) => ({
        id,
        title,
        number,
        planTitle,
        dated,
      })),
    },
    notice: async (id) => {
      loads.notices++;
      return slim(notices.find((each) => each.notice.id === id) ?? notice);
    },
    holders: async (...asked) => {
      const { ids, whole } = await holdersOf(holding, ...asked);
      return { ids: new Set([...ids, ...named]), whole };
    },
  });
  return { loads, search };
}

test.each(['反映窗口', '老人', '办不成事 窗口', '市民正局', '大厅在哪里', '涪陵 民政局 老年人'])(
  'a first look at %s loads little, and says that there is more',
  async (query) => {
    const { loads, search } = counted();
    const first = await search.run(query, { most: 20, sparing: true });
    expect(first.hits.length).toBeGreaterThan(0);
    expect(loads.pieces + 6 * (loads.notices - 1)).toBeLessThanOrEqual(16);
    expect(first.unasked || first.unopened.length > 0).toBe(true);
    const all = await search.run(query);
    expect(all.hits.length).toBeGreaterThan(first.hits.length);
    expect([all.unasked, all.unopened]).toEqual([false, []]);
  },
);

test('what the oldest notice alone prints is found at the first look', async () => {
  const { loads, search } = counted();
  const { hits, exact } = await search.run('蒸汽火车', { most: 20, sparing: true });
  expect([hits.map(({ url }) => url), exact, loads.notices]).toEqual([['n-1/section/3/#c-3-1'], true, 2]);
});

test('a first look whose notices were named for nothing goes on by itself to one more', async () => {
  const { loads, search } = counted(['n-29', 'n-28']);
  const { hits } = await search.run('汽火', { most: 20, sparing: true });
  expect([hits.map(({ url }) => url), loads.notices]).toEqual([['n-1/section/3/#c-3-1'], 4]);
  expect(loads.pieces + 6 * (loads.notices - 1)).toBeLessThanOrEqual(20);
});

test('what no notice holds is said to be missing for certain only where every one that may hold it was asked', async () => {
  const { loads, search } = counted();
  const first = await search.run('任务1-9', { most: 20, sparing: true });
  expect([first.hits, first.unasked, first.exact]).toEqual([[], true, false]);
  expect(loads.notices).toBeLessThan(YEARS);
  expect(showSummary(first, 0, '要点')).toBe(
    '找到 0 条结果：最新的通知里没有“任务1-9”，较早的通知还没有查全，点“更多”再查',
  );
  const all = await search.run('任务1-9');
  expect([all.hits, all.unasked]).toEqual([[], false]);
  expect(showSummary(all, 0, '要点')).toBe('找到 0 条结果：通知里没有“任务1-9”');
});
