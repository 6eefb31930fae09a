import { expect, test } from 'vitest';
import type { OwnedRun } from '../../notice/model.ts';
import { ownerOf, sourcePieces } from './source-lines.ts';

test('cuts a line at its runs and loses nothing between them', () => {
  const cell: OwnedRun = { line: 40, from: 2, to: 5, kind: 'cell', owner: '1-1 lead' };
  const heading: OwnedRun = { line: 40, from: 7, to: 8, kind: 'heading', owner: 'section-2' };
  expect(sourcePieces(' 市民政局 二、 ', [cell, heading])).toEqual([
    { text: ' ' },
    { text: '市民政局', run: cell },
    { text: ' ' },
    { text: '二、', run: heading },
    { text: ' ' },
  ]);
});

test.each<[Pick<OwnedRun, 'kind' | 'owner'>, object]>([
  [
    { kind: 'heading', owner: 'section-2' },
    { kind: 'section', key: '2', label: '第2部分标题' },
  ],
  [
    { kind: 'clause', owner: '2-3' },
    { kind: 'clause', id: '2-3', label: '条文 2-3' },
  ],
  [
    { kind: 'cell', owner: '13-8 lead' },
    { kind: 'tasks', ids: ['13-8'], column: 'lead', label: '牵头单位' },
  ],
  [
    { kind: 'cell', owner: '13-8 task' },
    { kind: 'tasks', ids: ['13-8'], label: '具体工作' },
  ],
  [
    { kind: 'cell', owner: '13-7|13-8 support' },
    { kind: 'tasks', ids: ['13-7', '13-8'], column: 'support', label: '配合单位，可能属于其中一项' },
  ],
  [
    { kind: 'metadata', owner: '标题' },
    { kind: 'metadata', label: '标题' },
  ],
  [
    { kind: 'discarded', owner: '表头' },
    { kind: 'discarded', label: '表头' },
  ],
])('reads whom %o belongs to', (run, owner) => {
  expect(ownerOf({ line: 1, from: 1, to: 1, ...run })).toEqual(owner);
});
