import type { Clause } from '../notice/model.ts';
import { placeAt } from '../notice/problem.ts';
import { type DutyReader, type DutyWords, PERSON } from './duty-reader.ts';
import { ABOVE, BY, type DutySentences, THIS } from './duty-sentences.ts';
import type { Findings } from './finding.ts';
import { BESIDE, LABELLED, ROLE_LABEL, withLabels } from './label-lines.ts';
import type { ImportedSection } from './result.ts';
import type { Seed } from './seed.ts';
import { type Chars, heal, healApart, join, lineRanges, slice } from './text/chars.ts';
import { bulletOf } from './text/labels.ts';
import { bracketsOf, unclosedIn } from './text/sentences.ts';
import { placeOfBody } from './units/place.ts';
import { tellBracket, tellTime, warnOfItems } from './unread-words.ts';

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
  /** Whether running words give it, which a bracket or a line may speak of as well. */
  running?: true;
}

/** A heading over a list of what each unit does. */
export const SHARES = /(?:职责|任务|责任|工作|部门)分工|职责(?:任务|划分)?$|责任划分$|部门责任制?$/u;

/** 时间：2月8日 says when, and of no duty. */
const isTimeAlone = ({ roles, remarks }: DutyWords) =>
  roles.length === 0 && !remarks.some((remark) => PERSON.test(remark));

/** What sets up a body for the work gives its head no duty. */
const NO_BODY = /设在|领导小组|专班|组长/u;

/** No sentence that says who is longer: more characters are lines that ran together. */
const LONGEST = 1500;

const NONE_BEFORE = { texts: 0, clauses: 0, items: 0 };

/** What the sentences of a node are read with. */
interface Tools {
  seed: Seed;
  findings: Findings;
  duties: DutyReader;
  sentences: DutySentences;
  /** Takes sentences that say what a unit does, and give no duty. */
  unread: Chars[];
}

/** The node whose sentences are read. */
interface Of {
  section: ImportedSection;
  node: string | undefined;
  /** Its heading, without the label. */
  heading: Chars;
  /** Whether it is an article of a regulation, which gives no tasks but in brackets and lines. */
  legal: boolean;
  /** Whether running words give duties: those of rules and of answers give none. */
  running: boolean;
}

/** Reads the duties that the sentences of one node give, in their order: each belongs to what stands before it. */
export class NodeDuties {
  readonly #seed: Seed;
  readonly #findings: Findings;
  readonly #duties: DutyReader;
  readonly #sentences: DutySentences;
  readonly #unread: Chars[];
  readonly #of: Of;
  readonly #found: TextDuty[];
  /** What no duty has been read of yet. */
  #texts: Chars[] = [];
  #clauseIds: string[] = [];
  /** How many of those stand before the item (●…) that is read, and how many items they are. */
  #before = NONE_BEFORE;
  /** A duty whose lines (牵头单位：…, 完成时限：…) may go on. */
  #lines: TextDuty | undefined;
  /** A deadline in a line before the one that says who. */
  #early: string | undefined;

  /** @param found takes the duties */
  constructor({ seed, findings, duties, sentences, unread }: Tools, of: Of, found: TextDuty[]) {
    this.#sentences = sentences;
    this.#unread = unread;
    this.#seed = seed;
    this.#findings = findings;
    this.#duties = duties;
    this.#of = of;
    this.#found = found;
  }

  /** Begins a paragraph. @returns how many characters are the sign before an item */
  begin(text: string): number {
    const bullet = bulletOf(text).length;
    if (bullet > 0 && !LABELLED.test(text.slice(bullet))) {
      const { items } = this.#before;
      this.#before = { texts: this.#texts.length, clauses: this.#clauseIds.length, items: items + 1 };
    }
    return bullet;
  }

  /** Leaves what stands before to duties that were read otherwise. */
  forget(): void {
    this.#texts = [];
    this.#clauseIds = [];
    this.#before = NONE_BEFORE;
  }

