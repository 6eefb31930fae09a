import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Effort } from '../import/effort.ts';
import { difference } from '../import/marked-difference.ts';
import { differingRuns, readDifference } from './difference.ts';
import { anyText } from './hostile.ts';
import { NoticeError } from './problem.ts';

test('tells what only the body and only the annex hold', () => {
  expect(readDifference('实现水电气讯{+报装、+}查询{-等-}。')).toEqual([
    { kind: 'same', text: '实现水电气讯' },
    { kind: 'annex', text: '报装、' },
    { kind: 'same', text: '查询' },
    { kind: 'body', text: '等' },
    { kind: 'same', text: '。' },
  ]);
});

test('tells the texts themselves to the letter, whatever marks they hold', () => {
  const whole = (runs: ReturnType<typeof readDifference>, ...kinds: string[]) =>
    runs.flatMap(({ kind, text }) => (kinds.includes(kind) ? text : [])).join('');
  const hold = (body: string, annex: string) => {
    const marked = difference(annex, [{ id: '1-1', text: body }], new Effort(1e9, () => new NoticeError('', '')));
    if (marked === undefined) return;
    expect(whole(readDifference(marked), 'same', 'annex')).toBe(annex);
    expect(body).toContain(whole(readDifference(marked), 'same', 'body'));
  };
  for (const mark of ['{-乙-}', '{+乙+}', '-}乙{-', '\\{-', '𠮷{𠮾}']) {
    hold(`推进${mark}改革。`, `推进${mark}的改革。`);
    hold('推进政务改革。', `推进${mark}改革。`);
    hold(`推进${mark}改革。`, '推进政务改革。');
  }
  fc.assert(
    fc.property(anyText, anyText, anyText, (start, one, other) =>
      hold(`推进${start}${one}。`, `推进${start}${other}。`),
    ),
  );
});

test('a difference of marks or of the closing 一件事 is folded', () => {
  expect(differingRuns(undefined)).toEqual([]);
  expect(differingRuns('推动公民婚育{-、-}{+一件事。+}')).toEqual([]);
  expect(differingRuns('清单管理{-，-}{+。+}')).toEqual([]);
});

test('of another only what differs is shown, with a few words about it', () => {
  expect(differingRuns('按照国家和我市有关规定要求，做好用水{+报装、+}用电报装的各项工作，并按时报送。')).toEqual([
    { kind: 'same', text: '……定要求，做好用水' },
    { kind: 'annex', text: '报装、' },
    { kind: 'same', text: '用电报装的各项工……' },
  ]);
});
