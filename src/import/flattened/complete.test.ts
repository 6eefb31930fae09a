import { describe, expect, test } from 'vitest';
import type { Cell, Task } from '../../notice/model.ts';
import { NoticeError } from '../../notice/problem.ts';
import type { ImportedNotice } from './import-notice.ts';
import { importSeed, pageRulings, rulingsText, seedBytes, seedLines, seedText, without } from './seed-testing.ts';

const COLUMNS = ['lead', 'support', 'deadline'] as const;
const notice = importSeed(seedBytes, rulingsText);
const bare = importSeed(seedBytes);

/** What a cell says for certain; nothing where it may be otherwise. */
const certain = ({ status, text, mayBeMissing }: Cell) => (status === 'open' || mayBeMissing ? undefined : text);
const certainOf = (task: Task) => COLUMNS.map((column) => certain(task[column]));
const isCertain = (task: Task) => certainOf(task).some((text) => text !== undefined);

/** Rows that stand in lines of their own, task and all (seed lines 48, 171, 290, 372, 456 and 493 to 496). */
const ALONE = ['2-1', '6-7', '11-5', '14-2', '16-5', '18-1', '18-2', '19-1', '20-1'];
const truth = new Map(notice.tasks.map((task) => [task.text, task]));

/** Lines of the seed that hold one lead and nothing else, those of rows printed whole left out. */
const whole = notice.account.blocks.flatMap(({ wholeRows }) => wholeRows);
const leadLines = notice.tasks.flatMap(({ id, lead }) => {
  const [line = 0] = whole.includes(id) ? [] : lead.lines;
  return seedLines[line - 1]?.trim() === lead.text ? [line] : [];
});

function taken(seed: string, rulings: string): ImportedNotice | undefined {
  try {
    return importSeed(seed, rulings);
  } catch (error) {
    if (error instanceof NoticeError) return undefined;
    throw error;
  }
}

describe('a page that nobody held against its tasks', () => {
  test('is certain of nothing but the rows that stand in lines of their own', () => {
    expect(bare.tasks.filter(isCertain).map(({ id }) => id)).toEqual(ALONE);
    for (const task of bare.tasks.filter(({ id }) => !ALONE.includes(id))) {
      for (const column of COLUMNS) expect(task[column]).toMatchObject({ mayBeMissing: true });
      expect(task.lead).toMatchObject({ status: 'inferred', why: expect.stringContaining('未经人工与任务逐一核对') });
    }
    for (const id of ALONE) {
      const find = ({ tasks }: ImportedNotice) => tasks.find((task) => task.id === id);
      expect(find(bare)).toEqual(find(notice));
    }
  });

  test('keeps its tasks as they are printed', () => {
    expect(bare.tasks.map(({ id, text }) => [id, text])).toEqual(notice.tasks.map(({ id, text }) => [id, text]));
  });

  test('is told, with the digest that a ruling on it would name', () => {
    for (const { lines, wholeRows, rows } of notice.account.blocks) {
      const told = bare.notes.filter((note) => note.includes(`lines ${lines[0]} to ${lines[1]} (text: "`));
      expect(told).toHaveLength(wholeRows.length === rows.length ? 0 : 1);
      const digest = /"([0-9a-f]{12})"/u.exec(told[0] ?? '')?.[1];
      if (digest) expect(pageRulings).toContain(`text: "${digest}"`);
    }
    expect(notice.notes).toEqual([]);
  });
});

describe('a ruling on a page', () => {
  test('makes certain what the page prints, and is in the account', () => {
    expect(notice.tasks.every(({ lead }) => lead.status === 'printed')).toBe(true);
    expect(notice.account.blocks.every(({ complete }) => complete)).toBe(true);
    expect(bare.account.blocks.some(({ complete }) => complete)).toBe(false);
  });

  test('holds where its page stands on other lines, and says so', () => {
    const moved = importSeed(seedText.replace('\n四、规范实施行政许可和备案管理深化', '\n\n$&'), rulingsText);
    expect(moved.tasks.map(({ lead }) => lead.status)).toEqual(notice.tasks.map(({ lead }) => lead.status));
    expect(moved.notes[0]).toMatch(
      /^rulings\.yaml:\d+: the page stands on lines 87 to 128 now; write lines: \[87, 128\]$/u,
    );
  });

  test('holds for its text alone: one mark changed, and nothing counted off there is certain', () => {
    const changed = importSeed(seedText.replace('\n建立区县政务服务中心', '\n设立区县政务服务中心'), rulingsText);
    const page = notice.account.blocks[6]?.rows ?? [];
    for (const [index, task] of changed.tasks.entries()) {
      const sure = page.includes(task.id) ? ALONE.includes(task.id) : isCertain(notice.tasks[index] as Task);
      expect([task.id, isCertain(task)]).toEqual([task.id, sure]);
    }
    expect(changed.notes[0]).toContain('the ruling on lines 283 to 318 was made of another text (ae0bfa46e6a5)');
    expect(changed.notes[1]).toMatch(/^no ruling says that lines 283 to 318 \(text: "[0-9a-f]{12}"\)/u);
  });
});

