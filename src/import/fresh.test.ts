import { expect, test } from 'vitest';
import { importBytes, importText } from './testing.ts';

/** Forms of other offices that were read wrongly once, each in few words. */

const notice = (body: string, end = '白河区人民政府办公室\n2023年4月6日\n') =>
  `白河区人民政府办公室关于做好防汛工作的通知\n白政办发〔2023〕6号\n各街道办事处，区政府各部门：\n现将有关事项通知如下。\n${body}\n${end}`;

test('a role that a department calls 科室 is read, under its printed name', async () => {
  const { notice: read } = await importText(
    notice('一、完成食堂改造。\n责任科室：后勤保障科\n配合单位：各学校\n完成时限：2023年8月底前'),
  );
  expect(read?.tasks).toEqual([
    expect.objectContaining({
      text: '完成食堂改造。',
      responsible: expect.objectContaining({ text: '后勤保障科', label: '责任科室' }),
      support: expect.objectContaining({ text: '各学校' }),
      deadline: expect.objectContaining({ text: '2023年8月底前' }),
    }),
  ]);
});

test('a line that looks like a role of unknown name is told, and no role', async () => {
  const { notice: read, told } = await importText(notice('一、完成食堂改造。\n主抓单位：后勤保障科'));
  expect(read?.tasks).toEqual([]);
  expect(told).toEqual([expect.stringMatching(/looks? like a role[\s\S]*notice\.txt:6[\s\S]*columns\.yaml/u)]);
});

test('a table of unknown heads is shown as lines whose cells stand apart, and told', async () => {
  const { notice: read, told } = await importText(
    `${notice('一、按附件拨付。\n附件：资金分配表')}附件\n资金分配表\n市州\t金额（万元）\n甲市\t1200\n乙州\t860\n`,
  );
  const annex = read?.sections.find(({ part }) => part === 'annex-1');
  expect(annex?.clauses.map(({ text }) => text)).toEqual(['市州 金额（万元）', '甲市 1200', '乙州 860']);
  expect(read?.parts.at(-1)).toEqual({ id: 'annex-1', title: '资金分配表' });
  expect(told).toEqual([expect.stringContaining('look like a table')]);
});

test('signs between two roles belong to no name', async () => {
  const { notice: read, names } = await importText(
    notice('一、打通断头路（区住建局牵头、区交通局配合；2023年10月31日前）。'),
  );
  const [task] = read?.tasks ?? [];
  expect([task?.lead?.text, task?.support?.text]).toEqual(['区住建局', '区交通局']);
  expect(names(task, 'support')).toEqual(['区交通局']);
});

test('two bodies on one line of the title are two issuers', async () => {
  const { notice: read } = await importText(
    '江林省财政厅 江林省教育厅\n关于做好资助工作的通知\n各市（州）财政局、教育局：\n一、按时拨付。请专款专用。\n江林省财政厅   江林省教育厅\n2023年3月2日\n',
  );
  expect(read?.head.issuers).toEqual(['江林省财政厅', '江林省教育厅']);
});

test('a signature behind the table is no sentence; paragraphs of a cell stand apart', async () => {
  const html = `<html><body><h1>山阳县人民政府办公室关于做好防汛工作的通知</h1><p>各镇人民政府：</p><p>现就有关事项通知如下。</p>
<p>一、压实责任。各镇负总责。</p><table><tr><th>事项</th><th>责任单位</th></tr><tr><td>水库巡查</td><td>县水利局<br>各镇人民政府</td></tr></table>
<p>山阳县人民政府办公室</p><p>2024年5月7日</p></body></html>`;
  const { notice: read, names } = await importBytes('test', [['n.html', new TextEncoder().encode(html)]]);
  expect(read?.head.dated).toBe('2024-05-07');
  expect(read?.sections.flatMap(({ clauses }) => clauses.map(({ text }) => text))).toEqual(['各镇负总责。']);
  expect(read?.tasks[0]?.responsible?.text).toBe('县水利局 各镇人民政府');
  expect(names(read?.tasks[0], 'responsible')).toEqual(['县水利局', '各镇人民政府']);
});

test('wide blanks as older systems write them are read as such, and told', async () => {
  const plain = await importText(notice('一、完成改造。\n责任单位：区住建局\n二、　完成验收。'));
  const odd = await importText(notice('一、完成改造。\n责任单位：区住建局\n二、\ue5e5完成验收。'));
  expect(odd.notice?.tasks).toEqual(plain.notice?.tasks);
  expect(odd.notice?.sections.map(({ clauses }) => clauses)).toEqual(
    plain.notice?.sections.map(({ clauses }) => clauses),
  );
  expect(odd.told.filter((line) => line.startsWith('note:'))).toHaveLength(1);
});
