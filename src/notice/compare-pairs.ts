import { cellOf } from './absent.ts';
import { sameWords, type Word } from './compare-words.ts';
import { ROLES } from './duties.ts';
import type { Task } from './model.ts';
import type { Successors } from './successors.ts';

/** A task of the one year that is a task of the next, and why. */
export interface Pair {
  was: Task;
  is: Task;
  /** In Chinese, fit to show. */
  reason: string;
}

/** Tasks that may belong together. */
export interface Unsure {
  was: Task[];
  is: Task[];
  reason: string;
}

/** From here on two texts are one task's, where no other is nearly as alike. */
const ALIKE = 0.6;
/** The same, where one unit leads both. */
const ALIKE_LED = 0.45;
/** By how much the next best must be less alike. */
const APART = 0.2;
/** From here on a person should look. */
const SIMILAR = 0.35;
/** So much of a task's words in another's: it may be a part of it. */
const WITHIN = 0.8;

interface Side {
  task: Task;
  words: readonly Word[];
  /** What it says, whatever years it names. */
  key: string;
  pairs: Map<string, number>;
  size: number;
  led: Set<string>;
}

function sideOf(task: Task, successors: Successors): Side {
  const words = successors.names.wordsOf(task.text);
  const letters = words.map(({ key, year }) => (year === undefined ? key.replace(/^[\d.]+/u, '#') : '年'));
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < letters.length; at++) {
    const pair = `${letters[at]} ${letters[at + 1]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  const led =
    ROLES.map((role) => cellOf(task, role))
      .find(({ units = [] }) => units.length > 0)
      ?.units?.slice(0, 1) ?? [];
  const key = words.map((word) => (word.year === undefined ? word.key : '年')).join('');
  return { task, words, key, pairs, size: Math.max(1, letters.length - 1), led: new Set(led.map(successors.of)) };
}

function shared(a: Side, b: Side): number {
  let count = 0;
  for (const [pair, times] of a.pairs) count += Math.min(times, b.pairs.get(pair) ?? 0);
  return count;
}

const likeness = (a: Side, b: Side): number => (2 * shared(a, b)) / (a.size + b.size);
const isLedBySame = (a: Side, b: Side): boolean => [...a.led].some((slug) => b.led.has(slug));

interface Found {
  pairs: Pair[];
  unsure: Unsure[];
}

/** Pairs tasks that say the same; of several that say the same to the letter, those of one leader. */
function pairSame(was: Set<Side>, is: Set<Side>, years: number, found: Found): void {
  const byKey = Map.groupBy(is, ({ key }) => key);
  const take = (a: Side, b: Side, reason: string) => {
    found.pairs.push({ was: a.task, is: b.task, reason });
    was.delete(a);
    is.delete(b);
  };
  const alike = (a: Side) => (byKey.get(a.key) ?? []).filter((b) => is.has(b) && sameWords(a.words, b.words, years));
  const only = (matches: (a: Side, b: Side) => boolean, reason: string) => {
    for (const a of [...was]) {
      const there = alike(a).filter((b) => matches(a, b));
      const [b] = there;
      if (!b || there.length > 1) continue;
      const back = [...was].filter((other) => other.key === a.key && alike(other).includes(b) && matches(other, b));
      if (back.length === 1) take(a, b, reason);
    }
  };
  only(() => true, '两年的措辞相同');
  only(isLedBySame, '措辞相同的有几项，牵头单位相同的只有这一项');
  for (const a of [...was]) {
    const there = alike(a);
    if (there.length === 0) continue;
    const twins = [...was].filter((other) => other.key === a.key);
    found.unsure.push({
      was: twins.map(({ task }) => task),
      is: there.map(({ task }) => task),
      reason: '几项任务的措辞相同，看不出哪一项对应哪一项',
    });
    for (const each of twins) was.delete(each);
    for (const each of there) is.delete(each);
  }
}

interface Likeness {
  a: Side;
  b: Side;
  value: number;
}

/** Pairs tasks whose words are alike, where no other is nearly so; what is only similar is unsure. */
function pairAlike(was: Set<Side>, is: Set<Side>, found: Found): void {
  const all: Likeness[] = [];
  for (const a of was)
    for (const b of is) {
      const value = likeness(a, b);
      if (value >= SIMILAR / 2) all.push({ a, b, value });
    }
  all.sort((one, other) => other.value - one.value);
  const secondOf = ({ a, b }: Likeness) => all.find((other) => (other.a === a) !== (other.b === b))?.value ?? 0;
  const sure = all.filter(
    (each) => each.value >= (isLedBySame(each.a, each.b) ? ALIKE_LED : ALIKE) && each.value - secondOf(each) >= APART,
  );
  for (const { a, b, value } of sure) {
    const percent = Math.round(value * 100);
    const figures = value === 1 ? '除数字外，两年的措辞相同' : `措辞相近（相同的占 ${percent}%）`;
    found.pairs.push({
      was: a.task,
      is: b.task,
      reason: `${figures}${value < ALIKE ? '，牵头单位相同' : ''}${value < 1 ? '，没有别的任务与它这样相近' : ''}`,
    });
    was.delete(a);
    is.delete(b);
  }
  const similar = all.filter(({ a, b, value }) => value >= SIMILAR && was.has(a) && is.has(b));
  while (similar.length > 0) {
    const group = [similar.shift() as Likeness];
    for (let at = 0; at < group.length; at++) {
      const { a, b } = group[at] as Likeness;
      for (let next = similar.length - 1; next >= 0; next--) {
        const other = similar[next] as Likeness;
        if (other.a === a || other.b === b) group.push(...similar.splice(next, 1));
      }
    }
    const [before, after] = [[...new Set(group.map(({ a }) => a))], [...new Set(group.map(({ b }) => b))]];
    found.unsure.push({
      was: before.map(({ task }) => task),
      is: after.map(({ task }) => task),
      reason: `措辞有些相近（相同的占 ${Math.round(Math.max(...group.map(({ value }) => value)) * 100)}%），不足以认定是同一项`,
    });
    for (const each of before) was.delete(each);
    for (const each of after) is.delete(each);
  }
}

/** What is left, and stands almost whole in a task of the other year, may have been parted from it or joined to it. */
function findParts(
  left: Set<Side>,
  others: readonly Side[],
  make: (own: Task, other: Task) => Unsure,
  found: Found,
): void {
  for (const side of [...left]) {
    const whole = others.find((other) => side.size >= 5 && shared(side, other) / side.size >= WITHIN);
    if (!whole) continue;
    found.unsure.push(make(side.task, whole.task));
    left.delete(side);
  }
}

/**
 * Which task of one year is which of the next.
 *
 * @param years how many years on
 * @returns each task of both once, but that an unsure one may be a part of one that is paired
 */
export function pairTasks(
  was: readonly Task[],
  is: readonly Task[],
  years: number,
  successors: Successors,
): Found & { dropped: Task[]; added: Task[] } {
  const [before, after] = [was, is].map((tasks) => tasks.map((task) => sideOf(task, successors))) as [Side[], Side[]];
  const [left, right] = [new Set(before), new Set(after)];
  const found: Found = { pairs: [], unsure: [] };
  pairSame(left, right, years, found);
  pairAlike(left, right, found);
  const reason = '这一项的措辞大多也在另一年的一项里，可能由它分出或并入它';
  findParts(left, after, (own, other) => ({ was: [own], is: [other], reason }), found);
  findParts(right, before, (own, other) => ({ was: [other], is: [own], reason }), found);
  const order = new Map(is.map((task, index) => [task, index]));
  return {
    pairs: found.pairs.sort((one, other) => (order.get(one.is) ?? 0) - (order.get(other.is) ?? 0)),
    unsure: found.unsure,
    dropped: [...left].map(({ task }) => task),
    added: [...right].map(({ task }) => task),
  };
}
