import { expect, test } from 'vitest';
import { taskWith } from '../notice/fixture.ts';
import { arrived, carried } from './carried.ts';
import { notice } from './fixture.ts';
import { slim } from './index/slim.ts';

test('a notice arrives as it was sent, in whatever order its tasks stand', () => {
  const plain = slim(notice);
  expect(arrived(carried(plain))).toEqual(plain);
  const mixed = slim({
    ...notice,
    tasks: [taskWith({ id: '2-1', section: 2 }), taskWith({ id: '9-1', section: 9 }), taskWith({ id: '1-1' })],
  });
  expect(arrived(carried(mixed))).toEqual(mixed);
  expect(arrived(carried({ ...mixed, tasks: [] }))).toEqual({ ...mixed, tasks: [] });
});
