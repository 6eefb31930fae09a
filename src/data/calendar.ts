import { cellOf, columnsIn } from '../notice/absent.ts';
import { gradeOf } from '../notice/grades.ts';
import type { Cell, Change, DeadlineReading, NoticeData, Task, UnitEntry } from '../notice/model.ts';
import { namesDate } from '../notice/months.ts';
import { belongsTo, markOf, sectionPlace } from '../notice/names.ts';
import { caution, inBrackets, STATUS_NAMES } from '../notice/statuses.ts';
import { taskPath } from '../paths.ts';
import { type Address, isWhole } from './file-address.ts';
import type { Calendar, CalendarEvent } from './ics.ts';
import { SEPARATOR, taskName } from './table-columns.ts';
import { noticeRecords, type TaskRecord, unitRecords } from './task-records.ts';

const SUMMARY_LENGTH = 24;

/** The day a deadline stands on; `who` when only one level of government is due then. */
interface DueDay {
  date: string;
  who?: string;
}

/** The dates of a reading, in printed order; none when it names no date. */
function datesOf(reading: DeadlineReading | undefined): DueDay[] {
  if (!reading || !namesDate(reading)) return [];
  return reading.kind === 'staged' ? reading.stages : [{ date: reading.date }];
}

/** A month stands on its first day: 前 names the month as the limit, and whether it counts is not said. */
const dayOf = (date: string) => (date.length === 7 ? `${date}-01` : date);

function placing(date: string, printed: string): string {
  if (date.length > 7) return `日历记在原文写明的月底当天（${date}）。`;
  const [year, month] = date.split('-').map(Number);
  return `日历记在${year}年${month}月1日：原文“${printed}”以${month}月为限，是否包括${month}月当月未写明。`;
}

function cellLine(title: string, cell: Cell): string {
  const { status, text, candidates = [], why } = cell;
  const value =
    status === 'open'
      ? `${inBrackets('open')}可能的内容：${candidates.join(SEPARATOR) || '未录出'}`
      : `${text ?? ''}（${STATUS_NAMES[gradeOf(cell)]}）`;
  return [`${title}：${value}`, why, caution(cell)].filter(Boolean).join('\n');
}

const short = (text: string) => {
  const chars = [...text.replace(/。$/u, '')];
  return chars.length > SUMMARY_LENGTH ? `${chars.slice(0, SUMMARY_LENGTH).join('')}…` : chars.join('');
};

/** A notice, and what imports changed in it since the first. */
export type Changing = NoticeData & { changes?: readonly Change[] };

/** How often the deadline of a task changed since it was first read. */
const movesOf = ({ changes = [] }: Changing, task: Task): number =>
  changes.filter(({ row, column }) => row === task.id && column === 'deadline').length;

/** The events of one row: none for an open or undated deadline, one a stage for a staged one. */
function eventsOf({ data, task, relation, unsure }: TaskRecord, addressOf: Address, unit?: UnitEntry): CalendarEvent[] {
  const { notice, sections } = data;
  const { deadline } = task;
  if (deadline.status === 'open') return [];
  const section = sections.find((each) => belongsTo(task, each));
  const title = section?.title ?? task.group ?? '';
  const place = section ? `${sectionPlace(section)}${title && `“${title}”`}，` : '';
  const address = addressOf(taskPath(notice.id, task.id));
  const days = datesOf(deadline.reading);
  return days.map(({ date, who }, stage) => ({
    uid: `${unit ? `${unit.slug}.` : ''}${[notice.id, task.id, ...(who ? [`stage${stage + 1}`] : [])].join('-')}@policy-reader`,
    sequence: movesOf(data, task),
    date: dayOf(date),
    summary: [
      deadline.status === 'printed' ? '' : inBrackets(gradeOf(deadline)),
      unit?.name ?? '',
      relation ? `【${relation}】` : '',
      `${taskName(task.id)} ${short(task.text)}`,
      who ? `（${who}完成）` : '',
      deadline.reading?.kind === 'by-then-ongoing' ? '（此后持续推进）' : '',
    ].join(''),
    description: [
      `${markOf(notice)}${place}${task.origin === 'text' ? '' : '附件'}${taskName(task.id)}`,
      ...(relation ? [`与本单位的关系：${relation}`] : []),
      `具体工作：${task.text}`,
      cellLine('完成时限', deadline),
      placing(date, deadline.text ?? ''),
      ...columnsIn([task])
        .filter(({ column }) => column !== 'deadline')
        .map(({ column, name }) => cellLine(name, cellOf(task, column))),
      `网页：${address}`,
    ].join('\n'),
    category: title,
    ...(isWhole(address) ? { url: address } : {}),
    certain: deadline.status === 'printed' && !unsure,
  }));
}

