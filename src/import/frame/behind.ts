import { quoted } from '../../notice/problem.ts';
import type { ColumnWords } from '../column-words.ts';
import type { Block, Paragraph } from '../document.ts';
import type { Seed } from '../seed.ts';
import { type Chars, heal, join, slice, tokensOfLine } from '../text/chars.ts';
import { findDate } from '../text/dates.ts';
import { labelOf } from '../text/labels.ts';
import {
  isAnnexLabel,
  isAnnouncement,
  isContact,
  isDisclosure,
  isFoot,
  isMetaLine,
  isNavigation,
  isNote,
  isPlainTitle,
  isPreface,
  isSigner,
} from '../text/line-kinds.ts';
import { placeOfBody } from '../units/place.ts';
import { isItem, isParagraph, isText, textOf, titleRows } from './blocks.ts';
import type { Booking } from './booking.ts';
import { isSignature } from './signature.ts';

/** An annex: its title, and what stands under it. */
export interface AnnexBlocks {
  title: string | null;
  blocks: Block[];
  /** First line, and the line behind the last. */
  lines: [from: number, to: number];
}

/** Who runs a web page, or a task: its place tells which. */
const HOSTS = /^(?:主办|承办)(?:单位)?[:：](?!.*(?:标识|备案|ICP|版权))/u;
const ANNEX_LABEL = /^附[件表](?:\d{1,2}(?:[-—–]\d{1,2})?|[一二三四五六七八九十]{1,2})?[:：.．、]?(?=[^\d:：.．、])/u;
const DOWNLOAD = '文件下载';
/** The day of printing, below who prints. */
const PRINTED = /^\d{4}年\d{1,2}月\d{1,2}日印发$/u;
const FILE_NAME = /^.{1,80}\.(?:docx?|wps|pdf|xlsx?|et|ofd|zip|rar)$/iu;

/** Parts what stands behind the signature of a letter: the plan that it issues, its annexes, and what a page adds. */
export class Behind {
  readonly #seed: Seed;
  readonly #book: Booking;
  readonly #columns: ColumnWords;
  /** Headings that have a number without a sign: 1 总则. */
  readonly #bare: ReadonlySet<Block>;

  constructor(book: Booking, columns: ColumnWords, bare: ReadonlySet<Block>) {
    this.#seed = book.seed;
    this.#book = book;
    this.#columns = columns;
    this.#bare = bare;
  }

