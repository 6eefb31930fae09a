import { expect, test } from 'vitest';
import { newestFirst } from './order.ts';

const issued = (id: string, dated: string) => ({ notice: { id, dated } });

test('the newest is by date of issue, whatever the ids; those of one day stand by their ids', () => {
  const notices = [issued('2022-34', '2022-03-12'), issued('2022-124', '2022-12-30'), issued('a-9', '2022-03-12')];
  expect(newestFirst(notices).map(({ notice }) => notice.id)).toEqual(['2022-124', '2022-34', 'a-9']);
});
