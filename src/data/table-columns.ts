import { cellOf } from '../notice/absent.ts';
import { COLUMN_NAMES, type Column } from '../notice/columns.ts';
import { ROLE_LISTS, ROLE_NAMES, type Role } from '../notice/duties.ts';
import { type Grade, gradeOf } from '../notice/grades.ts';
import type { Cell, DeadlineReading, Unit } from '../notice/model.ts';
import { namesDate } from '../notice/months.ts';
import { belongsTo, placeOfClause, sectionPlace } from '../notice/names.ts';
import { caution, STATUS_NAMES } from '../notice/statuses.ts';
import { taskPath, unitPath } from '../paths.ts';
import { type Address, isWhole } from './file-address.ts';
import type { TableCell, TableColumn } from './table.ts';
import type { TaskRecord } from './task-records.ts';

/** Parts several values of one cell; no printed value holds it. */
export const SEPARATOR = '｜';
/** Stands in place of a value that is not known. */
const OPEN = '【待核】';
/** The grades as the columns of the tables name them: other programs read these words, whatever the pages say. */
const STATUS_VALUES: Record<Grade, string> = { ...STATUS_NAMES, open: '待核' };

const SECTION_WIDTH = 24;
const plain = (text: string): TableCell => ({ text });
const address = (text: string): TableCell => (isWhole(text) ? { text, link: text } : { text });

/** Lines as people name them; `43-44` would turn into a date in a spreadsheet. */
const linesName = (lines: number[]) => (lines.length > 0 ? `第${lines.join('、')}行` : '');
/** The name of a task; a bare `13-8` would turn into a date in a spreadsheet. */
export const taskName = (id: string): string => `任务${id}`;

function valueCell(cell: Cell): TableCell {
  if (cell.absent) return { text: '' };
  const grade = gradeOf(cell);
  return { text: cell.text ?? OPEN, ...(grade === 'printed' ? {} : { tone: grade }) };
}

const noteOf = (cell: Cell) => [cell.why, caution(cell)].filter(Boolean).join('');

function namesOf({ data, task }: TaskRecord, key: Column): string {
  const name = (slug: string) => data.units.find((unit) => unit.slug === slug)?.name ?? slug;
  return (cellOf(task, key).units ?? []).map(name).join(SEPARATOR);
}

/** The columns of one cell of the annex: its value, how sure it is, and on what it stands. */
function cellColumns(key: Column): TableColumn<TaskRecord>[] {
  const title = COLUMN_NAMES[key];
  const column = (name: string, width: number, about: string, cell: (record: TaskRecord) => TableCell) => ({
    name: title + name,
    width,
    about,
    cell,
  });
  return [
    column('', 24, `附件所印${title}，一字不改；“——”表示原文写明没有；内容不能确定的格写“${OPEN}”。`, ({ task }) =>
      valueCell(cellOf(task, key)),
    ),
    column(
      '状态',
      14,
      `“${Object.values(STATUS_VALUES).join('”“')}”之一；“推定”是按各格先后次序、裁定或官方文件得出，不是收到的文本印在本行的；“${STATUS_NAMES.unsure}”的内容也可能不是本行的，不能当作已定。`,
      ({ task }) => plain(cellOf(task, key).absent ? '' : STATUS_VALUES[gradeOf(cellOf(task, key))]),
    ),
    ...(key === 'deadline'
      ? []
      : [
          column(
            '名单',
            24,
            `${title}逐个列出，用规范名称，以“${SEPARATOR}”分隔；统称不展开。“待核”时为空。`,
            (record) => plain(namesOf(record, key)),
          ),
        ]),
    column(
      '可能的内容',
      24,
      `“待核”时：录出的各格中可能属于本行的内容，以“${SEPARATOR}”分隔，都不能当作已定的内容。`,
      ({ task }) => plain((cellOf(task, key).candidates ?? []).join(SEPARATOR)),
    ),
    column('说明', 24, '推定或原件待查的理由；本行原有内容可能未录出的，也在此说明。', ({ task }) =>
      plain(noteOf(cellOf(task, key))),
    ),
    column('原文行', 12, '所依据的收到文本的行号。', ({ task }) => plain(linesName(cellOf(task, key).lines))),
  ];
}

