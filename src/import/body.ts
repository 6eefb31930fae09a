import type { Clause, SectionNode } from '../notice/model.ts';
import { placeAt } from '../notice/problem.ts';
import type { Paragraph } from './document.ts';
import { type DutyReader, type DutyWords, PERSON, shareOf } from './duty-reader.ts';
import type { Findings } from './finding.ts';
import type { Ledger } from './ledger.ts';
import type { ImportedSection } from './result.ts';
import type { Seed } from './seed.ts';
import { type Chars, heal, join, lineRange, lineRanges, NO_CHARS, slice } from './text/chars.ts';
import { type Node, readOutline } from './text/outline.ts';
import { bracketsOf, sentencesOf, unclosedIn } from './text/sentences.ts';

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
}

/** A part of the notice: its sections, what stands before them, and the duties that its text gives. */
export interface BodyPart {
  before: Paragraph[];
  sections: ImportedSection[];
  duties: TextDuty[];
}

/** What is open of a duty while its node is read. */
interface Gathering {
  texts: Chars[];
  clauseIds: string[];
  /** A duty whose lines (牵头单位：…, 完成时限：…) may go on. */
  lines: TextDuty | undefined;
  /** A deadline in a line before the one that says who. */
  early?: string | undefined;
  /** Whether it is an article of a regulation, which gives no tasks but in brackets and lines. */
  legal: boolean;
}

