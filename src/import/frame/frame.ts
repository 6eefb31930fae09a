import type { Fact } from '../../notice/model.ts';
import { NoticeError, placeAt, quoted } from '../../notice/problem.ts';
import type { ColumnWords } from '../column-words.ts';
import { type Block, cellText, type Paragraph, type SourceFile, type SourceText, type Table } from '../document.ts';
import type { Findings } from '../finding.ts';
import type { Ledger } from '../ledger.ts';
import type { Seed } from '../seed.ts';
import { type Chars, factOf, heal, join, slice, tokensOfLine } from '../text/chars.ts';
import { findDate } from '../text/dates.ts';
import { bareHeadings } from '../text/decimals.ts';
import { labelOf, numberOf } from '../text/labels.ts';
import {
  isAddressees,
  isAnnexLabel,
  isAnnouncement,
  isContact,
  isDateInBrackets,
  isDisclosure,
  isFoot,
  isMetaLine,
  isNavigation,
  isNote,
  isNumber,
  isPlainTitle,
  isPreface,
  isSigner,
  isTitle,
  MATTER,
  PUBLISHED,
} from '../text/line-kinds.ts';
import { placeOfBody } from '../units/place.ts';
import { charsOf, isParagraph, textOf, titleRows, withTitlesBare, withWholeAddressees } from './blocks.ts';
import { contentsOf } from './contents.ts';
import { orderIn } from './order.ts';
import { PageData } from './page-data.ts';
import { isSignature, signatureIn, signedApart } from './signature.ts';
import { type FoundTitle, findTitle, issuersOf, OPEN_ISSUER, severalIn } from './title.ts';

/** An annex: its title, and what stands under it. */
export interface AnnexBlocks {
  title: string | null;
  blocks: Block[];
  /** First line, and the line behind the last. */
  lines: [from: number, to: number];
}

/** A notice cut into its parts; nothing of their texts is read yet. */
export interface Frame {
  title: string;
  number: string | null;
  issuers: string[];
  dated: string | null;
  published: string | null;
  addressees: Fact | null;
  disclosure: string | null;
  /** What stands between addressees and signature. */
  letter: Block[];
  /** Title of the plan that the letter issues; null where the notice is one piece. */
  planTitle: string | null;
  plan: Block[];
  /** Lines of the tables that stand behind the signature. */
  tables: number[];
  annexes: AnnexBlocks[];
  annexLine: Fact | null;
  attachment: string | null;
}

const NAVIGATION = '网页文字，不属通知正文';
const DOWNLOAD = '文件下载';
const FILE_NAME = /^.{1,80}\.(?:docx?|wps|pdf|xlsx?|et|ofd|zip|rar)$/iu;

/** Cuts a notice into its parts by what its lines are. */
export class FrameReader {
  readonly #seed: Seed;
  readonly #ledger: Ledger;
  readonly #findings: Findings;
  readonly #columns: ColumnWords;
  #blocks: Block[];
  readonly #files: SourceFile[];
  /** Headings that have a number without a sign: 1 总则. */
  #bare = new Set<Block>();
  readonly #page: PageData;
  /** Lines that are taken for a page's own, and look like the text of a notice. */
  readonly #leftOut: Paragraph[] = [];
  #published: string | null = null;

  readonly #givenTitle: string | undefined;

  /** @param title as `notice.yaml` gives it, where lines alone do not tell it */
  constructor(
    { seed, blocks, files }: SourceText,
    ledger: Ledger,
    findings: Findings,
    columns: ColumnWords,
    title?: string,
  ) {
    this.#givenTitle = title;
    this.#seed = seed;
    this.#ledger = ledger;
    this.#findings = findings;
    this.#columns = columns;
    this.#page = new PageData(seed, (chars, owner) => this.#claim(chars, owner));
    this.#blocks = blocks;
    this.#files = files;
  }

