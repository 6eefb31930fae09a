import type { AnswerIndex, NoticeLine, Searchable, SearchableCell } from './model.ts';

type Section = Searchable['sections'][number];
type Task = Searchable['tasks'][number];
const COLUMNS = ['lead', 'support', 'responsible', 'deadline'] as const;
type Cells = Pick<Task, (typeof COLUMNS)[number]>;
/** What need not say its id, where that follows on the one before it. */
type InTurn<T extends { id: string }> = Omit<T, 'id'> & Partial<Pick<T, 'id'>>;
type Words = InTurn<Omit<Task, keyof Cells | 'section'>> & Partial<Pick<Task, 'section'>>;
type Clauses = Omit<Section, 'clauses' | 'number'> &
  Partial<Pick<Section, 'number'>> & { clauses: InTurn<Section['clauses'][number]>[] };

/**
 * A cell whose units are said by their places in the list of the notice's units; without what goes of itself: most cells
 * with a text are printed, those without are open.
 */
type Packed = Partial<Omit<SearchableCell & Task['deadline'], 'units' | 'candidateUnits'>> & {
  units?: (number | string)[];
  candidateUnits?: (number | string)[][];
};

/**
 * A notice as it travels to the browser, with like beside like, where compression sees it: the sections in their order
 * and the tasks in theirs, but each task soon after the section whose words it repeats, ids and numbers only where they
 * do not follow on one another; behind them the cells of all
 * tasks column by column, and the slugs of the units, whose names the small index holds.
 */
export interface Carried extends Omit<Searchable, 'sections' | 'tasks' | 'units'> {
  parts: (Clauses | Words)[];
  /** Of each column, a cell for each task; `null` where the task has none. */
  cells: Partial<Record<keyof Cells, (Packed | null)[]>>;
  units: string[];
}

/** The section that a row's number begins with, `13-8`; a task that is told of otherwise says its own. */
const sectionIn = (id: string): number => Number(id.split('-')[0]);

const statusOf = (text: string | null) => (text === null ? 'open' : 'printed');

/** 13-9 for 13-8. */
const idBehind = (id: string): string => id.replace(/\d+$/, (number) => String(Number(number) + 1));

function withoutIds<T extends { id: string }>(items: readonly T[]): InTurn<T>[] {
  let last = '';
  return items.map(({ id, ...said }) => {
    const follows = id === idBehind(last);
    last = id;
    return follows ? said : { id, ...said };
  });
}

function withIds<T extends { id?: string }>(items: readonly T[]): (T & { id: string })[] {
  let last = '';
  return items.map((item) => {
    last = item.id ?? idBehind(last);
    return { ...item, id: last };
  });
}

/** Makes a notice ready to travel. */
export function carried({ sections, tasks, units, ...rest }: Searchable): Carried {
  const parts: Carried['parts'] = [];
  const slugs = units.map(({ slug }) => slug);
  const place = (slug: string) => (slugs.includes(slug) ? slugs.indexOf(slug) : slug);
  const pack = (cell: SearchableCell | undefined): Packed | null => {
    if (!cell) return null;
    const { units: own, candidateUnits, text, status, ...words } = cell;
    return {
      ...(status === statusOf(text) ? {} : { status }),
      ...(text === null ? {} : { text }),
      ...words,
      ...(own ? { units: own.map(place) } : {}),
      ...(candidateUnits ? { candidateUnits: candidateUnits.map((each) => each.map(place)) } : {}),
    };
  };
  const clauses = sections.map(({ number, ...section }, at) => ({
    ...(number === (sections[at - 1]?.number ?? 0) + 1 ? {} : { number }),
    ...section,
    clauses: withoutIds(section.clauses),
  }));
  const rows = tasks.map(
    ({ lead: _lead, support: _support, responsible: _responsible, deadline: _deadline, ...words }) => words,
  );
  let done = 0;
  for (const [row, words] of withoutIds(rows).entries()) {
    const { section, ...others } = words;
    const last = sections.findIndex(({ number, part }) => number === section && part === words.part);
    parts.push(...clauses.slice(done, last + 1), section === sectionIn(rows[row]?.id ?? '') ? others : words);
    done = Math.max(done, last + 1);
  }
  const used = COLUMNS.filter((column) => tasks.some((task) => task[column]));
  return {
    ...rest,
    parts: [...parts, ...clauses.slice(done)],
    cells: Object.fromEntries(used.map((column) => [column, tasks.map((task) => pack(task[column]))])),
    units: slugs,
  };
}

/** A notice as it was before it travelled. @param known the units of the small index, which hold the names */
export function arrived({ parts, cells, units, ...rest }: Carried, known: AnswerIndex['units']): Searchable {
  const isSection = (part: Clauses | Words): part is Clauses => 'clauses' in part;
  const words = withIds(parts.filter((part): part is Words => !isSection(part)));
  const names = new Map(known.map(({ slug, name }) => [slug, name]));
  const slug = (place: number | string) => (typeof place === 'string' ? place : (units[place] ?? ''));
  const unpack = ({
    units: own,
    candidateUnits,
    text = null,
    status = statusOf(text),
    ...said
  }: Packed): SearchableCell => ({
    status,
    text,
    ...said,
    ...(own ? { units: own.map(slug) } : {}),
    ...(candidateUnits ? { candidateUnits: candidateUnits.map((each) => each.map(slug)) } : {}),
  });
  const cellsAt = (row: number) =>
    Object.fromEntries(
      COLUMNS.flatMap((column) => {
        const cell = cells[column]?.[row];
        return cell ? [[column, unpack(cell)]] : [];
      }),
    ) as unknown as Cells;
  let last = 0;
  return {
    ...rest,
    sections: parts.filter(isSection).map((section) => {
      last = section.number ?? last + 1;
      return { ...section, number: last, clauses: withIds(section.clauses) };
    }),
    tasks: words.map((each, row) => ({ ...each, section: each.section ?? sectionIn(each.id), ...cellsAt(row) })),
    units: units.map((each) => ({ slug: each, name: names.get(each) ?? each })),
  };
}

/** The small index as it travels: of all notices each field by itself. */
export interface CarriedIndex extends Omit<AnswerIndex, 'notices'> {
  notices: { [Field in keyof NoticeLine]: NoticeLine[Field][] };
}

/** Makes the small index ready to travel. */
export const carriedIndex = ({ notices, ...rest }: AnswerIndex): CarriedIndex => ({
  ...rest,
  notices: {
    id: notices.map(({ id }) => id),
    title: notices.map(({ title }) => title),
    number: notices.map(({ number }) => number),
    planTitle: notices.map(({ planTitle }) => planTitle),
    dated: notices.map(({ dated }) => dated),
  },
});

/** The small index as it was before it travelled. */
export const arrivedIndex = ({ notices, ...rest }: CarriedIndex): AnswerIndex => ({
  ...rest,
  notices: notices.id.map((id, at) => ({
    id,
    title: notices.title[at] ?? '',
    number: notices.number[at] ?? null,
    planTitle: notices.planTitle[at] ?? null,
    dated: notices.dated[at] ?? null,
  })),
});
