import type { Clause } from '../notice/model.ts';
import type { DutyWords } from './duty-reader.ts';
import { LABELLED } from './label-lines.ts';
import { isTimeOnly, periodIn } from './period-words.ts';
import type { ImportedSection } from './result.ts';
import type { Seed } from './seed.ts';
import { type Chars, healApart, join, lineRanges } from './text/chars.ts';
import { bulletOf } from './text/labels.ts';

/** A duty that a text gives, with what it stands on. */
export interface TextDuty {
  section: ImportedSection;
  node: string | undefined;
  text: string;
  words: DutyWords;
  clauseIds: string[];
  lines: [from: number, to: number][];
  /** What a line of its own (责任单位：…) speaks of. */
  spokenOf?: Chars;
  /** Whether its words say that they speak of all above: 以上任务由…. */
  ofAll?: true;
  /** The sentence that gives it to an item, where that stands elsewhere. */
  by?: Clause;
  /** Why it is of this item, where words elsewhere say so. */
  why?: string;
  /** Whether its own sentence says all of it: 由A牵头，制定方案. */
  whole?: true;
  /** Whether running words give it, which a bracket or a line may speak of as well. */
  running?: true;
}

/** The node whose sentences are read. */
export interface Of {
  section: ImportedSection;
  node: string | undefined;
  /** Its heading, without the label. */
  heading: Chars;
  /** Whether it is an article of a regulation, which gives no tasks but in brackets and lines. */
  legal: boolean;
  /** Whether running words give duties: those of rules and of answers give none. */
  running: boolean;
  /** Whether it has numbered items, or is one of several. */
  items: boolean;
}

const NONE_BEFORE = { texts: 0, clauses: 0, items: 0 };

/** The words of a node that no duty has been read of yet, and the duties that are made of them. */
export class PendingWords {
  readonly #seed: Seed;
  readonly #of: Of;
  readonly #found: TextDuty[];
  texts: Chars[] = [];
  clauseIds: string[] = [];
  /** How many of those stand before the item (●…) that is read, and how many items they are. */
  before = NONE_BEFORE;

  /** @param found takes the duties */
  constructor(seed: Seed, of: Of, found: TextDuty[]) {
    this.#seed = seed;
    this.#of = of;
    this.#found = found;
  }

  /** Puts words behind those that stand there. */
  add(words: Chars, clauseId: string): void {
    this.texts.push(words);
    this.clauseIds.push(clauseId);
  }

  /** Begins a paragraph. @returns how many characters are the sign before an item */
  begin(text: string): number {
    const bullet = bulletOf(text).length;
    if (bullet > 0 && !LABELLED.test(text.slice(bullet))) this.part();
    return bullet;
  }

  /** Ends an item: a bracket behind what follows speaks of that alone. */
  part(): void {
    const { items } = this.before;
    this.before = { texts: this.texts.length, clauses: this.clauseIds.length, items: items + 1 };
  }

  /** Leaves what stands before to duties that were read otherwise. */
  forget(): void {
    this.texts = [];
    this.clauseIds = [];
    this.before = NONE_BEFORE;
  }

  /** Gives a duty to some words, and leaves what stands before. @param instead where it stands if those are none */
  give(words: DutyWords, said: Chars[], clauseIds: string[], instead: Chars): TextDuty {
    const { section, node, heading } = this.#of;
    // （一）修订细则。6月底前完成。: the heading tells what is to be done, and its words when.
    const time = join(said).text.replace(/[。；]$/u, '');
    const isWhen = heading.text !== '' && isTimeOnly(time);
    if (isWhen) words.deadline ??= periodIn(time);
    const texts = isWhen ? [heading] : said;
    const joined = join(texts);
    const duty: TextDuty = {
      section,
      node,
      text: healApart(this.#seed, texts),
      words,
      clauseIds,
      lines: lineRanges(this.#seed, joined.at.length > 0 ? joined : instead),
    };
    this.#found.push(duty);
    this.forget();
    const own = this.ofNode();
    this.#found.splice(
      this.#found.length - own.length,
      own.length,
      ...own.filter((each) => !each.running || !each.clauseIds.every((id) => clauseIds.includes(id))),
    );
    return duty;
  }

  /** The duties of this node, which stand behind those of the nodes before it. */
  ofNode(): TextDuty[] {
    const { section, node } = this.#of;
    const before = this.#found.findLastIndex((duty) => duty.section !== section || duty.node !== node);
    return this.#found.slice(before + 1);
  }
}
