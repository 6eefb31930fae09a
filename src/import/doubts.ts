import type { LineRange } from '../notice/model.ts';
import { placeAt, quoted } from '../notice/problem.ts';
import type { Paragraph } from './document.ts';
import type { Findings } from './finding.ts';
import type { AnnexBlocks } from './frame/behind.ts';
import type { Frame } from './frame/frame.ts';
import type { Seed } from './seed.ts';
import type { Chars } from './text/chars.ts';
import { DATES, findDate, narrow } from './text/dates.ts';
import { isNumber } from './text/line-kinds.ts';

/** What a person should compare with the notice as issued, though nothing keeps it from being read. */

const COMPARE = 'Compare with the notice as issued; it is kept as printed.';

const warnAt = (seed: Seed, findings: Findings, what: string, { at }: Chars, index = 0) =>
  findings.warn(what, COMPARE, placeAt(seed, at[index] ?? 0));

/** Days and months that no calendar has, anywhere in the text: each once. @returns whether there are any */
export function tellOddDates(seed: Seed, findings: Findings): boolean {
  const told = new Set<string>();
  for (const { 0: date, index } of narrow(seed.text).matchAll(DATES)) {
    if (told.has(date) || told.size >= MOST_DATES || findDate(date.endsWith('日') ? date : `${date}1日`)) continue;
    told.add(date);
    findings.warn(`${date} is no date of the calendar`, COMPARE, placeAt(seed, index));
  }
  return told.size > 0;
}

/** A notice without the day that it was issued on. */
export function tellNoDate(seed: Seed, { dated }: Frame, findings: Findings): void {
  if (dated !== null) return;
  findings.warn(
    'no day of issue was found under a signature',
    'Where the notice prints one, compare the lines around it; else write dated: into a file notice.yaml beside the notice.',
    placeAt(seed, 0),
  );
}

/** The number of another notice, alone on a line amid the text: two notices may stand in one file. */
export function tellSecondNotice(
  seed: Seed,
  paragraphs: Paragraph[],
  { number, addressees }: Frame,
  findings: Findings,
): void {
  const again = paragraphs.find(({ chars: { text } }) => addressees && text.slice(0, -1) === addressees.text);
  for (const { chars } of paragraphs) {
    if (!isNumber(chars.text) || (chars.text === number && !again)) continue;
    const same = chars.text === number;
    findings.error(
      same
        ? `the notice begins once more amid its text: ${chars.text}`
        : `the number of another notice stands amid the text: ${chars.text}`,
      same
        ? 'The file holds its text twice: take one away.'
        : 'Give each notice a file of its own, and import them one by one.',
      placeAt(seed, chars.at[0] ?? 0),
    );
  }
}

/** More dates that are none tell a person no more. */
const MOST_DATES = 20;

const PAIRS = [
  ['“', '”'],
  ['《', '》'],
] as const;

/** Quotation marks without a counterpart, the first of a paragraph: what they enclose is not known. */
function tellSingleMarks(seed: Seed, chars: Chars, findings: Findings): void {
  for (const [open, close] of PAIRS) {
    const single = singleIn(chars.text, open, close);
    const mark = single === undefined ? '' : chars.text[single];
    if (mark) warnAt(seed, findings, `${mark} has no counterpart, and encloses nothing`, chars, single);
  }
}

/** Where a text has the first mark that nothing closes, or opens. */
function singleIn(text: string, open: string, close: string): number | undefined {
  let opened: number | undefined;
  for (const { 0: mark, index } of text.matchAll(new RegExp(`[${open}${close}]`, 'gu'))) {
    if (mark === open && opened !== undefined) return opened;
    if (mark === close && opened === undefined) return index;
    opened = mark === open ? index : undefined;
  }
  return opened;
}

/** A shorter line may be a heading, an item or a cell, which end without a mark. */
const SHORTEST_TEXT = 40;

/** Sentences that end without a mark: the rest of them may be lost. */
function tellCutOff(seed: Seed, chars: Chars, findings: Findings): void {
  const { text } = chars;
  if (text.length < SHORTEST_TEXT || !/[，。；]/u.test(text) || /[\p{P}\p{S}]$/u.test(text)) return;
  // A list of units and a deadline end without a mark.
  if (/(?:单位|部门|科室|处室|时限|时间)[：:】][^。]*$/u.test(text)) return;
  warnAt(seed, findings, 'these words end without a full stop: they may be cut off', chars, text.length - 1);
}

/** Paragraphs whose marks or ends tell that something is missing. */
export function tellBroken(seed: Seed, paragraphs: Paragraph[], findings: Findings): void {
  for (const { chars } of paragraphs) {
    tellSingleMarks(seed, chars, findings);
    tellCutOff(seed, chars, findings);
  }
}

const bare = (text: string) => text.replace(/^附件[:：]?(?:\d{1,2}[.．、:：])?|[\s\p{P}\p{S}]/gu, '');

/** Annexes that are headed otherwise than the notice announces them. */
export function tellOtherAnnexes(seed: Seed, { annexLine, annexes }: Frame, findings: Findings): void {
  if (!annexLine) return;
  const announced = bare(annexLine.text);
  const isOther = ({ title }: AnnexBlocks) =>
    title !== null && !announced.includes(bare(title)) && !bare(title).includes(announced);
  for (const { title, lines } of annexes.filter(isOther)) {
    const [line]: LineRange = lines;
    findings.warn(
      `this annex is headed ${quoted(title ?? '')}, and line ${annexLine.lines[0]} announces ${quoted(annexLine.text)}`,
      COMPARE,
      placeAt(seed, seed.lineStart(line)),
    );
  }
}

/** Fewer lines with wide gaps are a form, or signatures side by side. */
const LEAST_GAPPED = 4;

/** Lines that wide gaps part again and again are a table without rules, whose cells stand in each other's lines. */
export function tellGapped(seed: Seed, paragraphs: Paragraph[], findings: Findings): void {
  const gapped = paragraphs.filter(({ line }) =>
    /\S\s{4,}(?=\S).*\S\s{4,}\S/u.test(seed.line(line).replace(/\t/gu, '')),
  );
  const [first] = gapped;
  if (!first || gapped.length < LEAST_GAPPED) return;
  const heads = gapped.slice(0, 2).map(({ chars }) => chars.text);
  if (!/牵头|责任|配合|主责|协办|承办|时限|任务/u.test(heads.join(''))) return;
  findings.error(
    `these lines look like a table whose cells nothing parts: ${quoted(
      seed
        .line(first.line)
        .trim()
        .replace(/\s{4,}/gu, ' '),
    )}`,
    'Give the table as .docx, .xlsx or .csv beside the text, or a PDF that draws its lines.',
    placeAt(seed, first.chars.at[0] ?? 0),
  );
}
