import { readDeadline } from './deadlines.ts';
import type { DeadlineReading } from './model.ts';
import { fromNumeral } from './numerals.ts';

const ONGOING =
  /^(?:长期坚持|长期推进|长期|持续推进|持续|持续实施|持续开展|持续落实|常态化|常态化推进|常态化开展|常态化实施|常态长效|长期任务|长期工作)$/u;
const QUARTERS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 1: 1, 2: 2, 3: 3, 4: 4 };
const pad = (value: number) => String(value).padStart(2, '0');
const monthEnd = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const endOf = (year: number, month: number) => `${year}-${pad(month)}-${monthEnd(year, month)}`;

/** A point of time with its year in the words; `undefined` where they name none, or none of the calendar. */
function dateOf(text: string): string | undefined {
  const day = /^(\d{4})年(\d{1,2})月(\d{1,2})日(?:\d{1,2}(?:[时点]|[:：]\d{2}))?(?:之?前|以前)?$/u.exec(text);
  if (day) {
    const [year, month, date] = day.slice(1).map(Number) as [number, number, number];
    if (month < 1 || month > 12 || date < 1 || date > monthEnd(year, month)) return undefined;
    return `${year}-${pad(month)}-${pad(date)}`;
  }
  const month = /^(\d{4})年(\d{1,2})月份?(底|末)?(?:之?前|以前)?$/u.exec(text);
  if (month) {
    const [year, number] = [Number(month[1]), Number(month[2])];
    if (number < 1 || number > 12) return undefined;
    return month[3] ? endOf(year, number) : `${year}-${pad(number)}`;
  }
  // 6月中旬 ends on the 20th; 6月中旬前 may be before it begins.
  const tenth = /^(\d{4})年(\d{1,2})月份?([上中下]旬|初)(之?前|以前)?$/u.exec(text);
  if (tenth) {
    const [year, number] = tenth.slice(1).map(Number) as [number, number];
    const [, , , part, before] = tenth;
    if (number < 1 || number > 12) return undefined;
    if (before || part === '初') return `${year}-${pad(number)}`;
    return part === '下旬' ? endOf(year, number) : `${year}-${pad(number)}-${part === '上旬' ? '10' : '20'}`;
  }
  // 三季度前 may be before it begins; 三季度末前 is not.
  if (/(?:季度|半年)(?:之?前|以前)$/u.test(text)) return undefined;
  const part =
    /^(\d{4})年(?:第?([一二三四1-4])季度|(上半年|下半年)|(年?底|年?末|年?内))(?:底|末)?(?:之?前|以前)?$/u.exec(text);
  if (part) {
    const year = Number(part[1]);
    if (part[2]) return endOf(year, (QUARTERS[part[2]] ?? 4) * 3);
    return endOf(year, part[3] === '上半年' ? 6 : 12);
  }
  return undefined;
}

/** The end of a time that is given with its beginning: 2024年3月1日—5月31日, 2024年3—6月, 即日起至2024年6月底. */
function endOfRange(text: string): string | undefined {
  const [, open] =
    /^自?(?:即日|(?:本?(?:通知|方案|意见))?(?:印发|发布)(?:之日)?|发文之日)起?(?:至|到)(.+)$/u.exec(text) ?? [];
  if (open !== undefined) return dateOf(open);
  const [, year = '', month = '', day, laterYear = year, rest = ''] =
    /^[自从]?(\d{4})年(\d{1,2})(?:月(?:(\d{1,2})日|份|[上中下]旬|[初底末])?)?起?(?:[-—–－~～]+|至|到)(?:(\d{4})年)?(\d{1,2}[月日].*)$/u.exec(
      text,
    ) ?? [];
  const isDay = /^\d{1,2}日/u.test(rest);
  if (isDay && day === undefined) return undefined;
  const end = dateOf(`${laterYear}年${isDay ? `${Number(month)}月` : ''}${rest}`);
  const start = `${year}-${pad(Number(month))}${day === undefined ? '' : `-${pad(Number(day))}`}`;
  // 11月至2月 goes on into a year that it does not name.
  return end !== undefined && start.slice(0, end.length) <= end ? end : undefined;
}

/** A text with the numerals of its dates as digits: 二〇二四年六月 is 2024年6月. */
const plainDates = (text: string): string =>
  text
    .replace(/[〇零○一二三四五六七八九]{4}(?=年)/gu, (year) =>
      [...year].map((digit) => fromNumeral(digit) ?? 0).join(''),
    )
    .replace(/(?<![个每第])[一二三四五六七八九十]{1,3}(?=[月日])/gu, (number) => String(fromNumeral(number) ?? number));

/**
 * What the words of a deadline say, as far as they go. A date is read only where the words name its year; 年底前,
 * 全年, 2024年汛前 and the like stand as printed, unread.
 *
 * @param text a deadline, white space left out
 */
export function readPeriod(text: string): DeadlineReading | undefined {
  const narrow = text.replace(/[０-９]/gu, (digit) => digit.normalize('NFKC'));
  const plain = (narrow.startsWith('每') ? narrow : plainDates(narrow))
    .replace(/[。；;]$/u, '')
    .replace(/^(?:于|在|到|截至|截止)/u, '')
    // 2024.6.30, 2024/6: the year, the month, and the day as an office writes them short.
    .replace(/^(\d{4})([./-])(\d{1,2})(?:\2(\d{1,2}))?(?=前|之前|以前|完成|$)/u, (_, year, _sign, month, day) =>
      [`${year}年${month}月`, day && `${day}日`].filter(Boolean).join(''),
    );
  const known = readDeadline(plain);
  if (known) return known;
  if (ONGOING.test(plain)) return { kind: 'ongoing' };
  const bare = plain.replace(/(?:完成|全部完成|基本完成)$/u, '');
  const date = dateOf(bare) ?? endOfRange(bare);
  if (date) return { kind: 'by', date };
  const then = /^(.+?)(?:完成)?(?:，|、|并|,)(?:并)?(?:长期坚持|持续推进|长期推进|常态化推进|持续开展)$/u.exec(plain);
  const first = then && dateOf(then[1] ?? '');
  if (first) return { kind: 'by-then-ongoing', date: first };
  const every = /^(每(?:年|半年|季度?|月|周|两年|半月|两个?月)[^，；。]{0,14}|按(?:年度|季度?|月))$/u.exec(plain);
  if (every) return { kind: 'recurring', every: plain };
  const after =
    /^自?(.{0,12}?(?:印发|发布|下达|公布|实施|出台))(?:之日起|之日|后|之后)?(\d{1,3}|[一二两三四五六七八九十]{1,3})(个?(?:月|工作日|日|天|周|年))(?:之?内|以内)?$/u.exec(
      bare,
    );
  if (after) return { kind: 'after', event: after[1] ?? '', within: `${after[2]}${after[3]}` };
  return undefined;
}
