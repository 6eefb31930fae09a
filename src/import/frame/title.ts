import type { Paragraph } from '../document.ts';
import type { Seed } from '../seed.ts';
import { type Chars, heal, join } from '../text/chars.ts';
import {
  isAddressees,
  isAnnexLabel,
  isBody,
  isContact,
  isDateInBrackets,
  isDisclosure,
  isFoot,
  isMetaLine,
  isNavigation,
  isNumber,
  isPlainTitle,
  isSigner,
  isTitle,
  MATTER,
  metaPairs,
} from '../text/line-kinds.ts';
import { placeOfBody } from '../units/place.ts';

/** The title as the notice prints it, with the bodies that issue it. */
export interface FoundTitle {
  /** Index of its first paragraph, and of the one behind its last. */
  from: number;
  to: number;
  /** Paragraphs that name an issuing body alone. */
  issuers: Paragraph[];
  /** The other paragraphs. */
  rest: Paragraph[];
  text: string;
}

/** How many lines a title may take. */
const LINES = 7;

const isOther = (text: string) =>
  isNumber(text) ||
  isMetaLine(text) ||
  isNavigation(text) ||
  isFoot(text) ||
  isDisclosure(text) ||
  isContact(text) ||
  isDateInBrackets(text) ||
  isAddressees(text) ||
  (text.length > 70 && !isTitle(text));

/** The title that ends with paragraph `last`, as far up as its lines go. */
function titleEnding(
  seed: Seed,
  paragraphs: Paragraph[],
  last: number,
  matches: (text: string) => boolean,
): FoundTitle | undefined {
  let from = last;
  let joined = paragraphs[last]?.chars ?? { text: '', at: [] };
  if (isOther(joined.text)) return undefined;
  const above = (index: number) => {
    const [upper, lower] = [paragraphs[index], paragraphs[index + 1]];
    return upper && lower && lower.line - upper.line <= 2 && !isOther(upper.chars.text) ? upper : undefined;
  };
  while (!matches(joined.text) || (!MATTER.test(joined.text) && MATTER.test(above(from - 1)?.chars.text ?? ''))) {
    const upper = above(from - 1);
    if (!upper || last - from + 1 >= LINES) return undefined;
    joined = join([upper.chars, joined]);
    from--;
  }
  const bodies: Paragraph[] = [];
  for (let upper = above(from - 1); upper && isBody(upper.chars.text) && bodies.length < 6; upper = above(from - 1)) {
    bodies.unshift(upper);
    from--;
  }
  const rest = paragraphs.slice(from + bodies.length, last + 1);
  const own: Paragraph[] = [];
  if (bodies.length === 0) {
    while (rest.length > 1 && isBody(rest[0]?.chars.text ?? '') && rest[1]?.chars.text.search(MATTER) === 0)
      own.push(rest.shift() as Paragraph);
  }
  const issuers = [...bodies, ...own];
  const words = heal(seed, join(rest.map(({ chars }) => chars)));
  const names = issuers.map(({ chars }) => heal(seed, chars));
  return { from, to: last + 1, issuers, rest, text: names.join(' ') + words };
}

/**
 * Finds the title nearest above `before`: lines that together say 关于…的通知 or name another kind of document, with
 * the bodies that issue it above them.
 */
export function findTitle(seed: Seed, paragraphs: Paragraph[], before: number): FoundTitle | undefined {
  for (const matches of [isTitle, isPlainTitle]) {
    for (let last = before - 1; last >= 0; last--) {
      const found = titleEnding(seed, paragraphs, last, matches);
      if (found) return found;
    }
  }
  return undefined;
}

/** The title as a page's own field gives it (标题：…), where no line of the notice does. */
export function titleOfPage(paragraphs: Paragraph[]): FoundTitle | undefined {
  const text = paragraphs
    .flatMap(({ chars }) => metaPairs(chars.text))
    .find(([label, value]) => /^(?:标题|名称|信息名称|文件名称)$/u.test(label) && isTitle(value))?.[1];
  return text === undefined ? undefined : { from: 0, to: 0, issuers: [], rest: [], text };
}

/** The title of a table that is handed in alone: the first row above its heads that says nothing else. */
export function titleByPlace(seed: Seed, paragraphs: Paragraph[]): FoundTitle | undefined {
  const at = paragraphs.findIndex(
    ({ chars: { text } }) => !isOther(text) && !isAnnexLabel(text) && !isBody(text) && /\p{Script=Han}{4}/u.test(text),
  );
  const found = paragraphs[at];
  const issuers = paragraphs.slice(0, Math.max(0, at)).filter(({ chars }) => isPlaced(chars.text));
  return found && { from: at, to: at + 1, issuers, rest: [found], text: heal(seed, found.chars) };
}

const isPlaced = (name: string) => isBody(name) && placeOfBody(name) !== null;

/** 省教育厅: a body of the place whose kind it begins with. */
const isOfLevel = (name: string) => /^[省市县区州旗](?!\p{Script=Han}{0,2}人民政府)/u.test(name) && isBody(name);

/** 国家数据局, 民政部: a body of the state, which names no place. */
const OF_STATE =
  /^(?:国家|中国|中央|全国|最高人民|国务院|海关总署)|^(?:外交|教育|科技|科学技术|工业和信息化|公安|民政|司法|财政|人力资源(?:和)?社会保障|自然资源|生态环境|住房(?:和)?城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人(?:事务)?|应急(?:管理)?|国防)部/u;
const isOfState = (name: string) => isSigner(name) && OF_STATE.test(name);

