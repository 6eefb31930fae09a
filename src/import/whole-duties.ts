import type { Clause } from '../notice/model.ts';
import { placeAt } from '../notice/problem.ts';
import type { DutyReader, DutyWords } from './duty-reader.ts';
import { type DutySentences, shareOf } from './duty-sentences.ts';
import type { Findings } from './finding.ts';
import type { Item, ItemReferences } from './item-references.ts';
import { areOf } from './item-words.ts';
import type { ItemSentence, NodeDuties } from './node-duties.ts';
import type { TextDuty } from './pending-words.ts';
import type { ImportedSection } from './result.ts';
import type { Seed } from './seed.ts';
import { type Chars, heal, join, lineRanges, slice } from './text/chars.ts';
import { bulletOf } from './text/labels.ts';
import type { Node } from './text/outline.ts';
import { sentencesOf } from './text/sentences.ts';
import { tellItems, warnOfItems } from './unread-words.ts';

/** What a heading calls those whose duties stand under it, and no name: 办事机构, 现场指挥部. */
const GENERIC =
  /(?:领导|指挥|办事|工作|咨询|组织|管理|常设|日常|执行|协调|支持)(?:机构|体系)$|^(?:现场|前方)?指挥部$|^专家组$|^工作组$/u;
/** 县教育局牵头的任务（3项）: a heading that says who must do all that stands under it. */
const LED =
  /^由?(?!各|有关|相关)(.{2,60}?)(牵头|主办|负责)(?:负责|牵头|组织|实施|落实|推进)*的?(?:重点|主要|改革)?(?:任务|工作|事项|项目|内容|措施)+(?:清单)?(?:[（(][^（()）]{1,6}[）)])?$/u;
/** 以下任务由县教育局牵头：, above the items that it speaks of. */
const OF_BELOW =
  /^(?:以下|下列|下述)(?:各项|所有|全部)?(?:重点|主要)?(?:任务|工作|事项|项目|内容|措施)[均都]?由?(.{4,}?)[：:。]$/u;
/** A line that may say who, and was not read. */
const MAY_SAY = /^[^，。]{0,8}(?:单位|部门|主体|专班|分工|落实|负责)[：:|]/u;
/** Words that set a body up, and are none of its duties. */
const SETS_UP = /^[^。；]{0,24}(?:设立|成立|设在|由[^。；]{2,60}(?:组成|担任))/u;

/** Reads the duties that speak of a node as a whole: lists of what each unit does, headings that name units, and what is said of items. */
export class WholeDuties {
  readonly #seed: Seed;
  readonly #findings: Findings;
  readonly #duties: DutyReader;
  readonly #sentences: DutySentences;

  constructor(seed: Seed, findings: Findings, duties: DutyReader, sentences: DutySentences) {
    this.#seed = seed;
    this.#findings = findings;
    this.#duties = duties;
    this.#sentences = sentences;
  }

