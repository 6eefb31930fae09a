import type { Clause, SectionNode } from '../notice/model.ts';
import { placeAt } from '../notice/problem.ts';
import type { Paragraph } from './document.ts';
import type { DutyReader } from './duty-reader.ts';
import { DutySentences } from './duty-sentences.ts';
import type { Findings } from './finding.ts';
import { type Item, ItemReferences } from './item-references.ts';
import type { Ledger } from './ledger.ts';
import { type ItemSentence, NodeDuties, SHARES } from './node-duties.ts';
import type { TextDuty } from './pending-words.ts';
import type { ImportedSection } from './result.ts';
import type { Seed } from './seed.ts';
import { type Chars, heal, lineRange, NO_CHARS, slice } from './text/chars.ts';
import { type Node, readOutline } from './text/outline.ts';
import { sentencesOf } from './text/sentences.ts';
import { speaksOfRoles, tellUnread } from './unread-words.ts';
import { WholeDuties } from './whole-duties.ts';

/** A part of the notice: its sections, what stands before them, and the duties that its text gives. */
export interface BodyPart {
  before: Paragraph[];
  sections: ImportedSection[];
  duties: TextDuty[];
}

const isLegal = (node: Node): boolean => node.label?.kind === 'article' || node.children.some(isLegal);

/** Reads the text of one part. */
export class BodyReader {
  readonly #seed: Seed;
  readonly #ledger: Ledger;
  readonly #findings: Findings;
  readonly #duties: DutyReader;
  readonly #sentences: DutySentences;
  readonly #wholes: WholeDuties;
  readonly #running: boolean;
  /** Lines where tables stand amid the text. */
  #tables: number[] = [];
  /** Sentences that say what a unit does, and no duty is read there. */
  #unread: Chars[] = [];
  /** Sentences that give items by their numbers, whose items were not found yet. */
  #ofItems: ItemSentence[] = [];
  #references = new ItemReferences();

  /** @param running whether running words give duties: 甲负责…，乙负责… */
  constructor(seed: Seed, ledger: Ledger, findings: Findings, duties: DutyReader, running: boolean) {
    this.#running = running;
    this.#seed = seed;
    this.#ledger = ledger;
    this.#findings = findings;
    this.#duties = duties;
    this.#sentences = new DutySentences(duties);
    this.#wholes = new WholeDuties(seed, findings, duties, this.#sentences);
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
    this.#wholes.ofReferences(this.#ofItems, this.#references, result.duties);
    this.#ofItems = [];
    this.#references = new ItemReferences();
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
    const visit = (item: Item, nodeId: string | undefined, isShare: boolean, isItem: boolean): void => {
      const { node, id: path } = item;
      this.#references.add(item);
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
        ofItems: this.#ofItems,
      };
      const dutiesFrom = result.duties.length;
      if (speaksOfRoles(heading.text)) tellUnread(this.#seed, this.#findings, heading);
      const own = new NodeDuties(
        tools,
        { section, node: nodeId, heading, legal, running: this.#running, items: isItem || node.children.length > 1 },
        result.duties,
      );
      const shares = !legal && (isShare || SHARES.test(node.title ?? '') || this.#isList(node));
      for (const paragraph of node.paragraphs) {
        const bracket = node.headingBracket === paragraph;
        const [clauses, duties, unread] = [section.clauses.length, result.duties.length, this.#unread.length];
        this.#paragraph(paragraph, section, bracket, own);
        if (shares && result.duties.length === duties) {
          this.#wholes.shares(paragraph, section, nodeId, clauses, isShare ? node.title : null, own, result.duties);
          if (result.duties.length > duties) this.#unread.length = unread;
        }
      }
      const items: Item[] = [];
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
        const child: Item = { node: each, id: childId, clauses: [], section, above: item };
        visit(child, childId, shares, node.children.length > 1);
        if (shares && result.duties.length === duties) {
          this.#wholes.ofHeaded(each, section, childId, first, result.duties);
          if (result.duties.length > duties) this.#unread.length = unread;
        }
        const clause = section.clauses[first];
        if (clause) entry.firstClause = clause.id;
        child.clauses = section.clauses.slice(first);
        items.push(child);
      }
      const isOf = (said: ItemSentence) =>
        said.duties?.every(({ items: of }) => !of.under) &&
        (said.node === nodeId || items.some(({ id, node: { children } }) => id === said.node && children.length === 0));
      const said = items.length > 0 ? this.#ofItems.filter(isOf) : [];
      if (this.#wholes.ofItems(said, items, result.duties, dutiesFrom))
        this.#ofItems = this.#ofItems.filter((each) => !said.includes(each));
      if (!legal) this.#wholes.ofLed(node, items, result.duties, this.#unread);
      const isHeaded = !shares && items.length > 0 && this.#sentences.isDoerAlone(heading.text);
      if (!legal && isHeaded && result.duties.length === dutiesFrom) this.#unread.push(heading);
      if (this.#wholes.ofAll(node, nodeId, path, section, ownFrom, result.duties)) this.#unread.length = unreadFrom;
      const whole = result.duties.slice(dutiesFrom).find((duty) => duty.node === nodeId && duty.clauseIds.length === 0);
      if (whole) whole.clauseIds = section.clauses.slice(ownFrom).map((clause) => clause.id);
    };
    visit({ node: root, id, clauses: [], section, above: undefined }, undefined, false, false);
    if (root.title !== null) section.title = this.#title(root);
    this.#plausible(root, section, next);
    if (section.nodes?.length === 0) delete section.nodes;
  }

  /** Whether the paragraphs of a node are a list of what each unit does, whatever its heading says. */
  #isList({ paragraphs }: Node): boolean {
    return paragraphs.filter(({ text }) => this.#sentences.isHeadedByUnits(text)).length > 1;
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