/** Several bodies on one line. A blank inside one name parts no two that begin with a place of their own, or its kind. */
export function severalIn(line: string): string[] | undefined {
  const parts = line.split(/[\s、]+/u).filter((part) => part !== '');
  if (parts.length > 1)
    return parts.every((part) => isPlaced(part) || isOfLevel(part) || isOfState(part)) ? parts : undefined;
  // 中共石泓县委石泓县人民政府: the committee and the government of one place.
  for (const { index, 0: end } of line.matchAll(/(?<=^中共.{2,12})委(?:员会)?(?:办公[厅室])?/gu)) {
    const pair = [line.slice(0, index + end.length), line.slice(index + end.length)] as const;
    if (pair.every(isPlaced) && placeOfBody(pair[0]) === placeOfBody(pair[1])) return [...pair];
  }
  return undefined;
}

/** 国家数据局等部门, 省教育厅等六部门: not all that issue the notice are named. */
export const OPEN_ISSUER = /等[一二三四五六七八九十\d]{0,3}个?(?:部门|单位|部委)(?:（[^）]*）)?$/u;

/** A body that passes on what another one wrote: 云江市人民政府转发市教育局…. */
const PASSES_ON = /^(.+?(?:政府|办公[室厅]|[委局厅部]|委员会))(?:转发|批转)/u;

/** What a title says before its matter. */
const beforeMatter = (title: string): string => {
  const before = title.slice(0, Math.max(0, title.search(MATTER)));
  return PASSES_ON.exec(before)?.[1] ?? before;
};

/** What blanks and 、 part in the lines of a title before its matter. */
export const partsBeforeMatter = ({ rest }: FoundTitle, seed: Seed): string[] =>
  beforeMatter(rest.map(({ line }) => seed.line(line).trim()).join(' '))
    .split(/[\s、]+/u)
    .filter((part) => part !== '');

/** The bodies that a title names before its matter. */
export function issuersOf(title: FoundTitle, seed: Seed): string[] {
  if (title.issuers.length > 0) {
    const above = title.issuers.flatMap(({ line, chars }) => severalIn(seed.line(line)) ?? [heal(seed, chars)]);
    const words = heal(seed, join(title.rest.map(({ chars }) => chars)));
    const last = beforeMatter(words);
    return isBody(last) && placeOfBody(last) !== null ? [...above, last] : above;
  }
  const printed = title.rest.map(({ line }) => seed.line(line).trim()).join('');
  const several = severalIn(beforeMatter(printed));
  if (several) return several;
  const before = beforeMatter(title.text);
  const both = severalIn(before);
  if (both) return both;
  const first = before.replace(OPEN_ISSUER, '');
  if (first !== '') return isBody(first) ? [before] : [];
  // 石泓县教育局2024年工作要点, 石泓县人民政府工作规则.
  const [own = ''] =
    /^\p{Script=Han}{4,30}(?=(?:19|20)\d{2}年)|^\p{Script=Han}{2,16}人民政府(?:办公[厅室])?(?=工作|议事|重大)/u.exec(
      title.text,
    ) ?? [];
  return isPlaced(own) ? [own] : [];
}

/** A name that stands beside another, and is no rest of it: 人民政府 办公室 are one. */
const isWholeName = (text: string) => text.length >= 4 && isSigner(text) && !/^(?:人民政府|办公[室厅])/u.test(text);

/**
 * Characters of a stretch of a paragraph's line that wide gaps part: two signatures side by side. A gap of two blanks
 * parts names that are whole, one of one blank those that each begin with a place.
 */
export function partedByGaps(seed: Seed, chars: Chars): Chars[] {
  const wide = partedAt(seed, chars, /\s{3,}|[\u3000]{2,}/u);
  const near = partedAt(seed, chars, /\s{2,}|\u3000/u);
  if (near.length > wide.length && near.every(({ text }) => isWholeName(text))) return near;
  const single = partedAt(seed, chars, /\s/u);
  const placed = ({ text }: Chars) => isWholeName(text) && placeOfBody(text) !== null;
  return single.length > wide.length && single.every(placed) ? single : wide;
}

function partedAt(seed: Seed, chars: Chars, sign: RegExp): Chars[] {
  const parts: Chars[] = [{ text: '', at: [] }];
  for (const [index, offset] of chars.at.entries()) {
    const before = chars.at[index - 1];
    const gap = before === undefined ? '' : seed.text.slice(before + 1, offset);
    if (sign.test(gap)) parts.push({ text: '', at: [] });
    const last = parts.at(-1) as Chars;
    last.text += chars.text[index] ?? '';
    last.at.push(offset);
  }
  return parts;
}

/** The name in full of a body that a title calls 市政府办公室, where a signature or the page gives it. */
export function wholeName(name: string, signed: string[]): string {
  const short = (text: string) => text.replace(/人民政府/u, '政府');
  if (placeOfBody(name) !== null) return name;
  return signed.find((each) => placeOfBody(each) !== null && short(each).endsWith(short(name))) ?? name;
}

/** A title with a blank between the bodies that it begins with. */
export const withGaps = (title: string, issuers: string[]): string => {
  const joined = issuers.join('').replace(/\s/gu, '');
  const front = new RegExp(`^(?:\\S\\s*?){${joined.length}}`, 'u').exec(title)?.[0] ?? '';
  const isFront = issuers.length > 1 && front.replace(/\s/gu, '') === joined;
  return isFront ? `${issuers.join(' ')}${title.slice(front.length).trimStart()}` : title;
};
