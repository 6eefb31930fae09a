import type { Fact, NoticeHead } from '../../notice/model.ts';
import { NoticeError, placeAt, quoted } from '../../notice/problem.ts';
import type { Ledger } from '../ledger.ts';
import { refuseDoubled } from '../oddities.ts';
import type { Seed } from '../seed.ts';
import { type Chars, charsOfLine, heal, join, lineRange, slice } from '../text/chars.ts';
import { sectionStart } from './sections.ts';

/** Where the parts of a notice lie, as 1-based lines; a part ends before the next begins. */
export interface Parts {
  firstSection: number;
  /** The line behind the last section. */
  sectionsEnd: number;
  /** The line that says 附件 alone; undefined in a notice without an annex. */
  annex: number | undefined;
  /** The line 文件下载, or the line behind the last one. */
  tail: number;
}

type FrontMatter = Required<Pick<NoticeHead, 'title' | 'issuer' | 'disclosure'>> & {
  [K in 'number' | 'dated' | 'published' | 'addressees' | 'opening' | 'planTitle' | 'preamble']: NonNullable<
    NoticeHead[K]
  >;
};

const compact = (seed: Seed, line: number) => charsOfLine(seed, line).text;

/** Finds the parts of a notice. @throws NoticeError when there is no numbered section. */
export function findParts(seed: Seed): Parts {
  const last = seed.lines + 1;
  const find = (from: number, is: (text: string) => boolean): number | undefined => {
    for (let line = from; line < last; line++) if (is(compact(seed, line))) return line;
    return undefined;
  };
  const firstSection = find(1, (text) => sectionStart(text) !== undefined);
  if (!firstSection) {
    throw new NoticeError(
      'no numbered section (一、…) stands in the text',
      'Check that this is the text of a notice, whole and in plain text.',
      placeAt(seed, 0),
    );
  }
  const tail = find(firstSection, (text) => text === '文件下载') ?? last;
  const annex = find(firstSection, (text) => text === '附件');
  const sectionsEnd = find(firstSection, (text) => text.startsWith('附件：')) ?? annex ?? tail;
  return { firstSection, sectionsEnd, annex, tail };
}

/** What a line must be: of a pattern, or these words and no others. */
type Wanted = RegExp | string;

const matchOf = (text: string, wanted: Wanted): readonly string[] | null =>
  typeof wanted === 'string' ? (text === wanted ? [text] : null) : wanted.exec(text);

/** A date as `YYYY-MM-DD`. @throws NoticeError when the calendar has no such day */
function isoDate(seed: Seed, { at, text }: Chars, [, year = '', month = '', day = '']: readonly string[]): string {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(date)) return date;
  throw new NoticeError(
    `${text} is no date of the calendar`,
    'Compare with the notice as issued.',
    placeAt(seed, at[0] ?? 0),
  );
}

/**
 * Reads what stands before the first section: title, date of publication, issuer, number, addressees,
 * the paragraph that issues the plan, signature and date, disclosure, the plan's own title, preamble
 * (lines 1 to 13 of the seed of 渝府办发〔2022〕34号).
 *
 * @throws NoticeError when one of them is missing, naming the line where it was looked for
 */
