import type { Column } from '../notice/columns.ts';
import type { Role } from '../notice/duties.ts';
import type { Grade } from '../notice/grades.ts';
import type { Cell, Coverage, Fact, NoticeHead, Section, SectionNode, Task, UnitKind } from '../notice/model.ts';

/** What a person is looking for: a unit, a row of the annex, a place in a section, a page, what is said of a topic. */
export type HitKind = 'unit' | 'task' | 'section' | 'page' | 'topic';

/** Which part of a record a text is; a record's own words rank before the words of its cells. */
export type FieldPart = 'title' | 'text' | Column | 'fact';

/** A stretch of the notice inside a record. */
export interface SearchField {
  part: FieldPart;
  /** The text as issued; an open cell has one for each of its candidates. */
  texts: string[];
  /** Of a cell. */
  status?: Grade;
  /** The texts that follow without a break, so that a run over the end is found where it begins. */
  after?: readonly string[];
}

/** What cells name: units by role, months (`2022-10`) or `ongoing`. */
export interface Named {
  units: { slug: string; role: Role }[];
  due: string[];
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
  /** Units of the certain cells. */
  units: { slug: string; role: Role }[];
  /** Months (`2022-10`) of a certain deadline, or `ongoing`. */
  due: string[];
  /** What open cells may turn out to name, and what those show that may be missing. */
  maybe: Named;
  /** Of these, what cells show that may be missing. */
  unsure: Named;
}

/** How many tasks a unit leads and supports for certain. */
export interface Counts {
  leads: number;
  supports: number;
  /** How many it answers for, the notice saying neither. */
  answers?: number;
  /** How many of `supports` are inferred. */
  inferred?: number;
  /** How many cells name it that may be missing; none of the above. */
  unsure?: number;
}

/** A unit as the answer cards know it. */
export interface UnitAnswer extends Counts {
  slug: string;
  name: string;
  kind: UnitKind;
  /** Of another place than the site's own. */
  place?: string;
  /** Not in the authority file. */
  proposed?: true;
  /** Other names, those left out that `bareForms` leads back to one of these. */
  aliases: string[];
  /** Earliest month among its tasks with a certain date. */
  first?: string;
  /** That month rests on a cell that is inferred. */
  firstInferred?: true;
  /** How many tasks may be its own and due earlier still, unit or deadline being open or perhaps missing. */
  earlier?: number;
  /** Whom a collective covers. */
  covers?: Coverage;
  /** Whether a notice names it. */
  named: boolean;
  /** The name of the notice that it counts, where there are several. */
  of?: string;
}

/** A notice in the list of all. */
export interface NoticeLine {
  id: string;
  title: string;
  number: string | null;
  planTitle: string | null;
  /** Day of issue: the newest comes first. */
  dated: string | null;
}

/** What the cards of one notice are made of. */
export interface NoticeAnswers extends NoticeLine {
  /** `tasks` counts a section's rows; their ids run from `<number>-1`. */
  sections: { number: number; title: string; tasks: number }[];
  /** Months that a deadline names, or may name. */
  months: ({ month: string } & DueCount)[];
  ongoing: DueCount;
  /** The rows of the annex by their ids, in printed order. */
  rows: string[];
  annexTitle: string | null;
  /** Tasks with a cell of this grade. */
  statuses: Record<Grade, number>;
}

/** How many tasks are due for certain, by a deadline that may be missing, and by a candidate of an open one. */
export interface DueCount {
  due: number;
  unsure: number;
  open: number;
}

/** Everyday words and the words of the notice that they stand for. */
export interface Synonym {
  /** As listed, words that share parts in one pattern (`everyday.ts`); spelled out where the search holds them. */
  words: string[];
  targets: string[];
  /** What the words are about, where that has a card of its own; it counts as one of them. */
  topic?: string;
  /** The words say for whom, where or how something is done, and give way to what is done. */
  aside?: true;
}

/** The small index behind the first cards: all notices, newest first, and the units. */
export interface AnswerIndex {
  notices: NoticeLine[];
  units: UnitAnswer[];
  /** Traditional and variant characters, each with its simplified one: `辦办`. */
  simplified: string;
}

/** Words that say nothing of what is asked for, as patterns (`everyday.ts`). */
export interface SmallWords {
  /** Letters that ask, in a run. */
  letters: string;
  asking: string;
  /** Words of little weight, which mean themselves where nothing else is asked for. */
  filler: string;
}

/** `/search/words.txt`: everyday words, and those beside them. */
export interface Words extends SmallWords {
  /** Packed: `everyday.ts`. */
  everyday: string;
}

/** As much of a cell as a record shows. */
export type SearchableCell = Pick<
  Cell,
  'status' | 'text' | 'units' | 'candidates' | 'candidateUnits' | 'mayBeMissing' | 'absent'
>;

/** The months, or `ongoing`, that an open deadline may name, read beforehand (`withMayFall`): a page need not read dates. */
interface MayFall {
  mayFall?: string[];
}