  /** What stands behind the signature, or behind the addressees where there is none. */
  walk(blocks: Block[], announced: Paragraph[], signed: boolean) {
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
      } else if (signed && this.#headsAnnex(block, blocks[index + 1], announced)) {
        const from = ANNEX_LABEL.exec(text)?.[0].length ?? 0;
        annexes.push({
          titles: [{ ...block, chars: slice(block.chars, from) }],
          blocks: [],
          label: { ...block, chars: slice(block.chars, 0, from) },
        });
      } else if (text === DOWNLOAD) {
        this.#book.discard(block, '网页按钮，不属通知正文');
        attachment = this.#attachment(blocks.slice(index + 1));
        break;
      } else if (isDisclosure(text) && text.length < 60) {
        this.#book.claim(block.chars, '公开属性');
        disclosure ??= this.#book.disclosureOf(block);
      } else if (isContact(text)) this.#book.claim(block.chars, '联系方式');
      else if (isFoot(text) || (isSigner(text) && PRINTED.test(textOf(blocks[index + 1])))) {
        this.#book.claim(block.chars, '版记');
        // 抄送 may name bodies over several lines.
        while (/[，、]$/u.test(textOf(blocks[index])) && isParagraph(blocks[index + 1]))
          this.#book.claim((blocks[++index] as Paragraph).chars, '版记');
      } else if (isMetaLine(text) && /发布|公开|来源/u.test(text)) {
        this.#book.readPublished(text);
        this.#book.claim(block.chars, '网页信息');
      } else if (isAnnexLabel(text) && FILE_NAME.test(textOf(blocks[index + 1]))) {
        // What the page offers for download.
        this.#book.discard(block, '网页按钮，不属通知正文');
        while (FILE_NAME.test(textOf(blocks[index + 1]))) {
          const file = blocks[++index] as Paragraph;
          this.#book.claim(file.chars, '附件文件名');
          attachment ??= heal(this.#seed, file.chars);
        }
      } else if (signed && plan.length === 0 && /^详见附件[:：]?$/u.test(text))
        this.#book.discard(block, '附件标签，页面以标题表示');
      else if (isAnnexLabel(text)) annexes.push({ titles: [], blocks: [], label: block });
      else if (!annex && (isAnnouncement(text) || goesOn)) {
        announced.push(block);
        listOpen = true;
      } else if (isNavigation(text) && !(HOSTS.test(text) && blocks.slice(index + 1).some(isItem))) {
        this.#book.discard(block);
        if (HOSTS.test(text) && plan.length > 0)
          this.#book.warn(
            `this line is taken for a web page’s own, and may say who must do it: ${quoted(text)}`,
            'If it is of the notice, write 主办单位 as 牵头单位 or 责任单位 in a copy of the text.',
            block.chars,
          );
        const left = blocks.slice(index + 1);
        const goesOn = left.some(isItem) || (!signed && plan.length === 0 && left.some(isText));
        if (index > lastWanted && !goesOn) {
          for (const each of left) {
            if (isFoot(textOf(each)) && isParagraph(each)) this.#book.claim(each.chars, '版记');
            else this.#book.discard(each);
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
      const isWhole = () => titles.length > 0 && isPlainTitle(titles.map(({ chars }) => chars.text).join(''));
      // （试行）, or another line that ends like a title.
      const goesOn = (text: string) =>
        /^[（(].*[）)]$/u.test(text) || isPlainTitle([...titles.map(({ chars }) => chars.text), text].join(''));
      while (
        titles.length < 6 &&
        isParagraph(plan[0]) &&
        this.#isTitleLine(plan[0]) &&
        !(isWhole() && (isSignature(this.#seed, plan[0]) || !goesOn(plan[0].chars.text)))
      )
        titles.push(plan.shift() as Paragraph);
      for (const { chars } of titles) this.#book.claim(chars, '要点标题');
      // A page may print it twice.
      const [first, ...again] = titles;
      if (again.length > 0 && again.every(({ chars }) => chars.text === first?.chars.text)) titles.length = 1;
      // An opinion that the notice passes on names its own bodies and day.
      while (isParagraph(plan[0]) && titles.length > 0 && isSignature(this.#seed, plan[0]))
        this.#book.claim((plan.shift() as Paragraph).chars, '署名');
      if (isParagraph(plan[0]) && isPreface(textOf(plan[0])))
        this.#book.claim((plan.shift() as Paragraph).chars, '引言标题');
      planTitle = titles.length > 0 ? heal(this.#seed, join(titles.map(({ chars }) => chars))) : null;
    }
    return { disclosure, attachment, planTitle, plan, tables, annexes: annexes.map((annex) => this.#annex(annex)) };
  }

  /**
   * Whether a line is an annex's label and title in one: 附件1：任务清单, 附件 任务清单, above its table, or above a text
   * of a title that the notice announces.
   */
  #headsAnnex({ chars: { text }, line }: Paragraph, next: Block | undefined, announced: Paragraph[]): boolean {
    const [label = ''] = ANNEX_LABEL.exec(text) ?? [];
    const title = text.slice(label.length);
    const isApart = /[:：.．、]$/u.test(label) || /^\s*附\s*[件表]\s*\d{0,2}[^\S\n]+\S/u.test(this.#seed.line(line));
    if (label === '' || !isApart || title.length < 4 || title.length > 60 || /[。；]/u.test(title)) return false;
    const isTable = next?.kind === 'table';
    return isTable || (isText(next) && announced.some(({ chars }) => chars.text.endsWith(title)));
  }

  /** Lines behind the notice that are no sentence and head nothing: what a page says beside it. */
  #leaveOut(lines: Paragraph[]): void {
    for (const line of lines) this.#book.discard(line);
    this.#book.warn(
      `these lines stand behind the notice and head no text: they are left out: ${quoted(lines.map(({ chars }) => chars.text).join('，'))}`,
      'Compare with the notice as issued.',
      lines[0]?.chars,
    );
  }

  /** A plan ends with a sentence, a duty or a name; a web page goes on behind it. */
  #tellEnd(plan: Block[]): void {
    const last = plan.findLastIndex((block) => !this.#isLoose(block)) + 1;
    const loose = plan.slice(last).filter(isParagraph);
    const [first] = loose;
    if (!first || last === 0 || plan[last - 1]?.kind === 'table') return;
    if (this.#book.isOfPage(first)) this.#leaveOut(plan.splice(last) as Paragraph[]);
    else
      this.#book.warn(
        `the text ends with lines that are no sentences: ${quoted(loose.map(({ chars }) => chars.text).join('，'))}`,
        'If they are a web page’s, take them off the file; else nothing needs to be done.',
        first.chars,
      );
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
    if (label) this.#book.discard(label, '附件标签，页面以标题表示');
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
    for (const { chars } of all) this.#book.claim(chars, '附件标题');
    const [table] = left;
    const rows = table?.kind === 'table' && all.length === 0 ? titleRows(table) : [];
    const named = all.length > 0 ? all.map(({ chars }) => chars) : rows.filter(({ text }) => !isAnnexLabel(text));
    const lines = [label, ...titles, ...blocks].flatMap((block) => (block ? [block.line] : []));
    if (left.length === 0 && all.length > 0)
      this.#book.warn(
        `nothing stands under the title of this annex: ${quoted(all.map(({ chars }) => chars.text).join(''))}`,
        'It may be a picture, or a file of its own. Give it as .docx, .xlsx, .csv or .pdf with a text layer beside the notice.',
        all[0]?.chars,
      );
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
        if (/^<[^>]*>$/u.test(piece.text)) this.#book.discardChars(piece, '网页换行标记，不属通知正文');
        else names.push(piece);
      }
    }
    const name = join(names);
    this.#book.claim(name, '附件文件名');
    return name.text === '' ? null : heal(this.#seed, name);
  }
}
