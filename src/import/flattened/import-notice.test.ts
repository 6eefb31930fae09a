import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  failureOf,
  importSeed,
  pageRulings,
  rulingsText,
  seedBytes,
  seedLines,
  seedText,
  toGbk,
} from './seed-testing.ts';

const byHand: { id: string; text: string; lead: string; support: object; deadline: object }[] = JSON.parse(
  readFileSync('tests/fixtures/annex-by-hand.json', 'utf8'),
);

const notice = importSeed(seedBytes, rulingsText);
const task = (id: string, from = notice) => from.tasks.find((each) => each.id === id);

describe('the notice', () => {
  test('is accounted for to the last character, each once', () => {
    const { total, ...kinds } = notice.account.characters;
    expect(total).toBe([...seedText.replace(/\s/gu, '')].length);
    expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(total);
    const covered = notice.account.runs.map(({ line, from, to }) =>
      seedLines[line - 1]?.slice(from - 1, to).replace(/\s/gu, ''),
    );
    expect(covered.join('')).toBe(seedText.replace(/\s/gu, ''));
  });

  test('keeps its official metadata', () => {
    expect(notice.head).toMatchObject({
      number: '渝府办发〔2022〕34号',
      issuer: '重庆市人民政府办公厅',
      dated: '2022-03-12',
      published: '2022-03-21',
      disclosure: '此件公开发布',
      addressees: { text: '各区县（自治县）人民政府，市政府各部门，有关单位', lines: [6, 6] },
      annexLine: { text: '附件：2022年重庆市政务服务工作任务分解', lines: [34, 34] },
      attachment: '重庆市人民政府办公厅关于印发2022年重庆市政务服务工作要点的通知.docx',
    });
  });

  test('has its twenty sections, whose clauses make up the body to the letter', () => {
    expect(notice.sections.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    for (const { number, title, clauses } of notice.sections) {
      const line = seedLines[12 + number] ?? '';
      expect(line.endsWith(`、${title}。${clauses.map(({ text }) => text).join('')}`)).toBe(true);
    }
  });

  test('is the same with a byte order mark, with CRLF, in GB18030 and in UTF-16', () => {
    const { tasks, sections } = importSeed(seedText);
    const utf16 = Buffer.from(`\ufeff${seedText}`, 'utf16le');
    const variants = [`\ufeff${seedText}`, seedText.replaceAll('\n', '\r\n'), toGbk(seedText)];
    variants.push(utf16, Buffer.from(utf16).swap16());
    for (const variant of variants) expect(importSeed(variant)).toMatchObject({ tasks, sections });
    expect(importSeed(toGbk(seedText), pageRulings).notes).toEqual([
      'the text is GB18030 (GBK) and was decoded from it',
    ]);
  });

  test.each(['重庆市(办公厅', '[', '(重+)+庆市人民政府办公厅', '$&', 'Chongqing Office'])(
    'may be issued by %s, which its signature repeats',
    (issuer) => {
      const signed = seedText.replaceAll(/^重庆市人民政府办公厅 ?$/gmu, () => issuer);
      expect(importSeed(signed).head).toMatchObject({ issuer, dated: '2022-03-12' });
    },
  );

  test('is not signed by another than its issuer', () => {
    const lines = seedLines.with(2, '重庆.*');
    expect(failureOf(lines.join('\n'))).toContain('署名');
  });

  test('may hold characters outside the BMP anywhere, and is told of errors behind them', () => {
    const astral = seedText.replace('做好滚动试点', '做好𠮷𬭎滚动试点').replace(/做好滚动试点/u, '做好𠮷滚动试点');
    const { sections, tasks, account } = importSeed(astral);
    expect(sections[0]?.clauses[1]?.text).toContain('做好𠮷𬭎滚动试点，');
    expect(tasks[1]).toMatchObject({ text: expect.stringContaining('做好𠮷滚动试点，'), clauseIds: ['1-2'] });
    expect(tasks[1]?.differsFromClause).toContain('做好𠮷{-𬭎-}滚动试点');
    expect(account.characters.total).toBe([...astral.replace(/\s/gu, '')].length);
    const failure = failureOf(seedText.replace('\n潼南区政府', '\n𠮷A潼男区政府'));
    expect(failure).toContain('--> seed.txt:105:1\n    |\n105 | 𠮷A潼男区政府\n    | ^\n');
  });

  test('without an annex is a notice without tasks', () => {
    const bare = importSeed(`${seedLines.slice(0, 33).join('\n')}\n`, rulingsText);
    expect(bare.tasks).toEqual([]);
    expect(bare.sections).toHaveLength(20);
    expect(bare.notes).toContain('the notice has no annex, and so no tasks');
  });
});

describe('the annex', () => {
  test('agrees, without rulings on cells, with its reconstruction by hand: every task, lead, cell and candidate', () => {
    const { tasks } = importSeed(seedBytes, pageRulings);
    const shown = tasks.map(({ id, text, lead, support, deadline }) => {
      const cell = ({ status, text, candidates }: typeof support) =>
        status === 'open' ? { status, candidates } : { status, text };
      return { id, text, lead: lead.text, support: cell(support), deadline: cell(deadline) };
    });
    expect(shown).toEqual(byHand);
  });

  test('puts a whole-printed row together from its pieces, displaced ones too', () => {
    expect(task('5-2')).toMatchObject({
      text: '综合运用大数据和人工智能技术，拓展智能导办、智能审批、“不见面审批”等智慧政务应用。',
      lead: { status: 'printed', text: '涪陵区、九龙坡区、南岸区、北碚区、铜梁区政府', lines: [95, 97, 109, 110] },
      support: { status: 'printed', text: '——' },
      deadline: { status: 'printed', text: '持续推进' },
    });
  });

  test('tells lead from support in lines 129 to 131 by the width of the lead column', () => {
    expect(task('5-5')).toMatchObject({
      lead: { text: '市政府办公厅' },
      support: { text: '市经济信息委、市城市管理局' },
    });
  });

  test('marks no cell of an incomplete column as printed', () => {
    for (const { rows, wholeRows, supports, deadlines, leads } of notice.account.blocks) {
      for (const id of rows.filter((row) => !wholeRows.includes(row))) {
        if (supports < leads) expect(task(id)?.support.status).not.toBe('printed');
        if (deadlines < leads) expect(task(id)?.deadline.status).not.toBe('printed');
      }
    }
  });

  test('lists a displaced cell, and counts it among the candidates of every row of its page', () => {
    expect(notice.account.blocks[2]?.displaced).toEqual([{ text: '——', line: 167 }]);
    expect(task('5-4')?.support).toMatchObject({ status: 'open', candidates: ['市级有关部门', '——'] });
  });

  test('expands elliptical lists and keeps collectives', () => {
    expect(task('16-2')?.lead.units).toEqual([
      'jiang-bei-qu-zheng-fu',
      'bei-bei-qu-zheng-fu',
      'jiang-jin-qu-zheng-fu',
      'qi-jiang-qu-zheng-fu',
      'you-guan-qu-xian-zheng-fu',
      'liang-jiang-xin-qu-guan-wei-hui',
      'xi-bu-ke-xue-cheng-chong-qing-gao-xin-qu-guan-wei-hui',
    ]);
  });

  test('links tasks and clauses both ways and keeps their differences to the character', () => {
    for (const { clauses } of notice.sections) {
      for (const { id, taskIds } of clauses) for (const each of taskIds) expect(task(each)?.clauseIds).toContain(id);
    }
    expect(task('7-4')?.clauseIds).toEqual(['7-4', '7-5', '7-6', '7-7']);
    expect(task('5-5')?.differsFromClause).toBe('实现水电气讯{+报装、+}查询、缴费、过户等通过“渝快办”平台办理。');
    expect(task('1-1')?.differsFromClause).toBeUndefined();
    expect(notice.account.tasksWithoutClause).toEqual(['6-4', '6-5', '6-9', '17-2']);
  });
});

describe('rulings', () => {
  test('settle their cell, say why, and narrow the other rows of the page', () => {
    expect(task('13-17')?.support).toMatchObject({ status: 'inferred', text: '各区县政府' });
    expect(task('13-12')?.support).toMatchObject({ status: 'inferred', text: '市医保局、重庆市税务局' });
    expect(task('13-12')?.support.mayBeMissing).toBeUndefined();
    expect(task('13-12')?.support.why).toContain('任务13-17');
  });

  test('leave a row open without candidates when every printed cell belongs to others', () => {
    expect(task('9-1')?.deadline).toMatchObject({ status: 'open', text: null, candidates: [], mayBeMissing: true });
  });
});