export function readHead(seed: Seed, ledger: Ledger, parts: Parts): { front: FrontMatter; notes: string[] } {
  refuseDoubled(seed, 1, parts.firstSection);
  const lines = Array.from({ length: parts.firstSection - 1 }, (_, index) => charsOfLine(seed, index + 1)).filter(
    (chars) => chars.text !== '',
  );
  let next = 0;
  const take = (what: string, wanted: Wanted): { chars: Chars; match: readonly string[] } => {
    const chars = lines[next];
    const match = chars && matchOf(chars.text, wanted);
    if (!match) {
      throw new NoticeError(
        `${what} is not where it belongs in the head of the notice`,
        'The head holds, a line each: title, 发布日期, issuer, title, 文号, addressees, the issuing paragraph, issuer, date. Compare with the notice as issued.',
        placeAt(seed, chars?.at[0] ?? seed.lineStart(parts.firstSection)),
      );
    }
    next++;
    ledger.claim(chars, 'metadata', what);
    return { chars, match };
  };
  const takeUntil = (what: string, end: Wanted): Chars => {
    const taken = [take(what, /./u).chars];
    while (lines[next] && !matchOf(lines[next]?.text ?? '', end)) taken.push(take(what, /./u).chars);
    return join(taken);
  };
  const fact = (chars: Chars): Fact => ({ text: heal(seed, chars), lines: lineRange(seed, chars) });

  const title = heal(seed, takeUntil('标题', /^发布日期/u));
  const published = take('发布日期', /^发布日期[:：](\d{4})-(\d{1,2})-(\d{1,2})$/u);
  const issuer = take('发文机关', /^[^。：]+$/u).chars;
  const second = takeUntil('标题', /〔\d{4}〕\d+号$/u);
  const number = heal(seed, take('发文字号', /^\S+〔\d{4}〕\d+号$/u).chars);
  const addressees = take('主送机关', /：$/u).chars;
  const opening = takeUntil('印发语', issuer.text);
  take('署名', issuer.text);
  const signed = take('成文日期', /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u);
  const disclosure = /^（(.+)）$/u.exec(lines[next]?.text ?? '')?.[1];
  if (disclosure) take('公开属性', /./u);
  const planTitle = heal(seed, take('要点标题', /^[^。]+$/u).chars);
  const preamble = takeUntil('引言', /^$/u);
  const front = {
    title,
    number,
    issuer: heal(seed, issuer),
    dated: isoDate(seed, signed.chars, signed.match),
    published: isoDate(seed, published.chars, published.match),
    addressees: fact(slice(addressees, 0, -1)),
    opening: fact(opening),
    disclosure: disclosure ?? null,
    planTitle,
    preamble: fact(preamble),
  };
  return { front, notes: notesOf(front, fact(second)) };
}

/** What a person should know of a head whose parts do not agree. */
function notesOf({ title, issuer, dated, published, opening, planTitle }: FrontMatter, second: Fact): string[] {
  const notes: string[] = [];
  if (![second.text, issuer + second.text].includes(title))
    notes.push(
      `the title on line ${second.lines[0]} (${quoted(second.text)}) is not that on line 1 (${quoted(title)}), which the pages show`,
    );
  const issued = /《([^》]+)》/u.exec(opening.text)?.[1];
  if (issued !== undefined && issued !== planTitle)
    notes.push(
      `line ${opening.lines[0]} issues 《${quoted(issued)}》, and what follows is headed ${quoted(planTitle)}`,
    );
  if (published < dated) notes.push(`the notice is dated ${dated}, and was published before that, on ${published}`);
  return notes;
}

/** Reads the line that announces the annex, and what stands behind 文件下载. */
export function readEnds(seed: Seed, ledger: Ledger, parts: Parts): Pick<NoticeHead, 'annexLine' | 'attachment'> {
  const announced = charsOfLine(seed, parts.sectionsEnd);
  const annexLine = announced.text.startsWith('附件：') ? announced : undefined;
  if (annexLine) ledger.claim(annexLine, 'metadata', '附件说明');
  refuseDoubled(seed, parts.tail, seed.lines + 1);
  const attached: Chars[] = [];
  for (let line = parts.tail; line <= seed.lines; line++) {
    const chars = charsOfLine(seed, line);
    if (line === parts.tail) {
      ledger.claim(chars, 'discarded', '网页按钮，不属通知正文');
      continue;
    }
    for (const [from, to] of pieces(chars.text)) {
      const piece = slice(chars, from, to);
      if (/^<[^<>]*>$/u.test(piece.text)) ledger.claim(piece, 'discarded', '网页换行标记，不属通知正文');
      else attached.push(piece);
    }
  }
  const attachment = join(attached);
  ledger.claim(attachment, 'metadata', '附件文件名');
  return {
    annexLine: annexLine ? { text: heal(seed, annexLine), lines: lineRange(seed, annexLine) } : null,
    attachment: attachment.text ? heal(seed, attachment) : null,
  };
}

/** Markup tags and the text between them, as index pairs. */
function pieces(text: string): [number, number][] {
  return [...text.matchAll(/<[^<>]*>|[^<]+|</gu)].map((match) => [match.index, match.index + match[0].length]);
}
