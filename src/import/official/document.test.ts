import { describe, expect, test } from 'vitest';
import { NoticeError } from '../../notice/problem.ts';
import { importSeed, pageRulings, rulingsText, seedBytes, seedText } from '../flattened/seed-testing.ts';
import { report } from '../report.ts';
import type { DocumentRow } from './annex-table.ts';
import { annexTable, DROPPED, docx, faithfulRows, importWith, noticeBody, paragraph } from './document-testing.ts';

const rows = faithfulRows();
const alone = importSeed(seedBytes, rulingsText);
const settled = await importWith(docx(annexTable(rows)));
const COLUMNS = ['lead', 'support', 'deadline'] as const;
const indexOf = (id: string) => alone.tasks.findIndex((task) => task.id === id);

/** The rows with one of them changed. */
const withRow = (id: string, change: Partial<DocumentRow>) =>
  rows.map((row, index) => (index === indexOf(id) ? { ...row, ...change } : row));

/** The error that an import with a document ends with, as the command line prints it. */
async function failureOf(bytes: Uint8Array, rulings = pageRulings): Promise<string> {
  const outcome = await importWith(bytes, rulings).catch((error: unknown) => error);
  if (outcome instanceof NoticeError) return outcome.format();
  throw outcome instanceof Error ? outcome : new Error('the document was taken');
}
const failureWith = (changed: DocumentRow[], rulings = pageRulings) => failureOf(docx(annexTable(changed)), rulings);

describe('a faithful document', () => {
  test('settles every cell, and changes none that is printed', () => {
    for (const [index, task] of settled.tasks.entries()) {
      for (const column of COLUMNS) {
        expect([task.id, column, task[column].text]).toEqual([task.id, column, rows[index]?.[column]]);
        const before = alone.tasks[index]?.[column];
        if (before?.status === 'printed') expect(task[column]).toEqual(before);
        else expect(task[column]).toMatchObject({ status: 'inferred', source: 'document' });
      }
    }
  });

  test('never passes for the text: each settled cell says which file and row it comes from', () => {
    const cells = settled.tasks.flatMap(({ support, deadline }) => [support, deadline]).filter(({ source }) => source);
    expect(cells).toHaveLength(197);
    for (const cell of cells) expect(cell).not.toHaveProperty('mayBeMissing');
    expect(settled.tasks[indexOf('4-6')]?.deadline).toEqual({
      status: 'inferred',
      text: DROPPED.deadline,
      reading: { kind: 'by', date: '2023-01' },
      why: '据官方文件（通知.docx，SHA-256 abababababab）附件表格第18行。',
      source: 'document',
      lines: [],
    });
  });

  test('gives the units of what it settled', () => {
    const { support } = settled.tasks[indexOf('10-5')] ?? {};
    expect(support?.units).toContain('shi-shui-li-ju');
    expect(support?.lines.length).toBeGreaterThan(0);
  });

  test('is reported cell by cell', () => {
    const { document } = settled.account;
    expect(document).toMatchObject({ file: '通知.docx', sha256: 'ab'.repeat(32), rows: 122 });
    expect(document?.settled).toHaveLength(197);
    const lines = report(settled).split('\n');
    expect(lines).toContain(
      '  document 通知.docx (SHA-256 abababababab): 122 rows, all of the text; settled 197 cells:',
    );
    expect(lines).toContain(`    4-6 deadline: open → ${DROPPED.deadline} (table row 18)`);
    expect(lines).toContain('    6-4 deadline: inferred 2022年10月前 → 2023年1月前 (table row 31)');
  });

  test('keeps the account of characters closed', () => {
    const { total, ...kinds } = settled.account.characters;
    expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(total);
  });

  test('settles the same as the whole notice, as tables of one page each, and beside rulings', async () => {
    const pages = [rows.slice(0, 40), rows.slice(40, 90), rows.slice(90)]
      .map((page) => annexTable(page))
      .join(paragraph(''));
    for (const body of [noticeBody(rows), pages]) expect((await importWith(docx(body))).tasks).toEqual(settled.tasks);
    expect((await importWith(docx(annexTable(rows)), rulingsText)).tasks).toEqual(settled.tasks);
  });
});