/** 责任科室：…, 主抓部门：…: a role, whether its name is known or not. */
const ROLE_LABEL =
  /^[（(]?(?!.{0,6}成员)(?:[\p{Script=Han}]{0,6}(?:单位|部门|科室|处室|股室|主体|责任人|责任|牵头|配合))[：:]/u;

/** 时间：2月8日 says when, and of no duty. */
const isTimeAlone = ({ roles, remarks }: DutyWords) =>
  roles.length === 0 && !remarks.some((remark) => PERSON.test(remark));

/** A heading over a list of what each unit does. */
const SHARES = /(?:职责|任务|责任|工作|部门)分工|职责(?:任务|划分)?$|责任划分$|部门责任制?$/u;
const isLegal = (node: Node): boolean => node.label?.kind === 'article' || node.children.some(isLegal);

const BESIDE = /^[\p{Script=Han}]{0,4}(?:时限|期限|成效|成果|来源|渠道|标准|电话)[：:]/u;

const LABELLED = /^[（(]?[\p{Script=Han}]{2,8}[：:]/u;

/** Reads the text of one part. */
export class BodyReader {
  readonly #seed: Seed;
  readonly #ledger: Ledger;
  readonly #findings: Findings;
  readonly #duties: DutyReader;
  /** Lines where tables stand amid the text. */
  #tables: number[] = [];

  constructor(seed: Seed, ledger: Ledger, findings: Findings, duties: DutyReader) {
    this.#seed = seed;
    this.#ledger = ledger;
    this.#findings = findings;
    this.#duties = duties;
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
    return result;
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
      const open: Gathering = { texts: [], clauseIds: [], lines: undefined, legal };
      const shares = !legal && (isShare || SHARES.test(node.title ?? ''));
      for (const paragraph of node.paragraphs) {
        const bracket = node.headingBracket === paragraph;
        const [clauses, duties] = [section.clauses.length, result.duties.length];
        this.#paragraph(paragraph, section, nodeId, node, bracket, open, result);
        if (shares && result.duties.length === duties)
          this.#shares(paragraph, section, nodeId, clauses, isShare ? node.title : null, open, result);
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
        const duties = result.duties.length;
        visit(each, childId, childId, shares);
        if (shares && result.duties.length === duties) this.#share(each, section, childId, first, result);
        const clause = section.clauses[first];
        if (clause) entry.firstClause = clause.id;
      }
      this.#ofAll(node, nodeId, path, section, ownFrom, result);
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

  /** The duties that a paragraph of a list of shares gives: 县林业局：负责…。 */
  #shares(
    paragraph: Chars,
    section: ImportedSection,
    node: string | undefined,
    from: number,
    title: string | null,
    open: Gathering,
    result: BodyPart,
  ): void {
    if (title !== null && this.#duties.isNamesAlone(title)) return;
    const shares = this.#duties.shares(paragraph.text);
    const own = section.clauses.slice(from);
    for (const { who, use, from: begin, to } of shares) {
      const told = slice(paragraph, begin, to);
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
      const words: DutyWords = { roles: [{ use, label: undefined, text: who }], deadline: undefined, remarks: [] };
      result.duties.push({ section, node, text: heal(this.#seed, told), words, clauseIds, lines });
    }
    if (shares.length > 0) Object.assign(open, { texts: [], clauseIds: [] });
  }

  /** The duty of a node that a unit heads: （一）县林业局。负责…。 */
  #share(node: Node, section: ImportedSection, id: string, from: number, result: BodyPart): void {
    if (node.title === null || !this.#duties.isNamesAlone(node.title)) return;
    const all = (each: Node): Chars[] => [
      ...each.paragraphs,
      ...each.children.flatMap((below) => [below.heading, ...all(below)]),
    ];
    const told = join(all(node));
    if (told.text === '') return;
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

  /** The duty that the last children of a node give to the whole of it: as headings of their own, or as lines behind items. */
  #ofAll(
    node: Node,
    nodeId: string | undefined,
    path: string,
    section: ImportedSection,
    from: number,
    result: BodyPart,
  ): void {
    const { children } = node;
    const [last] = children.slice(-1);
    if (!last || children.length < 2 || children.some((each) => each.children.length > 0)) return;
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
      const { spokenOf, words, clauseIds } = only;
      const until = section.clauses.findIndex(({ id }) => id === clauseIds.at(-1)) + 1;
      result.duties.splice(
        result.duties.indexOf(only),
        1,
        duty(words, [...children.slice(0, -1).flatMap(charsOf), last.heading, spokenOf], until),
      );
      this.#findings.warn(
        `these words say who must do it or by when, behind ${children.length} items of which no other says it: they are taken for all of them`,
        'Compare with the notice as issued: they may speak of the last item alone.',
        place,
      );
    }
    if (given.length > 0) return;
    const told = children.map((each) =>
      this.#duties.under(each.title ?? '', each.paragraphs.map(({ text }) => text).join('')),
    );
    if (told.every((words) => words === undefined)) return;
    const what = children.filter((_, index) => told[index] === undefined);
    const words = told.filter((each) => each !== undefined);
    if (what.length === 0 || words.includes(null))
      this.#findings.warn(
        'these headings say who must do it or by when, and the words under them are read as text',
        'Compare with the notice as issued. A unit that they name may be missing in seeds/units.yaml.',
        place,
      );
    else {
      const all = words.filter((each) => each !== null);
      const roles = all.flatMap((each) => each.roles);
      const remarks = all.flatMap((each) => each.remarks);
      result.duties.push(
        duty(
          { roles, remarks, deadline: all.find((each) => each.deadline !== undefined)?.deadline },
          what.flatMap(charsOf),
        ),
      );
    }
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
    if (section.clauses.length === 0 && node.children.length === 0 && !holdsTable)
      this.#findings.error(`${node.label?.text ?? ''}${node.title ?? ''} has no words under it`, compare, place);
    const visit = (each: Node): void => {
      if (each.title !== null && each.title.length > 50)
        this.#findings.error(`this heading is no heading: ${each.title.slice(0, 40)}`, compare, place);
      for (const below of each.children) visit(below);
    };
    for (const below of node.children) visit(below);
  }

  #paragraph(
    chars: Chars,
    section: ImportedSection,
    nodeId: string | undefined,
    node: Node,
    bracket: boolean,
    open: Gathering,
    result: BodyPart,
  ): void {
    const from0 = node.label?.text.length ?? 0;
    const heading = node.title === null ? NO_CHARS : slice(node.heading, from0, from0 + node.title.length);
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
      if (bracket) open.texts.push(heading);
      this.#dutiesOf(sentence, clause, section, nodeId, open, result, bracket, heading);
    }
  }

  /** A bracket that speaks of roles, and gives no duty that could be read, asks a person. */
  #warnOfUnread(bracket: Chars): void {
    if (
      !/[（(〔[【](?!包括|含|如|即|以下|简称|见|详见|附|注|其中|除|原)[^）)]*(?:牵头|配合|按(?:照)?职责|(?:责任|主责|负责)(?:单位|部门)|负责[，。；）)〕\]】])/u.test(
        bracket.text,
      )
    )
      return;
    this.#findings.warn(
      `this bracket speaks of who must do it, and is read as text: ${bracket.text.slice(0, 40)}`,
      'Compare with the notice as issued. A unit that it names may be missing in seeds/units.yaml.',
      placeAt(this.#seed, bracket.at[0] ?? 0),
    );
  }

  /** The duties that a sentence gives: by its brackets, or as a line 责任单位：… of its own. */
  #dutiesOf(
    sentence: Chars,
    clause: Clause,
    section: ImportedSection,
    nodeId: string | undefined,
    open: Gathering,
    result: BodyPart,
    ofNode: boolean,
    heading: Chars,
  ): void {
    const give = (words: DutyWords, texts: Chars[], clauseIds: string[], whole = ofNode): TextDuty => {
      const joined = join(texts);
      const duty: TextDuty = {
        section,
        node: nodeId,
        text: heal(this.#seed, joined),
        words,
        clauseIds: whole ? [] : clauseIds,
        lines: lineRanges(this.#seed, joined.at.length > 0 ? joined : sentence),
      };
      result.duties.push(duty);
      open.texts = [];
      open.clauseIds = [];
      return duty;
    };
    const text = sentence.text
      .replace(/^([（(]?[\p{Script=Han}]{2,4}(?:单位|部门))[为是]/u, '$1：')
      .replace(/^(?:【[\p{Script=Han}]{2,8}】[^【】]+)+$/u, (all) =>
        all.replace(/【(.+?)】[：:]?/gu, (_, label: string, at: number) => `${at > 0 ? '；' : ''}${label}：`),
      );
    const [whole] = bracketsOf(text);
    const isWhole = whole?.[0] === 0 && whole[1] >= text.replace(/[。；]$/u, '').length;
    // One bracket, or none: of several each gives its own words.
    if (LABELLED.test(text) && (whole?.[0] !== 0 || isWhole)) {
      const bare = isWhole && whole ? text.slice(1, whole[1] - 1) : text.replace(/^[（(]|。$/gu, '');
      const words = this.#duties.labelled(bare);
      if (!words && ROLE_LABEL.test(text) && !/[：:]。?$/u.test(text))
        this.#findings.warn(
          `these words look like a role, and are read as text: ${text.slice(0, 30)}`,
          'If they say who must do it, add the word before the colon to seeds/columns.yaml.',
          placeAt(this.#seed, sentence.at[0] ?? 0),
        );
      if (words && isTimeAlone(words) && !(open.lines && open.texts.length === 0)) {
        const before = result.duties.at(-1);
        const isNodes = heading.text !== '' && before?.text === heal(this.#seed, heading);
        const isOf = before?.section === section && before.node === nodeId && (open.texts.length === 0 || isNodes);
        if (isOf && before.words.deadline === undefined && !text.startsWith('时间')) {
          before.words.deadline = words.deadline;
          before.clauseIds.push(clause.id);
          return;
        }
        // Else it says when of something only where the lines behind it say who.
        open.early = words.deadline;
        open.clauseIds.push(clause.id);
        return;
      }
      if (words) {
        words.deadline ??= open.early;
        open.early = undefined;
        const { lines } = open;
        if (lines && open.texts.length === 0) {
          lines.words.roles.push(...words.roles);
          lines.words.deadline ??= words.deadline;
          lines.words.remarks.push(...words.remarks);
          lines.clauseIds.push(clause.id);
          return;
        }
        const own = open.texts.length > 0 || heading.text !== '';
        if (!own)
          this.#findings.warn(
            `these words give a duty, and nothing before them says which: ${text.slice(0, 30)}`,
            'Compare with the notice as issued.',
            placeAt(this.#seed, sentence.at[0] ?? 0),
          );
        else if (open.texts.length > 0) {
          const spokenOf = join(open.texts);
          open.lines = Object.assign(give(words, open.texts, [...open.clauseIds, clause.id]), { spokenOf });
        } else {
          if (result.duties.some((duty) => duty.section === section && duty.node === nodeId))
            this.#findings.warn(
              `these words give a second duty to ${heading.text.slice(0, 20)}, or speak of more than it: ${text.slice(0, 30)}`,
              'Compare with the notice as issued.',
              placeAt(this.#seed, sentence.at[0] ?? 0),
            );
          open.lines = give(words, [heading], [], true);
        }
        return;
      }
      // What else the lines tell of one duty: 办理时限：0.5个工作日.
      if (open.lines && open.texts.length === 0 && BESIDE.test(text)) {
        open.lines.words.remarks.push(text.replace(/。$/u, ''));
        open.lines.clauseIds.push(clause.id);
        return;
      }
    }
    open.lines = undefined;
    open.early = undefined;
    let last: TextDuty | undefined;
    let from = 0;
    for (const [begin, end] of bracketsOf(text)) {
      const rest = text.slice(end).replace(/^[。；，]+/u, '');
      const words = this.#duties.read(
        text.slice(begin + 1, end - 1),
        rest === '' || /[。；]$/u.test(text.slice(0, begin)),
      );
      if (!words) {
        if (this.#duties.mayBeNames(text.slice(begin + 1, end - 1)))
          this.#findings.note(
            `this bracket may name who must do it, and is read as text: ${text.slice(begin, end).slice(0, 40)}`,
            'Nothing tells that these are units. If so, put them into seeds/units.yaml.',
            placeAt(this.#seed, sentence.at[begin] ?? 0),
          );
        this.#warnOfUnread(slice(sentence, begin, end));
        continue;
      }
      const before = slice(sentence, from, begin);
      if (last && before.text === '') {
        last.words.roles.push(...words.roles);
        last.words.deadline ??= words.deadline;
        last.words.remarks.push(...words.remarks);
      } else {
        const isOwn = before.text !== '' || open.texts.length > 0 || heading.text !== '';
        if (!isOwn || isTimeAlone(words)) continue;
        if (before.text !== '') open.texts.push(before);
        last =
          open.texts.length > 0
            ? give(words, open.texts, [...open.clauseIds, clause.id], ofNode)
            : give(words, [heading], [], true);
      }
      from = end;
      while ('。；，'.includes(text[from] ?? ' ')) from++;
    }
    const crossed = bracketsOf(text).length === 0 ? (/[（(〔[【](.*)$/u.exec(text)?.[1] ?? '') : '';
    if (/牵头|配合|按职责|责任单位|负责/u.test(unclosedIn(text) || crossed))
      this.#findings.warn(
        'a bracket that names units is not closed: its duty is not read',
        'Compare with the notice as issued: a line may be cut in two, or a sign may be missing.',
        placeAt(this.#seed, sentence.at.at(-1) ?? 0),
      );
    const tails = from === 0 && !open.legal ? this.#duties.tails(text) : [];
    for (const { begin, from: at, end, words } of tails) {
      if (/设在|领导小组|专班|组长/u.test(text.slice(begin, at))) continue;
      const before = slice(sentence, begin, at);
      const said = before.text.replace(/[，,；;]$/u, '');
      if (said !== '') open.texts.push(slice(before, 0, said.length));
      if (open.texts.length > 0) give(words, open.texts, [...open.clauseIds, clause.id]);
      else if (heading.text !== '' && !SHARES.test(heading.text)) give(words, [heading], [], true);
      from = end;
    }
    if (from < text.length) {
      open.texts.push(slice(sentence, from));
      open.clauseIds.push(clause.id);
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
