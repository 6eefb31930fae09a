import type { Fact } from '../../notice/model.ts';
import { NoticeError, placeAt, quoted } from '../../notice/problem.ts';
import type { ColumnWords } from '../column-words.ts';
import { type Block, cellText, type Paragraph, type SourceText, type Table } from '../document.ts';
import type { Findings } from '../finding.ts';
import { adviceForTable } from '../given.ts';
import type { Ledger } from '../ledger.ts';
import type { Seed } from '../seed.ts';
import { isTableAlone } from '../sources/lone-table.ts';
import { type Chars, factOf, heal, slice } from '../text/chars.ts';
import { findDate } from '../text/dates.ts';
import { bareHeadings } from '../text/decimals.ts';
import { labelOf } from '../text/labels.ts';
import {
  isAddressees,
  isAnnexLabel,
  isAnnouncement,
  isBody,
  isContact,
  isDateInBrackets,
  isDisclosure,
  isMetaLine,
  isNavigation,
  isNumber,
  isTitle,
  numberIn,
} from '../text/line-kinds.ts';
import { type AnnexBlocks, Behind } from './behind.ts';
import { isParagraph, textOf, withTitlesBare, withWholeAddressees } from './blocks.ts';
import { Booking } from './booking.ts';
import { contentsOf } from './contents.ts';
import { withFramesOpen } from './laid-out.ts';
import { orderIn } from './order.ts';
import { PageData } from './page-data.ts';
import { checkCount, checkSigned, signatureIn, signedApart } from './signature.ts';
import {
  type FoundTitle,
  findTitle,
  issuersOf,
  OPEN_ISSUER,
  partsBeforeMatter,
  severalIn,
  titleByPlace,
  titleOfPage,
  wholeName,
  withGaps,
} from './title.ts';

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

/** The steps to a page stand no further down, and are no longer. */
const PATH = 12;
const LONGEST_STEP = 16;

/** （云政发〔2024〕6号　2024年2月20日）. */
const NUMBER_WITHIN = /\p{Script=Han}{2,14}[〔[［【]20\d{2}[〕\]］】]第?\d{1,5}号/u;

/** Cuts a notice into its parts by what its lines are. */
export class FrameReader {
  readonly #seed: Seed;
  readonly #findings: Findings;
  readonly #columns: ColumnWords;
  readonly #book: Booking;
  readonly #page: PageData;
  #blocks: Block[];
  /** Headings that have a number without a sign: 1 总则. */
  #bare: ReadonlySet<Block> = new Set();
  readonly #givenTitle: string | undefined;
  /** The file of a notice that came as a table alone. */
  readonly #table: string | undefined;

  /** @param title as `notice.yaml` gives it, where lines alone do not tell it */
  constructor(
    { seed, blocks, files }: SourceText,
    ledger: Ledger,
    findings: Findings,
    columns: ColumnWords,
    title?: string,
  ) {
    this.#givenTitle = title;
    this.#table = isTableAlone(files) ? files[0]?.name : undefined;
    this.#seed = seed;
    this.#findings = findings;
    this.#columns = columns;
    this.#book = new Booking(seed, findings, ledger, files);
    this.#page = new PageData(seed, (chars, owner) => this.#book.claim(chars, owner));
    this.#blocks = blocks;
  }