  /**
   * Reads the duties that a sentence gives: by its brackets, as a line 责任单位：… of its own, or by how it ends.
   * @param ofNode whether it is a bracket behind the node's heading, and speaks of the whole
   */
  read(sentence: Chars, clause: Clause, ofNode: boolean): void {
    const { heading } = this.#of;
    if (ofNode) this.#texts.push(heading);
    const text = this.#duties.withColon(withLabels(sentence.text));
    if (this.#line(text, sentence, clause, ofNode)) return;
    const at = text.length === sentence.text.length ? this.#duties.labelAt(text) : 0;
    if (at > 0 && this.#duties.labelled(text.slice(at).replace(/。$/u, ''))) {
      this.#lines = undefined;
      this.#texts.push(slice(sentence, 0, at - 1));
      this.#line(text.slice(at), slice(sentence, at), clause, ofNode);
      return;
    }
    this.#lines = undefined;
    this.#early = undefined;
    const behind = this.#brackets(text, sentence, clause, ofNode);
    if (behind === 0 && !this.#of.legal && this.#opening(text, sentence, clause)) return;
    const end = behind === 0 && !this.#of.legal ? this.#tails(text, sentence, clause, ofNode) : behind;
    if (end === 0 && this.#byWhom(text, sentence, clause)) return;
    if (end >= text.length) return;
    // A body with its whole name may sign.
    const isBare = placeOfBody(text) === null && this.#duties.isNamesAlone(text) && this.#duties.namesSome(text);
    if (end === 0 && (isBare || /^(?:责任|牵头|主责|配合|主办|协办|承办)(?:单位|部门)[^，。：:]{2,40}$/u.test(text)))
      this.#warn(
        `this line names units, and nothing says what they are to do: ${text.slice(0, 40)}`,
        'Compare with the notice as issued: a label such as 责任单位： may be missing before it.',
        sentence,
      );
    const isRead = end === 0 && this.#running(text, sentence, clause);
    if (!isRead && !this.#of.legal && this.#sentences.saysWho(text.slice(end))) this.#unread.push(slice(sentence, end));
    this.#texts.push(slice(sentence, end));
    this.#clauseIds.push(clause.id);
  }

  #give(words: DutyWords, texts: Chars[], clauseIds: string[], instead: Chars): TextDuty {
    const { section, node } = this.#of;
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
    const own = this.#ofNode();
    this.#found.splice(
      this.#found.length - own.length,
      own.length,
      ...own.filter((each) => !each.running || !each.clauseIds.every((id) => clauseIds.includes(id))),
    );
    return duty;
  }

  /** The duties of this node, which stand behind those of the nodes before it. */
  #ofNode(): TextDuty[] {
    const { section, node } = this.#of;
    const before = this.#found.findLastIndex((duty) => duty.section !== section || duty.node !== node);
    return this.#found.slice(before + 1);
  }

