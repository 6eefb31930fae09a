import { expect, test } from 'vitest';
import { anchorOf } from './anchor.ts';

test('every address of a hit has its place in the one file', () => {
  const places = [
    'yfbf-2022-34/',
    'yfbf-2022-34/section/13/',
    'yfbf-2022-34/section/13/#c-13-3',
    'yfbf-2022-34/task/13-8/',
    'yfbf-2022-34/annex/',
    'yfbf-2022-34/deadlines/#m-2022-10',
    'units/b/',
    'units/',
  ].map((url) => anchorOf(url, ['a', 'b']));
  expect(places).toEqual(['#main', '#section-13', '#c-13-3', '#t-13-8', '#annex', '#m-2022-10', '#u1', '#units']);
});
