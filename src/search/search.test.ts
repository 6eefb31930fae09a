import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { library, notice } from './fixture.ts';
import { createFold } from './fold.ts';
import { slim } from './index/slim.ts';
import { recordsOf } from './records.ts';
import { createSearch } from './search.ts';

const search = createSearch(library);
const urls = async (query: string, filters = {}) =>
  (await search.run(query, { filters })).hits.map(({ url }) => url.replace('n-2022-1/', ''));
const isExact = async (query: string) => (await search.run(query)).exact;

describe('exact full text', () => {
  test('finds a phrase in the task and in the sentence, the task first', async () => {
    expect(await urls('办不成事')).toEqual(['task/1-2/', 'section/1/#c-1-2']);
  });

  test.each(['辦不成事', '办 不 成 事', '“办不成事”', '「办不成事」'])('%s finds the same', async (query) => {
    expect(await urls(query)).toEqual(await urls('办不成事'));
  });

  test.each([
    ['1+N', '1＋N'],
    ['1 + n', '1＋N'],
    ['100%', '100％'],
  ])('%s finds what is printed as %s', async (query) => {
    expect(await urls(query)).toEqual(['task/1-2/']);
  });

  test('finds by 第二, which may be the second of anything, its section and no place that does not print it', async () => {
    expect(await urls('第二')).toEqual(['section/2/']);
  });

  test('finds a run over the end of a sentence where it begins', async () => {
    expect(await urls('件事”。设置')).toEqual(['section/1/#c-1-1']);
    expect(await urls('一、办好“一件事”。新增')).toEqual(['section/1/']);
  });

  test('finds every place that holds a run, and none that does not', async () => {
    const fold = createFold('');
    const records = recordsOf(notice);
    const folded = records.map(({ url, fields }) => ({
      url,
      texts: fields.flatMap(({ texts, after = [] }) =>
        texts.map((text) => ({ own: fold(text).text.length, whole: fold([text, ...after].join('')).text })),
      ),
    }));
    const runs = folded.flatMap(({ texts }) => texts.map(({ whole }) => whole));
    const run = fc
      .constantFrom(...runs)
      .chain((text) =>
        fc
          .tuple(fc.nat(Math.max(0, text.length - 1)), fc.integer({ min: 1, max: 6 }))
          .map(([from, length]) => text.slice(from, from + length)),
      );
    await fc.assert(
      fc.asyncProperty(run, async (query) => {
        const holding = folded.filter(({ texts }) =>
          texts.some(({ own, whole }) => {
            const at = whole.indexOf(query);
            return at >= 0 && at < own;
          }),
        );
        const places = new Set(holding.map(({ url }) => url));
        const { hits } = await search.run(query);
        const textual = hits.filter(({ url, facts }) => !facts || places.has(url));
        expect(new Set(textual.flatMap(({ url, same }) => [url, ...(same ? [same.url] : [])]))).toEqual(places);
      }),
      { numRuns: 300 },
    );
  });
});

describe('answers', () => {
  test.each(['市民政局', '民政局', '民政部门', '重庆市民政局', 'minzhengju', 'shiminzhengju', 'mzj', 'smzj'])(
    '%s is the unit, then its tasks',
    async (query) => {
      const [first, ...others] = await urls(query);
      expect(first).toBe('units/shi-min-zheng-ju/');
      expect(others.slice(0, 2).sort()).toEqual(['task/1-1/', 'task/2-1/']);
    },
  );

  test('a district is told what reaches it through all districts, apart from its own', async () => {
    const { hits } = await search.run('涪陵');
    expect(hits[0]?.facts).toEqual([
      '牵头 1 项 · 已知最早时限 2022年10月（推定） · 区县政府',
      '另外，通过“各区县政府”牵头 1 项，不计入上数',
    ]);
  });

  test.each([
    ['1-2', 'task/1-2/'],
    ['第一部分第2行', 'task/1-2/'],
    ['第二部分', 'section/2/'],
    ['二', 'section/2/'],
    ['第二', 'section/2/'],
    ['10月', 'deadlines/#m-2022-10'],
    ['2022年10月前', 'deadlines/#m-2022-10'],
    ['持续推进', 'deadlines/#ongoing'],
    ['34号', ''],
    ['渝府办发2022 34号', ''],
  ])('%s leads to its place', async (query, place) => {
    expect((await urls(query))[0]).toBe(place);
  });

  test('a card by number carries the cells of its row', async () => {
    const { hits } = await search.run('1-1');
    expect(hits[0]?.record?.fields.map(({ part }) => part)).toEqual(['text', 'lead', 'support', 'deadline']);
  });
});

