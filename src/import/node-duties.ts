import type { Clause } from '../notice/model.ts';
import { placeAt } from '../notice/problem.ts';
import type { DutyReader, DutyWords } from './duty-reader.ts';
import { ABOVE, BY, type DutySentences, THIS } from './duty-sentences.ts';
import type { Findings } from './finding.ts';
import { type ItemDuty, itemDuties } from './item-words.ts';
import { isTimeAlone, LabelDuties } from './label-duties.ts';
import { withLabels } from './label-lines.ts';
import { type Of, PendingWords, type TextDuty } from './pending-words.ts';
import type { ImportedSection } from './result.ts';
import { saysWho } from './says-who.ts';
import type { Seed } from './seed.ts';
import { type Chars, heal, join, lineRanges, slice } from './text/chars.ts';
import { bracketsOf, splitAt, unclosedIn } from './text/sentences.ts';
import { placeOfBody } from './units/place.ts';
import { tellBracket, tellTime, tellUnread } from './unread-words.ts';

/** A sentence that gives items by their numbers to units; `null` for the duties of one that cannot be read. */
export interface ItemSentence {
  section: ImportedSection;
  node: string | undefined;
  sentence: Chars;
  clause: Clause;
  duties: ItemDuty[] | null;
}

/** A heading over a list of what each unit does. */
export const SHARES = /(?:职责|任务|责任|工作|部门)分工|职责(?:任务|划分)?$|责任划分$|部门责任制?$/u;

/** What sets up a body for the work gives its head no duty. */
const NO_BODY = /设在|领导小组|(?:成立|组建|设立|组成|抽调|牵头的)[^。]*专班|组长/u;

/** What a bracket of names explains: 有关部门（县发改局、县财政局）. */
const NO_ITEM = /(?:单位|部门|机构|成员|企业|[局委办厅部])$/u;

/** No sentence that says who is longer: more characters are lines that ran together. */
const LONGEST = 1500;

/** What the sentences of a node are read with. */
interface Tools {
  seed: Seed;
  findings: Findings;
  duties: DutyReader;
  sentences: DutySentences;
  /** Takes sentences that say what a unit does, and give no duty. */
  unread: Chars[];
  /** Takes sentences that give items by their numbers. */
  ofItems: ItemSentence[];
}

/** Reads the duties that the sentences of one node give, in their order: each belongs to what stands before it. */
export class NodeDuties {
  readonly #seed: Seed;
  readonly #findings: Findings;
  readonly #duties: DutyReader;
  readonly #sentences: DutySentences;
  readonly #unread: Chars[];
  readonly #ofItems: ItemSentence[];
  readonly #of: Of;
  readonly #found: TextDuty[];
  readonly #words: PendingWords;
  readonly #lines: LabelDuties;
  /** Whether the sentence that is read ends with a bracket that says who, and cannot be read. */
  #isParted = false;
  /** @param found takes the duties */
  constructor({ seed, findings, duties, sentences, unread, ofItems }: Tools, of: Of, found: TextDuty[]) {
    this.#sentences = sentences;
    this.#unread = unread;
    this.#ofItems = ofItems;
    this.#seed = seed;
    this.#findings = findings;
    this.#duties = duties;
    this.#of = of;
    this.#found = found;
    this.#words = new PendingWords(seed, of, found);
    this.#lines = new LabelDuties(seed, findings, duties, of, this.#words, found);
  }

  /** Begins a paragraph. @returns how many characters are the sign before an item */
  begin(text: string): number {
    return this.#words.begin(text);
  }

  /** Leaves what stands before to duties that were read otherwise. */
  forget(): void {
    this.#words.forget();
  }

