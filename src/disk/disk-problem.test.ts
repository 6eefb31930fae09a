import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NoticeError } from '../notice/problem.ts';
import { diskProblem } from './disk-problem.ts';

test('what Node says of a file is told with the file, and what to do', () => {
  try {
    readFileSync('/nowhere/at all');
    expect.unreachable();
  } catch (error) {
    expect(diskProblem(error)).toEqual(
      new NoticeError('/nowhere/at all: it is not there (ENOENT)', expect.stringContaining('Restore it')),
    );
  }
});

test('what a program that is not Node’s says of the disk is told the same way', () => {
  const error = new Error('Build failed with 1 error:\n\nNo space left on device (os error 28)');
  expect(diskProblem(error, 'dist')).toEqual(
    new NoticeError('dist: the disk is full (ENOSPC)', expect.stringContaining('Free some space')),
  );
});

test('what is no error of the disk stays as it is', () => {
  for (const error of [
    new TypeError('x is not a function'),
    Object.assign(new Error(), { code: 'PLUGIN_ERROR' }),
    'x',
  ]) {
    expect(diskProblem(error)).toBe(error);
  }
});