describe('what the notice does not hold', () => {
  test.each(['上海', '猫狗委', '1-9', '5月', '合川'])('%s has no hit', async (query) => {
    expect(await urls(query)).toEqual([]);
    expect(await isExact(query)).toBe(false);
  });

  test('a unit that is not named is pointed to with what covers it', async () => {
    const { nearby } = await search.run('合川');
    expect(nearby?.unnamed.map(({ title, facts }) => [title, ...facts])).toEqual([
      ['合川区政府', '通知没有点名 · 区县政府', '另外，通过“各区县政府”牵头 1 项，不计入上数'],
    ]);
  });

  test('a letter more makes another word: the part that the notice holds is said, and is no hit', async () => {
    expect((await search.run('办不成事税')).nearby?.parts).toEqual([{ text: '办不成事', count: 2 }]);
  });
});

describe('words', () => {
  test('several words are all wanted, names and everyday words included', async () => {
    expect(await urls('涪陵区 退休')).toEqual(['task/1-1/']);
    expect(await urls('民政局 老人')).toEqual(['task/2-1/']);
    expect(await isExact('涪陵区 窗口')).toBe(false);
  });

  test('an everyday word is searched for by what the notice says, visibly', async () => {
    const { hits, expansions } = await search.run('老人');
    expect(hits.map(({ kind, url }) => [kind, url])).toEqual([['topic', 'n-2022-1/task/2-1/']]);
    expect(expansions).toEqual([{ word: '老人', targets: ['老年人'], applied: true }]);
  });

  test('a task and the sentence of the same words are one hit, which leads to both', async () => {
    const { hits, facets } = await search.run('关注老年人');
    expect(hits.map(({ url, same }) => [url, same?.url])).toEqual([
      ['n-2022-1/task/2-1/', 'n-2022-1/section/2/#c-2-1'],
    ]);
    expect(facets.section.get('2')).toEqual({ sure: 1, unsure: 0 });
    const sections = await search.run('关注老年人', { filters: { kind: 'section' } });
    expect(sections.hits.map(({ url }) => url)).toEqual(['n-2022-1/section/2/#c-2-1']);
    expect(facets.kind.get('section')?.sure).toBe(sections.hits.length);
  });

  test('a sentence that says the words of a task once more stays a hit of its own', async () => {
    const [first, second] = notice.sections;
    if (!first || !second) throw new Error('the fixture has two sections');
    const clauses = [...second.clauses, ...second.clauses.map((clause) => ({ ...clause, id: '2-2' }))];
    const twice = createSearch({
      ...library,
      notice: async () => slim({ ...notice, sections: [first, { ...second, clauses }] }),
    });
    const { hits } = await twice.run('关注老年人');
    const places = hits.flatMap(({ url, same }) => [url, ...(same ? [same.url] : [])]);
    expect(places).toEqual(['n-2022-1/task/2-1/', 'n-2022-1/section/2/#c-2-1', 'n-2022-1/section/2/#c-2-2']);
  });

  test('a question is answered by what it is about', async () => {
    expect(await urls('公民退休归哪个单位管？')).toEqual(['task/1-1/', 'section/1/#c-1-1']);
    expect((await urls('民政局负责哪些任务'))[0]).toBe('units/shi-min-zheng-ju/');
    expect(await isExact('上海的公民退休归谁管')).toBe(false);
  });

  test('what an open cell may hold is found behind what is certain, and marked', async () => {
    const { hits } = await search.run('2022年10月前');
    expect(hits.map(({ excerpts }) => excerpts.at(-1)?.status)).toEqual([undefined, 'inferred', 'open']);
  });
});

