import { narrow } from './dates.ts';
import { numberOf } from './numbers.ts';

/** How a numbered node is labelled, the widest first. */
export const LABEL_KINDS = [
  'plain',
  'plainBelow',
  'chapter',
  'part',
  'article',
  'roman',
  'han',
  'hanBracket',
  'box',
  'bare',
  'digit',
  'decimal2',
  'decimal3',
  'decimal4',
  'item',
  'digitBracket',
  'digitHalf',
  'circle',
  'letter',
] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

export interface Label {
  kind: LabelKind;
  /** As printed, white space left out. */
  text: string;
  value: number;
}

/** What a number with a point counts, or a month behind a label: 1.5万人 is no label, 1.7月底前 begins with 1. */
const MEASURE =
  '[%％‰℃°]|万|亿|元(?!旦)|个?小时|个百分点|公里|千米|公顷|平方|立方|千瓦|兆瓦|吨|倍(?!增)|亩|月(?:\\d|[上中下]旬|[初底末份前])|[-—–~～至]\\d';
/** 1.1, 1.1.1, 1.1.1.1, whose first number is that of the heading above. */
const DECIMAL = new RegExp(
  `^(\\d{1,2}(?:\\s?[.．]\\s?\\d{1,2}){1,3})(?![.．]?\\d)[.．、]?(?=\\s*[\\p{Script=Han}\\p{Nl}“《（(]|\\s+(?:[A-Za-z]|(?:19|20)\\d{2}年))(?!\\s*(?:${MEASURE}))`,
  'u',
);

const HAN = '[一二三四五六七八九十百零〇]{1,5}';
const FORMS: [LabelKind, RegExp][] = [
  ['chapter', new RegExp(`^第(${HAN}|\\d{1,3})(?:章|篇|部分(?![，、的和]))`, 'u')],
  ['part', new RegExp(`^第(${HAN}|\\d{1,3})节`, 'u')],
  ['article', new RegExp(`^第(${HAN}|\\d{1,3})条(?!第|规定|的|、|和|中|所|或者|至)`, 'u')],
  ['roman', /^([Ⅰ-Ⅻ])[、．.]/u],
  ['han', /^([一二三四五六七八九十]{1,3})[、．.]/u],
  ['hanBracket', /^[（(]([一二三四五六七八九十]{1,3})[）)][、.．]?/u],
  [
    'box',
    new RegExp(
      `^(?:专[栏题](\\d{1,2}|${HAN})[:：]?|(?:行动|任务|工程|举措|专项行动)(\\d{1,2}|${HAN})[:：])(?=[\\p{Script=Han}“])`,
      'u',
    ),
  ],
  [
    'digit',
    /^(?:(\d{1,2})\*?(?:[.．](?!\d)|[.．](?=(?:19|20)\d{2}年|\d{1,2}月(?:\d|[上中下]旬|[初底末份前]))|、)|([⒈-⒛]))/u,
  ],
  ['digitBracket', /^(?:[（(](\d{1,2})[）)][、.．]?|([⑴-⒇]))/u],
  ['digitHalf', /^(\d{1,2})[）)][、.．]?/u],
  ['circle', /^([①-⑳])/u],
  ['letter', /^([A-H])[.．、](?=\p{Script=Han})/u],
];

/** （一）中第1项由…, 第二部分第3项由…: what names items of a heading, and is none. */
const NAMES_ITEMS =
  /^(?:[一二三四五六七八九十]{1,3}、(?=[（(]))?(?:第[^第，。]{1,4}(?:部分|章|节|条)[^第，。]{0,8}|[（(][^（()）]{1,3}[）)]\S?(?:中|里|下|内)的?)(?:第[^第，。]{1,12}项|(?:各|所有)项)/u;

/** A sign before an item or its number: ●加强排查, ★1.新建水库, ——坚持预防为主. */
const BULLET = /^(?:[★☆●○◆◇■□▲△▶►➢➤※•◎]+|—{2}(?=\p{Script=Han}))/u;
/** The sign that a text begins with; empty where none does. */
export const bulletOf = (text: string): string => BULLET.exec(text)?.[0] ?? '';

/** The label that a line begins with, white space of the line left out; a sign before it is a part of it. */
export function labelOf(line: string): Label | undefined {
  const bullet = bulletOf(line);
  const words = line.slice(bullet.length);
  if (NAMES_ITEMS.test(words)) return undefined;
  for (const [kind, form] of FORMS) {
    const match = form.exec(narrow(words));
    if (match)
      return { kind, text: bullet + words.slice(0, match[0].length), value: numberOf(match[1] ?? match[2] ?? '') };
  }
  return decimalOf(words);
}

/** The label 1.1 that a line begins with, its white space left out or not. */
export function decimalOf(line: string): (Label & { numbers: number[] }) | undefined {
  const [text, decimal = ''] = DECIMAL.exec(line) ?? [];
  if (text === undefined) return undefined;
  const numbers = decimal.split(/[.．]/u).map(Number);
  const kind = `decimal${numbers.length as 2 | 3 | 4}` as const;
  return { kind, text: text.replace(/\s/gu, ''), value: numbers.at(-1) ?? 0, numbers };
}