test('has a line for each of the leads but the one that is glued to its page’s last task', () => {
  expect(leadLines).toHaveLength(107);
});

describe.each([
  ['with the rulings', rulingsText],
  ['without rulings', ''],
])('any one lead line dropped, %s:', (_, rulings) => {
  test('whatever is still certain is true, and of the line’s page only rows that stand in lines of their own', () => {
    let imported = 0;
    const wrong: unknown[] = [];
    for (const line of leadLines) {
      const mutated = taken(without(line), rulings);
      if (!mutated) continue;
      imported++;
      const page = notice.account.blocks.findIndex(({ lines: [from, to] }) => from <= line && line <= to);
      const rows = mutated.account.blocks[page]?.rows ?? [];
      for (const task of mutated.tasks.filter(isCertain)) {
        const { id = '', ...cells } = truth.get(task.text) ?? {};
        if (!ALONE.includes(id) && rows.includes(task.id)) wrong.push({ line, stillCertain: task.id });
        for (const column of COLUMNS) {
          const said = certain(task[column]);
          const printed = (cells as Partial<Task>)[column]?.text;
          if (said !== undefined && said !== printed) wrong.push({ line, id, said, printed });
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(imported).toBeGreaterThan(50);
  });
});

describe('a line that only the names of its units cut in two', () => {
  // Line 350 without the mark between 市人力社保局 and 市住房城乡建委: eleven cells for eleven rows, if it is cut.
  const lost = seedText.replace(
    '市人力社保局、市住房城乡建委、市卫生健康委、市医保局',
    '市人力社保局市住房城乡建委、市卫生健康委、市医保局',
  );
  const rowsOf = ({ tasks, account }: ImportedNotice) =>
    tasks.filter(({ id }) => account.blocks[7]?.rows.includes(id)).map(({ support }) => support);

  test('does not make its column full: each row has what either reading allows', () => {
    const shifted = rowsOf(importSeed(lost));
    const printed = rowsOf(importSeed(seedBytes, pageRulings));
    for (const [index, cell] of shifted.entries()) {
      expect(cell.mayBeMissing).toBe(true);
      const may = cell.candidates ?? [cell.text];
      const before = printed[index]?.candidates ?? [printed[index]?.text];
      for (const text of before) {
        expect(may).toContain(
          text === seedLines[349]?.trim() ? '市公安局、市人力社保局市住房城乡建委、市卫生健康委、市医保局' : text,
        );
      }
    }
    expect(shifted.filter(({ status }) => status === 'open').length).toBeGreaterThan(5);
  });

  /** A seed with a ruling of its own on one of its pages. */
  function heldPage(seed: string, lines: string): ImportedNotice {
    const [from, to] = lines.split(' to ');
    const digest = new RegExp(`lines ${lines} \\(text: "([0-9a-f]{12})"\\)`, 'u').exec(
      importSeed(seed).notes.join(),
    )?.[1];
    const ruling = `- complete: lead\n  lines: [${from}, ${to}]\n  text: "${digest}"\n  reason: 逐行核对\n`;
    return importSeed(seed, ruling);
  }

  test('nor does a person who held the page’s leads', () => {
    const held = heldPage(lost, '321 to 357');
    expect(held.account.blocks[7]?.complete).toBe('逐行核对');
    expect(rowsOf(held).filter((cell) => certain(cell) !== undefined)).toEqual([]);
    expect(held.tasks.find(({ id }) => id === '13-1')?.lead.status).toBe('printed');
  });

  test('nor does it stand as printed where it can only be one cell', () => {
    const page = ({ tasks }: ImportedNotice) => tasks.find(({ id }) => id === '16-4')?.support;
    const glued = seedLines.map((line, index) => (index + 1 === 478 ? line.replace('，', '') : line)).join('\n');
    const held = heldPage(glued, '452 to 491');
    expect(page(notice)?.status).toBe('printed');
    expect(page(held)).toMatchObject({
      status: 'inferred',
      text: '市级有关部门各区县政府',
      units: page(notice)?.units,
      mayBeMissing: true,
    });
  });

  test('gives the units on both sides of the lost mark', () => {
    const cell = rowsOf(importSeed(lost)).find(({ candidates }) =>
      candidates?.some((text) => text.includes('社保局市')),
    );
    const at = cell?.candidates?.findIndex((text) => text.includes('社保局市')) ?? -1;
    expect(cell?.candidateUnits?.[at]).toEqual([
      'shi-gong-an-ju',
      'shi-ren-li-she-bao-ju',
      'shi-zhu-fang-cheng-xiang-jian-wei',
      'shi-wei-sheng-jian-kang-wei',
      'shi-yi-bao-ju',
    ]);
  });

  test('is cut for certain where the kinds of its cells differ: nobody is no part of a list of units', () => {
    const glued = importSeed(
      seedText.replace(
        '\n市级有关部门\n—— \n市级有关部门，有关区县政府',
        '\n市级有关部门——\n市级有关部门，有关区县政府',
      ),
    );
    const supports = ({ tasks }: ImportedNotice) =>
      tasks.map(({ support: { text, candidates } }) => text ?? candidates);
    expect(supports(glued)).toEqual(supports(bare));
  });
});
