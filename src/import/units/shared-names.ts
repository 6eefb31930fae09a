import { levelOf } from './kinds.ts';
import type { NameContext } from './name-context.ts';

/** Names of a list that print a beginning or an end once for several: 县住建、水利、林业局. */
export interface SharedNames {
  printed: string;
  /** Each name in full, as the words give it. */
  names: string[];
  /** Those that are not exactly one unit that is known, or that the notice names in full. */
  unknown: string[];
}

const LEVEL_ALONE = /^(?:自治区|省|市|州|盟|县|区|旗|镇|乡)$/u;
/** What a bureau is for, without what its name ends with. */
const STEM = /^\p{Script=Han}{2,9}$/u;
/** The last of a list, whose end is of all. */
const LAST = /^(\p{Script=Han}{2,8}?)(局|委|厅|办|等?(?:有关|相关)?部门|等?单位)$/u;
/** The last of a list of towns or firms, whose end is of all: 东山、柳河镇人民政府. */
const LAST_OF_KIND = /^(\p{Script=Han}{2,3}?)((?:镇|乡|街道)(?:人民政府|办事处)?|(?:分)?公司|支行)$/u;
const SHORT_STEM = /^\p{Script=Han}{2,4}$/u;
/** No list shortens more names at once. */
const MOST = 12;
const ENDS = ['局', '委', '厅', '办'];

/** The pieces of a list, several that share words as one. */
export function findShared(pieces: string[], { kinds, knows, isNamed }: NameContext): (string | SharedNames)[] {
  const found: (string | SharedNames)[] = [];
  let level: string | undefined;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] ?? '';
    level = levelOf(piece) ?? level;
    const isOpen = (each: string) => STEM.test(each) && !kinds.looksLikeUnit(each) && !knows(each);
    const isLevel = LEVEL_ALONE.test(piece);
    const isStem = isOpen(piece) && level !== undefined && piece !== level;
    let to = index + 1;
    while (
      to < Math.min(pieces.length, index + MOST) &&
      (isLevel ? LEVEL_ALONE.test(pieces[to] ?? '') : isOpen(pieces[to] ?? '') && !LAST.test(pieces[to] ?? ''))
    )
      to++;
    const last = pieces[to] ?? '';
    const run = pieces.slice(index, to);
    const printed = [...run, last].join('、');
    const own = levelOf(last);
    if (isLevel && own !== undefined && kinds.looksLikeUnit(last)) {
      const names = [...run.map((each) => each + last.slice(own.length)), last];
      found.push({ printed, names, unknown: names.filter((name) => !isNamed(name)) });
      index = to;
      continue;
    }
    const [, first = '', kind = ''] = run.every((each) => isOpen(each) && SHORT_STEM.test(each))
      ? (LAST_OF_KIND.exec(last) ?? [])
      : [];
    if (kind !== '' && !pieces.some((each) => /[:：\d]/u.test(each))) {
      const names = [...run, first].map((each) => each + kind);
      found.push({ printed, names, unknown: names.slice(0, -1).filter((name) => !isNamed(name)) });
      index = to;
      continue;
    }
    const [, stem, end = ''] = own === undefined || run.length === 0 ? (LAST.exec(last) ?? []) : [];
    if (!isStem || stem === undefined || run.slice(1).some((each) => levelOf(each) !== undefined)) {
      found.push(piece);
      continue;
    }
    const stems = [...run, stem].map((each) => level + each.slice(levelOf(each)?.length ?? 0));
    const all = stems.map((each) =>
      (ENDS.includes(end) ? [each + end] : ENDS.map((other) => each + other)).filter(isNamed),
    );
    const names = stems.map((each, at) =>
      all[at]?.length === 1 ? (all[at][0] as string) : each + (ENDS.includes(end) ? end : '部门'),
    );
    found.push({ printed, names, unknown: names.filter((_, at) => all[at]?.length !== 1) });
    index = to;
  }
  return found;
}
