import { ALL_COLUMNS, type Column } from '../../notice/columns.ts';
import { ROLES, type Role } from '../../notice/duties.ts';
import type { ColumnUse, ColumnWords } from '../column-words.ts';
import { cellText, type GridCell, type Table } from '../document.ts';

/** A head under another is no longer. */
const LONGEST_DEEPER = 8;

export const isDuty = (use: ColumnUse | 'other'): use is Column => ALL_COLUMNS.some((column) => column === use);

/** The columns of a table by what they hold. */
export interface Columns {
  uses: (ColumnUse | 'other')[];
  names: string[];
  head: number;
  /** Columns where a head begins, 0-based. */
  edges: Set<number>;
  /** Further columns of a role that one before says already, 0-based: 责任处室 behind 责任单位. */
  more: Map<number, Role>;
}

/** What things are counted in: 个, 万元, 平方米, %. */
const MEASURE =
  /^(?:[万亿千百]{0,2}(?:元|人次?|户|个|件|项|家|天|小时|分钟?|个?工作日|年|月|次|倍|平方(?:公|千)?米|立方米|[公千厘毫]?米|公里|亩|公顷|吨(?:标准煤)?|千克|千瓦(?:时)?|度|辆|台|套|座|所|处|条|张|份|篇|场|期|批|名|对|间|栋|床|头|只|株|册|位)|[%％‰]|个?百分点)(?:[/／].{1,4})?$/u;

/** Whether a column headed 单位 says what the others are counted in, and no body. */
function countsIn({ rows }: Table, column: number, head: string): boolean {
  const texts = rows.map((row) => cellText(row[column])).filter((text) => text !== '' && text !== head);
  return (
    /^(?:计量)?单位$/u.test(head) &&
    texts.length > 0 &&
    texts.every((text) => /^[—－-]+$/u.test(text) || MEASURE.test(text))
  );
}

/** Finds the row of heads among the first rows; of two such rows (a head over two heads) the lower one. */
export function findColumns(table: Table, words: ColumnWords): Columns | undefined {
  for (const [index, row] of table.rows.slice(0, 4).entries()) {
    const texts = row.map(cellText);
    if (!words.areHeads(texts)) continue;
    const below = table.rows[index + 1];
    const deeper = below !== undefined && goesDeeper(row, below, words);
    const heads = deeper
      ? row.map((cell, column) => (cellText(below[column]) === '' ? cell : (below[column] ?? cell)))
      : row;
    const names = heads.map((cell) => cellText(cell));
    const uses = heads.map((cell, column) => {
      const use = countsIn(table, column, cellText(cell)) ? 'other' : (words.useOf(cellText(cell)) ?? 'other');
      // Of the columns under one head of tasks the last tells them, and those before it group them.
      const goesOn = heads[column + 1] === cell && (use === 'task' || use === 'detail');
      return goesOn ? ('group' as const) : use;
    });
    const edges = edgesOf(heads);
    const task = words.taskAmong(names);
    if (task !== undefined) uses[task] = 'task';
    // 任务分工 beside 工作任务 says who does what.
    const isTask = (use: ColumnUse | 'other', at: number) =>
      (use === 'task' || use === 'detail') && !words.isBare(names[at] ?? '');
    for (const [at, name] of names.entries())
      if (/分工$/u.test(name) && words.isBare(name) && uses.some(isTask)) uses[at] = 'responsible';
    // 指标名称 | 指标内容: of two columns of tasks the second may tell them more closely.
    const [, closer] = uses.flatMap((use, at) => (use === 'task' && edges.has(at) && isTask(use, at) ? [at] : []));
    if (closer !== undefined && !uses.includes('detail')) uses[closer] = 'detail';
    // 单位 beside 责任单位 says whose row it is.
    const told = uses.map((use, at) =>
      words.isBare(names[at] ?? '') && uses.some((other, by) => other === use && !words.isBare(names[by] ?? ''))
        ? ('other' as const)
        : use,
    );
    return { uses: only(told), names, edges, more: moreOf(told, edges), head: deeper ? index + 1 : index };
  }
  return undefined;
}

