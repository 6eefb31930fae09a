import type { Clause, SectionNode } from '../notice/model.ts';
import { placeAt } from '../notice/problem.ts';
import type { Paragraph } from './document.ts';
import type { DutyReader, DutyWords } from './duty-reader.ts';
import { DutySentences, shareOf } from './duty-sentences.ts';
import type { Findings } from './finding.ts';
import type { Ledger } from './ledger.ts';
import { NodeDuties, SHARES, type TextDuty } from './node-duties.ts';
import type { ImportedSection } from './result.ts';
import type { Seed } from './seed.ts';
import { type Chars, heal, join, lineRange, lineRanges, NO_CHARS, slice } from './text/chars.ts';
import { bulletOf } from './text/labels.ts';
import { type Node, readOutline } from './text/outline.ts';
import { sentencesOf } from './text/sentences.ts';
import { speaksOfRoles, tellUnread, warnOfItems } from './unread-words.ts';

/** A part of the notice: its sections, what stands before them, and the duties that its text gives. */
export interface BodyPart {
  before: Paragraph[];
  sections: ImportedSection[];
  duties: TextDuty[];
}

/** What a heading calls those whose duties stand under it, and no name: 办事机构, 现场指挥部. */
const GENERIC =
  /(?:领导|指挥|办事|工作|咨询|组织|管理|常设|日常|执行|协调|支持)(?:机构|体系)$|^(?:现场|前方)?指挥部$|^专家组$|^工作组$/u;
/** A line that may say who, and was not read. */
const MAY_SAY = /^[^，。]{0,8}(?:单位|部门|主体|专班|分工|落实|负责)[：:|]/u;
/** Words that set a body up, and are none of its duties. */
const SETS_UP = /^[^。；]{0,24}(?:设立|成立|设在|由[^。；]{2,60}(?:组成|担任))/u;
const isLegal = (node: Node): boolean => node.label?.kind === 'article' || node.children.some(isLegal);

/** Reads the text of one part. */
export class BodyReader {
  readonly #seed: Seed;
  readonly #ledger: Ledger;
  readonly #findings: Findings;
  readonly #duties: DutyReader;
  readonly #sentences: DutySentences;
  readonly #running: boolean;
  /** Lines where tables stand amid the text. */
  #tables: number[] = [];
  /** Sentences that say what a unit does, and no duty is read there. */
  #unread: Chars[] = [];

  /** @param running whether running words give duties: 甲负责…，乙负责… */
  constructor(seed: Seed, ledger: Ledger, findings: Findings, duties: DutyReader, running: boolean) {
    this.#running = running;
    this.#seed = seed;
    this.#ledger = ledger;
    this.#findings = findings;
    this.#duties = duties;
    this.#sentences = new DutySentences(duties);
  }

