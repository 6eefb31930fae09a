import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { loadNotices } from '../load.ts';
import { printed, taskWith, unitWith } from '../notice/fixture.ts';
import { HOSTILE } from '../notice/hostile.ts';
import type { DeadlineCell, NoticeData, Task } from '../notice/model.ts';
import { namesDate } from '../notice/months.ts';
import { noticeCalendar, unitCalendar } from './calendar.ts';
import { addressUnder } from './file-address.ts';
import { toIcs } from './ics.ts';

const hechuan = { ...unitWith({ slug: 'he-chuan', name: '合川区政府', kind: '区县政府' }), leads: [], supports: [] };
const every = {
  ...unitWith({ slug: 'ge', name: '各区县政府', kind: '集合称谓', covers: { kind: '区县政府', all: true } }),
  leads: [],
  supports: [],
};
const dataWith = (...tasks: Task[]) =>
  ({
    notice: { id: 'a-1', title: '关于甲的通知', number: '甲〔2022〕1号', published: '2022-03-18' },
    sections: [{ number: 1, title: '深化改革', clauses: [] }],
    tasks,
    units: [hechuan, every],
  }) as unknown as NoticeData;

const by = (text: string, date: string): DeadlineCell => ({ ...printed(text), reading: { kind: 'by', date } });
const address = addressUnder(new URL('https://x.gov.cn'));

/** A calendar as an independent parser reads it. */
function parsed(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics) as never);
  return {
    description: String(calendar.getFirstPropertyValue('x-wr-caldesc')),
    events: calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      const value = (name: string) => component.getFirstPropertyValue(name)?.toString();
      return {
        uid: event.uid,
        day: event.startDate.toString(),
        allDay: event.startDate.isDate && event.endDate.isDate && event.duration.toSeconds() === 86_400,
        summary: event.summary,
        description: event.description,
        status: value('status'),
        stamp: value('dtstamp'),
        sequence: Number(value('sequence')),
        url: value('url'),
      };
    }),
  };
}

const noticeEvents = (...tasks: Task[]) => parsed(toIcs(noticeCalendar(dataWith(...tasks), address)));

test('puts a month on its first day, quotes the printed deadline, and says that the month may count', () => {
  const [event] = noticeEvents(taskWith({ deadline: by('2022年10月前', '2022-10') })).events;
  expect(event).toEqual({
    uid: 'a-1-1-1@policy-reader',
    day: '2022-10-01',
    allDay: true,
    summary: '任务1-1 甲',
    description: [
      '甲〔2022〕1号第一部分“深化改革”，附件任务1-1',
      '具体工作：甲。',
      '完成时限：2022年10月前（原文可定）',
      '日历记在2022年10月1日：原文“2022年10月前”以10月为限，是否包括10月当月未写明。',
      '牵头单位：市民政局（原文可定）',
      '配合单位：——（原文可定）',
      '网页：https://x.gov.cn/a-1/task/1-1/',
    ].join('\n'),
    status: 'CONFIRMED',
    stamp: '2022-03-18T00:00:00Z',
    sequence: 0,
    url: 'https://x.gov.cn/a-1/task/1-1/',
  });
});

test('keeps the identity of an event whose day was moved, and counts the moves', () => {
  const data = (date: string, ...days: string[]) => ({
    ...dataWith(taskWith({ deadline: by('2022年10月前', date) })),
    changes: days.map((on) => ({ on, row: '1-1', column: 'deadline' as const, units: [], was: '甲', is: '乙' })),
  });
  const [was, is] = [data('2022-10'), data('2022-11', '2026-11-26', '2026-12-01')].map(
    (each) => parsed(toIcs(noticeCalendar(each, address))).events[0],
  );
  expect(is).toMatchObject({ uid: was?.uid, day: '2022-11-01', sequence: 2, stamp: '2026-12-01T00:00:00Z' });
  expect(was).toMatchObject({ day: '2022-10-01', sequence: 0 });
});

test('gives the same task an event of its own in each unit’s calendar, which names the unit', () => {
  const deadline = by('2022年10月前', '2022-10');
  const data = dataWith(taskWith({ deadline, lead: printed('合川区政府、各区县政府', ['he-chuan', 'ge']) }));
  const events = [hechuan, every].flatMap((unit) => parsed(toIcs(unitCalendar(unit, [data], address))).events);
  expect(events.map(({ uid, summary }) => [uid, summary])).toEqual([
    ['he-chuan.a-1-1-1@policy-reader', '合川区政府【牵头，经“各区县政府”牵头】任务1-1 甲'],
    ['ge.a-1-1-1@policy-reader', '各区县政府【牵头】任务1-1 甲'],
  ]);
});

test('puts a month’s end on that day', () => {
  expect(noticeEvents(taskWith({ deadline: by('2022年9月底前', '2022-09-30') })).events[0]?.day).toBe('2022-09-30');
});