describe('a document that contradicts the text stops the import:', () => {
  test('a row is missing', async () => {
    const failure = await failureWith(rows.filter((_, index) => index !== indexOf('6-2')));
    expect(failure).toContain(
      `row ${indexOf('6-2') + 1} of 通知.docx is task 6-3; expected task 6-2: 探索依托居民身份证`,
    );
    expect(failure).toContain('help: The document lacks a row before it.');
    expect(await failureWith(rows.slice(0, -1))).toContain('通知.docx ends behind row 121; expected task 20-1');
  });

  test('a row is too many', async () => {
    const extra = { ...rows[0], task: '多出的任务。' } as DocumentRow;
    expect(await failureWith(rows.toSpliced(5, 0, extra))).toContain(
      'row 6 of 通知.docx is in no task of the text: 多出的任务。',
    );
    expect(await failureWith([...rows, extra])).toContain(
      '通知.docx has 123 rows, the text 122; row 123 is one too many',
    );
  });

  test('a task says something else', async () => {
    expect(await failureWith(withRow('7-3', { task: '试点实施市场主体登记备案制。' }))).toContain(
      'row 39 of 通知.docx, 具体工作, is not task 7-3: expected “试点实施市场主体登记确认制。”, found “试点实施市场主体登记备案制。”',
    );
  });

  test('a task stands under another heading', async () => {
    const { heading = '' } = rows[0] ?? {};
    expect(await failureWith(withRow('7-3', { heading }))).toContain(
      `row 39 of 通知.docx, 重点任务: expected “七、优化经常性涉企服务”, found “${heading}”`,
    );
  });

  test('a lead is changed', async () => {
    expect(await failureWith(withRow('13-3', { lead: '市教委' }))).toContain(
      'row 77 of 通知.docx (task 13-3), 牵头单位: expected “市民政局”, as line 336 of the text prints, found “市教委”',
    );
  });

  test('a printed unit is changed, where the row is known and where only its page is', async () => {
    expect(await failureWith(withRow('1-1', { support: '市教委' }))).toContain(
      '(task 1-1), 配合单位: expected “市级有关部门”',
    );
    expect(await failureWith(withRow('10-5', { support: '市生态环境局' }))).toContain(
      'rows 63 to 72 of 通知.docx (tasks 10-5 to 12-1), 配合单位: expected “市生态环境局、市水利局',
    );
    const lost = withRow('12-2', { support: '——' });
    expect(await failureWith(lost)).toContain('expected “市公安局、市人力社保局、市交通局');
  });

  test('printed cells stand in another order', async () => {
    const [first, second] = [rows[indexOf('7-4')], rows[indexOf('6-6')]];
    const swapped = rows.map((row, index) => {
      if (index === indexOf('6-6')) return { ...row, deadline: first?.deadline ?? '' };
      return index === indexOf('7-4') ? { ...row, deadline: second?.deadline ?? '' } : row;
    });
    expect(await failureWith(swapped)).toMatch(/完成时限: expected “2022年.*found/);
  });

  test('a unit is unknown, a deadline cannot be read, a cell is empty', async () => {
    expect(await failureWith(withRow('6-1', { support: '市大数据发展委' }))).toMatch(
      /\(task 6-1\), 配合单位: no unit is named 市大数据发展委\n {2}help: Nearest known names: 市大数据发展局/,
    );
    expect(await failureWith(withRow('6-2', { deadline: '尽快' }))).toContain(
      '(task 6-2), 完成时限: “尽快” is no deadline that can be read',
    );
    expect(await failureWith(withRow('6-2', { deadline: '' }))).toContain('(task 6-2), 完成时限: the cell is empty');
  });

  test('a cell that it would settle holds what is not plain text', async () => {
    const field = '</w:t></w:r><w:fldSimple w:instr="x"><w:r><w:t>市民政局</w:t></w:r></w:fldSimple><w:r><w:t>';
    const body = annexTable(withRow('6-1', { support: '市教委、FIELD' })).replace('FIELD', field);
    expect(await failureOf(docx(body))).toMatch(
      /row 28 of 通知.docx \(task 6-1\), 配合单位: the cell holds a field, and its text may not be what a reader sees\n {2}help: Compare/,
    );
  });

  test('a ruling says otherwise', async () => {
    const is = '- {row: 4-6, column: deadline, is: 持续推进, lines: [44], reason: 甲}';
    expect(await failureWith(rows, is)).toContain(
      `the ruling on 4-6 says 持续推进; row 18 of 通知.docx (task 4-6), 完成时限, says ${DROPPED.deadline}\n  --> rulings.yaml:1:3`,
    );
    const { support } = rows[indexOf('5-6')] ?? {};
    const not = `- {row: 5-6, column: support, not: "${support}", lines: [44], reason: 甲}`;
    expect(await failureWith(rows, not)).toContain(`the ruling on 5-6 rules out ${support}`);
  });
});

describe('a document that is no annex stops the import:', () => {
  test('plain text', async () => {
    expect(await failureOf(docx(paragraph('附件')))).toBe(
      'error: 通知.docx holds no table with the heads 重点任务, 具体工作, 牵头单位, 配合单位, 完成时限\n' +
        '  help: It holds no table at all: a scan or plain text settles nothing. Put the notice with its annex there, or the annex alone.',
    );
  });

  test('another table', async () => {
    expect(await failureOf(docx(annexTable(rows, ['序号', '姓名', '单位', '职务', '电话'])))).toContain(
      'help: It holds 1 other tables.',
    );
  });

  test('broken XML', async () => {
    expect(await failureOf(docx('<w:tbl><w:tr>'))).toContain('通知.docx cannot be read: ');
  });
});

test('a document beside a notice without an annex settles nothing, and the import says so', async () => {
  const { document } = (await importWith(docx(annexTable(rows)))).account;
  expect(document).toBeDefined();
  const bare = importSeed(`${seedText.split('\n').slice(0, 33).join('\n')}\n`, '', {
    file: '通知.docx',
    sha256: '',
    rows,
  });
  expect(bare.notes).toContain('通知.docx settles nothing');
});