describe('what was understood', () => {
  const understood = async (query: string) =>
    (await search.run(query)).understood.map(({ kind, label, without }) => [kind, label, without]);

  test.each(['民政局 牵头', '牵头 民政局', '民政局牵头哪些任务', '请问市民政局牵头的任务有哪些？'])(
    '%s is a unit in a role: its card, and its tasks in that role alone',
    async (query) => {
      expect(await urls(query)).toEqual(['units/shi-min-zheng-ju/', 'task/2-1/', 'task/1-1/']);
      expect((await understood(query)).map(([kind, label]) => `${kind} ${label}`).sort()).toEqual([
        'role 牵头',
        'unit 市民政局',
      ]);
    },
  );

  test('each part can be taken away', async () => {
    expect(await understood('民政局10月要完成的')).toEqual([
      ['unit', '市民政局', '10月要完成的'],
      ['due', '10月', '民政局要完成的'],
    ]);
  });

  test('a unit is looked for by its id, whatever its spelling', async () => {
    const tasks = ['task/1-1/', 'task/2-1/'];
    for (const alias of ['市民政局', '民政局', '民政', '重庆市民政局', '民政部门']) {
      const { hits } = await search.run(alias);
      const certain = hits.filter(({ kind, possible }) => kind === 'task' && !possible);
      expect(certain.map(({ url }) => url.replace('n-2022-1/', '')).sort()).toEqual(tasks);
    }
  });

  test('what only an open cell may hold is possible, and comes last', async () => {
    const { hits } = await search.run('10月');
    expect(hits.map(({ url, possible }) => [url.replace('n-2022-1/', ''), possible])).toEqual([
      ['deadlines/#m-2022-10', undefined],
      ['task/1-1/', undefined],
      ['task/1-2/', true],
    ]);
  });

  test.each([
    ['附件', 'annex/'],
    ['附件第3行', 'task/2-1/'],
    ['待核', 'annex/?status=open'],
    ['时限待核', 'annex/?status=open'],
    ['1-1、1-2', 'task/1-1/'],
    ['（1-2）。', 'task/1-2/'],
  ])('%s leads to its place', async (query, place) => {
    expect((await urls(query))[0]).toBe(place);
  });
});

describe('loosening', () => {
  test('what is unknown is left out, and said', async () => {
    const { exact, loosened, hits } = await search.run('上海退休');
    expect([exact, loosened]).toEqual([false, { dropped: ['上海'], kept: ['退休'], unknown: true }]);
    expect(hits.map(({ url }) => url)).toEqual(['n-2022-1/task/1-1/', 'n-2022-1/section/1/#c-1-1']);
  });

  test('words that stand nowhere together are tried apart', async () => {
    const { exact, loosened } = await search.run('老年人 办不成事');
    expect([exact, loosened]).toEqual([false, { dropped: ['老年人'], kept: ['办不成事'], unknown: false }]);
  });

  test.each([
    ['民正局', '民政局'],
    ['办不城事', '办不成事'],
    ['办不戍事', '办不成事'],
    ['明政局', '民政局'],
  ])('%s is read as %s, and that is said', async (query, meant) => {
    const { exact, loosened } = await search.run(query);
    expect([exact, loosened?.kept]).toEqual([false, [meant]]);
  });
});

describe('slips', () => {
  test.each([
    ['两个相邻的字换了位置', '公退民休', '公民退休'],
    ['一个字打了两遍', '公民退休休', '公民退休'],
    ['一个没有人用的字', '办不成亊', '办不成事'],
  ])('%s: %s', async (_what, query, meant) => {
    const { hits, loosened } = await search.run(query);
    expect(loosened?.kept).toEqual([meant]);
    expect(hits.map(({ url }) => url)).toEqual((await search.run(meant)).hits.map(({ url }) => url));
  });

  test.each(['2022.3.12', '2022-3-12', '2022/03/12', '２０２２年０３月１２日'])(
    '%s is the day as it is printed',
    async (query) => {
      const { hits, expansions } = await search.run(query);
      expect(hits.map(({ url }) => url)).toEqual(['n-2022-1/']);
      expect(expansions[0]?.targets).toContain('2022年3月12日');
    },
  );
});

