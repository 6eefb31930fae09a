import { cellOf as cellIn, columnsIn } from '../notice/absent.ts';
import { headingsAtEnd, headingsBefore, taskGroups } from '../notice/by-section.ts';
import { COLUMNS } from '../notice/columns.ts';
import { gradeOf } from '../notice/grades.ts';
import type { Cell, NoticeData, Section, Task, UnitEntry } from '../notice/model.ts';
import { dayName } from '../notice/months.ts';
import { belongsTo, citedAs, nodeHeading, sectionHeading } from '../notice/names.ts';
import { inBrackets } from '../notice/statuses.ts';
import { whenOf } from '../notice/when.ts';
import { type Line, linesOf } from './by-month.ts';
import { unitRecords } from './task-records.ts';
import type { WordCell, WordDocument, WordParagraph, WordTable } from './to-docx.ts';

/** What stands under the title of every document: it is none of the office's. */
const EXTRACT = '摘编，非正式文本';
const NOT_OFFICIAL = '非正式文本，以公布的原件为准';

const paragraph = (as: WordParagraph['as'], ...runs: WordParagraph['runs']): WordParagraph => ({ as, runs });

/** A cell's words; what is not certain says so in a line of its own, and one that is open lists what it may say. */
function cellOf(cell: Cell): WordCell {
  const grade = gradeOf(cell);
  if (grade === 'open')
    return {
      paragraphs: [`${inBrackets('open')}可能是：`, ...(cell.candidates?.length ? cell.candidates : ['未能录出'])],
    };
  const text = cell.text ?? '';
  return grade === 'printed' ? text : { paragraphs: [text, inBrackets(grade)] };
}

/** The columns that tasks have, as they are headed, and how wide each is: as much together as the usual three. */
function columnsOf(tasks: readonly Task[], usual: readonly number[]) {
  const columns = columnsIn(tasks);
  const isUsual = columns.map(({ column }) => column).join() === COLUMNS.join();
  const share = Math.floor(usual.reduce((sum, width) => sum + width, 0) / Math.max(1, columns.length));
  return columns.map(({ column, name }, index) => ({ column, name, width: (isUsual && usual[index]) || share }));
}

const cellsOf = (task: Task, columns: ReturnType<typeof columnsOf>) =>
  columns.map(({ column }) => cellOf(cellIn(task, column)));

/** The annex as it is printed: the tasks of a section share its name. */
function annexTable(sections: readonly Section[], tasks: readonly Task[]): WordTable {
  const columns = columnsOf(tasks, [25, 27, 22]);
  return {
    heads: ['重点任务', '具体工作', ...columns.map(({ name }) => name)],
    widths: [24, 58, ...columns.map(({ width }) => width)],
    rows: taskGroups(tasks, sections).flatMap(({ heading, rows }) =>
      rows.map((task, index): WordCell[] => [
        index === 0 ? (heading ?? '') : 'above',
        task.text,
        ...cellsOf(task, columns),
      ]),
    ),
  };
}

/** What the signs in a table mean. */
const marks = () =>
  paragraph(
    'note',
    `注：${inBrackets('inferred')}为按先后次序或其他理由得出；${inBrackets('unsure')}不能当作已定；${inBrackets('open')}为现有文本不能确定，所列只是可能的内容。没有注明的照原文所印。理由见网页。`,
  );

/** A section of the text is one paragraph that begins with its heading, as it is issued; deeper headings begin others. */
function sectionParagraphs(section: Section): WordParagraph[] {
  const paragraphs: { heading: string; text: string }[] = [{ heading: sectionHeading(section), text: '' }];
  for (const { id, text } of section.clauses) {
    for (const node of headingsBefore(section, id)) paragraphs.push({ heading: nodeHeading(node), text: '' });
    const last = paragraphs.at(-1);
    if (last) last.text += text;
  }
  for (const node of headingsAtEnd(section)) paragraphs.push({ heading: nodeHeading(node), text: '' });
  return paragraphs.map(({ heading, text }) => paragraph('body', { heading: `${heading}。` }, text));
}