test('gives each stage an event of its own', () => {
  const stages = [
    { who: '市级', date: '2022-04' },
    { who: '区县', date: '2022-06' },
  ];
  const deadline = { ...printed('2022年4月前市级完成，6月前区县完成'), reading: { kind: 'staged' as const, stages } };
  expect(noticeEvents(taskWith({ deadline })).events.map(({ uid, day, summary }) => [uid, day, summary])).toEqual([
    ['a-1-1-1-stage1@policy-reader', '2022-04-01', '任务1-1 甲（市级完成）'],
    ['a-1-1-1-stage2@policy-reader', '2022-06-01', '任务1-1 甲（区县完成）'],
  ]);
});

test('marks an inferred date in its title and as tentative, with the reason and that it may be missing', () => {
  const deadline = {
    ...by('2022年10月前', '2022-10'),
    status: 'inferred' as const,
    why: '只有此值。',
    mayBeMissing: true,
  };
  const [event] = noticeEvents(taskWith({ deadline })).events;
  expect(event).toMatchObject({ summary: '【推定·可能漏录】任务1-1 甲', status: 'TENTATIVE' });
  expect(event?.description).toContain('2022年10月前（推定·可能漏录）\n只有此值。\n这一格也可能漏录，原文或另有内容。');
});

test('gives an open deadline no event, and says so', () => {
  const open = { status: 'open' as const, text: null, candidates: ['2022年10月前'], lines: [1] };
  const { events, description } = noticeEvents(taskWith({ deadline: open }), taskWith({ id: '1-2' }));
  expect(events).toEqual([]);
  expect(description).toContain(
    '1项任务的完成时限原件待查，没有确定日期，未列入：1-1。1项持续推进或未写日期，也未列入。',
  );
});

test('shows an open support cell only with its mark', () => {
  const support = { status: 'open' as const, text: null, candidates: ['市教委', '——'], lines: [1] };
  const [event] = noticeEvents(taskWith({ support, deadline: by('2022年10月前', '2022-10') })).events;
  expect(event?.description).toContain('配合单位：【原件待查】可能的内容：市教委｜——');
});

test('tells in a unit’s calendar what each task is to the unit, once a task, and leaves maybes out', () => {
  const deadline = by('2022年10月前', '2022-10');
  const both = taskWith({
    deadline,
    lead: printed('合川区政府', ['he-chuan']),
    support: printed('各区县政府', ['ge']),
  });
  const support = {
    status: 'open' as const,
    text: null,
    candidates: ['合川区政府'],
    candidateUnits: [['he-chuan']],
    lines: [],
  };
  const calendar = unitCalendar(hechuan, [dataWith(both, taskWith({ id: '1-2', deadline, support }))], address);
  const { events, description } = parsed(toIcs(calendar));
  expect(events.map(({ uid, summary }) => [uid, summary])).toEqual([
    ['he-chuan.a-1-1-1@policy-reader', '合川区政府【牵头，经“各区县政府”配合】任务1-1 甲'],
  ]);
  expect(description).toContain('另有原件待查的格可能写有本单位或包括本单位的统称，未列入：1-2。');
});

test('folds long lines at 75 octets, never inside a character', () => {
  const ics = toIcs(
    noticeCalendar(
      dataWith(taskWith({ text: '甲乙𠮷丙，；'.repeat(40), deadline: by('2022年10月前', '2022-10') })),
      address,
    ),
  );
  expect(Math.max(...ics.split('\r\n').map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
  expect(parsed(ics).events[0]?.description).toContain(`具体工作：${'甲乙𠮷丙，；'.repeat(40)}`);
});

describe.each(loadNotices())('the calendar of $id', (notice) => {
  const { events } = parsed(toIcs(noticeCalendar(notice, address)));

  test('holds every task whose date is read, and no other', () => {
    const dated = notice.tasks.flatMap(({ id, deadline: { status, reading } }) => {
      if (status === 'open' || !reading || !namesDate(reading)) return [];
      const dates = reading.kind === 'staged' ? reading.stages : [reading];
      return dates.map(({ date }) => `${id} ${date.length === 7 ? `${date}-01` : date}`);
    });
    expect(dated.length).toBeGreaterThan(0);
    expect(events.map(({ uid, day }) => `${uid.replace(/^.*-(\d+-\d+)(-stage\d)?@.*$/u, '$1')} ${day}`)).toEqual(dated);
  });

  test('has all-day events, each with an identity of its own', () => {
    expect(events.every(({ allDay }) => allDay)).toBe(true);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });
});

test('says every text as it is, without a line or an event of its own', () => {
  for (const text of HOSTILE) {
    const ics = toIcs(noticeCalendar(dataWith(taskWith({ text, deadline: by('2022年10月前', '2022-10') })), address));
    const { events } = parsed(ics);
    expect(events).toHaveLength(1);
    // Any end of a line is one within the text; DEL is no character of a calendar.
    const shown = text.replace(/\r\n?|[\v\u0085\u2028\u2029]/gu, '\n').replaceAll('\u007f', '');
    expect(events[0]?.description).toContain(`具体工作：${shown}\n`);
    for (const line of ics.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)) expect(line).toMatch(/^(?:[A-Z-]+[:;]| |$)/u);
  }
});
