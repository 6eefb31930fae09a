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
  const [, first, last = ''] = /^(\d{4})年?(?:[-—–－~～]+|至|到)(\d{4})年$/u.exec(text) ?? [];
  if (first !== undefined) return first < last ? `${last}-12-31` : undefined;
  const [, year = '', month = '', day, later, rest = ''] =
    /^[自从]?(\d{4})年(\d{1,2})(?:月(?:(\d{1,2})日|份|[上中下]旬|[初底末])?)?起?(?:[-—–－~～]+|至|到)(?:(\d{4}|[次翌])年)?(\d{1,2}[月日].*)$/u.exec(
      text,
    ) ?? [];
  const laterYear = /^\d/u.test(later ?? year) ? (later ?? year) : String(Number(year) + 1);
  const isDay = /^\d{1,2}日/u.test(rest);
  if (isDay && day === undefined) return undefined;
  const end = dateOf(`${laterYear}年${isDay ? `${Number(month)}月` : ''}${rest}`);
  const start = `${year}-${pad(Number(month))}${day === undefined ? '' : `-${pad(Number(day))}`}`;
  // 11月至2月 goes on into a year that it does not name.
  return end !== undefined && start.slice(0, end.length) <= end ? end : undefined;
}

/** A text with the numerals of its dates as digits: 二〇二四年六月 is 2024年6月. */
const plainNumerals = (text: string): string =>
  text
    .replace(/[〇零○一二三四五六七八九]{4}(?=年)/gu, (year) =>
      [...year].map((digit) => fromNumeral(digit) ?? 0).join(''),
    )
    .replace(/(?<![个每第])[一二三四五六七八九十]{1,3}(?=[月日号])/gu, (number) =>
      String(fromNumeral(number) ?? number),
    );

/** Where a date that signs part ends: 2024.6.30前, 2024/6/1-2024/6/30. */
const DATE_ENDS = '(?=$|前|之前|以前|完成|[-—–－~～至到])';
/** 2024.6.30, 2024/6/30, 2024—06—30. */
const SHORT_DAY = new RegExp(`(?<!\\d)(\\d{4})([./．／—–－-])(\\d{1,2})\\2(\\d{1,2})${DATE_ENDS}`, 'gu');
/** 2024.6, 2024-06; 2024-12月 goes on otherwise. */
const SHORT_MONTH = new RegExp(`(?<!\\d)(\\d{4})[./．／-](\\d{1,2})${DATE_ENDS}`, 'gu');
/** The end of a range that leaves out its year: 2024.5.1-6.30. */
const SHORT_END = /(?<=\d日[-—–－~～至到])(\d{1,2})[.．](\d{1,2})(?=前|$)/u;

/** A text with its dates as offices write them in full: 2024.6.30 is 2024年6月30日, 6月30号 is 6月30日. */
const plainDates = (text: string): string =>
  plainNumerals(text)
    .replace(SHORT_DAY, '$1年$3月$4日')
    .replace(SHORT_MONTH, '$1年$2月')
    .replace(SHORT_END, '$1月$2日')
    .replace(/(?<=\d月\d{1,2})号/gu, '日')
    .replace(/(?<=^\d{4})(?=[底末])/u, '年')
    .replace(/(?<=年)第?Q(?=[1-4](?:$|前|[底末]))(.)/u, '$1季度')
    // 6月30日（星期五）前, 6月30日下午5时前: what stands beside a day.
    .replace(/(?<=日|前)（(?:含(?:当日)?|(?:星期|周)[一二三四五六日天])）/gu, '')
    .replace(/(?<=\d日)(?:上午|下午|晚上?)(?=\d{1,2}(?:[时点]|[:：]\d{2}))/gu, '');

const COUNT = '(\\d{1,3}|[一二两三四五六七八九十]{1,3})(个?(?:月|工作日|日|天|周|年))';
/** 印发后3个月内, 收到通知之日起5个工作日内. */
const AFTER = new RegExp(
  `^(?:自|从|在)?((?:收到|接到|接).{1,8}?|.{0,12}?(?:印发|发布|下达|下发|公布|实施|出台|批复|开工|立项|会议结束))(?:之日起|之日|之?后|起)?${COUNT}(?:之?内|以内)?$`,
  'u',
);

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
    .replace(/^(?:于|在|到|截至|截止到?|不晚于|不迟于|最迟)/u, '');
  const known = readDeadline(plain);
  if (known) return known;
  if (ONGOING.test(plain)) return { kind: 'ongoing' };
  const bare = plain.replace(/(?:完成|全部完成|全面完成|基本完成)$/u, '');
  const date = dateOf(bare) ?? endOfRange(bare);
  if (date) return { kind: 'by', date };
  const then =
    /^(.+?)(?:完成)?(?:，|、|；|并|,|;)(?:并)?(?:长期坚持|持续推进|长期推进|常态化推进|持续开展|常态化开展|持续实施)$/u.exec(
      plain,
    );
  const first = then && dateOf(then[1] ?? '');
  if (first) return { kind: 'by-then-ongoing', date: first };
  if (
    /^(?:每(?:年|半年|季度?|月|周|两年|半月|两个?月|学[期年]|[日天])[^，；。]{0,14}|按(?:年度|季度?|月))$/u.test(plain)
  )
    return { kind: 'recurring', every: plain };
  const after = AFTER.exec(bare);
  if (after) return { kind: 'after', event: after[1] ?? '', within: `${after[2]}${after[3]}` };
  return undefined;
}