const READING_NAMES: Record<DeadlineReading['kind'], string> = {
  ongoing: '持续推进',
  by: '限期完成',
  'by-then-ongoing': '限期完成后持续推进',
  staged: '分级完成',
  recurring: '定期进行',
  after: '以某事为起点',
};

function readingDates(reading: DeadlineReading | undefined): string {
  if (!reading || !namesDate(reading)) return '';
  if (reading.kind !== 'staged') return `${reading.date}前`;
  return reading.stages.map(({ who, date }) => `${who} ${date}前`).join(SEPARATOR);
}

function milestoneOf(reading: DeadlineReading | undefined): string {
  return reading && 'milestone' in reading ? (reading.milestone ?? '') : '';
}

const sectionTitle = ({ data, task }: TaskRecord) =>
  data.sections.find((section) => belongsTo(task, section))?.title ?? task.group ?? '';

/**
 * The columns of a table of tasks.
 *
 * @param answers whether a task has somebody who answers for it, neither leading nor supporting
 */
export function taskColumns(addressOf: Address, answers: boolean): TableColumn<TaskRecord>[] {
  const pageOf = ({ data, task }: TaskRecord) => address(addressOf(taskPath(data.notice.id, task.id)));
  return [
    {
      name: '任务',
      about: '“部分-行”，与网页地址中的编号相同；加“任务”二字，以免表格软件把它当作日期。',
      width: 11,
      cell: (record) => ({ ...pageOf(record), text: taskName(record.task.id) }),
    },
    { name: '发文字号', about: '任务所出的通知。', width: 20, cell: ({ data }) => plain(data.notice.number ?? '') },
    {
      name: '部分',
      about: '通知正文第几部分。',
      width: 10,
      cell: ({ data, task }) => {
        const section = data.sections.find((each) => belongsTo(task, each));
        return plain(section ? sectionPlace(section) : '');
      },
    },
    { name: '章节', about: '这一部分的标题。', width: SECTION_WIDTH, cell: (record) => plain(sectionTitle(record)) },
    { name: '具体工作', about: '附件所印任务全文，一字不改。', width: 60, cell: ({ task }) => plain(task.text) },
    ...cellColumns('lead'),
    ...cellColumns('support'),
    ...(answers ? cellColumns('responsible') : []),
    ...cellColumns('deadline'),
    {
      name: '时限类型',
      about: `从完成时限的文字读出：${Object.values(READING_NAMES).join('、')}。“待核”时为空；有多可靠看“完成时限状态”。`,
      width: 14,
      cell: ({ task }) => plain(task.deadline.reading ? READING_NAMES[task.deadline.reading.kind] : ''),
    },
    {
      name: '时限日期',
      about: `文字写到月的为“年-月前”（“2022年10月前”是“2022-10前”，是否包括当月原文未写明），写明月底的为“年-月-日前”；分级完成的逐级列出，以“${SEPARATOR}”分隔。保留“前”字，表格软件就不会把它改写成日期。`,
      width: 14,
      cell: ({ task }) => plain(readingDates(task.deadline.reading)),
    },
    {
      name: '时限节点',
      about: '完成时限写明的节点，例如“建立规范”。',
      width: 16,
      cell: ({ task }) => plain(milestoneOf(task.deadline.reading)),
    },
    {
      name: '对应条文',
      about: '正文中与任务对应的句子；空白表示正文没有对应语句。',
      width: 18,
      cell: ({ task }) => plain(task.clauseIds.map(placeOfClause).join('、')),
    },
    {
      name: '与正文差异',
      about: '附件与正文文字不同处：{-仅正文有-}、{+仅附件有+}；空白表示没有不同。',
      width: 24,
      cell: ({ task }) => plain(task.differsFromClause ?? ''),
    },
    {
      name: '任务原文行',
      about: '任务文字在收到文本中的行号。',
      width: 12,
      cell: ({ task }) =>
        plain(task.lines.map(([from, to]) => (from === to ? `第${from}行` : `第${from}至${to}行`)).join('、')),
    },
    { name: '网址', about: '任务的网页；站点未设公开网址时，只写站内路径。', width: 40, cell: pageOf },
  ];
}