/** What of a calendar's tasks it does not hold, and why. */
function leftOut(tasks: Task[]): string {
  const open = tasks.filter(({ deadline }) => deadline.status === 'open').map(({ id }) => id);
  const undated = tasks.filter(({ deadline }) => deadline.status !== 'open' && datesOf(deadline.reading).length === 0);
  return [
    open.length > 0 ? `${open.length}项任务的完成时限原件待查，没有确定日期，未列入：${open.join('、')}。` : '',
    undated.length > 0 ? `${undated.length}项持续推进或未写日期，也未列入。` : '',
    `标【${STATUS_NAMES.inferred}】的日期不是原样印在本行，理由见说明；标【${STATUS_NAMES.unsure}】的日期也可能不是本行的，只是暂记。`,
  ].join('');
}

type Naming = Pick<Calendar, 'name' | 'product'>;

function calendarOf(
  naming: Naming,
  notices: readonly Changing[],
  records: TaskRecord[],
  addressOf: Address,
  unit?: UnitEntry,
): Calendar {
  const sources = notices
    .map(({ notice }) => `《${notice.title}》${notice.number === null ? '' : `（${notice.number}）`}`)
    .join('、');
  return {
    ...naming,
    description: `依据${sources}。${leftOut(records.map(({ task }) => task))}`,
    stamped:
      notices
        .flatMap(({ notice, changes = [] }) => [notice.published ?? notice.dated ?? '', ...changes.map(({ on }) => on)])
        .sort()
        .at(-1) ?? '',
    events: records.flatMap((record) => eventsOf(record, addressOf, unit)),
  };
}

/** The dated tasks of a notice. */
export function noticeCalendar(data: Changing, addressOf: Address): Calendar {
  const { id } = data.notice;
  return calendarOf({ name: `${markOf(data.notice)}完成时限`, product: id }, [data], noticeRecords(data), addressOf);
}

/** One record a task, which names all its relations to the unit: a calendar holds a task once. */
function oncePerTask(records: TaskRecord[]): TaskRecord[] {
  const byTask = new Map<Task, TaskRecord>();
  for (const record of records) {
    const known = byTask.get(record.task);
    const relation = [known?.relation, record.relation].filter(Boolean).join('，');
    const unsure = record.unsure && (known === undefined || known.unsure === true);
    byTask.set(record.task, { ...record, relation, unsure });
  }
  return [...byTask.values()];
}

/**
 * The dated tasks of a unit, each named by its relation to the unit. Open cells that may name the
 * unit or a collective give no event; the description lists them.
 */
export function unitCalendar(unit: UnitEntry, notices: readonly Changing[], addressOf: Address): Calendar {
  const records = notices.flatMap((data) => unitRecords(unit, data));
  const certain = oncePerTask(records.filter(({ maybe }) => !maybe));
  const calendar = calendarOf({ name: `${unit.name}完成时限`, product: unit.slug }, notices, certain, addressOf, unit);
  const maybe = [...new Set(records.filter((record) => record.maybe).map(({ task }) => task.id))];
  if (maybe.length === 0) return calendar;
  const description = `${calendar.description}另有原件待查的格可能写有本单位或包括本单位的统称，未列入：${maybe.join('、')}。`;
  return { ...calendar, description };
}