/** A whole notice: letter, text and annex. */
export function noticeDocument({ notice, sections, tasks }: NoticeData): WordDocument {
  const blocks: WordDocument['blocks'] = [
    paragraph('title', notice.title),
    ...(notice.number === null ? [] : [paragraph('under', notice.number)]),
    paragraph('under', `（${NOT_OFFICIAL}）`),
    ...(notice.addressees ? [paragraph('plain', notice.addressees.text)] : []),
    ...(notice.opening ? [paragraph('body', notice.opening.text)] : []),
    ...sections.filter(({ part }) => part === 'letter').flatMap(sectionParagraphs),
    paragraph('right', notice.issuer),
    ...(notice.dated === null ? [] : [paragraph('right', dayName(notice.dated))]),
    ...(notice.disclosure ? [paragraph('body', `（${notice.disclosure}）`)] : []),
    ...(notice.planTitle === null ? [] : [paragraph('title', notice.planTitle)]),
    ...(notice.preamble ? [paragraph('body', notice.preamble.text)] : []),
    ...sections.filter(({ part }) => part !== 'letter').flatMap(sectionParagraphs),
    ...(notice.annexLine ? [paragraph('body', notice.annexLine.text)] : []),
    ...(tasks.length > 0
      ? [paragraph('title', notice.annexTitle ?? '任务表'), marks(), annexTable(sections, tasks)]
      : []),
  ];
  return { title: notice.title, dated: notice.published ?? notice.dated ?? '', blocks };
}

const source = ({ notice }: NoticeData) => `摘自${citedAs(notice)}，${dayName(notice.dated)}成文。`;

/** One section of a notice with the tasks that come of it. */
export function sectionDocument(data: NoticeData, section: Section): WordDocument {
  const tasks = data.tasks.filter((task) => belongsTo(task, section));
  const title = sectionHeading(section);
  return {
    title,
    dated: data.notice.published ?? data.notice.dated ?? '',
    blocks: [
      paragraph('title', title),
      paragraph('under', `（${EXTRACT}）`),
      paragraph('note', source(data)),
      ...sectionParagraphs(section),
      ...(tasks.length > 0 ? [paragraph('heading', '任务分解'), marks(), annexTable([section], tasks)] : []),
    ],
  };
}

function dutyRows(lines: readonly Line[], columns: ReturnType<typeof columnsOf>): WordCell[][] {
  let month = '';
  return lines.flatMap(({ record: { task }, relations }) => {
    const { title } = whenOf(task);
    const row: WordCell[] = [task.id, task.text, relations.join('；'), ...cellsOf(task, columns)];
    if (title === month) return [row];
    month = title;
    return [[title], row];
  });
}

const GROUPS = [
  { rank: 0, heading: '一、点名的任务', about: undefined },
  {
    rank: 1,
    heading: '二、经统称分到的任务',
    about: '原文写的是统称，不与点名的任务合计；“有关”一类的统称，原文未列明是否包括本单位，须向牵头单位核实。',
  },
  { rank: 2, heading: '三、可能涉及的任务', about: '相应的格原件待查或可能漏录，不能据此认定。' },
] as const;

/** What one unit has to do by some notices, by month: what names it, what collectives bring, and what may be its own. */
export function unitDocument(unit: UnitEntry, notices: readonly NoticeData[]): WordDocument {
  const title = `${unit.name}任务清单`;
  const parts = notices.flatMap((data): WordDocument['blocks'] => {
    const lines = linesOf(unitRecords(unit, data));
    return [
      paragraph('note', source(data)),
      marks(),
      ...GROUPS.flatMap(({ rank, heading, about }): WordDocument['blocks'] => {
        const own = lines.filter((line) => line.rank === rank);
        if (own.length === 0) return [];
        const columns = columnsOf(
          own.map(({ record }) => record.task),
          [24, 26, 21],
        );
        return [
          paragraph('heading', heading),
          ...(about ? [paragraph('note', about)] : []),
          {
            heads: ['编号', '具体工作', '我单位角色', ...columns.map(({ name }) => name)],
            widths: [14, 52, 19, ...columns.map(({ width }) => width)],
            rows: dutyRows(own, columns),
          },
        ];
      }),
    ];
  });
  const dated =
    notices
      .map(({ notice }) => notice.published ?? notice.dated ?? '')
      .sort()
      .at(-1) ?? '';
  return { title, dated, blocks: [paragraph('title', title), paragraph('under', `（${EXTRACT}）`), ...parts] };
}
