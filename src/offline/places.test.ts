import { expect, test } from 'vitest';
import { anchorOf, pathOf } from './places.ts';

const NOTICE = 'yfbf-2022-34';
const UNITS = new Map([
  ['a', 'u1'],
  ['b', 'u2'],
]);

test.each([
  ['units/b/', '#u2'],
  ['units/#kind-2', '#kind-2'],
  [`${NOTICE}/task/13-8/`, '#t-13-8'],
  [`${NOTICE}/section/13/`, '#section-13'],
  [`${NOTICE}/section/13/#c-13-3`, '#c-13-3'],
  [`${NOTICE}/source/#L62`, '#L62'],
  [`${NOTICE}/annex/#s-13`, '#s-13'],
  [`${NOTICE}/deadlines/#m-2022-10`, '#m-2022-10'],
])('%s stands at %s, and the other way round', (path, anchor) => {
  expect(anchorOf(path, NOTICE, UNITS)).toBe(anchor);
  expect(pathOf(anchor, NOTICE, UNITS)).toBe(path);
});

test.each([
  [`${NOTICE}/`, '#main'],
  [`${NOTICE}/annex/`, '#annex'],
  ['units/', '#units'],
  [`units/a/${NOTICE}/`, '#u1'],
  // A cell of a task's page is in the row.
  [`${NOTICE}/task/13-8/#support`, '#t-13-8'],
])('%s stands at %s', (path, anchor) => {
  expect(anchorOf(path, NOTICE, UNITS)).toBe(anchor);
});

test.each(['other-2023/task/13-8/', 'units/c/', 'units/a/other-2023/', `${NOTICE}/annex/?unit=a`, 'about/', ''])(
  'nothing stands for %j',
  (path) => {
    expect(anchorOf(path, NOTICE, UNITS)).toBeUndefined();
  },
);

test('a place of the file alone is no page', () => {
  expect(pathOf('#w3-2', NOTICE, UNITS)).toBeUndefined();
});