  /**
   * @param prefix of the ids: empty for the body, `l-` for the letter
   * @param tables lines where tables stand amid the text: a heading may have one under it, and no words
   * @param keepsBefore whether text before the first number is a section of its own, not a preamble
   */
  read(paragraphs: Paragraph[], part: string, prefix: string, keepsBefore: boolean, tables: number[] = []): BodyPart {
    this.#tables = tables;
    const isDuty = (text: string) => this.#duties.read(text, true) !== undefined;
    const { before, nodes } = readOutline(this.#seed, paragraphs, this.#findings, isDuty);
    const result: BodyPart = { before, sections: [], duties: [] };
    let roots = nodes;
    if (nodes.length === 0 && keepsBefore && before.length > 0) {
      roots = [untitled(before)];
      result.before = [];
    }
    for (const [index, node] of roots.entries())
      this.#section(node, index + 1, part, prefix, result, roots[index + 1]?.line ?? Number.POSITIVE_INFINITY);
    this.#tellUnread();
    return result;
  }

  /** Running words that say who does what are text, unless they are of a form that gives duties. */
  #tellUnread(): void {
    const [first] = this.#unread;
    if (!first) return;
    const lines = [...new Set(this.#unread.map(({ at }) => this.#seed.lineOf(at[0] ?? 0)))];
    this.#findings.note(
      `${this.#unread.length === 1 ? 'a sentence says' : `${this.#unread.length} sentences say`} what a unit does, and no duty is read there: lines ${lines.slice(0, 12).join(', ')}${lines.length > 12 ? ' …' : ''}`,
      'If they give duties that the pages should list, put who must do it into a bracket or a line of its own in a copy of the text.',
      placeAt(this.#seed, first.at[0] ?? 0),
    );
    this.#unread = [];
  }

  #section(root: Node, number: number, part: string, prefix: string, result: BodyPart, next: number): void {
    const id = `${prefix}${number}`;
    const section: ImportedSection = {
      number,
      id,
      ...(root.label ? { label: root.label.text } : {}),
      part,
      title: root.title,
      nodes: [],
      clauses: [],
    };
    result.sections.push(section);
    if (root.heading.text !== '') this.#ledger.claim(root.heading, 'heading', `section-${id}`);
    const legal = isLegal(root);
    const visit = (node: Node, nodeId: string | undefined, path: string, isShare: boolean): void => {
      const ownFrom = section.clauses.length;
      const unreadFrom = this.#unread.length;
      const from = node.label?.text.length ?? 0;
      const heading = node.title === null ? NO_CHARS : slice(node.heading, from, from + node.title.length);
      const tools = {
        seed: this.#seed,
        findings: this.#findings,
        duties: this.#duties,
        sentences: this.#sentences,
        unread: this.#unread,
      };
      if (speaksOfRoles(heading.text)) tellUnread(this.#seed, this.#findings, heading);
      const own = new NodeDuties(
        tools,
        { section, node: nodeId, heading, legal, running: this.#running },
        result.duties,
      );
      const shares = !legal && (isShare || SHARES.test(node.title ?? '') || this.#isList(node));
      for (const paragraph of node.paragraphs) {
        const bracket = node.headingBracket === paragraph;
        const [clauses, duties, unread] = [section.clauses.length, result.duties.length, this.#unread.length];
        this.#paragraph(paragraph, section, bracket, own);
        if (shares && result.duties.length === duties) {
          this.#shares(paragraph, section, nodeId, clauses, isShare ? node.title : null, own, result);
          if (result.duties.length > duties) this.#unread.length = unread;
        }
      }
      for (const [index, each] of node.children.entries()) {
        const childId = `${path}-${index + 1}`;
        const entry: SectionNode = {
          id: childId,
          label: each.label?.text ?? '',
          level: Math.max(2, each.level) as 2 | 3 | 4,
          title: each.title === null ? null : this.#title(each),
        };
        section.nodes?.push(entry);
        this.#ledger.claim(each.heading, 'heading', `node-${childId}`);
        const first = section.clauses.length;
        const [duties, unread] = [result.duties.length, this.#unread.length];
        visit(each, childId, childId, shares);
        if (shares && result.duties.length === duties) {
          this.#share(each, section, childId, first, result);
          if (result.duties.length > duties) this.#unread.length = unread;
        }
        const clause = section.clauses[first];
        if (clause) entry.firstClause = clause.id;
      }
      if (this.#ofAll(node, nodeId, path, section, ownFrom, result)) this.#unread.length = unreadFrom;
      const whole = result.duties.find(
        (duty) => duty.node === nodeId && duty.clauseIds.length === 0 && duty.section === section,
      );
      if (whole) whole.clauseIds = section.clauses.slice(ownFrom).map((clause) => clause.id);
    };
    visit(root, undefined, id, false);
    if (root.title !== null) section.title = this.#title(root);
    this.#plausible(root, section, next);
    if (section.nodes?.length === 0) delete section.nodes;
  }

  /** Whether the paragraphs of a node are a list of what each unit does, whatever its heading says. */
  #isList({ paragraphs }: Node): boolean {
    return paragraphs.filter(({ text }) => this.#sentences.isHeadedByUnits(text)).length > 1;
  }

  /** The duties that a paragraph of a list of shares gives: 县林业局：负责…。 */
  #shares(
    paragraph: Chars,
    section: ImportedSection,
    node: string | undefined,
    from: number,
    title: string | null,
    open: NodeDuties,
    result: BodyPart,
  ): void {
    if (title !== null && this.#duties.isNamesAlone(title)) return;
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
      result.duties.push({ section, node, text: heal(this.#seed, told), words: duty, clauseIds, lines });
    }
    if (shares.length > 0) open.forget();
  }

  /** The duty of a node that a unit heads: （一）县林业局。负责…。 */
  #share(node: Node, section: ImportedSection, id: string, from: number, result: BodyPart): void {
    if (node.title === null || GENERIC.test(node.title) || !this.#duties.isNamesAlone(node.title)) return;
    const all = (each: Node): Chars[] => [
      ...each.paragraphs,
      ...each.children.flatMap((below) => [below.heading, ...all(below)]),
    ];
    const told = join(all(node));
    if (told.text === '' || SETS_UP.test(told.text)) return;
    result.duties.push({
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
  #ofAll(
    node: Node,
    nodeId: string | undefined,
    path: string,
    section: ImportedSection,
    from: number,
    result: BodyPart,
  ): boolean {
    const { children } = node;
    const [last] = children.slice(-1);
    if (!last || children.length < 2 || children.some((each) => each.children.length > 0)) return false;
    const ids = children.map((_, index) => `${path}-${index + 1}`);
    const given = result.duties.filter(
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
      result.duties.splice(
        result.duties.indexOf(only),
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
    result.duties.push(duty({ roles, remarks, deadline }, of));
    return true;
  }

  /** A sentence as issued; where tabs part cells on its line, they stay apart. */
  #words(sentence: Chars): string {
    const [from = 0, to = from] = [sentence.at[0], sentence.at.at(-1)];
    const raw = this.#seed.text.slice(from, to + 1);
    return raw.includes('\t') ? raw.replace(/\s+/gu, ' ') : heal(this.#seed, sentence);
  }

  /** The title as issued, stray white space healed. */
  #title({ heading, label, title }: Node): string {
    const from = label?.text.length ?? 0;
    return heal(this.#seed, slice(heading, from, from + (title?.length ?? 0)));
  }

  /** Headings that hold what no heading holds ask a person. */
  #plausible(node: Node, section: ImportedSection, next: number): void {
    const place = placeAt(this.#seed, node.heading.at[0] ?? 0);
    const compare = 'Compare with the notice as issued: lines may have run together or be missing.';
    if (node.title !== null && (node.title.length > 40 || /（一）|[：:]/u.test(node.title)))
      this.#findings.error(`this heading is no heading: ${node.title.slice(0, 40)}`, compare, place);
    const holdsTable = this.#tables.some((line) => line > node.line && line < next);
    if (section.clauses.length === 0 && node.children.length === 0 && !holdsTable && node.label?.kind !== 'plain')
      this.#findings.error(`${node.label?.text ?? ''}${node.title ?? ''} has no words under it`, compare, place);
    const visit = (each: Node): void => {
      if (each.title !== null && each.title.length > 50)
        this.#findings.error(`this heading is no heading: ${each.title.slice(0, 40)}`, compare, place);
      for (const below of each.children) visit(below);
    };
    for (const below of node.children) visit(below);
  }

  #paragraph(chars: Chars, section: ImportedSection, ofNode: boolean, duties: NodeDuties): void {
    const bullet = duties.begin(chars.text);
    for (const [from, to] of sentencesOf(chars.text)) {
      const sentence = slice(chars, from, to);
      const clause: Clause = {
        id: `${section.id}-${section.clauses.length + 1}`,
        text: this.#words(sentence),
        taskIds: [],
        lines: lineRange(this.#seed, sentence),
      };
      section.clauses.push(clause);
      this.#ledger.claim(sentence, 'clause', clause.id);
      duties.read(from === 0 ? slice(sentence, bullet) : sentence, clause, ofNode);
    }
  }
}

function untitled(before: Paragraph[]): Node {
  return {
    label: null,
    level: 1,
    title: null,
    heading: { text: '', at: [] },
    headingBracket: undefined,
    paragraphs: before.map(({ chars }) => chars),
    children: [],
    line: before[0]?.line ?? 1,
  };
}
