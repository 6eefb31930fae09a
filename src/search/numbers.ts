import { fromNumeral } from '../notice/numerals.ts';

const NUMBER = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const MONTH = new RegExp(
  `^(?:(\\d{4})年)?${NUMBER}月份?(?:底|初|中旬|末)?(?:以前|之前|前)?(?:完成)?(?:到期|截止)?$`,
  'u',
);
const ISO_MONTH = /^(\d{4})[-/.](\d{1,2})$/;
const SECTION = new RegExp(`^(第?)${NUMBER}(大?部分|章节?|节|、)?$`, 'u');
const TASK = /^(?:任务|附件)?第?(\d{1,2})[-–—−~.·_](\d{1,2})(?:行|项|号|条)?$/u;
const ROW_OF_SECTION = new RegExp(`^第?${NUMBER}(?:大?部分|章|节)第?${NUMBER}(?:行|项|号|条)(?:任务)?$`, 'u');
const FILE_NUMBER = /^(.*?)〔(\d{4})〕(\d+)号$/u;

const numberOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : (fromNumeral(text) ?? 0));

/** A row of the annex: `13-8`, 任务13-8, 第十三部分第8行. All readers here take folded text. */
export function readTaskNumber(text: string): { section: number; row: number } | undefined {
  const [, section, row] = TASK.exec(text) ?? ROW_OF_SECTION.exec(text) ?? [];
  return section !== undefined && row !== undefined ? { section: numberOf(section), row: numberOf(row) } : undefined;
}

/** A section: 第十三部分, 第13部分, 十三, 13; `bare` where nothing but the number says so. */
export function readSectionNumber(text: string): { section: number; bare: boolean } | undefined {
  const [, first, number, last] = SECTION.exec(text) ?? [];
  return number === undefined ? undefined : { section: numberOf(number), bare: !first && !last };
}

/** A month, with or without its year: 10月, 2022年10月前, 8月底, 2022-10. */
export function readMonth(text: string): { year: string; month: string } | undefined {
  const [, year = '', month] = ISO_MONTH.exec(text) ?? MONTH.exec(text) ?? [];
  return month === undefined ? undefined : { year, month: String(numberOf(month)).padStart(2, '0') };
}

/** Whether a text is a file number, written out, without its brackets, or without agency or year. */
export function isFileNumber(text: string, number: string): boolean {
  const [, agency = '', year = '', serial = ''] = FILE_NUMBER.exec(number) ?? [];
  if (serial === '') return false;
  const whole = [agency + year + serial, agency + serial];
  const forms = [...whole, ...whole.map((form) => `${form}号`), `${year}${serial}号`, `${serial}号`];
  return forms.includes(text.replace(/[^\p{L}\p{N}]/gu, ''));
}
