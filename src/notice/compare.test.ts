import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contextOf, importNamed } from '../import/folder.ts';
import { sourcesIn } from '../import/receive.ts';
import { CORPUS, vocabulary } from '../import/testing.ts';
import { withCells } from './absent.ts';
import { assemble } from './assemble.ts';
import { type ComparedPair, compareNotices } from './compare.ts';
import { Names, sameWords } from './compare-words.ts';
import { printed, taskWith, unitWith } from './fixture.ts';
import type { NoticeData, NoticeHead, Task, UnitEntry } from './model.ts';

interface Truth {
  status: 'same' | 'changed' | 'dropped' | 'new';
  a_row: number | null;
  b_row: number | null;
  year_shift_only?: boolean;
  changes?: string[];
}

const YEARS = ['shihong-2022-8', 'shihong-2023-11'] as const;
const truth = JSON.parse(readFileSync(join(CORPUS, YEARS[1], 'compare.json'), 'utf8')) as { pairs: Truth[] };

async function readPair(): Promise<{ was: NoticeData; is: NoticeData; authority: UnitEntry[] }> {
  const context = contextOf(vocabulary);
  const [was, is] = await Promise.all(
    YEARS.map(async (id) => {
      const { notice } = await importNamed(id, sourcesIn(join(CORPUS, id)), context);
      if (!notice) throw new Error(`${id} is refused`);
      const { head, sections, tasks } = notice;
      return assemble({ head, sections, tasks: tasks.map(withCells), units: [] });
    }),
  );
  return { was: was as NoticeData, is: is as NoticeData, authority: context.book.entries };
}

const bySlug = (units: UnitEntry[]) => new Map(units.map((unit) => [unit.slug, unit]));

describe('two years of one plan, with the truth', () => {
  const FIELDS: Record<string, string> = { lead: 'lead', second: 'second column', deadline: 'deadline' };
  const told = ({ changes }: ComparedPair) =>
    changes.map(({ field, runs }) =>
      field === 'text' &&
      runs.filter(({ kind }) => kind !== 'same').every(({ text }) => /^[\d百分之十七八]+$/u.test(text))
        ? 'wording (figure)'
        : (FIELDS[field] ?? field),
    );

  test('every task is kept, changed, dropped or new as it is in truth, and for the reason', async () => {
    const { was, is, authority } = await readPair();
    const { kept, changed, dropped, added, unsure, otherRoles } = compareNotices(was, is, bySlug(authority));
    const row = (tasks: readonly Task[], task: Task) => tasks.indexOf(task) + 1;
    const paired = (status: Truth['status'], pairs: ComparedPair[]) =>
      pairs.map((pair) => ({
        status,
        a: row(was.tasks, pair.was),
        b: row(is.tasks, pair.is),
        moved: pair.yearMoved,
        changes: told(pair),
      }));
    const found = [
      ...paired('same', kept),
      ...paired('changed', changed),
      ...dropped.map((task) => ({ status: 'dropped', a: row(was.tasks, task) })),
      ...added.map((task) => ({ status: 'new', b: row(is.tasks, task) })),
    ];
    const wanted = truth.pairs.map(({ status, a_row: a, b_row: b, year_shift_only: moved = false, changes }) => ({
      status,
      ...(a === null ? {} : { a }),
      ...(b === null ? {} : { b }),
      ...(changes ? { moved, changes } : {}),
    }));
    const byRow = (one: { a?: number; b?: number }, other: { a?: number; b?: number }) =>
      (one.a ?? 99) - (other.a ?? 99) || (one.b ?? 0) - (other.b ?? 0);
    expect(found.sort(byRow)).toEqual(wanted.sort(byRow));
    expect({ unsure, otherRoles }).toEqual({ unsure: [], otherRoles: false });
  });

  test('a unit’s new name that the authority file knows is no change', async () => {
    const { was, is, authority } = await readPair();
    const next = authority.find(({ name }) => name === '县数据局')?.slug ?? '';
    const compareWith = (until: string) =>
      compareNotices(
        was,
        is,
        bySlug(authority.map((unit) => (unit.name === '县数据中心' ? { ...unit, until, successor: next } : unit))),
      );
    const rows = ({ kept }: { kept: ComparedPair[] }) => kept.flatMap(({ renamed }) => renamed);
    expect(rows(compareWith('2022-12-31'))).toEqual([
      { was: '县数据中心', is: '县数据局' },
      { was: '县数据中心', is: '县数据局' },
    ]);
    expect(rows(compareWith('2024-12-31'))).toEqual([]);
  });
});

test.each([
  ['marks and blanks', '落实“免申即享”，全面推开。', '落实"免申即享",全面推开', true],
  ['width', '新增1500人、网办率85％', '新增１５００人、网办率85%', true],
  [
    'numerals',
    '签约率不低于百分之八十，解决十个堵点，培训三万二千人',
    '签约率不低于80%，解决10个堵点，培训3.2万人',
    true,
  ],
  ['commas of thousands', '培训3,200人次', '培训3200人次', true],
  ['a year that moves on', '2022年6月底前', '2023年6月底前', true],
  ['years in numerals', '二〇二二年底', '2023年底', true],
  ['a year that stays', '到2025年', '到2025年', true],
  ['a year that moves by two', '到2023年', '到2025年', false],
  ['a figure that only looks like a year', '新增2022人', '新增2023人', false],
  ['another month', '2022年6月底前', '2023年7月底前', false],
  ['a decimal', '增长3.5%', '增长35%', false],
  ['figures parted by a mark', '1-2月', '12月', false],
  ['a percentage', '达到80', '达到80%', false],
  ['三四, that is no 34', '三四个', '34个', false],
])('%s', (_, was, is, same) => {
  const names = new Names();
  expect(sameWords(names.wordsOf(was), names.wordsOf(is), 1)).toBe(same);
});

