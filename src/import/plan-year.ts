import { readPeriod } from '../notice/period.ts';
import type { ImportedTask } from './result.ts';

/** A year that a title names, and what makes one of two: 2023—2025年, 秋冬季. */
const YEARS = /(?<!\d)(?:19|20)\d{2}(?=年|[-—–－~～至、和]+(?:19|20)?\d{2}年)/gu;
const SEVERAL = /[-—–－~～至]\s*\d{2,4}年|冬春|秋冬|今冬|供暖|采暖|学年|跨年|十[三四五六七]五/u;
/** A time of some year that the words leave out. */
const WITHOUT_YEAR =
  /^(?:今年|本年|即日起[至到])?(?:(?:\d{1,2}[-—–－~～至到])?\d{1,2}月|\d{1,2}\.\d{1,2}(?=前|$)|[一二三四五六七八九十]{1,2}月|第?[一二三四1-4]季度|[上下]半年|年底|年末|年内)/u;

/**
 * The one year that a plan is for, as its titles tell; `undefined` where they name none or several, or where the notice
 * was not issued in it.
 */
function planYearOf(titles: string[], dated: string | null): number | undefined {
  const text = titles.join('\n');
  const years = new Set([...text.matchAll(YEARS)].map(([year]) => Number(year)));
  const [year] = years;
  return years.size === 1 && !SEVERAL.test(text) && dated?.startsWith(`${year}-`) ? year : undefined;
}

/** 24年6月底前: a year of two digits. */
const SHORT_YEAR = /^(\d{2})年/u;
/** A notice gives no deadline that lies further on. */
const FURTHEST = 10;

/** Gives deadlines that name a year by two digits that of this century, where the notice was issued not long before it. */
export function inferCenturies(tasks: ImportedTask[], dated: string | null): void {
  const issued = Number((dated ?? '').slice(0, 4));
  for (const { deadline } of tasks) {
    if (deadline?.status !== 'printed' || deadline.reading) continue;
    const [short, digits] = SHORT_YEAR.exec(deadline.text ?? '') ?? [];
    const year = 2000 + Number(digits);
    const reading = readPeriod(`20${deadline.text}`);
    if (short === undefined || !reading || year < issued || year > issued + FURTHEST) continue;
    deadline.reading = reading;
    deadline.status = 'inferred';
    deadline.why = `原文年份只写“${short}”；通知${issued}年成文，按${year}年推定`;
  }
}

/** A deadline without its year, with one put in front of its date. */
const withYear = (text: string, year: number): string =>
  text
    .replace(/^(?:今年|本年)/u, '')
    .replace(/(?<=^即日起[至到]|^)(?=.)/u, `${year}年`)
    .replace(/(?<=年)(\d{1,2})\.(\d{1,2})(?=前|$)/u, '$1月$2日');

/**
 * Gives deadlines that name a month, a quarter or a year's end the year of the notice's plan: inferred, with that
 * reason. A notice one of whose deadlines names another year leaves all as printed, and so stands one that would lie
 * before the notice itself.
 */
export function inferYears(tasks: ImportedTask[], titles: string[], dated: string | null): void {
  const year = planYearOf(titles, dated);
  if (year === undefined) return;
  const named = tasks.flatMap(({ deadline }) => [
    ...(deadline?.text ?? '').matchAll(/(?:19|20)\d{2}(?=[年./-])|次年|来年|明年/gu),
  ]);
  if (named.some(([other]) => other !== String(year))) return;
  for (const { deadline } of tasks) {
    // A sign of the cell that leaves its date open, as a zero that a spreadsheet may have lost, leaves the year open too.
    if (!deadline || deadline.status === 'open' || deadline.why?.startsWith('原文件')) continue;
    if (deadline.reading || !WITHOUT_YEAR.test(deadline.text ?? '')) continue;
    const reading = readPeriod(withYear(deadline.text ?? '', year));
    if (!reading || !('date' in reading) || reading.date < (dated ?? '').slice(0, reading.date.length)) continue;
    deadline.reading = reading;
    deadline.status = 'inferred';
    const why = `原文没有写年份；通知标题写明是${year}年的，按${year}年推定`;
    deadline.why = deadline.why === undefined ? why : `${deadline.why}；${why}`;
  }
}