/** Whether the row below the heads holds the heads of columns that one of them spans, merged or printed once. */
function goesDeeper(row: GridCell[], below: GridCell[], words: ColumnWords): boolean {
  const isShared = (cell: GridCell) => row.includes(cell);
  if (below.some((cell) => isShared(cell) && cell.rows > 1))
    return below.every((cell, column) => isShared(cell) || (row[column]?.columns ?? 1) > 1);
  const isBlank = (cell: GridCell | undefined) => cellText(cell) === '';
  // 序号 | 责任分工 over two columns, and below it | 牵头单位 | 配合单位, where nothing merges 序号 with the blank below.
  const isUnder = (cell: GridCell, column: number) =>
    (row[column]?.columns ?? 1) > 1 ? /^.{2,8}$/u.test(cellText(cell)) : isBlank(cell);
  const isKnown = (cell: GridCell) => isDuty(words.useOf(cellText(cell)) ?? 'other');
  if (below.every(isUnder) && below.some(isKnown)) return true;
  const isHead = (cell: GridCell, column: number) =>
    cellText(cell).length <= LONGEST_DEEPER && (isBlank(row[column]) || isBlank(row[column + 1]));
  return (
    row.some(isBlank) &&
    below.some((cell, column) => isBlank(cell) && !isBlank(row[column])) &&
    below.every((cell, column) => (isBlank(cell) ? !isBlank(row[column]) : isHead(cell, column))) &&
    below.some(isKnown)
  );
}

const edgesOf = (heads: GridCell[]) => new Set(heads.map((cell) => cell.column - 1));

/** A use counts for the first column that has it; further ones are kept under their own names. */
function only(uses: (ColumnUse | 'other')[]): (ColumnUse | 'other')[] {
  return uses.map((use, index) => (use !== 'group' && uses.indexOf(use) < index ? 'other' : use));
}

/** The columns of a role behind its first, where a head of their own begins. */
function moreOf(uses: (ColumnUse | 'other')[], edges: Set<number>): Columns['more'] {
  return new Map(
    uses.flatMap((use, at) => {
      const role = ROLES.find((each) => each === use);
      return role && uses.indexOf(use) < at && edges.has(at) ? [[at, role] as const] : [];
    }),
  );
}

/** Columns of a table in an annex that lists tasks, and names no units. */
export function bareColumns(table: Table, words: ColumnWords): Columns | undefined {
  const names = (table.rows[0] ?? []).map((cell) => cellText(cell));
  const uses = only(
    names.map((name, column) => (countsIn(table, column, name) ? 'other' : (words.useOf(name) ?? 'other'))),
  );
  const edges = edgesOf(table.rows[0] ?? []);
  // A card tells a field a row: 牵头单位 | 县教育局.
  const isCard = table.rows.slice(1).filter((row) => words.areHeads(['任务', cellText(row[0])])).length > 1;
  if (isCard) return undefined;
  return uses.includes('task') || uses.includes('detail')
    ? { uses, names, edges, more: new Map(), head: 0 }
    : undefined;
}

/** Which of several text columns is the task: the closer one, or the one behind a merged or repeated column. */
export function textColumns(
  rows: GridCell[][],
  uses: (ColumnUse | 'other')[],
): { task: number; groups: number[]; others: number[] } {
  const texts = uses.flatMap((use, index) => (use === 'task' || use === 'detail' || use === 'group' ? [index] : []));
  const detail = uses.indexOf('detail');
  const task = uses.indexOf('task');
  const groups = texts.filter((index) => uses[index] === 'group');
  if (task < 0 && detail < 0) return { task: texts.at(-1) ?? 0, groups: texts.slice(0, -1), others: [] };
  if (task < 0 || detail < 0) return { task: Math.max(task, detail), groups, others: [] };
  const full = rows.filter((row) => new Set(row).size > 1);
  const first = full.map((row) => row[task]);
  const repeats = first.some(
    (cell, index) =>
      index > 0 &&
      (cell === first[index - 1] || cellText(cell) === '' || cellText(cell) === cellText(first[index - 1])),
  );
  const detailEmpty = full.some((row) => cellText(row[detail]) === '');
  const detailed = !detailEmpty && (repeats || !full.every((row) => row[task] && cellText(row[task]) !== ''));
  return detailed || (task < detail && !detailEmpty && repeats)
    ? { task: detail, groups: [...groups, task], others: [] }
    : { task, groups, others: [detail] };
}