describe('citations', () => {
  test.each(['第一部分第2句', '条文1-2', '《要点》（渝府办发〔2022〕34号）第一部分第2句'])(
    '%s is that sentence alone',
    async (query) => {
      expect([await urls(query), await isExact(query)]).toEqual([['section/1/#c-1-2'], true]);
    },
  );

  test.each([
    '《要点》（渝府办发〔2022〕34号）附件第一部分第2行（任务1-2，附件全表第2行）',
    '渝府办发〔2022〕34号附件第2行',
  ])('%s is that row alone', async (query) => {
    expect([await urls(query), await isExact(query)]).toEqual([['task/1-2/'], true]);
  });

  test('a sentence that there is not is not found', async () => {
    expect([await urls('第一部分第9句'), await isExact('第一部分第9句')]).toEqual([[], false]);
  });
});

describe('pinyin', () => {
  test.each(['banbuchengshi', 'bàn bù chéng shì', 'ban4 bu4 cheng2 shi4', 'Ban Bu Cheng Shi'])(
    '%s finds the words that sound so',
    async (query) => {
      expect(await urls(query)).toEqual(await urls('办不成事'));
      expect(await isExact(query)).toBe(true);
    },
  );

  test.each(['business licence', 'm z j', 'minister'])('%s suggests no unit', async (query) => {
    const { hits, nearby } = await search.run(query);
    expect(hits).toEqual([]);
    expect(nearby?.unnamed).toEqual([]);
  });

  test.each([
    ['minzhengju qiantou', '民政局 牵头'],
    ['min zheng ju qian tou', '民政局牵头'],
    ['民政局 qiantou', '民政局 牵头'],
    ['minzhengju 10yue', '民政局 10月'],
    ['mzj qiantou', '市民政局 牵头'],
  ])('words in pinyin are read together, and said: %s is %s', async (query, meant) => {
    const { hits, loosened, exact } = await search.run(query);
    const plain = await search.run(meant);
    expect(plain.exact).toBe(true);
    expect(hits.map(({ url }) => url)).toEqual(plain.hits.map(({ url }) => url));
    expect([loosened?.kept.join('').replace(/\s/gu, ''), exact]).toEqual([meant.replace(/\s/gu, ''), false]);
  });

  test('another script than that of the notices is told apart from pinyin', async () => {
    expect((await search.run('business licence')).nearby?.foreign).toBe(true);
    expect((await search.run('zhengban')).nearby?.foreign).toBe(false);
  });
});

describe('what people paste', () => {
  test.each([
    ['invisible characters', '办\u200E不\u2068成\u00AD事\uFE0F'],
    ['radicals', '⺠政局'],
    ['compatibility ideographs', '⽼年⼈'],
  ])('%s make no difference', async (_, query) => {
    const plain = query.startsWith('办') ? '办不成事' : query.endsWith('局') ? '民政局' : '老年人';
    expect(await urls(query)).toEqual(await urls(plain));
  });
});

describe('filters', () => {
  test('a unit and a role mean the unit in that role', async () => {
    expect(await urls('', { unit: 'shi-min-zheng-ju', role: 'lead' })).toEqual(['task/1-1/', 'task/2-1/']);
    expect(await urls('', { unit: 'shi-min-zheng-ju', role: 'support' })).toEqual([]);
  });

  test('a month leaves out open deadlines', async () => {
    expect(await urls('', { due: '2022-10' })).toEqual(['task/1-1/']);
  });

  test('counts say what each value would leave, the other filters kept', async () => {
    const { facets, hits } = await search.run('办不成事', { filters: { kind: 'task' } });
    expect(hits.length).toBe(1);
    expect([...facets.kind]).toEqual([
      ['task', { sure: 1, unsure: 0 }],
      ['section', { sure: 1, unsure: 0 }],
    ]);
    expect([...facets.status]).toEqual([
      ['printed', { sure: 1, unsure: 0 }],
      ['open', { sure: 1, unsure: 0 }],
    ]);
  });
});