  #claim(chars: Chars, owner: string): void {
    this.#ledger.claim(chars, 'metadata', owner);
  }

  #discard(block: Block | undefined, why = NAVIGATION): void {
    if (why === NAVIGATION && isText(block)) this.#leftOut.push(block);
    if (isParagraph(block)) this.#ledger.claim(block.chars, 'discarded', why);
    else if (block) for (const chars of charsOf(block)) this.#ledger.claim(chars, 'discarded', why);
  }

  #readPublished(text: string): void {
    const at = PUBLISHED.exec(text);
    const date = findDate(at ? text.slice(at.index) : text);
    if (date && (at || /^\d{4}-/u.test(text))) this.#published ??= date.iso;
  }

  /** @throws NoticeError when no title is found */
  read(): Frame {
    this.#blocks = withWholeAddressees(
      withTitlesBare(this.#page.take(this.#blocks), (sign) => this.#claim(sign, '标题')),
    );
    this.#bare = bareHeadings(this.#seed, this.#blocks.filter(isParagraph));
    const contents = contentsOf(this.#blocks);
    for (const block of contents) this.#discard(block, '目录，页面另列');
    const blocks = this.#blocks.filter((block) => !contents.includes(block));
    const firstTable = blocks.findIndex((block) => block.kind === 'table');
    const headEnd = firstTable < 0 ? blocks.length : firstTable;
    const firstLabel = blocks.findIndex(
      (block) => this.#bare.has(block) || (labelOf(textOf(block)) !== undefined && textOf(block).length < 4000),
    );
    const limit = Math.min(headEnd, firstLabel < 0 ? headEnd : firstLabel);
    const addresseesAt = blocks.slice(0, limit).findIndex((block) => isAddressees(textOf(block)));
    const sentenceAt = blocks
      .slice(0, limit)
      .findIndex((block) => /。/u.test(textOf(block)) && textOf(block).length > 24);
    let anchor = addresseesAt >= 0 ? addresseesAt : sentenceAt >= 0 ? sentenceAt : limit;
    const order = orderIn(this.#seed, (chars, owner) => this.#claim(chars, owner), blocks, anchor);
    const paragraphs = blocks.slice(0, headEnd).filter(isParagraph);
    const title =
      order?.title ?? this.#titleGiven(paragraphs) ?? findTitle(this.#seed, paragraphs.slice(0, anchor), anchor);
    if (!title) {
      throw new NoticeError(
        'no title was found above the text (…关于…的通知, or a line that names the kind of document)',
        'Check that the file holds the notice from its title on. A title in another form can be given: write title: into a file notice.yaml, and hand it in beside the notice.',
        placeAt(this.#seed, 0),
      );
    }
    // Without addressees the text begins with the first words of a sentence under the title, however short.
    const early = blocks.slice(title.to, anchor).findIndex((block) => isOpening(textOf(block)));
    if (!order && title.to > 0 && early >= 0) anchor = title.to + early;
    this.#claimTitle(title, paragraphs, anchor);
    let headDate: string | undefined;
    let number = order?.number ?? null;
    const rest = order?.rest ?? blocks.slice(anchor);
    const head = order ? blocks.slice(0, order.headEnd) : blocks.slice(0, anchor);
    for (const block of head) {
      if (!isParagraph(block) || title.issuers.includes(block) || title.rest.includes(block)) continue;
      const { text } = block.chars;
      if (text === title.text.replace(/\s/gu, '')) continue;
      if (order?.claimed.includes(block)) continue;
      if (isNumber(text)) {
        number ??= heal(this.#seed, block.chars)
          .replace(/\s/gu, '')
          .replace(/^[（(](.+)[）)]$/u, '$1');
        this.#claim(block.chars, '发文字号');
      } else if (isDateInBrackets(text)) {
        headDate ??= findDate(text)?.iso;
        this.#claim(block.chars, '成文日期');
      } else if (/发布(?:日期|时间)/u.test(text) || isMetaLine(text)) {
        this.#readPublished(text);
        this.#page.readLine(text);
        this.#claim(block.chars, /^发布日期[:：][\d-]+$/u.test(text) ? '发布日期' : '网页信息');
      } else if (isTitle(text)) {
        this.#findings.warn(
          `a title that differs from the notice's: ${heal(this.#seed, block.chars)}`,
          'Compare both with the notice as issued; the one above the text is taken.',
          placeAt(this.#seed, block.chars.at[0] ?? 0),
        );
        this.#claim(block.chars, '标题');
      } else if (/^(?:[\p{Script=Han}]{4,30})?文件$/u.test(text) || severalIn(this.#seed.line(block.line)))
        this.#claim(block.chars, '发文机关标志');
      else {
        if (
          !order &&
          blocks.indexOf(block) >= title.to &&
          title.to > 0 &&
          !isNavigation(text) &&
          !this.#isOfPage(block)
        )
          this.#findings.warn(
            `this line under the title is left out: ${quoted(text)}`,
            'Compare with the notice as issued: it may be of its text.',
            placeAt(this.#seed, block.chars.at[0] ?? 0),
          );
        this.#discard(block);
      }
    }
    number ??= this.#page.of('发文字号', '文号', '备注/文号', '文件编号') ?? null;
    const zones = this.#zones(rest, order !== undefined);
    const metaIssuer = this.#page.of('发布机构', '发文机关', '发文单位', '发文机构', '制发机关');
    const named0 = signedApart(order?.issuers ?? issuersOf(title, this.#seed), zones.signatures);
    const signed = [...zones.signatures.map((chars) => heal(this.#seed, chars)), ...(metaIssuer ? [metaIssuer] : [])];
    const titled = named0.map((name) => wholeName(name, signed));
    const isSigned = zones.signatures.length > 0;
    const issuers = isSigned && titled.some((name) => OPEN_ISSUER.test(name)) ? [] : titled;
    this.#checkIssuers(issuers, zones.signatures);
    if (isSigned) this.#checkCount(title.text, zones.signatures);
    const named =
      issuers.length > 0
        ? issuers
        : zones.signatures.map((chars) => heal(this.#seed, chars).replace(/[（(](?:印|公|盖|代)?章[）)]$/u, ''));
    const metaDate = findDate(this.#page.of('成文日期', '成文时间', '公文生成日期', '发文日期', '印发日期') ?? '');
    const published = this.#published ?? findDate(this.#page.of('发布日期', '发布时间', '公开日期') ?? '')?.iso ?? null;
    const [lost] = this.#leftOut;
    if (lost)
      this.#findings.warn(
        `this line is taken for a web page’s own, and left out: ${quoted(lost.chars.text)}${this.#leftOut.length > 1 ? ` (and ${this.#leftOut.length - 1} more)` : ''}`,
        'Compare with the notice as issued: it may be of its text.',
        placeAt(this.#seed, lost.chars.at[0] ?? 0),
      );
    return {
      ...zones,
      title: withGaps(title.text, named),
      number,
      issuers: named.length > 0 ? named : metaIssuer ? [metaIssuer] : [],
      dated: order?.dated ?? zones.dated ?? headDate ?? metaDate?.iso ?? null,
      published,
    };
  }

  /** The lines that hold the title which `notice.yaml` gives; none where the file does not print it. */
  #titleGiven(paragraphs: Paragraph[]): FoundTitle | undefined {
    const text = this.#givenTitle;
    if (text === undefined) return undefined;
    const wanted = text.replace(/\s/gu, '');
    for (let from = 0; from < paragraphs.length; from++) {
      let joined = '';
      for (let to = from; to < Math.min(from + 6, paragraphs.length); to++) {
        joined += paragraphs[to]?.chars.text ?? '';
        if (joined === wanted) return { from, to: to + 1, issuers: [], rest: paragraphs.slice(from, to + 1), text };
      }
    }
    return { from: 0, to: 0, issuers: [], rest: [], text };
  }

  #checkIssuers(issuers: string[], signatures: Chars[]): void {
    const [signature] = signatures;
    if (!signature || issuers.length === 0) return;
    const bare = (name: string) => name.replace(/\s/gu, '');
    const fits = signatures.some(({ text }) =>
      issuers.some(
        (issuer) => bare(issuer).endsWith(text) || text.endsWith(bare(issuer)) || text.startsWith(bare(issuer)),
      ),
    );
    if (!fits)
      this.#findings.warn(
        `the signature ${signature.text} is not the body that the title names: ${issuers.join('、')}`,
        'Compare with the notice as issued; the body of the title is taken.',
        placeAt(this.#seed, signature.at[0] ?? 0),
      );
  }

  /** 省教育厅等八部门 are eight that sign. */
  #checkCount(title: string, signatures: Chars[]): void {
    const [, said = ''] =
      /等([二三四五六七八九十\d]{1,3})个?(?:部门|单位|部委)/u.exec(title.slice(0, Math.max(0, title.search(MATTER)))) ??
      [];
    if (said === '' || numberOf(said) === signatures.length) return;
    this.#findings.warn(
      `the title names ${said} bodies, and ${signatures.length} signatures were read: ${signatures.map(({ text }) => text).join('、')}`,
      'Compare with the notice as issued: names that stand side by side may have run together.',
      placeAt(this.#seed, signatures[0]?.at[0] ?? 0),
    );
  }

  #claimTitle(title: FoundTitle, paragraphs: Paragraph[], anchor: number): void {
    for (const { chars } of title.issuers) this.#claim(chars, '发文机关');
    for (const { chars } of title.rest) this.#claim(chars, '标题');
    const same = title.text.replace(/\s/gu, '');
    for (const paragraph of paragraphs.slice(0, anchor)) {
      if (paragraph.chars.text === same && !title.rest.includes(paragraph)) this.#claim(paragraph.chars, '标题');
    }
  }

  /** Cuts what stands behind the head: letter, plan, annexes, foot. */
  #zones(blocks: Block[], isOrder: boolean) {
    const annexStart = blocks.findIndex((block) => isAnnexLabel(textOf(block)));
    const firstTable = blocks.findIndex((block) => block.kind === 'table' && this.#isDutyTable(block));
    const ends = [annexStart, firstTable].filter((index) => index >= 0);
    const signature = isOrder
      ? undefined
      : signatureIn(this.#seed, ends.length > 0 ? blocks.slice(0, Math.min(...ends)) : blocks);
    const addressees = isAddressees(textOf(blocks[0])) ? (blocks[0] as Paragraph) : undefined;
    if (addressees) this.#claim(addressees.chars, '主送机关');
    const announced: Paragraph[] = [];
    const letterBlocks = signature ? blocks.slice(addressees ? 1 : 0, signature.from) : [];
    const letter = this.#withoutAnnouncements(letterBlocks, announced);
    if (signature) {
      const all = blocks.slice(signature.from, signature.to).filter(isParagraph);
      const lines = all.filter((block) => !signature.disclosures.includes(block));
      for (const { chars } of signature.disclosures) this.#claim(chars, '公开属性');
      for (const { chars } of lines.slice(0, -1)) this.#claim(chars, '署名');
      const last = lines.at(-1)?.chars ?? { text: '', at: [] };
      const date = findDate(last.text);
      if (date && date.from > 0) this.#claim(slice(last, 0, date.from), '署名');
      this.#claim(slice(last, date?.from ?? 0), '成文日期');
    }
    const late = signature || isOrder ? undefined : this.#lateSignature(blocks);
    const behind = blocks
      .slice(signature ? signature.to : addressees ? 1 : 0)
      .filter((block) => !late?.blocks.includes(block));
    const walked = this.#walk(behind, announced, signature !== undefined);
    const annexLine = factOf(
      this.#seed,
      announced.map(({ chars }) => chars),
    );
    for (const { chars } of announced) this.#claim(chars, '附件说明');
    return {
      ...walked,
      disclosure: walked.disclosure ?? this.#disclosureOf(signature?.disclosures[0]),
      letter,
      dated: signature?.date ?? late?.date ?? null,
      signatures: signature?.names ?? late?.names ?? [],
      addressees: addressees ? factOf(this.#seed, [slice(addressees.chars, 0, -1)]) : null,
      annexLine,
    };
  }

  #disclosureOf(block: Block | undefined): string | null {
    return isParagraph(block) ? heal(this.#seed, block.chars).replace(/^[（(【]|[）)】]$/gu, '') : null;
  }

  /** The signature of a notice that prints its table before it. */
  #lateSignature(blocks: Block[]): { blocks: Block[]; names: Chars[]; date: string } | undefined {
    const from = blocks.findLastIndex((block) => block.kind === 'table') + 1;
    const found = from > 0 ? signatureIn(this.#seed, blocks.slice(from)) : undefined;
    if (!found || found.names.length === 0) return undefined;
    const own = blocks.slice(from).slice(found.from, found.to).filter(isParagraph);
    for (const [index, { chars }] of own.entries()) {
      const at = index === own.length - 1 ? (findDate(chars.text)?.from ?? 0) : chars.text.length;
      if (at > 0) this.#claim(slice(chars, 0, at), '署名');
      if (at < chars.text.length) this.#claim(slice(chars, at), '成文日期');
    }
    return { blocks: own, names: found.names, date: found.date };
  }

  #isDutyTable(table: Table): boolean {
    return table.rows.slice(0, 3).some((row) => this.#columns.areHeads(row.map(cellText)));
  }

  #withoutAnnouncements(blocks: Block[], announced: Paragraph[]): Block[] {
    const kept: Block[] = [];
    let open = false;
    for (const block of blocks) {
      const text = textOf(block);
      const goesOn = open && /^\d{1,2}[.．、]/u.test(text) && text.length < 60;
      if (isParagraph(block) && (isAnnouncement(text) || goesOn)) {
        announced.push(block);
        open = true;
      } else {
        kept.push(block);
        open = false;
      }
    }
    return kept;
  }

  /** What stands behind the signature, or behind the addressees where there is none. */
  #walk(blocks: Block[], announced: Paragraph[], signed: boolean) {
    let disclosure: string | null = null;
    let attachment: string | null = null;
    let planTitle: string | null = null;
    const plan: Block[] = [];
    const tables: number[] = [];
    const annexes: { titles: Paragraph[]; blocks: Block[]; label: Paragraph | undefined }[] = [];
    const isWanted = (block: Block) => block.kind === 'table' || isAnnexLabel(textOf(block));
    const lastWanted = blocks.findLastIndex(isWanted);
    let listOpen = false;
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index] as Block;
      const text = textOf(block);
      const goesOn = listOpen && /^\d{1,2}[.．、]/u.test(text) && text.length < 60;
      listOpen = false;
      const annex = annexes.at(-1);
      if (block.kind === 'table') {
        tables.push(block.line);
        const own = titleRows(block);
        const begins =
          own.some(({ text }) => isAnnexLabel(text)) || (own.length > 0 && annex !== undefined && !annex.label);
        if (annex && !begins && (annex.label || annex.blocks.at(-1) === blocks[index - 1])) annex.blocks.push(block);
        else if (annex?.label && annex.blocks.length === 0) annex.blocks.push(block);
        else
          annexes.push({ titles: begins ? [] : this.#titlesBefore(plan, signed), blocks: [block], label: undefined });
      } else if (text === DOWNLOAD) {
        this.#discard(block, '网页按钮，不属通知正文');
        attachment = this.#attachment(blocks.slice(index + 1));
        break;
      } else if (isDisclosure(text) && text.length < 60) {
        this.#claim(block.chars, '公开属性');
        disclosure ??= this.#disclosureOf(block);
      } else if (isContact(text)) this.#claim(block.chars, '联系方式');
      else if (isFoot(text)) this.#claim(block.chars, '版记');
      else if (isMetaLine(text) && /发布|公开|来源/u.test(text)) {
        this.#readPublished(text);
        this.#claim(block.chars, '网页信息');
      } else if (isAnnexLabel(text) && FILE_NAME.test(textOf(blocks[index + 1]))) {
        // What the page offers for download.
        this.#discard(block, '网页按钮，不属通知正文');
        while (FILE_NAME.test(textOf(blocks[index + 1]))) {
          const file = blocks[++index] as Paragraph;
          this.#claim(file.chars, '附件文件名');
          attachment ??= heal(this.#seed, file.chars);
        }
      } else if (signed && plan.length === 0 && /^详见附件[:：]?$/u.test(text))
        this.#discard(block, '附件标签，页面以标题表示');
      else if (isAnnexLabel(text)) annexes.push({ titles: [], blocks: [], label: block });
      else if (!annex && (isAnnouncement(text) || goesOn)) {
        announced.push(block);
        listOpen = true;
      } else if (isNavigation(text)) {
        this.#discard(block);
        const left = blocks.slice(index + 1);
        const goesOn = left.some(isItem) || (!signed && plan.length === 0 && left.some(isText));
        if (index > lastWanted && !goesOn) {
          for (const each of left) {
            if (isFoot(textOf(each)) && isParagraph(each)) this.#claim(each.chars, '版记');
            else this.#discard(each);
          }
          break;
        }
      } else if (annex && (annex.label || isNote(text))) annex.blocks.push(block);
      else plan.push(block);
    }
    if (
      signed &&
      plan.length > 0 &&
      annexes.length === 0 &&
      plan.every((each) => isParagraph(each) && this.#isTitleLine(each))
    )
      this.#leaveOut(plan.splice(0) as Paragraph[]);
    this.#tellEnd(plan);
    if (signed) {
      const titles: Paragraph[] = [];
      const isWhole = () => isPlainTitle(titles.map(({ chars }) => chars.text).join(''));
      while (
        titles.length < 6 &&
        isParagraph(plan[0]) &&
        this.#isTitleLine(plan[0]) &&
        !(titles.length > 0 && isWhole() && isSignature(this.#seed, plan[0]))
      )
        titles.push(plan.shift() as Paragraph);
      for (const { chars } of titles) this.#claim(chars, '要点标题');
      // A page may print it twice.
      const [first, ...again] = titles;
      if (again.length > 0 && again.every(({ chars }) => chars.text === first?.chars.text)) titles.length = 1;
      // An opinion that the notice passes on names its own bodies and day.
      while (isParagraph(plan[0]) && titles.length > 0 && isSignature(this.#seed, plan[0]))
        this.#claim((plan.shift() as Paragraph).chars, '署名');
      if (isParagraph(plan[0]) && isPreface(textOf(plan[0])))
        this.#claim((plan.shift() as Paragraph).chars, '引言标题');
      planTitle = titles.length > 0 ? heal(this.#seed, join(titles.map(({ chars }) => chars))) : null;
    }
    return { disclosure, attachment, planTitle, plan, tables, annexes: annexes.map((annex) => this.#annex(annex)) };
  }

  /** Lines behind the notice that are no sentence and head nothing: what a page says beside it. */
  #leaveOut(lines: Paragraph[]): void {
    for (const line of lines) this.#discard(line);
    this.#findings.warn(
      `these lines stand behind the notice and head no text: they are left out: ${quoted(lines.map(({ chars }) => chars.text).join('，'))}`,
      'Compare with the notice as issued.',
      placeAt(this.#seed, lines[0]?.chars.at[0] ?? 0),
    );
  }

  /** A plan ends with a sentence, a duty or a name; a web page goes on behind it. */
  #tellEnd(plan: Block[]): void {
    const last = plan.findLastIndex((block) => !this.#isLoose(block)) + 1;
    const loose = plan.slice(last).filter(isParagraph);
    const [first] = loose;
    if (!first || last === 0 || plan[last - 1]?.kind === 'table') return;
    if (this.#isOfPage(first)) this.#leaveOut(plan.splice(last) as Paragraph[]);
    else
      this.#findings.warn(
        `the text ends with lines that are no sentences: ${quoted(loose.map(({ chars }) => chars.text).join('，'))}`,
        'If they are a web page’s, take them off the file; else nothing needs to be done.',
        placeAt(this.#seed, first.chars.at[0] ?? 0),
      );
  }

  /** Whether a line stands in a saved web page. */
  #isOfPage({ line }: Block): boolean {
    return this.#files.some(({ kind, lines: [from, to] }) => kind === 'html' && line >= from && line <= to);
  }

  #isLoose(block: Block): boolean {
    const text = textOf(block);
    return (
      isParagraph(block) &&
      text.length <= 40 &&
      !/[，。；！？：:、）)”》\d]/u.test(text) &&
      labelOf(text) === undefined &&
      !(isSigner(text) && placeOfBody(text) !== null) &&
      !findDate(text)
    );
  }

  #isTitleLine(paragraph: Paragraph): boolean {
    const { line, chars } = paragraph;
    const { text } = chars;
    if (this.#bare.has(paragraph)) return false;
    if (this.#seed.line(line).trim().includes('\t')) return false;
    if (/\S(?:\s{2,}|\u3000)\S.*(?:\s{2,}|\u3000)\S/u.test(this.#seed.line(line))) return false;
    return text.length <= 60 && !isPreface(text) && !/[。；：:]/u.test(text) && labelOf(text) === undefined;
  }

  /** The lines at the end of the plan that are the title of a table without the line 附件. */
  #titlesBefore(plan: Block[], signed: boolean): Paragraph[] {
    const titles: Paragraph[] = [];
    while (titles.length < 4 && (plan.length > 1 || signed)) {
      const last = plan.at(-1);
      if (!isParagraph(last) || !this.#isTitleLine(last)) break;
      titles.unshift(plan.pop() as Paragraph);
    }
    return titles;
  }

  #annex({
    titles,
    blocks,
    label,
  }: {
    titles: Paragraph[];
    blocks: Block[];
    label: Paragraph | undefined;
  }): AnnexBlocks {
    if (label) this.#ledger.claim(label.chars, 'discarded', '附件标签，页面以标题表示');
    const all = [...titles];
    const left = [...blocks];
    if (titles.length === 0) {
      while (
        all.length < 5 &&
        isParagraph(left[0]) &&
        this.#isTitleLine(left[0]) &&
        !this.#columns.areHeads(left[0].chars.text.length < 60 ? tokensOfLine(this.#seed, left[0].line) : [])
      ) {
        all.push(left.shift() as Paragraph);
      }
    }
    for (const { chars } of all) this.#claim(chars, '附件标题');
    const [table] = left;
    const rows = table?.kind === 'table' && all.length === 0 ? titleRows(table) : [];
    const named = all.length > 0 ? all.map(({ chars }) => chars) : rows.filter(({ text }) => !isAnnexLabel(text));
    const lines = [label, ...titles, ...blocks].flatMap((block) => (block ? [block.line] : []));
    return {
      title: named.length > 0 ? heal(this.#seed, join(named)) : null,
      blocks: left,
      lines: [Math.min(...lines), Math.max(...lines) + 1],
    };
  }

  /** The name of the attached file, web line breaks left out. */
  #attachment(blocks: Block[]): string | null {
    const names: Chars[] = [];
    for (const block of blocks) {
      if (!isParagraph(block)) continue;
      for (const match of block.chars.text.matchAll(/<[^>]*>|[^<]+|</gu)) {
        const piece = slice(block.chars, match.index, match.index + match[0].length);
        if (/^<[^>]*>$/u.test(piece.text)) this.#ledger.claim(piece, 'discarded', '网页换行标记，不属通知正文');
        else names.push(piece);
      }
    }
    const name = join(names);
    this.#claim(name, '附件文件名');
    return name.text === '' ? null : heal(this.#seed, name);
  }
}

const isItem = (block: Block | undefined): block is Paragraph =>
  /^(?:han|hanBracket|article|chapter)$/u.test(labelOf(textOf(block))?.kind ?? '');
/** Whether a block is a numbered paragraph or a whole sentence, which a page around a notice hardly has. */
const isText = (block: Block | undefined): block is Paragraph =>
  isItem(block) || (isParagraph(block) && textOf(block).length >= 30 && /。$/u.test(textOf(block)));

/** The name in full of a body that a title calls 市政府办公室, where a signature or the page gives it. */
function wholeName(name: string, signed: string[]): string {
  const short = (text: string) => text.replace(/人民政府/u, '政府');
  if (placeOfBody(name) !== null) return name;
  return signed.find((each) => placeOfBody(each) !== null && short(each).endsWith(short(name))) ?? name;
}

/** A title with a blank between the bodies that it begins with. */
const withGaps = (title: string, issuers: string[]): string => {
  const joined = issuers.join('');
  return issuers.length > 1 && title.startsWith(joined) ? `${issuers.join(' ')}${title.slice(joined.length)}` : title;
};

/** The first words of a text that names no addressees: a sentence, or what announces the items under it. */
const isOpening = (text: string) =>
  /[，。；].*[。：:]$|^.{8,}[。]$/u.test(text) &&
  !isNumber(text) &&
  !isMetaLine(text) &&
  !isNavigation(text) &&
  !isDisclosure(text) &&
  !isContact(text);
