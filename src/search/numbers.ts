import { fromNumeral } from '../notice/numerals.ts';

const NUMERAL = '[一二三四五六七八九十]{1,3}';
const NUMBER = `(\\d{1,2}|${NUMERAL})`;
/** What stands between the two numbers of a row: any dash, also those that input methods offer, or a point. */
const DASH = '[-\\u2010-\\u2015\\u2e3a\\u2e3b\\u2212\\u2043~〜〰ー一·•・_./杠之]';
const OPEN = '[（(【[〔{]';
const CLOSE = '[）)】\\]〕}]';
const ROW_WORD = '(?:行|项|号|条|任务|工作)';
const TASK = new RegExp(
  `(?:任务|工作|编号|附件|附表|序号|no\\.?|#?t-|第|[:：])*${OPEN}?第?(?<![\\d-])(\\d{1,2})${DASH}(\\d{1,3})(?![\\d%年月])${CLOSE}?${ROW_WORD}*[.。]?`,
  'y',
);
/** From one row to another: 13-8至13-10. */
const TASKS = new RegExp(
  `(?:任务|工作|附件|第)*(?<![\\d-])(\\d{1,2})${DASH}(\\d{1,3})(?:至|到|—+|[~〜])第?(\\d{1,2}${DASH}\\d{1,3})(?![\\d%年月])${ROW_WORD}*`,
  'y',
);
const ROW_OF_SECTION = new RegExp(
  `(?:附件|附表|任务表)?的?第?${NUMBER}(?:大?部分|章节?|节)(?:中|里|的)?第?${NUMBER}${ROW_WORD}(?:任务)?`,
  'y',
);
const CLAUSE = /条文(\d{1,2})-(\d{1,3})/y;
const CLAUSE_OF_SECTION = new RegExp(`(?:条文)?第?${NUMBER}(?:大?部分|章节?|节)(?:中|里|的)?第?${NUMBER}句话?`, 'y');
const ROW = new RegExp(
  '(?:(?:附件|附表)(?:全?表)?(?:中|里|的)?第?|任务(?:分解)?表(?:中|里|的)?第?|全表第|第)' +
    '(\\d{1,3}|[一二三四五六七八九十百零]{1,6}|最后一)(?:行(?:任务)?|(?=(?:[、,和及]第?\\d{1,3})+行))',
  'y',
);
/** The last of several rows, or one that nothing is said before; the last of all is row 0. */
const BARE_ROW = /(?<![\d-])(?:(\d{1,3})行|(最后一)[行项条])(?:任务|工作)?/y;
const MONTH = new RegExp(
  `(?:(\\d{4})年|今年|当年)?的?${NUMBER}月份?(?:\\d{1,2}[日号](?=以?之?前))?(?:底|初|中旬|末|上旬|下旬)?(?:以前|之前|前|以内|内)?(?:完成|办结|到期|截止)?(?:的)?`,
  'y',
);
const YEAR_END = /(?:(\d{4})年?|今年?|当年?)?(?:年底|年末|年终|年内)(?:以前|之前|前)?(?:完成|到期)?(?:的)?/y;
const ISO_MONTH = /(?<!\d)(\d{4})[-/.年](0?[1-9]|1[0-2])(?![\d日]|[-/.]\d)/y;
/** From one month to another; 7、8月 and 七八月 where they follow on each other, for else they are two. */
const NUMERALS = [...'一二三四五六七八九十'];
const NEIGHBOURS = [
  ...NUMERALS.slice(1).map((numeral, at) => `${NUMERALS[at]}[、,和]?${numeral}`),
  ...Array.from({ length: 11 }, (_, at) => `${at + 1}[、,和]${at + 2}`),
];
const PART_END = '(?:以前|之前|前|底|末|内)?(?:要|应|需)?(?:完成|办结|到期)?(?:的)?';
const MONTHS = new RegExp(
  `(?<![\\d-])(?:(\\d{4})年|今年|当年)?的?${NUMBER}月?份?(?:至|到|—+|[-~〜])${NUMBER}月份?${PART_END}`,
  'y',
);
const NEIGHBOUR_MONTHS = new RegExp(
  `(?<![\\d-])(?:(\\d{4})年|今年|当年)?的?(${NEIGHBOURS.join('|')})月份?${PART_END}`,
  'y',
);
/** A month told by today. */
const MONTH_BY_TODAY = new RegExp(`([这本当上下])个?月(?:份|底|内)?${PART_END}`, 'y');
const QUARTER = new RegExp(`(?:(\\d{4})年|今年|当年)?的?第?([一二三四1-4])季度?${PART_END}`, 'y');
const HALF = new RegExp(`(?:(\\d{4})年|今年|当年)?的?([上下])半年${PART_END}`, 'y');
const SECTION = new RegExp(
  `(?:第${NUMBER}(?:大?部分|章节?|节|条|大?点|款)|${NUMBER}(?:大?部分|章节?|节)|第${NUMBER}(?![a-z\\d\\u3400-\\u9fff])|(${NUMERAL})、(?![一二三四五六七八九十\\d]|$))`,
  'y',
);
const BARE_SECTION = new RegExp(`^第?${NUMBER}、?$`);
const FILE_NUMBER = /^(.*?)〔(\d{4})〕(\d+)号$/u;

