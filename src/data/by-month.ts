import { cellOf as cellIn } from '../notice/absent.ts';
import { COLUMN_NAMES, COLUMNS } from '../notice/columns.ts';
import { ROLE_NAMES } from '../notice/duties.ts';
import { type Grade, gradeOf } from '../notice/grades.ts';
import type { Cell, Task } from '../notice/model.ts';
import { belongsTo, sectionHeading } from '../notice/names.ts';
import { inBrackets, STATUS_NAMES } from '../notice/statuses.ts';
import { byWhen, whenOf } from '../notice/when.ts';
import { type Table, type TableCell, type TableColumn, tableOf } from './table.ts';
import { SEPARATOR } from './table-columns.ts';
import type { TaskRecord } from './task-records.ts';

/** A task as a line of work: a row once, whatever brings it. */
export interface Line {
  record: TaskRecord;
  /** Every relation to the unit, in order of certainty. */
  relations: string[];
  /** Named for certain, by a collective, or perhaps. */
  rank: number;
}

/** What a collective's relation says of its limits; in a table to read it stands with the notes. */
const LIMIT = /（(是否包括本单位，原文未列明)）$/u;

const rankOf = ({ relation, unsure, maybe }: TaskRecord) => (maybe || unsure ? 2 : relation?.startsWith('经') ? 1 : 0);

/** Each task once, by month: what names the unit for certain first, then what collectives bring, then what may be its own. */
export function linesOf(records: readonly TaskRecord[]): Line[] {
  const lines = [...Map.groupBy(records, ({ task }) => task).values()].flatMap((all) => {
    const [record] = [...all].sort((a, b) => rankOf(a) - rankOf(b));
    const relations = all.flatMap(
      ({ relation }) => relation?.replace(LIMIT, '').replace(/^待核/u, STATUS_NAMES.open) ?? [],
    );
    return record ? [{ record, relations, rank: rankOf(record) }] : [];
  });
  return [0, 1, 2].flatMap((rank) =>
    byWhen(
      lines.filter((line) => line.rank === rank),
      ({ record }) => record.task,
    ).flatMap(({ items }) => items),
  );
}

const toned = (text: string, grade: Grade): TableCell => ({ text, ...(grade === 'printed' ? {} : { tone: grade }) });

/** What a cell says, and all that it may say while it is open. */
function cellOf(cell: Cell): TableCell {
  const { text, candidates = [] } = cell;
  if (cell.absent) return { text: '' };
  return toned(text ?? `${inBrackets('open')}可能是：${candidates.join(SEPARATOR) || '未能录出'}`, gradeOf(cell));
}

function monthOf(task: Task): TableCell {
  const { title, grade } = whenOf(task);
  return toned(grade === 'unsure' ? `${title}（${STATUS_NAMES.unsure}）` : title, grade);
}

/** Which cells of a row are not printed as they stand, and whether it is the unit's at all. */
function notesOf({ record: { task, relation } }: Line): string {
  const limit = LIMIT.exec(relation ?? '')?.[1];
  const notes = COLUMNS.flatMap((column) => {
    const grade = gradeOf(task[column]);
    if (grade === 'printed' || grade === 'open') return [];
    return `${COLUMN_NAMES[column]}为${STATUS_NAMES[grade]}${grade === 'unsure' ? '，不能当作已定' : ''}`;
  });
  return [limit, ...notes].filter(Boolean).join('；');
}

type Column = Omit<TableColumn<Line>, 'about'>;

const MONTH: Column = { name: '月份', width: 13, cell: ({ record }) => monthOf(record.task) };
const NUMBER: Column = { name: '编号', width: 7, cell: ({ record }) => ({ text: record.task.id }) };
const WORDS: Column = { name: '具体工作', width: 48, cell: ({ record }) => ({ text: record.task.text }) };
const ROLE: Column = {
  name: '我单位角色',
  width: 14,
  cell: ({ relations, rank }) => ({ text: relations.join('；'), ...(rank === 2 ? { tone: 'unsure' } : {}) }),
};
const SECTION: Column = {
  name: '部分',
  width: 14,
  cell: ({ record: { data, task } }) => {
    const section = data.sections.find((each) => belongsTo(task, each));
    return { text: section ? sectionHeading(section) : (task.group ?? '') };
  },
};
const CELLS: Column[] = [
  { name: ROLE_NAMES.lead, width: 18, cell: ({ record }) => cellOf(record.task.lead) },
  { name: ROLE_NAMES.support, width: 24, cell: ({ record }) => cellOf(record.task.support) },
  { name: COLUMN_NAMES.deadline, width: 20, cell: ({ record }) => cellOf(record.task.deadline) },
  { name: '备注', width: 22, cell: (line) => ({ text: notesOf(line) }) },
];

/** The name of the sheet that is to be read and printed; the others are for programs. */
const BY_MONTH = '按月';

const ANSWERS: Column = {
  name: ROLE_NAMES.responsible,
  width: 20,
  cell: ({ record }) => cellOf(cellIn(record.task, 'responsible')),
};

/** A column for those who answer only where there are any. */
const columns = (own: Column, records: readonly TaskRecord[]) => {
  const [lead, support, ...rest] = CELLS;
  const answers = records.some(({ task }) => task.responsible !== undefined) ? [ANSWERS] : [];
  return [MONTH, NUMBER, WORDS, own, lead, support, ...answers, ...rest]
    .filter((column) => column !== undefined)
    .map((column) => ({ ...column, about: '' }));
};

/** The tasks of a notice by month, to be printed: a row a task. */
export const noticeByMonth = (records: readonly TaskRecord[]): Table => ({
  ...tableOf(BY_MONTH, columns(SECTION, records), linesOf(records)),
  onePageWide: true,
});

/** What one unit has to do, by month, to be printed: a row a task, with every way in which it is the unit's. */
export const unitByMonth = (records: readonly TaskRecord[]): Table => ({
  ...tableOf(BY_MONTH, columns(ROLE, records), linesOf(records)),
  onePageWide: true,
});
