import { describe, expect, test } from 'vitest';
import { excerptsOf, phrasesOf } from './excerpt.ts';
import { createFold } from './fold.ts';
import { createMatcher } from './match.ts';
import type { SearchField, SearchRecord } from './model.ts';

const recordWith = (...fields: SearchField[]): SearchRecord => ({
  notice: 'n',
  kind: 'task',
  order: 0,
  url: 'n/task/1-1/',
  title: '任务 1-1',
  fields,
  units: [],
  due: [],
  maybe: { units: [], due: [] },
  unsure: { units: [], due: [] },
});
const spansIn = (record: SearchRecord, text: string) =>
  createMatcher(createFold('')).match(record, { text })?.spans ?? [];
const shown = (record: SearchRecord, text: string) =>
  excerptsOf(record, spansIn(record, text)).map(({ pieces }) =>
    pieces.map((piece) => (piece.found ? `[${piece.text}]` : piece.text)).join(''),
  );

describe('excerpts', () => {
  test('mark the phrase as printed, quote marks inside it included', () => {
    const record = recordWith({ part: 'text', texts: ['探索“互联网＋监管”，加强归集。'] });
    expect(shown(record, '互联网+监管，加强')).toEqual(['探索“[互联网＋监管”，加强]归集。']);
    expect(phrasesOf(record, spansIn(record, '互联网+监管，加强'))).toEqual(['互联网＋监管”，加强']);
  });

  test('show where in a long text the phrase stands', () => {
    const record = recordWith({ part: 'text', texts: [`${'甲'.repeat(200)}退休${'乙'.repeat(200)}`] });
    expect(shown(record, '退休')).toEqual([`…${'甲'.repeat(32)}[退休]${'乙'.repeat(66)}…`]);
  });

  test('show the task itself before the cell that holds the phrase', () => {
    const record = recordWith(
      { part: 'text', texts: ['公民退休一件事。'] },
      { part: 'lead', texts: ['市民政局'], status: 'printed' },
    );
    expect(shown(record, '民政')).toEqual(['公民退休一件事。', '市[民政]局']);
  });

  test('mark only what stands in the text where a phrase runs on into the next', () => {
    const record = recordWith({ part: 'text', texts: ['提升能力。'], after: ['拓展范围。'] });
    expect(shown(record, '能力。拓展')).toEqual(['提升[能力。]']);
  });
});