/** Which lines of the source its texts stand on is nothing to search. */
export type SearchableHead = {
  [Key in keyof Omit<NoticeHead, 'source'>]: Fact extends NoticeHead[Key] ? Pick<Fact, 'text'> | null : NoticeHead[Key];
};

/** As much of a notice as its records are made of. The published data is one, but for the months of open deadlines. */
export interface Searchable {
  notice: SearchableHead;
  sections: (Pick<Section, 'number' | 'id' | 'label' | 'part' | 'title'> & {
    clauses: { id: string; text: string }[];
    nodes?: Pick<SectionNode, 'id' | 'label' | 'title'>[];
  })[];
  tasks: (Pick<Task, 'id' | 'section' | 'part' | 'origin' | 'text'> & {
    lead: SearchableCell;
    support: SearchableCell;
    responsible?: SearchableCell;
    deadline: SearchableCell & Pick<Task['deadline'], 'reading'> & MayFall;
  })[];
  units: { slug: string; name: string }[];
}

/** `names` are the ways in which a cell may print the unit, in a list with others too (江北区、北碚区政府). */
export interface UnitNeedle {
  unit: string;
  names: string[];
  role?: Role;
}

/** What to look for in the records; any one is enough. */
export type Needle =
  | { text: string }
  | UnitNeedle
  | { due: string }
  | { section: number }
  | { task: string }
  | { clause: string }
  | { status: Grade; part?: FieldPart };

/** A piece of an excerpt; `found` pieces are what was looked for. */
export interface ExcerptPiece {
  text: string;
  found: boolean;
}

export interface Excerpt {
  part: FieldPart;
  status?: Grade;
  pieces: ExcerptPiece[];
}

/** An answer card: what the small index, or the head of a notice, can say. */
export interface Answer {
  kind: HitKind;
  url: string;
  title: string;
  /** Lines of the card, in Chinese. */
  facts: string[];
}

/** A hit: an answer card, or a record with its excerpts, or both. */
export interface Hit {
  kind: HitKind;
  url: string;
  title: string;
  /** The notice that it stands in; none for a unit, which many may name. */
  notice?: string;
  facts?: string[];
  record?: SearchRecord;
  excerpts: Excerpt[];
  /** The phrases that the opened page should light up. */
  phrases: string[];
  /** The sentence of the body that says the same words, and is no hit of its own. */
  same?: Hit;
  /** Only a cell that is open, or may be missing, holds what was looked for: it may be, or not. */
  possible?: true;
}

/** What `data-exact="false"` leaves to say. */
export interface Nearby {
  /** Units that are known but that no notice names. */
  unnamed: Answer[];
  /** Parts of the query that the notice does hold. */
  parts: { text: string; count: number }[];
  /** The query is in no script that the notice is written in. */
  foreign: boolean;
}

/** An everyday word of the query, or its sound, and what is searched for it. */
export interface Expansion {
  word: string;
  targets: string[];
  /** Whether its places are among the hits; else the reader may ask for them. */
  applied: boolean;
}

/** What was made of a part of the query. */
export interface Understood {
  kind: 'unit' | 'role' | 'due' | 'section' | 'status' | 'task' | 'annex' | 'topic' | 'notice';
  /** In words: 市民政局, 牵头, 2022年10月. */
  label: string;
  /** The query without it. */
  without: string;
}

/** How the hits were found where the query as typed has none. */
export interface Loosened {
  /** Parts of the query that were left out. */
  dropped: string[];
  /** What was searched instead. */
  kept: string[];
  /** Known words that were left out besides, all being nowhere together. */
  left?: string[];
  /** What was searched are several matters, each by itself. */
  each?: true;
  /** What was left out is nowhere; else all of it is known, but nowhere together. */
  unknown: boolean;
}

export interface Filters {
  notice?: string;
  year?: string;
  kind?: HitKind;
  section?: number;
  unit?: string;
  role?: Role;
  /** `2022-10` or `ongoing`. */
  due?: string;
  status?: Grade;
}

/** How many hits a value of a filter would leave: for certain, and only by a cell that may be missing. */
export interface FacetCount {
  sure: number;
  unsure: number;
}

/** The same of each value of each filter, the other filters kept. */
export type FacetCounts = Record<keyof Filters, Map<string, FacetCount>>;

export interface SearchResult {
  query: string;
  /** The notice holds the query as typed, or a unit, number, month or listed everyday word answers it. */
  exact: boolean;
  hits: Hit[];
  /** Notices that hold more, newest first, and have not been opened. */
  unopened: string[];
  /** The full-text index did not answer: only the newest notice was searched. */
  partial: boolean;
  /** The full-text index was not asked all: other notices may hold more. */
  unasked: boolean;
  facets: FacetCounts;
  understood: Understood[];
  expansions: Expansion[];
  loosened?: Loosened;
  nearby?: Nearby;
}

/** How a query is asked. */
export interface Asked {
  filters?: Filters;
  /** So many hits are enough; notices that hold more stay closed. */
  most?: number;
  /** Little is to load beside the newest notice: what that leaves open is said. */
  sparing?: boolean;
  /** Is told what the newest notice holds, while the full-text index is still being asked for the others. */
  early?: (result: SearchResult) => void;
}
