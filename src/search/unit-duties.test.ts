import { expect, test } from 'vitest';
import { printed, taskWith } from '../notice/fixture.ts';
import type { Task } from '../notice/model.ts';
import { dueKeys } from '../notice/months.ts';
import { readPeriod } from '../notice/period.ts';
import { unitDuties } from './unit-duties.ts';

const due = (date: string): Task['deadline'] => ({ ...printed(`${date}前`), reading: { kind: 'by', date } });
const openDue = (...candidates: string[]): Task['deadline'] & { mayFall: string[] } => ({
  status: 'open',
  text: null,
  candidates,
  mayFall: candidates.map((words) => readPeriod(words)).flatMap(dueKeys),
  ...(candidates.length === 0 ? { mayBeMissing: true } : {}),
  lines: [],
});

test('the earliest month is the earliest known one, and open deadlines that may fall before it are counted', () => {
  const tasks = [
    taskWith({ id: '1-1', deadline: due('2022-10') }),
    taskWith({ id: '1-2', deadline: openDue('2022年8月前', '持续推进') }),
    taskWith({ id: '1-3', deadline: openDue('2022年12月前', '持续推进') }),
    taskWith({ id: '1-4', lead: printed('市公安局', ['gong-an']), deadline: openDue('2022年3月前') }),
  ];
  expect(unitDuties('min-zheng', tasks)).toMatchObject({ first: '2022-10', earlier: 1 });
  const dropped = taskWith({ id: '1-5', deadline: openDue() });
  expect(unitDuties('min-zheng', [...tasks, dropped])).toMatchObject({ first: '2022-10', earlier: 2 });
});

test('what may be missing is never the earliest known, and counts apart', () => {
  const unsure = { status: 'inferred' as const, mayBeMissing: true };
  const support = { ...printed('市民政局', ['min-zheng']), ...unsure };
  const other = printed('市公安局', ['gong-an']);
  const tasks = [
    taskWith({ id: '1-1', deadline: due('2022-10') }),
    taskWith({ id: '1-2', deadline: { ...due('2022-08'), ...unsure } }),
    taskWith({ id: '1-3', lead: other, support, deadline: due('2022-03') }),
    taskWith({ id: '1-4', lead: other, support, deadline: due('2022-12') }),
  ];
  expect(unitDuties('min-zheng', tasks)).toEqual({ leads: 2, supports: 0, unsure: 2, first: '2022-10', earlier: 2 });
  expect(unitDuties('min-zheng', tasks.slice(1))).toEqual({ leads: 1, supports: 0, unsure: 2, earlier: 3 });
});

test('a month that is inferred says so, and one that nothing can precede says no more', () => {
  const tasks = [
    taskWith({ deadline: { ...due('2022-08'), status: 'inferred' } }),
    taskWith({ deadline: due('2022-10') }),
  ];
  expect(unitDuties('min-zheng', tasks)).toEqual({ leads: 2, supports: 0, first: '2022-08', firstInferred: true });
});
