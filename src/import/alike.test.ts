import { expect, test } from 'vitest';
import { importPlan } from './testing.ts';

test('each of 500 rows phrased alike is linked to its own sentence alone; one that has none, to none', async () => {
  const task = (index: number) =>
    `进一步加强第${index}片区老旧小区改造工作，按照“能改尽改”的要求，年内完成${index}处改造任务，切实提升群众获得感。`;
  const rows = Array.from({ length: 500 }, (_, index) => `${index + 1}\t${task(index + 1)}\t县住建局`);
  const { notice, told } = await importPlan(
    '2024年改造方案',
    '一、改造任务',
    ...Array.from({ length: 60 }, (_, index) => `${index + 1}.${task(index + 1)}`),
    '附件',
    '改造任务分工表',
    '序号\t工作任务\t责任单位',
    ...rows,
  );
  const sentences = new Map(notice?.sections.flatMap(({ clauses }) => clauses.map(({ id, text }) => [id, text])));
  const linked = notice?.tasks.map(({ text, clauseIds }) => [text, clauseIds.map((id) => sentences.get(id))]);
  expect(linked).toEqual(rows.map((_, index) => [task(index + 1), index < 60 ? [task(index + 1)] : []]));
  expect(told).toEqual([]);
});