/** The columns of a table of what one unit has to do. */
export function dutyColumns(addressOf: Address, answers: boolean): TableColumn<TaskRecord>[] {
  const [task, ...rest] = taskColumns(addressOf, answers);
  const relation: TableColumn<TaskRecord> = {
    name: '与本单位的关系',
    about: `仅在单位的表中：牵头、配合、经统称牵头或配合、“待核：可能牵头”或“待核：可能配合”（本单位，或经统称）；注明“${STATUS_NAMES.unsure}”的不能当作已定；一项任务有几种关系就列几行，不可相加。`,
    width: 22,
    cell: ({ relation = '', maybe }) => ({ text: relation, ...(maybe ? { tone: 'open' as const } : {}) }),
  };
  return task ? [task, relation, ...rest] : rest;
}

/** The columns of a table of units. */
export function unitColumns(addressOf: Address, answers: boolean): TableColumn<Unit>[] {
  const tasks = (ids: string[]) => plain(ids.map(taskName).join('、'));
  const sure = ({ unsure, ...unit }: Unit, list: (typeof ROLE_LISTS)[Role]) =>
    (unit[list] ?? []).filter((id) => !unsure?.[list]?.includes(id));
  const named = (role: Role, about: string): TableColumn<Unit>[] => [
    { name: ROLE_NAMES[role], about, width: 8, cell: (unit) => plain(String(sure(unit, ROLE_LISTS[role]).length)) },
    {
      name: `${ROLE_NAMES[role]}任务`,
      about: '这些任务的编号。',
      width: 40,
      cell: (unit) => tasks(sure(unit, ROLE_LISTS[role])),
    },
  ];
  const mayBeNamed = (role: Role, width: number): TableColumn<Unit> => ({
    name: `可能漏录的${ROLE_NAMES[role]}任务`,
    about: `${COLUMN_NAMES[role]}一格是“${STATUS_NAMES.unsure}”的任务，不计入${ROLE_NAMES[role]}任务数。`,
    width,
    cell: ({ unsure }) => tasks(unsure?.[ROLE_LISTS[role]] ?? []),
  });
  const pageOf = ({ slug }: Unit) => address(addressOf(unitPath(slug)));
  return [
    {
      name: '单位',
      about: '规范名称；统称按原文。',
      width: 24,
      cell: (unit) => ({ ...pageOf(unit), text: unit.name }),
    },
    { name: '类别', about: '单位的类别。', width: 22, cell: ({ kind }) => plain(kind) },
    {
      name: '检索用名',
      about: '全称、简称、曾用名和常见说法，供查找用。',
      width: 32,
      cell: ({ aliases }) => plain(aliases.join(SEPARATOR)),
    },
    { name: '代号', about: '网址和 JSON 中的单位代号。', width: 28, cell: ({ slug }) => plain(slug) },
    ...named('lead', '点名由其牵头的任务数，只计原文可定和推定的格，不计经统称分到的。'),
    ...named('support', '点名由其配合的任务数，计法同上；原件待查的格不计。'),
    ...(answers ? named('responsible', '点名由其负责、原文未分牵头配合的任务数；计法同上。') : []),
    mayBeNamed('lead', 24),
    mayBeNamed('support', 40),
    { name: '网址', about: '单位的网页。', width: 40, cell: pageOf },
  ];
}