/** A number in digits, or in words up to 999. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [, hundreds = '', rest = ''] = /^(?:(.)百)?零?(.*)$/.exec(text) ?? [];
  return (hundreds === '' ? 0 : (fromNumeral(hundreds) ?? 0) * 100) + (rest === '' ? 0 : (fromNumeral(rest) ?? 0));
}

/** A day, however it is written: 2022.3.12, 2022-03-12, 2022年3月12日. */
const DAY = /(?<!\d)(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?!\d)/y;
/** A day without its year: 3月21日; before it is a time, and no day. */
const DAY_OF_YEAR = /(?<![\d年])(\d{1,2})月(\d{1,2})[日号](?!以?之?前)/y;

/** How a notice may print the day that begins at a place of a folded text, and where its words end. */
export function dayAt(text: string, from: number): { end: number; printed: string[] } | undefined {
  if (!/\d/.test(text[from] ?? '')) return undefined;
  DAY.lastIndex = from;
  const [, year = '', month = '', day = ''] = DAY.exec(text) ?? [];
  if (year === '') return dayOfYearAt(text, from);
  const printed = [
    `${year}年${Number(month)}月${Number(day)}日`,
    `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  ];
  return { end: DAY.lastIndex, printed };
}

function dayOfYearAt(text: string, from: number): { end: number; printed: string[] } | undefined {
  DAY_OF_YEAR.lastIndex = from;
  const [, month = '', day = ''] = DAY_OF_YEAR.exec(text) ?? [];
  if (day === '') return undefined;
  const printed = [`${Number(month)}月${Number(day)}日`, `-${month.padStart(2, '0')}-${day.padStart(2, '0')}`];
  return { end: DAY_OF_YEAR.lastIndex, printed };
}

type Named =
  /** `to` is the last of several rows. */
  | { kind: 'task'; section: number; row: number; to?: string }
  | { kind: 'row'; row: number }
  | { kind: 'clause'; section: number; sentence: number }
  /** `until` is the last of several months. */
  | { kind: 'month'; year: string; month: string; until?: string }
  | { kind: 'section'; section: number };

/** Something that a text names by number, and where its words end. */
export type Numbered = Named & { end: number };

/** A reader of one kind, from a place in a folded text. */
type Reader = (text: string, from: number) => Numbered | undefined;

/** @param needed what the pattern never does without: where the text has none, trying it would only take time */
const reader =
  (pattern: RegExp, needed: string, read: (groups: string[]) => Named | undefined): Reader =>
  (text, from) => {
    if (!text.includes(needed, from)) return undefined;
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    if (!found) return undefined;
    const named = read(found.slice(1).filter((group) => group !== undefined));
    return named && { ...named, end: pattern.lastIndex };
  };

/** The year of a pattern that has it before something else, where it is said. */
const yearIn = (groups: readonly string[]) => (groups.length > 1 ? (groups[0] ?? '') : '');
const pad = (month: string | number) => String(month).padStart(2, '0');

const READERS: readonly Reader[] = [
  reader(TASKS, '', ([section = '', row = '', last = '']) => ({
    kind: 'task',
    section: Number(section),
    row: Number(row),
    to: last.replace(/\D+/u, '-'),
  })),
  reader(TASK, '', ([section = '', row = '']) => ({ kind: 'task', section: Number(section), row: Number(row) })),
  reader(ROW_OF_SECTION, '', ([section = '', row = '']) => ({
    kind: 'task',
    section: numberOf(section),
    row: numberOf(row),
  })),
  ...[CLAUSE, CLAUSE_OF_SECTION].map((pattern) =>
    reader(pattern, pattern === CLAUSE ? '条' : '句', ([section = '', sentence = '']) => ({
      kind: 'clause',
      section: numberOf(section),
      sentence: numberOf(sentence),
    })),
  ),
  ...[ROW, BARE_ROW].map((pattern) => reader(pattern, '', ([row = '']) => ({ kind: 'row', row: numberOf(row) }))),
  reader(ISO_MONTH, '', ([year = '', month = '']) => ({ kind: 'month', year, month: pad(month) })),
  reader(MONTH, '月', (groups) => {
    const month = numberOf(groups.at(-1) ?? '');
    return month >= 1 && month <= 12 ? { kind: 'month', year: yearIn(groups), month: pad(month) } : undefined;
  }),
  reader(MONTHS, '月', (groups) => {
    const [first = 0, last = 0] = groups.slice(-2).map(numberOf);
    if (first < 1 || last > 12 || first >= last) return undefined;
    return { kind: 'month', year: groups.length > 2 ? (groups[0] ?? '') : '', month: pad(first), until: pad(last) };
  }),
  reader(NEIGHBOUR_MONTHS, '月', (groups) => {
    const [first = '', second = ''] = (groups.at(-1) ?? '').match(/\d+|\D(?<![、,和])/gu) ?? [];
    return { kind: 'month', year: yearIn(groups), month: pad(numberOf(first)), until: pad(numberOf(second)) };
  }),
  reader(MONTH_BY_TODAY, '月', ([which = '']) => {
    const today = new Date();
    const month = new Date(today.getFullYear(), today.getMonth() + Number(which === '下') - Number(which === '上'));
    return { kind: 'month', year: String(month.getFullYear()), month: pad(month.getMonth() + 1) };
  }),
  reader(QUARTER, '季', (groups) => {
    const last = 3 * numberOf(groups.at(-1) ?? '');
    return { kind: 'month', year: yearIn(groups), month: pad(last - 2), until: pad(last) };
  }),
  reader(HALF, '半', (groups) => {
    const last = groups.at(-1) === '上' ? 6 : 12;
    return { kind: 'month', year: yearIn(groups), month: pad(last - 5), until: pad(last) };
  }),
  reader(YEAR_END, '年', ([year = '']) => ({ kind: 'month', year, month: '12' })),
  reader(SECTION, '', ([section = '']) => ({ kind: 'section', section: numberOf(section) })),
];

/** What any of them begins with: most places of a text need no further look. */
const BEGINNING = /[\d一二三四五六七八九十第任工编附序最n#t:([{【〔的条全今当这本年上下]/;

/** What stands by number at a place of a folded text: a row, a sentence, a month, a section; the longest reading first. */
export const numbersAt = (text: string, from: number): Numbered[] =>
  BEGINNING.test(text[from] ?? '')
    ? READERS.flatMap((read) => read(text, from) ?? []).sort((a, b) => b.end - a.end)
    : [];

/** A section by nothing but its number: 13, 十三, 十三、, 第十三 */
export function bareSection(text: string): number | undefined {
  const [, number] = BARE_SECTION.exec(text) ?? [];
  return number === undefined ? undefined : numberOf(number);
}

/** Whether a text is a file number, written out, without its brackets, or without agency or year. */
export function isFileNumber(text: string, number: string): boolean {
  const [, agency = '', year = '', serial = ''] = FILE_NUMBER.exec(number) ?? [];
  if (serial === '' || text.length > number.length * 2) return false;
  const whole = [agency + year + serial, agency + serial];
  const forms = [...whole, ...whole.map((form) => `${form}号`), `${year}${serial}号`, `${serial}号`];
  return forms.includes(text.replace(/[^\p{L}\p{N}]|文$/gu, '').replace(/(\d{4})年/u, '$1'));
}
