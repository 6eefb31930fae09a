/**
 * The data model of a notice: what `content/` holds, what every page, the search and the exports read.
 * The names are those of the published data (`/data/<notice-id>.json`).
 */

/**
 * How sure a cell of the annex is: as printed, derived from the order of the cells, or not to be known. Of derived ones
 * only those without `mayBeMissing` are certain.
 */
export type CellStatus = 'printed' | 'inferred' | 'open';

/** First and last line in the seed, 1-based, inclusive. */
export type LineRange = [from: number, to: number];

export const UNIT_KINDS = [
  '市政府部门',
  '区县政府',
  '开发区管委会',
  '中央在渝及垂直管理单位',
  '群团与事业单位',
  '集合称谓',
  // Kinds of other places; an anchor on the page of units counts by this order.
  '政府部门',
  '党委部门',
  '中央及垂直管理单位',
  '企业',
  '其他单位',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** One cell of the annex in the lead, support or deadline column, or what a text says in its place. */
export interface Cell {
  status: CellStatus;
  /** The notice prints no such column, or the text says nothing of it: stands in no file, and counts as no cell. */
  absent?: true;
  /** The column's or role's name as printed, where it is not the usual one. */
  label?: string;
  /** As printed, stray spaces healed; `——` means none; `null` only when open. */
  text: string | null;
  /** Slugs of the units and collectives that `text` names, in printed order; absent for `——` and deadlines. */
  units?: string[];
  /** When open: every printed value that may be this row's, in printed order; may be empty. */
  candidates?: string[];
  /** When open, in a column of units: the slugs each candidate names, in the order of `candidates`. */
  candidateUnits?: string[][];
  /** The extraction may have dropped this row's own value, or shifted another's to it: what is shown is not certain. */
  mayBeMissing?: boolean;
  /** When not printed: the reason in Chinese, fit to show. */
  why?: string;
  /** The value was read in an official document beside the seed; `why` names it. */
  source?: 'document';
  /** 1-based lines of the seed it stands on. */
  lines: number[];
}

/**
 * What a deadline's words say without guessing. A date is `YYYY-MM` where the text names a month
 * (`2022年10月前`) and `YYYY-MM-DD` where it names the month's end (`2022年9月底前`).
 */
export type DeadlineReading =
  | { kind: 'ongoing' }
  | { kind: 'by'; date: string; milestone?: string }
  | { kind: 'by-then-ongoing'; date: string; milestone?: string }
  | { kind: 'staged'; stages: { who: string; date: string }[] }
  | { kind: 'recurring'; every: string }
  | { kind: 'after'; event: string; within: string };

export interface DeadlineCell extends Cell {
  /** Absent when the cell is open. */
  reading?: DeadlineReading;
}

/**
 * One duty. From a table: id `13-8` is group 13, its 8th row in printed order; from the text: `b3-2` is section 3, its
 * 2nd duty.
 */
export interface Task {
  id: string;
  /** The section that it belongs to, 0 for none. */
  section: number;
  /** The deeper node that it stands under. */
  node?: string;
  /** Where it stands; absent means in the annex. */
  origin?: 'annex' | 'text';
  /** The part whose sections it belongs to; absent means the body. */
  part?: string;
  /** The annex that its row stands in; absent means the first. */
  annex?: number;
  /** The heading that the row comes under in its table, as printed. */
  group?: string;
  text: string;
  lead: Cell;
  support: Cell;
  /** Who answers for it, where the notice says neither lead nor support. */
  responsible?: Cell;
  deadline: DeadlineCell;
  /** Other columns, under their printed names. */
  other?: Record<string, string>;
  clauseIds: string[];
  /** Where annex and body differ: `{-only in the body-}`, `{+only in the annex+}` amid what they share. */
  differsFromClause?: string;
  lines: LineRange[];
}

/** One sentence of a section; id `2-3` is section 2, sentence 3. */
export interface Clause {
  id: string;
  text: string;
  taskIds: string[];
  lines: LineRange;
}

/** A numbered node below a section. */
export interface SectionNode {
  /** `3-2-1` */
  id: string;
  label: string;
  level: 2 | 3 | 4;
  title: string | null;
  firstClause?: string;
}

export interface Section {
  /** In reading order, anew in each part. */
  number: number;
  /** `3` in the body, `l-3` in the letter, `a2-3` in the second annex; absent means the number. */
  id?: string;
  /** Its number as printed, with its sign; absent means the numeral and 、. */
  label?: string;
  /** Absent means the body. */
  part?: string;
  /** Null where the paragraph has no heading. */
  title: string | null;
  nodes?: SectionNode[];
  clauses: Clause[];
}

/** Whom a collective covers: `all` of a kind (各…), or some that the text does not name (有关…). */
export interface Coverage {
  kind: UnitKind;
  all: boolean;
  suffix?: string;
}

/** An entry of the authority file, with its pinyin. */
export interface UnitEntry {
  slug: string;
  name: string;
  kind: UnitKind;
  /** Full official names; only these and `name` count as its name in a cell. */
  official: string[];
  /** Every other name it is known by: full official, short and former names. */
  aliases: string[];
  /** Toneless syllables run together: `shiminzhengju`. */
  pinyin: string;
  initials: string;
  covers?: Coverage;
  /** The place that it belongs to; absent means the site's own. */
  place?: string;
  /** Not in the authority file: named as notices print it. */
  proposed?: true;
  /** ISO dates from which it is, and until which it was. */
  from?: string;
  until?: string;
  /** Slug of the unit that it became. */
  successor?: string;
}

/** A unit that the notice names, with the ids of the tasks it leads and supports (open cells left out). */
export interface Unit extends UnitEntry {
  leads: string[];
  supports: string[];
  answersFor?: string[];
  /** Those of the two whose cell may be missing; they are not certain. */
  unsure?: { leads: string[]; supports: string[]; answersFor?: string[] };
}

/** A text of the front matter with the lines it stands on. */
export interface Fact {
  text: string;
  lines: LineRange;
}

/** The official metadata and framing texts of a notice. */
export interface NoticeHead {
  id: string;
  title: string;
  number: string | null;
  /** Several with a blank between. */
  issuer: string;
  issuers?: string[];
  place?: string;
  /** ISO date of signing (成文日期). */
  dated: string | null;
  /** ISO date of publication (发布日期). */
  published: string | null;
  /** The official address, where it is known. */
  official?: string;
  /** Whether it is in force, in words, where somebody said so. */
  status?: string;
  addressees: Fact | null;
  /** The paragraph that issues the work plan (…现印发给你们…). */
  opening: Fact | null;
  /** 此件公开发布, without its brackets. */
  disclosure: string | null;
  /** Title of the work plan itself; null where the notice issues none. */
  planTitle: string | null;
  preamble: Fact | null;
  /** The line that announces the annex; null in a notice without one. */
  annexLine: Fact | null;
  /** Title over the annex table. */
  annexTitle: string | null;
  /** Name of the attached file as listed at the end. */
  attachment: string | null;
  source: { file: string; sha256: string; lines: number };
}

/** What an import changed in a notice that was read before, or a ruling that it found. */
export interface Change {
  /** ISO date of the import. */
  on: string;
  /** The task. */
  row: string;
  /** What of it: its words, a cell, the whole row, or a ruling on a cell. */
  column: 'text' | 'lead' | 'support' | 'responsible' | 'deadline' | 'row' | 'ruling';
  /** The column that a ruling is about. */
  ruling?: string;
  /** Slugs of the units that the row names or may name, before or after. */
  units: string[];
  /** In words, with how sure it is; absent for a row that came, or went. */
  was?: string;
  is?: string;
  reason?: string;
}

/** A part of a notice: `letter`, `body`, `annex-1` … */
export interface NoticePart {
  id: string;
  title: string | null;
}

/** The published data. */
export interface NoticeData {
  notice: NoticeHead;
  /** Letter, body and annexes; absent means the body alone. */
  parts?: NoticePart[];
  sections: Section[];
  tasks: Task[];
  units: Unit[];
}

/** Whom a run of the seed's characters belongs to. */
export type OwnerKind = 'metadata' | 'heading' | 'clause' | 'cell' | 'discarded';

/** A run of characters in one line of the seed: columns are 1-based and count UTF-16 units, `to` inclusive. */
export interface OwnedRun {
  line: number;
  from: number;
  to: number;
  kind: OwnerKind;
  /** What it became: a metadata field, `section-2`, a clause id `2-3`, `13-8 lead`, or the reason of a discard. */
  owner: string;
}

/** How often a value was wrong that order alone left to a row which may have lost its own, where the truth was known. */
export interface Trial {
  /** Cells for which order left one value that may be missing. */
  shown: number;
  /** How many of these said another value in truth. */
  wrong: number;
}

/** The bookkeeping of one block (page) of the annex. */
export interface BlockCount {
  block: number;
  lines: LineRange;
  rows: string[];
  wholeRows: string[];
  /** Why a person took its rows to be complete, each with its own lead; absent where nobody held them. */
  complete?: string;
  leads: number;
  /** Printed cells of the columns, whole rows left out. A line that may be one cell or two counts once. */
  supports: number;
  deadlines: number;
  /** The texts of those cells, in printed order. */
  values: { support: string[]; deadline: string[] };
  /** Cells printed out of place whose row is not known. */
  displaced: { text: string; line: number }[];
  /** Its columns, filled with their values and read after losing as many cells as the page did, so many times. */
  trial?: { runs: number; support: Trial; deadline: Trial };
}

/** A cell that an official document settled. */
export interface DocumentSettlement {
  row: string;
  column: 'lead' | 'support' | 'deadline';
  /** Its status without the document, and what it said then. */
  was: CellStatus;
  wasText?: string;
  text: string;
  /** The document's table row, 1-based, rows of column heads left out. */
  documentRow: number;
}

/** What the import reports about how the seed became content. */
export interface Account {
  characters: Record<OwnerKind | 'total', number>;
  blocks: BlockCount[];
  discarded: { text: string; line: number; reason: string }[];
  clausesWithoutTask: string[];
  tasksWithoutClause: string[];
  rulings: { row: string; column: string; reason: string; lines: number[] }[];
  /** The official document beside the seed, where there is one, and the cells that it settled. */
  document?: { file: string; sha256: string; rows: number; settled: DocumentSettlement[] };
  runs: OwnedRun[];
}
