import { cellOf, columnsIn } from '../notice/absent.ts';
import { ALL_COLUMNS, ANNEX_HEADS } from '../notice/columns.ts';
import { ROLES } from '../notice/duties.ts';
import { gradeOf, isCertain, isUnsure } from '../notice/grades.ts';
import { hasAnnex } from '../notice/has.ts';
import { belongsTo, inBody, nodeHeading, sectionHeading, sectionKey, sectionPlace } from '../notice/names.ts';
import type {
  FieldPart,
  Named,
  Searchable,
  SearchableCell,
  SearchableHead,
  SearchField,
  SearchRecord,
} from './model.ts';
import { dueOf, headline, paths, unsureDueOf } from './record-places.ts';

type Draft = Omit<SearchRecord, 'order' | 'notice' | 'maybe' | 'unsure'> &
  Partial<Pick<SearchRecord, 'maybe' | 'unsure'>>;
type Section = Searchable['sections'][number];
type Task = Searchable['tasks'][number];

/** `2022-03-12` as the notice prints it. */
const printedDay = (date: string) => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

const fact = (...texts: (string | null)[]): SearchField[] =>
  texts.filter((text) => text !== null).map((text) => ({ part: 'fact', texts: [text] }));

/** The official metadata and framing texts, as they are printed. */
function coverOf(notice: SearchableHead): Draft {
  return {
    kind: 'page',
    url: paths.cover(notice.id),
    title: notice.title,
    fields: fact(
      notice.title,
      notice.number,
      notice.issuer,
      notice.dated && printedDay(notice.dated),
      notice.published && `发布日期:${notice.published}`,
      notice.disclosure && `（${notice.disclosure}）`,
      notice.addressees && `${notice.addressees.text}：`,
      notice.opening?.text ?? null,
      notice.planTitle,
      notice.preamble?.text ?? null,
      notice.annexLine?.text ?? null,
      notice.attachment,
    ),
    units: [],
    due: [],
  };
}

function annexOf({ id, annexTitle }: SearchableHead, tasks: readonly Task[]): Draft[] {
  if (annexTitle === null || !hasAnnex({ tasks })) return [];
  return [
    {
      kind: 'page',
      url: paths.annex(id),
      title: `附件：${annexTitle}`,
      fields: fact(
        '附件',
        annexTitle,
        ...(tasks.every(
          ({ lead, support, responsible, deadline }) =>
            !lead.absent && !support.absent && !responsible && !deadline.absent,
        )
          ? ANNEX_HEADS
          : columnsIn(tasks).map(({ name }) => name)),
      ),
      units: [],
      due: [],
    },
  ];
}

/** The heading of a section, then its clauses; a run may begin in one and end in the next. */
function sectionOf(notice: string, section: Section): Draft[] {
  const { number, title, nodes = [], clauses } = section;
  const key = sectionKey(section);
  const heading = sectionHeading(section);
  const place = {
    ...(inBody(section) ? { section: { number, title: title ?? '' } } : {}),
    units: [],
    due: [],
  };
  const rest = (from: number) => clauses.slice(from).map(({ text }) => text);
  const first: Draft = {
    ...place,
    kind: 'section',
    url: paths.section(notice, key),
    title: title === null ? sectionPlace(section) : `${sectionPlace(section)}　${title}`,
    fields: [{ part: 'title', texts: [`${heading}。`], after: rest(0) }],
  };
  const deeper = nodes
    .filter((node) => node.title !== null)
    .map(
      (node): Draft => ({
        ...place,
        kind: 'section',
        url: `${paths.section(notice, key)}#n-${node.id}`,
        title: nodeHeading(node),
        fields: [{ part: 'title', texts: [nodeHeading(node)] }],
      }),
    );
  const sentences = clauses.map(
    ({ id, text }, index): Draft => ({
      ...place,
      kind: 'section',
      url: paths.clause(notice, key, id),
      title: `${sectionPlace(section)}第${index + 1}句`,
      fields: [{ part: 'text', texts: [text], after: rest(index + 1) }],
    }),
  );
  return [first, ...deeper, ...sentences];
}

const cellField = (part: FieldPart, cell: SearchableCell): SearchField => ({
  part,
  texts: cell.text === null ? (cell.candidates ?? []) : [cell.text],
  status: gradeOf(cell),
});

/** The units that those of a task's cells name, or may name, that are of some grades. */
const unitsOf = (task: Task, wanted: (cell: SearchableCell) => boolean): SearchRecord['units'] =>
  ROLES.filter((role) => wanted(cellOf(task, role))).flatMap((role) =>
    [...new Set(cellOf(task, role).units ?? cellOf(task, role).candidateUnits?.flat())].map((slug) => ({ slug, role })),
  );

function taskOf(notice: string, task: Task, sections: readonly Section[]): Draft {
  const section = sections.find((each) => belongsTo(task, each));
  return {
    kind: 'task',
    url: paths.task(notice, task.id),
    title: headline(task),
    ...(section && inBody(section) ? { section: { number: section.number, title: section.title ?? '' } } : {}),
    fields: [
      { part: 'text', texts: [task.text] },
      ...ALL_COLUMNS.filter((column) => !cellOf(task, column).absent).map((column) =>
        cellField(column, cellOf(task, column)),
      ),
    ],
    units: unitsOf(task, isCertain),
    due: dueOf(task),
    maybe: {
      units: unitsOf(task, (cell) => !isCertain(cell)),
      due: [...unsureDueOf(task), ...(task.deadline.mayFall ?? [])],
    },
    unsure: { units: unitsOf(task, isUnsure), due: unsureDueOf(task) },
  };
}

const NOTHING: Named = { units: [], due: [] };

/**
 * Everything of a notice that can be found: its cover, its sections and their clauses, the rows of its annex, and
 * the units it names. The unit of a record is what a person wants to open, never the annex as a lump.
 */
export function recordsOf({ notice, sections, tasks, units }: Searchable): SearchRecord[] {
  const drafts: Draft[] = [
    coverOf(notice),
    ...sections.flatMap((section) => sectionOf(notice.id, section)),
    ...annexOf(notice, tasks),
    ...tasks.map((task) => taskOf(notice.id, task, sections)),
    ...units.map(
      ({ slug, name }): Draft => ({
        kind: 'unit',
        url: paths.unit(slug),
        title: name,
        fields: [{ part: 'title', texts: [name] }],
        units: [],
        due: [],
      }),
    ),
  ];
  return drafts.map((draft, order) => ({ maybe: NOTHING, unsure: NOTHING, ...draft, notice: notice.id, order }));
}