  /** @throws NoticeError when no title is found */
  read(): Frame {
    this.#blocks = withWholeAddressees(
      withTitlesBare(this.#page.take(withFramesOpen(this.#blocks)), (sign) => this.#book.claim(sign, '标题')),
    );
    this.#bare = bareHeadings(this.#seed, this.#blocks.filter(isParagraph));
    const contents = contentsOf(this.#blocks);
    for (const block of contents) this.#book.discard(block, '目录，页面另列');
    const blocks = this.#blocks.filter((block) => !contents.includes(block));
    const firstTable = blocks.findIndex((block) => block.kind === 'table');
    const headEnd = firstTable < 0 ? blocks.length : firstTable;
    // A page numbers the way to it: 1. 首页.
    const titleAt = blocks.slice(0, PATH).findIndex((block) => isTitle(textOf(block)));
    const firstLabel = blocks.findIndex(
      (block, index) =>
        (index > titleAt || textOf(block).length > LONGEST_STEP) &&
        (this.#bare.has(block) || (labelOf(textOf(block)) !== undefined && textOf(block).length < 4000)),
    );
    const limit = Math.min(headEnd, firstLabel < 0 ? headEnd : firstLabel);
    const addresseesAt = blocks.slice(0, limit).findIndex((block) => isAddressees(textOf(block)));
    const sentenceAt = blocks
      .slice(0, limit)
      .findIndex((block) => /。/u.test(textOf(block)) && textOf(block).length > 24);
    let anchor = addresseesAt >= 0 ? addresseesAt : sentenceAt >= 0 ? sentenceAt : limit;
    const order = orderIn(this.#seed, (chars, owner) => this.#book.claim(chars, owner), blocks, anchor);
    const paragraphs = blocks.slice(0, headEnd).filter(isParagraph);
    const title =
      order?.title ??
      this.#titleGiven(paragraphs) ??
      findTitle(this.#seed, paragraphs.slice(0, anchor), anchor) ??
      titleOfPage(paragraphs.slice(0, anchor)) ??
      (this.#table ? titleByPlace(this.#seed, paragraphs.slice(0, anchor)) : undefined);
    if (!title) {
      throw new NoticeError(
        'no title was found above the text (…关于…的通知, or a line that names the kind of document)',
        this.#table
          ? adviceForTable(this.#table, 'title', 'issuer', 'dated')
          : 'Check that the file holds the notice from its title on. A title in another form can be given: write title: into a file notice.yaml, and hand it in beside the notice.',
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
      const own = numberIn(text);
      if (own) {
        const printed = slice(block.chars, own.from, own.to);
        number ??= heal(this.#seed, printed)
          .replace(/\s/gu, '')
          .replace(/^[（(](.+)[）)]$/u, '$1');
        this.#book.claim(printed, '发文字号');
        this.#book.claim(slice(block.chars, 0, own.from), '文头');
        this.#book.claim(slice(block.chars, own.to), /签发人/u.test(text) ? '签发人' : '文头');
      } else if (isDateInBrackets(text)) {
        headDate ??= findDate(text)?.iso;
        number ??= NUMBER_WITHIN.exec(text)?.[0] ?? null;
        this.#book.claim(block.chars, '成文日期');
      } else if (/发布(?:日期|时间)/u.test(text) || isMetaLine(text)) {
        this.#book.readPublished(text);
        this.#page.readLine(text);
        this.#book.claim(block.chars, /^发布日期[:：][\d-]+$/u.test(text) ? '发布日期' : '网页信息');
      } else if (isTitle(text)) {
        this.#findings.warn(
          `a title that differs from the notice's: ${heal(this.#seed, block.chars)}`,
          'Compare both with the notice as issued; the one above the text is taken.',
          placeAt(this.#seed, block.chars.at[0] ?? 0),
        );
        this.#book.claim(block.chars, '标题');
      } else if (isAnnexLabel(text)) this.#book.discard(block, '附件标签，页面以标题表示');
      else if (/^(?:[\p{Script=Han}]{4,30})?文件$/u.test(text) || severalIn(this.#seed.line(block.line)))
        this.#book.claim(block.chars, '发文机关标志');
      else {
        if (
          !order &&
          blocks.indexOf(block) >= title.to &&
          title.to > 0 &&
          !isNavigation(text) &&
          !this.#book.isOfPage(block)
        )
          this.#findings.warn(
            `this line under the title is left out: ${quoted(text)}`,
            'Compare with the notice as issued: it may be of its text.',
            placeAt(this.#seed, block.chars.at[0] ?? 0),
          );
        this.#book.discard(block);
      }
    }
    number ??= numberOfField(this.#page.of('发文字号', '文号', '备注/文号', '文件编号'));
    const zones = this.#zones(rest, order !== undefined);
    const made = this.#table ? madeBy(head.filter(isParagraph)) : undefined;
    const told = made ?? this.#page.of('发布机构', '发文机关', '发文单位', '发文机构', '制发机关');
    // A page may name itself: 县政府网站.
    const metaIssuer = /网站?$/u.test(told ?? '') ? undefined : told;
    const named0 = signedApart(
      order?.issuers ?? issuersOf(title, this.#seed),
      zones.signatures,
      partsBeforeMatter(title, this.#seed),
    );
    const signed = [...zones.signatures.map((chars) => heal(this.#seed, chars)), ...(metaIssuer ? [metaIssuer] : [])];
    const titled = named0.map((name) => wholeName(name, signed));
    const isSigned = zones.signatures.length > 0;
    const issuers = isSigned && titled.some((name) => OPEN_ISSUER.test(name)) ? [] : titled;
    checkSigned(this.#book, issuers, zones.signatures);
    if (isSigned) checkCount(this.#book, title.text, zones.signatures);
    const named =
      issuers.length > 0
        ? issuers
        : zones.signatures.map((chars) => heal(this.#seed, chars).replace(/[（(](?:印|公|盖|代)?章[）)]$/u, ''));
    const metaDate = findDate(this.#page.of('成文日期', '成文时间', '公文生成日期', '发文日期', '印发日期') ?? '');
    const published =
      this.#book.published ?? findDate(this.#page.of('发布日期', '发布时间', '公开日期') ?? '')?.iso ?? null;
    this.#book.tellLeftOut();
    return {
      ...zones,
      title: withGaps(title.text, named0.length > 0 ? named0 : named),
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

  #claimTitle(title: FoundTitle, paragraphs: Paragraph[], anchor: number): void {
    for (const { chars } of title.issuers) this.#book.claim(chars, '发文机关');
    for (const { chars } of title.rest) this.#book.claim(chars, '标题');
    const same = title.text.replace(/\s/gu, '');
    for (const paragraph of paragraphs.slice(0, anchor)) {
      if (paragraph.chars.text === same && !title.rest.includes(paragraph)) this.#book.claim(paragraph.chars, '标题');
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
    if (addressees) this.#book.claim(addressees.chars, '主送机关');
    const announced: Paragraph[] = [];
    const letterBlocks = signature ? blocks.slice(addressees ? 1 : 0, signature.from) : [];
    const letter = this.#withoutAnnouncements(letterBlocks, announced);
    if (signature) {
      const all = blocks.slice(signature.from, signature.to).filter(isParagraph);
      const lines = all.filter((block) => !signature.disclosures.includes(block));
      for (const { chars } of signature.disclosures) this.#book.claim(chars, '公开属性');
      for (const { chars } of lines.slice(0, -1)) this.#book.claim(chars, '署名');
      const last = lines.at(-1)?.chars ?? { text: '', at: [] };
      const date = findDate(last.text);
      if (date && date.from > 0) this.#book.claim(slice(last, 0, date.from), '署名');
      this.#book.claim(slice(last, date?.from ?? 0), '成文日期');
    }
    const late = signature || isOrder ? undefined : this.#lateSignature(blocks);
    const behind = blocks
      .slice(signature ? signature.to : addressees ? 1 : 0)
      .filter((block) => !late?.blocks.includes(block));
    const walked = new Behind(this.#book, this.#columns, this.#bare).walk(behind, announced, signature !== undefined);
    const annexLine = factOf(
      this.#seed,
      announced.map(({ chars }) => chars),
    );
    for (const { chars } of announced) this.#book.claim(chars, '附件说明');
    return {
      ...walked,
      disclosure: walked.disclosure ?? this.#book.disclosureOf(signature?.disclosures[0]),
      letter,
      dated: signature?.date ?? late?.date ?? null,
      signatures: signature?.names ?? late?.names ?? [],
      addressees: addressees ? factOf(this.#seed, [slice(addressees.chars, 0, -1)]) : null,
      annexLine,
    };
  }

  /** The signature of a notice that prints its table before it. */
  #lateSignature(blocks: Block[]): { blocks: Block[]; names: Chars[]; date: string } | undefined {
    const from = blocks.findLastIndex((block) => block.kind === 'table') + 1;
    const found = from > 0 ? signatureIn(this.#seed, blocks.slice(from)) : undefined;
    if (!found || found.names.length === 0) return undefined;
    const own = blocks.slice(from).slice(found.from, found.to).filter(isParagraph);
    for (const [index, { chars }] of own.entries()) {
      const at = index === own.length - 1 ? (findDate(chars.text)?.from ?? 0) : chars.text.length;
      if (at > 0) this.#book.claim(slice(chars, 0, at), '署名');
      if (at < chars.text.length) this.#book.claim(slice(chars, at), '成文日期');
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
}

/** Who made a table, as a row above its heads tells: 制表单位：…. Who only fills it in is nobody that issued it. */
const madeBy = (rows: Paragraph[]): string | undefined =>
  rows
    .map(
      ({ chars: { text } }) =>
        /(?:制表|编制|印发|制发|发布)单位[:：](.+?)(?=[\p{Script=Han}]{2,4}[:：]|$)/u.exec(text)?.[1],
    )
    .find((name) => name !== undefined && isBody(name));

/** The number of a notice as a page gives it, with nothing behind; null for another text. */
const numberOfField = (value = ''): string | null => {
  const text = value.replace(/\s/gu, '');
  const end = text.indexOf('号') + 1;
  return isNumber(text.slice(0, end)) ? text.slice(0, end) : null;
};

/** The first words of a text that names no addressees: a sentence, or what announces the items under it. */
const isOpening = (text: string) =>
  /[，。；].*[。：:]$|^.{8,}[。]$/u.test(text) &&
  !isNumber(text) &&
  !isMetaLine(text) &&
  !isNavigation(text) &&
  !isDisclosure(text) &&
  !isContact(text);