  /**
   * Reads the duties that a sentence gives: by its brackets, as a line 责任单位：… of its own, or by how it ends.
   * @param ofNode whether it is a bracket behind the node's heading, and speaks of the whole
   */
  read(sentence: Chars, clause: Clause, ofNode: boolean): void {
    const { heading } = this.#of;
    if (ofNode) this.#words.texts.push(heading);
    if (this.#items(sentence, clause)) {
      this.#lines.end();
      return;
    }
    const text = this.#duties.withColon(withLabels(sentence.text));
    if (this.#lines.read(text, sentence, clause, ofNode)) return;
    const at = text.length === sentence.text.length ? this.#duties.labelAt(text) : 0;
    if (at > 0 && this.#duties.labelled(text.slice(at).replace(/。$/u, ''))) {
      this.#lines.end();
      this.#words.texts.push(slice(sentence, 0, at - 1));
      this.#lines.read(text.slice(at), slice(sentence, at), clause, ofNode);
      return;
    }
    this.#lines.end();
    this.#lines.forget();
    const behind = this.#brackets(text, sentence, clause, ofNode);
    if (behind === 0 && !this.#of.legal && this.#opening(text, sentence, clause)) return;
    const end = behind === 0 && !this.#of.legal ? this.#tails(text, sentence, clause, ofNode) : behind;
    if (end === 0 && this.#byWhom(text, sentence, clause)) return;
    if (end >= text.length) return;
    // A body with its whole name may sign.
    const isBare =
      placeOfBody(text) === null && this.#duties.names.isNamesAlone(text) && this.#duties.names.namesSome(text);
    const isLine =
      end === 0 && (isBare || /^(?:责任|牵头|主责|配合|主办|协办|承办)(?:单位|部门)[^，。：:]{2,40}$/u.test(text));
    if (isLine)
      this.#warn(
        `this line names units, and nothing says what they are to do: ${text.slice(0, 40)}`,
        'Compare with the notice as issued: a label such as 责任单位： may be missing before it.',
        sentence,
      );
    const isRead = end === 0 && this.#running(text, sentence, clause);
    if (!isLine && !isRead && !this.#of.legal && saysWho(this.#duties.names, text.slice(end)))
      this.#unread.push(slice(sentence, end));
    this.#words.add(slice(sentence, end), clause.id);
    // What a bracket that was not read speaks of is none of the next one's.
    if (this.#isParted) this.#words.part();
    this.#isParted = false;
  }

  /** A sentence that gives items by their numbers is read when they are. */
  #items(sentence: Chars, clause: Clause): boolean {
    const { section, node, legal, items } = this.#of;
    const duties = legal ? undefined : itemDuties(sentence.text, this.#duties);
    if (duties === undefined || (!items && duties?.some((each) => each.items.all && !each.items.under))) return false;
    this.#ofItems.push({ section, node, sentence, clause, duties });
    return true;
  }

  /** Whether each item of a sentence ends with the bracket of its units: 开发岗位500个（县人社局），培训1000人（县总工会）。 */
  #areItems(text: string): boolean {
    const brackets = bracketsOf(text);
    const isItem = ([begin, end]: [number, number], index: number) => {
      const inside = text.slice(begin + 1, end - 1);
      const ends = index === brackets.length - 1 ? /^[。；]?$/u : /^[，、；;]/u;
      const [first = ''] = splitAt(inside, '、，,；;');
      // 业主委员会（物业管理委员会） explains: whom a bracket names without a role has a level or a place.
      const tells = this.#duties.read(inside, false) !== undefined || this.#duties.names.isDoer(first);
      const isWhole = this.#duties.read(inside, true)?.remarks.length === 0;
      return ends.test(text.slice(end)) && !NO_ITEM.test(text.slice(0, begin)) && tells && isWhole;
    };
    return brackets.length > 1 && brackets.every(isItem);
  }

  /** @returns where the text behind the last bracket that gives a duty begins */
  #brackets(text: string, sentence: Chars, clause: Clause, ofNode: boolean): number {
    const { heading } = this.#of;
    let last: TextDuty | undefined;
    let from = 0;
    const isList = this.#areItems(text);
    /** Brackets of names that may be no duty, amid a sentence. */
    const doubtful: Chars[] = [];
    for (const [begin, end] of bracketsOf(text)) {
      const inside = text.slice(begin + 1, end - 1).replace(/[∶︰﹕]/gu, '：');
      const rest = text.slice(end).replace(/^[。；，]+/u, '');
      // …（甲）；②…（乙）: each item ends with its bracket.
      const ends = rest === '' || /[。；]$/u.test(text.slice(0, begin)) || /^[；;](?=.{2})/u.test(text.slice(end));
      const words = this.#duties.read(inside, ends || isList);
      if (!words) {
        const bracket = slice(sentence, begin, end);
        const isTold = tellBracket(this.#seed, this.#findings, this.#duties, bracket, inside, rest === '');
        this.#isParted ||= isTold && rest === '';
        if (rest !== '' && this.#duties.names.isDoer(inside)) doubtful.push(slice(sentence, begin, end));
        continue;
      }
      const before = slice(sentence, from, begin);
      if (last && before.text === '') {
        last.words.roles.push(...words.roles);
        last.words.deadline ??= words.deadline;
        last.words.remarks.push(...words.remarks);
      } else {
        const isOwn = before.text !== '' || this.#words.texts.length > 0 || heading.text !== '';
        if (isOwn && isTimeAlone(words) && words.deadline !== undefined)
          tellTime(this.#seed, this.#findings, slice(sentence, begin, end));
        if (!isOwn || isTimeAlone(words)) continue;
        if (/^（?(?:以上|上述)/u.test(inside))
          this.#warn(
            `this bracket speaks of all that stands above, and is taken for the words before it alone: ${inside.slice(0, 30)}`,
            'Compare with the notice as issued.',
            slice(sentence, begin),
          );
        if (before.text !== '') this.#words.texts.push(before);
        const own = this.#words.texts.slice(this.#words.before.texts);
        const clauseIds = ofNode ? [] : [...this.#words.clauseIds.slice(this.#words.before.clauses), clause.id];
        last =
          own.length > 0
            ? this.#words.give(words, own, clauseIds, sentence)
            : this.#words.give(words, [heading], [], sentence);
      }
      from = end;
      while ('。；，、'.includes(text[from] ?? ' ')) from++;
    }
    if (last) for (const bracket of doubtful) tellUnread(this.#seed, this.#findings, bracket);
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
    if (opening) this.#words.give(opening.words, [slice(sentence, opening.from)], [clause.id], sentence).whole = true;
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
    const shares = isOf && !/解释/u.test(text) ? this.#sentences.sharesAlone(text) : [];
    for (const { who, use, from, to } of shares) {
      const roles = [{ use, label: undefined, text: who }];
      this.#words.give({ roles, deadline: undefined, remarks: [] }, [slice(sentence, from, to)], [clause.id], sentence);
    }
    return shares.length > 0;
  }

  /** Reads a sentence 甲负责…，乙负责…, unless a bracket or a line says who must do what its node says. */
  #running(text: string, sentence: Chars, clause: Clause): boolean {
    const { section, node, running, legal } = this.#of;
    const isTold = this.#words.ofNode().some((duty) => !duty.running && !duty.whole);
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
        ...(!this.#duties.names.hasTown(who) ? {} : { why: `原文没有写明“${who}”是什么，按名称末字读作乡镇、街道` }),
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
      const said = before.text.replace(/[，,；;]?(?:具体|统一)?$/u, '');
      if (ABOVE.test(said)) {
        if (!this.#above(words, sentence, clause)) return 0;
        from = end;
        continue;
      }
      if (said !== '' && !THIS.test(said)) this.#words.texts.push(slice(before, 0, said.length));
      if (this.#words.texts.length > 0)
        this.#words.give(words, this.#words.texts, ofNode ? [] : [...this.#words.clauseIds, clause.id], sentence);
      else if (heading.text !== '' && !SHARES.test(heading.text)) this.#words.give(words, [heading], [], sentence);
      else continue;
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
    if (this.#words.texts.length === 0 || this.#found.some((duty) => duty.section === section)) return false;
    const spokenOf = join(this.#words.texts);
    Object.assign(this.#words.give(words, this.#words.texts, [...this.#words.clauseIds, clause.id], sentence), {
      spokenOf,
      ofAll: true,
    });
    return true;
  }

  #warn(what: string, hint: string, { at }: Chars): void {
    this.#findings.warn(what, hint, placeAt(this.#seed, at[0] ?? 0));
  }
}