  /** Reads a line 责任单位：…; 完成时限：…. @returns whether the sentence is one, alone or in one bracket */
  #line(text: string, sentence: Chars, clause: Clause, ofNode: boolean): boolean {
    const [whole] = bracketsOf(text);
    const isWhole = whole?.[0] === 0 && whole[1] >= text.replace(/[。；]$/u, '').length;
    // One bracket, or none: of several each gives its own words.
    if (!LABELLED.test(text) || (whole?.[0] === 0 && !isWhole)) return false;
    // A bracket may begin in one line, and end in another.
    const open = /^[（(〔[【｛{]|。$|(?<!^.*[（(〔[【｛{].*)[）)〕\]】｝}]。?$/gu;
    const bare = isWhole && whole ? text.slice(1, whole[1] - 1) : text.replace(open, '');
    const words = this.#duties.labelled(bare);
    const isAlone = this.#texts.length === 0;
    if (!words) {
      const [, value = ''] = /^[^：:]{2,8}[：:](.+?)。?$/u.exec(text) ?? [];
      const namesUnits = this.#duties.isNamesAlone(value) && this.#duties.namesSome(value);
      if (namesUnits || (ROLE_LABEL.test(text) && !/[：:]。?$/u.test(text)))
        this.#warn(
          `these words look like a role, and are read as text: ${text.slice(0, 30)}`,
          'If they say who must do it, add the word before the colon to seeds/columns.yaml.',
          sentence,
        );
      if (!this.#lines || !isAlone || !BESIDE.test(text)) return false;
      this.#lines.words.remarks.push(text.replace(/。$/u, ''));
      this.#lines.clauseIds.push(clause.id);
      return true;
    }
    // 时限：6月底前（责任单位：…）: the bracket says who.
    if (/[（(].*(?:单位|部门|负责|牵头)/u.test(words.deadline ?? '')) return false;
    if (isTimeAlone(words) && !(this.#lines && isAlone)) {
      this.#time(text, words, clause);
      return true;
    }
    words.deadline ??= this.#early;
    this.#early = undefined;
    if (this.#lines && isAlone) {
      this.#lines.words.roles.push(...words.roles);
      this.#lines.words.deadline ??= words.deadline;
      this.#lines.words.remarks.push(...words.remarks);
      this.#lines.clauseIds.push(clause.id);
    } else this.#begins(text, words, sentence, clause, ofNode);
    return true;
  }

  /** A line that says when, and not who: of the duty before it, else of what the lines behind it say. */
  #time(text: string, words: DutyWords, clause: Clause): void {
    const { section, node, heading } = this.#of;
    const before = this.#found.at(-1);
    const isNodes = heading.text !== '' && before?.text === heal(this.#seed, heading);
    const isOf = before?.section === section && before.node === node && (this.#texts.length === 0 || isNodes);
    if (isOf && before.words.deadline === undefined && !text.startsWith('时间')) {
      before.words.deadline = words.deadline;
      before.clauseIds.push(clause.id);
      return;
    }
    this.#early = words.deadline;
    this.#clauseIds.push(clause.id);
  }

  /** The first of the lines that say who. */
  #begins(text: string, words: DutyWords, sentence: Chars, clause: Clause, ofNode: boolean): void {
    const { section, node, heading } = this.#of;
    if (this.#texts.length > 0) {
      if (this.#before.items > 1) warnOfItems(this.#seed, this.#findings, this.#before.items, sentence);
      const spokenOf = join(this.#texts);
      const clauseIds = ofNode ? [] : [...this.#clauseIds, clause.id];
      this.#lines = Object.assign(this.#give(words, this.#texts, clauseIds, sentence), { spokenOf });
      return;
    }
    if (heading.text === '') {
      this.#warn(
        `these words give a duty, and nothing before them says which: ${text.slice(0, 30)}`,
        'Compare with the notice as issued.',
        sentence,
      );
      return;
    }
    if (this.#found.some((duty) => duty.section === section && duty.node === node))
      this.#warn(
        `these words give a second duty to ${heading.text.slice(0, 20)}, or speak of more than it: ${text.slice(0, 30)}`,
        'Compare with the notice as issued.',
        sentence,
      );
    this.#lines = this.#give(words, [heading], [], sentence);
  }

  /** @returns where the text behind the last bracket that gives a duty begins */
  #brackets(text: string, sentence: Chars, clause: Clause, ofNode: boolean): number {
    const { heading } = this.#of;
    let last: TextDuty | undefined;
    let from = 0;
    for (const [begin, end] of bracketsOf(text)) {
      const inside = text.slice(begin + 1, end - 1).replace(/[∶︰﹕]/gu, '：');
      const rest = text.slice(end).replace(/^[。；，]+/u, '');
      // …（甲）；②…（乙）: each item ends with its bracket.
      const ends = rest === '' || /[。；]$/u.test(text.slice(0, begin)) || /^[；;](?=.{2})/u.test(text.slice(end));
      const words = this.#duties.read(inside, ends);
      if (!words) {
        tellBracket(this.#seed, this.#findings, this.#duties, slice(sentence, begin, end), inside, rest === '');
        continue;
      }
      const before = slice(sentence, from, begin);
      if (last && before.text === '') {
        last.words.roles.push(...words.roles);
        last.words.deadline ??= words.deadline;
        last.words.remarks.push(...words.remarks);
      } else {
        const isOwn = before.text !== '' || this.#texts.length > 0 || heading.text !== '';
        if (isOwn && isTimeAlone(words) && words.deadline !== undefined)
          tellTime(this.#seed, this.#findings, slice(sentence, begin, end));
        if (!isOwn || isTimeAlone(words)) continue;
        if (/^（?(?:以上|上述)/u.test(inside))
          this.#warn(
            `this bracket speaks of all that stands above, and is taken for the words before it alone: ${inside.slice(0, 30)}`,
            'Compare with the notice as issued.',
            slice(sentence, begin),
          );
        if (before.text !== '') this.#texts.push(before);
        const own = this.#texts.slice(this.#before.texts);
        const clauseIds = ofNode ? [] : [...this.#clauseIds.slice(this.#before.clauses), clause.id];
        last =
          own.length > 0 ? this.#give(words, own, clauseIds, sentence) : this.#give(words, [heading], [], sentence);
      }
      from = end;
      while ('。；，'.includes(text[from] ?? ' ')) from++;
    }
    const crossed = bracketsOf(text).length === 0 ? (/[（(〔[【｛](.*)$/u.exec(text)?.[1] ?? '') : '';
    if (/牵头|配合|按职责|责任单位|负责/u.test(unclosedIn(text) || crossed))
      this.#findings.warn(
        'a bracket that names units is not closed: its duty is not read',
        'Compare with the notice as issued: a line may be cut in two, or a sign may be missing.',
        placeAt(this.#seed, sentence.at.at(-1) ?? 0),
      );
    return from;
  }

  /** Reads a sentence that begins with who must do it: what stands behind is the duty. */
  #opening(text: string, sentence: Chars, clause: Clause): boolean {
    const isOf = this.#of.section.label !== undefined && text.length <= LONGEST && !NO_BODY.test(text);
    const opening = isOf ? this.#sentences.opening(text) : undefined;
    if (opening) this.#give(opening.words, [slice(sentence, opening.from)], [clause.id], sentence);
    return opening !== undefined;
  }

  /** Reads a sentence 由甲负责…，由乙负责…: each does what stands behind its name. */
  #byWhom(text: string, sentence: Chars, clause: Clause): boolean {
    const isOf =
      BY.test(text) &&
      text.length <= LONGEST &&
      this.#of.section.label !== undefined &&
      !this.#of.legal &&
      !NO_BODY.test(text);
    const shares = isOf && !/解释/u.test(text) ? this.#sentences.shares(text) : [];
    for (const { who, use, from, to } of shares) {
      const roles = [{ use, label: undefined, text: who }];
      this.#give({ roles, deadline: undefined, remarks: [] }, [slice(sentence, from, to)], [clause.id], sentence);
    }
    return shares.length > 0;
  }

  /** Reads a sentence 甲负责…，乙负责…, unless a bracket or a line says who must do what its node says. */
  #running(text: string, sentence: Chars, clause: Clause): boolean {
    const { section, node, running, legal } = this.#of;
    const isTold = this.#ofNode().some((duty) => !duty.running);
    if (!running || legal || text.length > LONGEST || section.label === undefined || isTold || NO_BODY.test(text))
      return false;
    const shares = this.#sentences.running(text);
    for (const { who, use, from, to } of shares) {
      const told = slice(sentence, from, to);
      this.#found.push({
        section,
        node,
        text: heal(this.#seed, told),
        words: { roles: [{ use, label: undefined, text: who }], deadline: undefined, remarks: [] },
        clauseIds: [clause.id],
        lines: lineRanges(this.#seed, told),
        running: true,
      });
    }
    return shares.length > 0;
  }

  /** @returns where the text behind the last end that says who (…，由A牵头) begins */
  #tails(text: string, sentence: Chars, clause: Clause, ofNode: boolean): number {
    const { heading } = this.#of;
    let from = 0;
    const tails = text.length > LONGEST ? [] : this.#sentences.tails(text);
    for (const { begin, from: at, end, words } of tails) {
      if (NO_BODY.test(text.slice(begin, at))) continue;
      const before = slice(sentence, begin, at);
      const said = before.text.replace(/[，,；;]$/u, '');
      if (ABOVE.test(said)) {
        if (!this.#above(words, sentence, clause)) return 0;
        from = end;
        continue;
      }
      if (said !== '' && !THIS.test(said)) this.#texts.push(slice(before, 0, said.length));
      if (this.#texts.length > 0)
        this.#give(words, this.#texts, ofNode ? [] : [...this.#clauseIds, clause.id], sentence);
      else if (heading.text !== '' && !SHARES.test(heading.text)) this.#give(words, [heading], [], sentence);
      from = end;
    }
    return from;
  }

  /**
   * What is said of all that stands above (以上任务由县政府办负责): a duty where that is one run of words, to which it
   * belongs as a line 责任单位：… would. @returns whether it is one
   */
  #above(words: DutyWords, sentence: Chars, clause: Clause): boolean {
    const { section } = this.#of;
    if (this.#texts.length === 0 || this.#found.some((duty) => duty.section === section)) return false;
    const spokenOf = join(this.#texts);
    Object.assign(this.#give(words, this.#texts, [...this.#clauseIds, clause.id], sentence), { spokenOf, ofAll: true });
    return true;
  }

  #warn(what: string, hint: string, { at }: Chars): void {
    this.#findings.warn(what, hint, placeAt(this.#seed, at[0] ?? 0));
  }
}