describe('which task is which', () => {
  const head = (year: number) =>
    ({ title: `${year}年重点任务`, planTitle: null, dated: `${year}-03-01` }) as NoticeHead;
  const compared = (was: Partial<Task>[], is: Partial<Task>[]) => {
    const data = (year: number, tasks: Partial<Task>[]) => ({
      notice: head(year),
      tasks: tasks.map((task, index) => taskWith({ id: `1-${index + 1}`, ...task })),
    });
    const units = [
      unitWith({ slug: 'min-zheng', name: '市民政局', kind: '市政府部门' }),
      unitWith({ slug: 'si-fa', name: '市司法局', kind: '市政府部门' }),
    ];
    return compareNotices(data(2022, was), data(2023, is), bySlug(units));
  };
  const siFa = { lead: printed('市司法局', ['si-fa']) };

  test('a text that stands twice is paired by its leader, and else is unsure', () => {
    const twice = { text: '建立台账，按月报送。' };
    expect(compared([twice, { ...twice, ...siFa }], [{ ...twice, ...siFa }, twice]).kept).toHaveLength(2);
    const { kept, unsure } = compared([twice, twice], [twice, twice]);
    expect(kept).toEqual([]);
    expect(unsure).toMatchObject([{ was: [{ id: '1-1' }, { id: '1-2' }], is: [{ id: '1-1' }, { id: '1-2' }] }]);
  });

  test('words that are only somewhat alike are unsure, and nothing is guessed', () => {
    const { unsure, changed, dropped, added } = compared(
      [{ text: '推进社区养老服务设施建设，新增床位五百张。' }],
      [{ text: '完善社区养老服务网络，推进助餐点建设，培训护理员。', ...siFa }],
    );
    expect(unsure).toHaveLength(1);
    expect([changed, dropped, added]).toEqual([[], [], []]);
  });

  test('a task that two may have come of is unsure', () => {
    const { unsure, changed } = compared(
      [{ text: '建设零工驿站三处，提供免费岗位信息；开展职业技能培训，发放培训补贴。' }],
      [{ text: '建设零工驿站三处，提供免费岗位信息。' }, { text: '开展职业技能培训，发放培训补贴。' }],
    );
    expect(changed).toEqual([]);
    expect(unsure[0]?.is).toHaveLength(2);
  });

  test('a cell that is not certain is compared with nothing', () => {
    const open = { status: 'open' as const, text: null, lines: [] };
    const [pair] = compared([{ text: '甲乙丙丁。' }], [{ text: '甲乙丙丁。', deadline: open }]).kept;
    expect(pair?.open).toEqual(['完成时限']);
    const maybe = { ...printed('市司法局', ['si-fa']), status: 'inferred' as const, mayBeMissing: true };
    expect(compared([{ text: '甲乙丙丁。' }], [{ text: '甲乙丙丁。', support: maybe }]).kept[0]?.open).toEqual([
      '配合单位',
    ]);
  });

  test('the order of supporting units is no change; another lead, or another first of several, is one', () => {
    const units = (lead: string[], support: string[]) => ({
      text: '甲乙丙丁。',
      lead: printed(lead.join('、'), lead),
      support: printed(support.join('、'), support),
    });
    const fieldsOf = (was: Partial<Task>, is: Partial<Task>) =>
      compared([was], [is]).changed.flatMap(({ changes }) => changes.map(({ field, orderOnly }) => [field, orderOnly]));
    expect(fieldsOf(units(['jia'], ['yi', 'bing']), units(['jia'], ['bing', 'yi']))).toEqual([]);
    expect(fieldsOf(units(['jia', 'yi', 'bing'], []), units(['jia', 'bing', 'yi'], []))).toEqual([]);
    expect(fieldsOf(units(['jia', 'yi'], []), units(['yi', 'jia'], []))).toEqual([['lead', true]]);
    expect(fieldsOf(units(['jia'], ['yi']), units(['yi'], ['jia']))).toEqual([
      ['lead', undefined],
      ['second', undefined],
    ]);
  });

  test('words are told to the character, marks that changed too are not told', () => {
    const { changed } = compared(
      [{ text: '建设零工驿站3处,为灵活就业人员提供免费岗位信息。' }],
      [{ text: '建设零工驿站5处，为灵活就业人员提供免费用工、岗位信息。' }],
    );
    expect(changed[0]?.changes[0]?.runs).toEqual([
      { kind: 'same', text: '建设零工驿站' },
      { kind: 'removed', text: '3' },
      { kind: 'added', text: '5' },
      { kind: 'same', text: '处，为灵活就业人员提供免费' },
      { kind: 'added', text: '用工、' },
      { kind: 'same', text: '岗位信息。' },
    ]);
  });
});