  /** The duties that a paragraph of a list of shares gives: 县林业局：负责…。 */
  shares(
    paragraph: Chars,
    section: ImportedSection,
    node: string | undefined,
    from: number,
    title: string | null,
    open: NodeDuties,
    found: TextDuty[],
  ): void {
    if (title !== null && this.#duties.names.isNamesAlone(title)) return;
    const words = slice(paragraph, bulletOf(paragraph.text).length);
    const shares = this.#sentences.shares(words.text);
    const own = section.clauses.slice(from);
    for (const { who, use, from: begin, to } of shares) {
      const told = slice(words, begin, to);
      const lines = lineRanges(this.#seed, told);
      // A clause is one sentence: those that hold the share.
      const [first, last] = [told.at[0] ?? 0, told.at.at(-1) ?? 0];
      const starts = sentencesOf(paragraph.text).map(([start, end]) => [
        paragraph.at[start] ?? 0,
        paragraph.at[end - 1] ?? 0,
      ]);
      const clauseIds = own.flatMap(({ id }, index) => {
        const [start = 0, end = 0] = starts[index] ?? [];
        return start <= last && end >= first ? [id] : [];
      });
      const roles = [{ use, label: undefined, text: who }];
      const duty = { roles, deadline: undefined, remarks: [] };
      found.push({ section, node, text: heal(this.#seed, told), words: duty, clauseIds, lines });
    }
    if (shares.length > 0) open.forget();
  }

  /** The duty of a node that a unit heads: （一）县林业局。负责…。 */
  ofHeaded(node: Node, section: ImportedSection, id: string, from: number, found: TextDuty[]): void {
    if (node.title === null || GENERIC.test(node.title) || !this.#duties.names.isNamesAlone(node.title)) return;
    const told = join(partsOf(node));
    if (told.text === '' || SETS_UP.test(told.text)) return;
    found.push({
      section,
      node: id,
      text: heal(this.#seed, told),
      words: {
        roles: [
          { use: shareOf(told.text.replace(/^[（(]?\d{1,2}[）).、．]/u, '')), label: undefined, text: node.title },
        ],
        deadline: undefined,
        remarks: [],
      },
      clauseIds: section.clauses.slice(from).map((clause) => clause.id),
      lines: lineRanges(this.#seed, told),
    });
  }

  /**
   * The duty that the last children of a node give to the whole of it: as headings of their own, or as lines behind items.
   * @returns whether words under headings were read
   */
  ofAll(
    node: Node,
    nodeId: string | undefined,
    path: string,
    section: ImportedSection,
    from: number,
    found: TextDuty[],
  ): boolean {
    const { children } = node;
    const [last] = children.slice(-1);
    if (!last || children.length < 2 || children.some((each) => each.children.length > 0)) return false;
    const ids = children.map((_, index) => `${path}-${index + 1}`);
    const given = found.filter(
      (duty) => duty.section === section && (duty.node === nodeId || ids.includes(duty.node ?? '')),
    );
    const charsOf = (each: Node) => [each.heading, ...each.paragraphs];
    const place = placeAt(this.#seed, last.heading.at[0] ?? 0);
    const duty = (words: DutyWords, of: Chars[], until = section.clauses.length): TextDuty => ({
      section,
      node: nodeId,
      text: heal(this.#seed, join(of)),
      words,
      clauseIds: section.clauses.slice(from, until).map(({ id }) => id),
      lines: lineRanges(this.#seed, join(of)),
    });
    const [only] = given;
    if (only?.spokenOf && given.length === 1 && only.node === ids.at(-1)) {
      // The headed nodes of a section are each a whole of their own, and so is one beside words that may say who.
      const isWhole = nodeId === undefined && last.title !== null;
      const isBeside = children
        .slice(0, -1)
        .some(({ paragraphs }) => paragraphs.some(({ text }) => MAY_SAY.test(text)));
      if (!only.ofAll && (isWhole || isBeside)) {
        this.#findings.warn(
          `these words say who must do it or by when, behind ${children.length} items of which no other says it: they are taken for the last one alone`,
          'Compare with the notice as issued: they may speak of all the items.',
          place,
        );
        return false;
      }
      const { spokenOf, words, clauseIds } = only;
      const until = section.clauses.findIndex(({ id }) => id === clauseIds.at(-1)) + 1;
      found.splice(
        found.indexOf(only),
        1,
        duty(words, [...children.slice(0, -1).flatMap(charsOf), last.heading, spokenOf], until),
      );
      warnOfItems(this.#seed, this.#findings, children.length, last.heading);
    }
    if (given.length > 0) return false;
    const told = children.map((each) =>
      this.#duties.under(each.title ?? '', each.paragraphs.map(({ text }) => text).join('')),
    );
    if (told.every((words) => words === undefined)) return false;
    const what = children.filter((_, index) => told[index] === undefined);
    const words = told.filter((each) => each !== undefined);
    const of = what.length > 0 ? what.flatMap(charsOf) : node.paragraphs;
    if (of.length === 0 || words.includes(null)) {
      this.#findings.warn(
        'these headings say who must do it or by when, and the words under them are read as text',
        'Compare with the notice as issued. A unit that they name may be missing in seeds/units.yaml.',
        place,
      );
      return false;
    }
    const all = words.filter((each) => each !== null);
    const roles = all.flatMap((each) => each.roles);
    const remarks = all.flatMap((each) => each.remarks);
    const deadline = all.find((each) => each.deadline !== undefined)?.deadline;
    found.push(duty({ roles, remarks, deadline }, of));
    return true;
  }

  /**
   * The duties that sentences give to items by their numbers: 第1—2项由县教育局负责. All or none of them is read.
   * @param from where the duties of the items begin among those found
   * @returns whether each sentence names items that are there, and have no other duty
   */
  ofItems(said: ItemSentence[], items: Item[], found: TextDuty[], from: number): boolean {
    if (said.length === 0) return false;
    const given: TextDuty[] = [];
    for (const { sentence, clause, duties } of said) {
      for (const { items: of, words } of duties ?? []) {
        const those = items.filter(({ node }) => areOf(of, node.label));
        const count = of.all ? (of.count ?? items.length) : of.numbers.length;
        if (those.length !== count || !areFree(those, [...found.slice(from), ...given])) return false;
        given.push(...those.map((item) => this.#ofItem(item, words, sentence, clause)));
      }
      if (duties === null) return false;
    }
    found.push(...given);
    const own = found.splice(from).sort((one, other) => (one.lines[0]?.[0] ?? 0) - (other.lines[0]?.[0] ?? 0));
    found.push(...own);
    return true;
  }

  /**
   * The duties that sentences give to items of another heading: （一）中第1项由县教育局负责. A sentence that names one that is
   * not there, may be another, or has a duty, is told.
   */
  ofReferences(said: ItemSentence[], references: ItemReferences, found: TextDuty[]): void {
    for (const { section, sentence, clause, duties } of said) {
      const read = (duties ?? []).map(({ items, words }) => ({ words, items: references.find(items, section) }));
      const those = read.flatMap(({ items = [] }) => items);
      const isRead = read.length > 0 && read.every(({ items }) => items !== undefined);
      if (!isRead || new Set(those).size < those.length || !areFree(those, found)) {
        tellItems(this.#seed, this.#findings, sentence);
        continue;
      }
      for (const { items = [], words } of read)
        for (const item of items) insert(found, this.#ofItem(item, words, sentence, clause));
    }
  }

  /**
   * The duties of a node whose heading, or whose words above its items, say who must do all that stands under it: a task an
   * item, which may say the rest itself. A heading of which nothing could be made is told.
   */
  ofLed({ title, heading, paragraphs }: Node, items: Item[], found: TextDuty[], unread: Chars[]): void {
    const [, who = '', does] = LED.exec(title ?? '') ?? [];
    const isLed = this.#duties.names.isNamesAlone(who);
    const leaves = items.filter(({ node }) => node.children.length === 0);
    const above = paragraphs.at(-1);
    const [, told = ''] = OF_BELOW.exec(above?.text ?? '') ?? [];
    const read = isLed || leaves.length === 0 ? undefined : this.#duties.read(told, true);
    const isRead = above !== undefined && read?.remarks.length === 0 && read.deadline === undefined;
    if (!isLed && !isRead) return;
    const at = (isLed ? heading : above)?.at[0] ?? 0;
    const said: DutyWords['roles'] = isLed
      ? [{ use: does === '负责' ? 'responsible' : 'lead', label: undefined, text: who }]
      : (read?.roles ?? []);
    const from = { why: isLed ? `标题“${title}”写明` : `这些项之上写明“${above?.text}”`, line: this.#seed.lineOf(at) };
    const roles = said.map((role) => ({ ...role, from }));
    for (const item of leaves) {
      const own = found.filter((duty) => duty.node === item.id);
      if (own.length === 0) insert(found, this.#ofItem(item, { roles, deadline: undefined, remarks: [] }));
      for (const { words } of own) {
        const uses = words.roles.map(({ use }) => use);
        if (!uses.includes('lead')) words.roles.push(...roles.filter(({ use }) => !uses.includes(use)));
      }
    }
    const index = unread.findIndex((each) => each.at[0] === at);
    if (index >= 0) unread.splice(index, 1);
    if (leaves.length === 0)
      this.#findings.warn(
        `this heading says who must do what stands under it, and is read as text: ${title}`,
        'It has no numbered items that could be its tasks. Compare with the notice as issued.',
        placeAt(this.#seed, heading.at[0] ?? 0),
      );
  }

  /** The duty that words elsewhere give to an item. @param sentence the one among its own that does, and tells no task */
  #ofItem({ node, id, clauses, section }: Item, words: DutyWords, sentence?: Chars, clause?: Clause): TextDuty {
    const own = partsOf(node).flatMap((part) => sentencesOf(part.text).map(([from, to]) => slice(part, from, to)));
    const rest = own.filter(({ at }) => at[0] !== sentence?.at[0]);
    const heading = slice(node.heading, node.label?.text.length ?? 0);
    const told = join(rest.length > 0 ? rest : [heading]);
    return {
      section,
      node: id,
      text: heal(this.#seed, told),
      words: { ...words, roles: words.roles.map((role) => ({ ...role })) },
      // A task is made of sentences of one section: one of another is told as its reason.
      clauseIds: section.clauses.filter((each) => each === clause || clauses.includes(each)).map((each) => each.id),
      lines: lineRanges(this.#seed, told),
      ...(clause && sentence ? { by: clause, why: byNumber(sentence, clause) } : {}),
    };
  }
}

const byNumber = ({ text }: Chars, { lines: [line] }: Clause) => `原文第${line}行写明“${text}”，按项的编号对应`;

/** Puts a duty among others in the order of their lines. */
function insert(found: TextDuty[], duty: TextDuty): void {
  const lineOf = ({ lines }: TextDuty) => lines[0]?.[0] ?? 0;
  const isBefore = (other: TextDuty) =>
    other.section === duty.section ? lineOf(other) <= lineOf(duty) : other.section.number < duty.section.number;
  found.splice(found.findLastIndex(isBefore) + 1, 0, duty);
}

/** Whether no duty speaks of some items, or of a part of them. */
const areFree = (items: Item[], duties: TextDuty[]): boolean =>
  items.every(({ id }) => duties.every(({ node }) => node !== id && node?.startsWith(`${id}-`) !== true));

/** The words of a node and of those below it, its own heading left out. */
const partsOf = (node: Node): Chars[] => [
  ...node.paragraphs,
  ...node.children.flatMap((below) => [below.heading, ...partsOf(below)]),
];
