import type { Cell, CellStatus, Coverage, NoticeData, Task, UnitKind } from '../notice/model.ts';

/** What a person is looking for: a unit, a row of the annex, a place in a section, a page. */
export type HitKind = 'unit' | 'task' | 'section' | 'page';

export type Role = 'lead' | 'support';

/** Which part of a record a text is; a record's own words rank before the words of its cells. */
export type FieldPart = 'title' | 'text' | 'lead' | 'support' | 'deadline' | 'fact';

/** A stretch of the notice inside a record. */
export interface SearchField {
  part: FieldPart;
  /** The text as issued; an open cell has one for each of its candidates. */
  texts: string[];
  /** Of a cell. */
  status?: CellStatus;
  /** What follows without a break, so that a run over the end is found where it begins. */
  after?: string;
}

/** One thing that can be found. Everything that decides about a hit, its order and its excerpt is in here. */
export interface SearchRecord {
  notice: string;
  kind: HitKind;
  /** Place in the notice: records of equal rank keep this order. */
  order: number;
  /** Address under the base path, without a leading slash. */
  url: string;
  /** Heading of the hit. */
  title: string;
  section?: { number: number; title: string };
  fields: SearchField[];
  /** Units of the settled cells. */
  units: { slug: string; role: Role }[];
  /** Months (`2022-10`) of a settled deadline, or `ongoing`. */
  due: string[];
}

/** How many tasks a unit leads and supports. */
export interface Counts {
  leads: number;
  supports: number;
  /** How many of `supports` are inferred. */
  inferred?: number;
}

/** A unit as the answer cards know it. */
export interface UnitAnswer extends Counts {
  slug: string;
  name: string;
  kind: UnitKind;
  /** Other names, those left out that `bareForms` leads back to one of these. */
  aliases: string[];
  /** Earliest month among its tasks with a settled date. */
  first?: string;
  /** That month rests on a cell that is inferred. */
  firstInferred?: true;
  /** How many of its tasks may be due earlier still, their deadlines being open. */
  earlier?: number;
  /** Whom a collective covers. */
  covers?: Coverage;
  /** Whether a notice names it. */
  named: boolean;
}

/** What the answer cards know of one notice. */
export interface NoticeAnswers {
  id: string;
  title: string;
  number: string;
  /** `tasks` counts a section's rows; their ids run from `<number>-1`. */
  sections: { number: number; title: string; tasks: number }[];
  /** Months that a deadline names: tasks due, and open cells that may name it. */
  months: ({ month: string } & DueCount)[];
  ongoing: DueCount;
}

export interface DueCount {
  due: number;
  open: number;
}

/** An everyday word and the words of the notice that it stands for. */
export interface Synonym {
  word: string;
  targets: string[];
}

/** The small index behind the answer cards: loads on focus, answers while full text still loads. */
export interface AnswerIndex {
  notices: NoticeAnswers[];
  units: UnitAnswer[];
  /** Traditional and simplified characters in pairs: `辦办`. */
  simplified: string;
  /** Syllables, each with the characters of the units' names that sound so: `ban办版 bao保`. */
  sounds: string;
}

/** As much of a cell as a record shows. */
export type SearchableCell = Pick<Cell, 'status' | 'text' | 'units' | 'candidates'>;

/** As much of a notice as its records are made of; the published data is one. */
export interface Searchable {
  notice: Omit<NoticeData['notice'], 'source'>;
  sections: { number: number; title: string; clauses: { id: string; text: string }[] }[];
  tasks: (Pick<Task, 'id' | 'section' | 'text'> & {
    lead: SearchableCell;
    support: SearchableCell;
    deadline: SearchableCell & Pick<Task['deadline'], 'reading'>;
  })[];
  units: { slug: string; name: string }[];
}

/** What full text is searched in: loads once the answer cards stand. */
export interface SearchText {
  notices: Searchable[];
  synonyms: Synonym[];
}

/** `/search/text.json`: with the units that no notice names, which the answer cards can do without. */
export interface TextFile extends SearchText {
  unnamed: UnitAnswer[];
}

/** `names` are the ways in which a cell may print the unit, in a list with others too (江北区、北碚区政府). */
export type UnitNeedle = { unit: string; names: string[] };

/** What to look for in the records; any one is enough. */
export type Needle = { text: string } | UnitNeedle | { due: string } | { section: number };

/** Where records come from. */
export interface RecordSource {
  /** At least every record that one of the needles fits, in any order; all records for no needle. */
  candidates(needles: readonly Needle[]): Promise<readonly SearchRecord[]>;
}

/** A piece of an excerpt; `found` pieces are what was looked for. */
export interface ExcerptPiece {
  text: string;
  found: boolean;
}

export interface Excerpt {
  part: FieldPart;
  status?: CellStatus;
  pieces: ExcerptPiece[];
}

/** An answer card: what the small index alone can say. */
export interface Answer {
  kind: HitKind;
  url: string;
  title: string;
  /** Lines of the card, in Chinese. */
  facts: string[];
  /** Where to look for the record that the card stands for. */
  needle?: Needle;
}

/** A hit: an answer card, or a record with its excerpts, or both. */
export interface Hit {
  kind: HitKind;
  url: string;
  title: string;
  facts?: string[];
  record?: SearchRecord;
  excerpts: Excerpt[];
  /** The phrases that the opened page should light up. */
  phrases: string[];
}

/** What `data-exact="false"` leaves to say. */
export interface Nearby {
  /** Units that are known but that no notice names. */
  unnamed: Answer[];
  /** Parts of the query that the notice does hold. */
  parts: { text: string; count: number }[];
  /** Names that differ by one character. */
  meant: string[];
}

/** An everyday word of the query and what is searched for it. */
export interface Expansion {
  word: string;
  targets: string[];
  /** Whether its places are among the hits; else the reader may ask for them. */
  applied: boolean;
}

export interface Filters {
  kind?: HitKind;
  section?: number;
  unit?: string;
  role?: Role;
  /** `2022-10` or `ongoing`. */
  due?: string;
  status?: CellStatus;
}

/** How many hits each value of each filter would leave, the other filters kept. */
export type FacetCounts = Record<keyof Filters, Map<string, number>>;

export interface SearchResult {
  query: string;
  /** The notice holds the query as typed, or a unit, number, month or listed everyday word answers it. */
  exact: boolean;
  hits: Hit[];
  facets: FacetCounts;
  expansions: Expansion[];
  nearby?: Nearby;
}
