import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { CORPUS, importText } from './testing.ts';

// What does not end takes longer than any busy machine.
vi.setConfig({ testTimeout: 120_000 });

const issued = readFileSync(`${CORPUS}/shihong-2022-8/shihong-2022-8.txt`, 'utf8');

test.each([
  ['brackets that are never closed', '（', 200_000],
  ['brackets and quotations that are never closed', '“（', 100_000],
  ['brackets with duties that are never closed', '（县教育局牵头', 20_000],
  ['lines that each look like a head of a table', '责任单位：\n', 5000],
])('the import ends with %s', async (_, piece, times) => {
  const { notice } = await importText(issued.replace('县融媒体中心', piece.repeat(times)));
  expect(notice?.tasks.length).toBeGreaterThanOrEqual(20);
});
