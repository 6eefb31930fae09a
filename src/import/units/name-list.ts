import { splitAt } from '../text/sentences.ts';
import { levelOf } from './kinds.ts';
import type { NameContext } from './name-context.ts';
import { type Beside, besidePerson, isPerson } from './persons.ts';
import { findShared, type SharedNames } from './shared-names.ts';

/** What a list of units says. */
export interface NameList {
  /** Each unit with its name as printed and, where a list prints a common beginning once, in full. */
  names: { printed: string; full: string }[];
  /** How the list ends where it names only some: 等部门. */
  openEnd?: string;
  /** Pieces that are no unit's name as far as the words tell. */
  unlike: string[];
  /** Names with a sign beside them, which a note may explain: ★县水利局. */
  marked: { name: string; sign: string }[];
  /** Names with a person or a telephone beside them, which are none. */
  persons: Required<Beside>[];
  /** Names that share a beginning or an end. */
  shared: SharedNames[];
}

const HELD = '\u0001';
const COUNTIES = '(?:自治县|乡镇|市州|州市|区县|县区|市县|街道|地区|[市区县州盟旗镇乡])(?:（[^（）]*）)?';
/** 各市、县（市、区）人民政府 is one name, its 、 and all. */
const BODIES = '党委、(?:人民)?政府|人民政府|政府|党委|办事处|管委会';
const COLLECTIVE = new RegExp(
  `各(?:有关|相关)?${COUNTIES}(?:(?:、${COUNTIES}(?=$|[、，,；;。）)和及]|${BODIES}))+(?:${BODIES})?|党?委、(?:人民)?政府)`,
  'gu',
);
const OPEN_END =
  /等(?:(?:[省市区县州]|自治区)(?:级|直)?)?(?:有关|相关|其他|[\d一二三四五六七八九十]{1,3}个?)?(?:部门和单位|部门单位|部门、单位|职能部门|部门|单位|企业|机构|地方|地区|高校)?$/u;
/** Bodies that a list prints without their level, as it does bureaus; of the party's the name holds 委. */
const MASS = /^(?:法院|检察院|总工会|妇联|残联|工商联|科协|文联|社科联|侨联|红十字会|关工委|贸促会|供销社)$/u;
const PARTY = /^(?:组织部|宣传部|统战部|政法委|网信办|编办|党校|社会工作部)$/u;
const BUREAU = /(?<!分)(?:局|委|厅|委员会|办|办公室)$/u;

/** 教育局和财政局, with no 局 in the name of either. */
const BOTH = /^[^局厅]{2,12}[局厅][^局厅]{2,12}[局厅]$/u;

/** 各县（市、区）教育局、财政局: what the bureaus of a list are of, each of several places. */
const EACH =
  /^(各(?:有关|相关)?(?:[省州盟旗镇级]|市(?!场|政|容)|[县区](?!域)|地(?!方|质|震)|乡(?!村)|街道|（[^（）]*）|\([^()]*\)|〈[^〈〉]*〉|〔[^〔〕]*〕|\[[^[\]]*\]|［[^［］]*］|、)+)(?=[^（(〈〔[［].+(?:局|委|厅|办|委员会|办公室|部门)$)/u;

/** A sign before a name, or behind it. */
const SIGN = '[★☆▲△●◆※*＊#＃]';
const SIGNED = new RegExp(`^(${SIGN})(.+)$`, 'u');
const SIGNED_BEHIND = new RegExp(`^(.+?)(${SIGN})$`, 'u');

/** What parts names; a blank stands where lines of one list were joined. */
export const MARKS = '、，,；; ';

/** What is left of a name that was cut: 政局. */
const REST = /^(?:(?![各总分支邮税])\p{Script=Han}[局厅]|员会)$/u;
/** Whether a name is the end of a longer one, and none of its own as far as its words tell. */
const isRestOfName = (name: string): boolean => levelOf(name) === undefined && REST.test(name);

/** Whether a name may be the end of the one before it: 交警大队, and neither 县财政局 nor 各乡镇. */
export const mayGoOn = (name: string): boolean =>
  levelOf(name) === undefined && !/^(?:各|有关|相关|[—－-]+$)/u.test(name);

/** Cuts a name at 和, 及 or 会同 where both sides are names: 住房和城乡建设局 is one, 市教育局和市财政局 are two. */
function splitAnd(name: string, { kinds, knows }: NameContext): string[] {
  if (knows(name)) return [name];
  for (const { index, 0: word } of name.matchAll(
    /以及|及其|及|和|与|会同|联合|(?<=[局委厅办部])会(?=[省市县区州])/gu,
  )) {
    const [left, right] = [name.slice(0, index), name.slice(index + word.length)];
    if (!kinds.looksLikeUnit(left) || !kinds.looksLikeUnit(right)) continue;
    // 各乡镇党委和人民政府.
    if (/^各.*党?委$/u.test(left) && /^(?:人民)?政府$/u.test(right)) continue;
    const ends = word === '会同' || BUREAU.test(left) || knows(left) || /(?:部|政府|公司|中心)$/u.test(left);
    const begins =
      levelOf(right) || /^(?:国家|中国|中央|全国|人民)/u.test(right) || word === '会同' || BOTH.test(`${left}${right}`);
    if (/^(?:各|有关|相关|其他|地方|属地|所在)/u.test(right) || (ends && begins))
      return [left, ...splitAnd(right, { kinds, knows } as NameContext)];
  }
  return [name];
}

/** Two names that a slash parts, or another sign that no name holds. */
function apartBySlash(name: string, { kinds, knows }: NameContext): string[] {
  const parts = name.split(/[/／\\+＋·|｜&＆]|[—–-]+(?=[省市县区州])/u);
  return parts.length > 1 && !knows(name) && parts.every((part) => kinds.looksLikeUnit(part)) ? parts : [name];
}

/** Names that a blank parted, which is lost: 市教育局市财政局. 市委市政府督查室 is one. */
function runTogether(name: string, context: NameContext): string[] {
  if (context.knows(name)) return [name];
  for (const { index } of name.matchAll(/(?<=[局厅办室]|.委)(?=[省市区县州盟旗]|各(?!成员))/gu)) {
    const [left, right] = [name.slice(0, index), name.slice(index)];
    const isWhole = left.length > 2 && context.kinds.looksLikeUnit(left) && BUREAU.test(left);
    const begins = levelOf(right) !== undefined || right.startsWith('各');
    if (isWhole && begins && context.kinds.looksLikeUnit(right)) return [left, ...runTogether(right, context)];
  }
  return [name];
}

/** A name in full that is no bureau's: 妇联 is 市妇联, 宣传部 市委宣传部, 团委 团市委. */
function wholeName(name: string, level: string, knows: (name: string) => boolean): string {
  if (level === '' || knows(name)) return name;
  if (MASS.test(name)) return level + name;
  const party = level === '自治区' ? '自治区党委' : `${level}委`;
  if (PARTY.test(name)) return party + name;
  return name === '团委' && level !== '自治区' ? `团${party}` : name;
}

/**
 * Reads a list of units: 、 ， ； part names outside brackets, a common beginning printed once is given back to each
 * name (市发改委、财政局 is 市财政局), 等部门 is no name. Nothing is looked up here but what `context` knows.
 *
 * @param given the list, a piece a paragraph: where each alone looks like names they are parted. A `\n` in a piece is a
 *   break of line, which parts names only before a level sign or 各
 */
export function readNames(given: string[], context: NameContext): NameList {
  const { kinds, ownLevel, stems, knows } = context;
  const result: NameList = { names: [], unlike: [], marked: [], persons: [], shared: [] };
  // A table written with signs breaks its lines by <br>.
  const pieces = given
    .map((piece) => piece.replace(/<br\/?>/giu, '、'))
    // 县教育局、县财政局（按职责分工负责）.
    .map((piece) => piece.replace(/[（(](?:按(?:照)?(?:各自)?职责)?(?:分工|共同|分别)负责[）)]$/u, ''))
    // Names that a cell numbers: 1.市财政局；2.市民政局.
    .map((piece) => piece.replace(/(^|[；;、，,\s])\d{1,2}[.．、](?=\p{Script=Han})/gu, '$1'))
    .map((piece) =>
      // A narrow column breaks its lines amid names too.
      piece.replace(/\n/gu, (_, at: number) => {
        const [before, behind] = [piece.slice(0, at), piece.slice(at)].map((part) => part.replace(/\n/gu, '')) as [
          string,
          string,
        ];
        return BUREAU.test(before) && (levelOf(behind) !== undefined || behind.startsWith('各')) ? '、' : '';
      }),
    );
  let text = pieces.join('').replace(COLLECTIVE, (held) => held.replace(/、/gu, HELD));
  if (pieces.length > 1) {
    const apart = pieces.map((piece) => readNames([piece], context));
    const whole = apart.every(
      ({ names, unlike }) =>
        names.length > 0 && unlike.length === 0 && !/[市区县州]$/u.test(names.at(-1)?.printed ?? ''),
    );
    if (whole)
      text = pieces
        .map((piece) => piece.replace(COLLECTIVE, (held) => held.replace(/、/gu, HELD)).replace(/[、，,；;]+$/u, ''))
        .join('、');
  }
  text = text.replace(/[。.]$/u, '');
  let level = '';
  const tail = /^(.+?)等((?:有关|相关|各).*(?:政府|办事处|管委会))$/u.exec(text);
  if (tail) text = `${tail[1]}、${tail[2]}`;
  text = text.replace(
    /等(?:[省市区县州](?:级|直)?)?(?:有关|相关)?(?:部门|单位)(?:以及|及|和|与)(?=各|有关|相关)/gu,
    () => {
      result.openEnd ??= '等部门';
      return '、';
    },
  );
  const open = OPEN_END.exec(text);
  if (open && kinds.looksLikeUnit((splitAt(text.slice(0, open.index), MARKS).at(-1) ?? '').replaceAll(HELD, '、'))) {
    text = text.slice(0, open.index);
    result.openEnd = open[0];
  }
  /** A name without the 等 that ends a list before further names: 省商务厅等，各市州人民政府. */
  const closed = (piece: string): string => {
    const [end = ''] = OPEN_END.exec(piece) ?? [];
    const name = piece.slice(0, piece.length - end.length);
    if (end === '' || knows(piece) || !kinds.looksLikeUnit(name)) return piece;
    result.openEnd ??= end;
    return name;
  };
  const apart = splitAt(text, MARKS)
    .flatMap((each) => apartBySlash(each, context))
    .flatMap((each) => runTogether(each, context))
    .map((each) => {
      const [, sign = '', name = each] = SIGNED.exec(each) ?? [];
      const [, before = name, behind = ''] = SIGNED_BEHIND.exec(name) ?? [];
      if (sign + behind !== '') result.marked.push({ name: before, sign: sign + behind });
      return before;
    })
    .flatMap((each) => splitAnd(closed(each), context).map(closed));
  const all = findShared(apart, context);
  // An office among a body's own is no bureau of the place: 督导办、教师工作处.
  const isInner = apart.some((name) => /[处科股]$/u.test(name) && levelOf(name) === undefined);
  let each = '';
  for (const piece of all) {
    if (typeof piece !== 'string') {
      result.shared.push(piece);
      result.names.push(...piece.names.map((name) => ({ printed: name, full: name })));
      level = levelOf(piece.names[0] ?? '') ?? level;
      continue;
    }
    if (result.persons.length > 0 && isPerson(piece)) continue;
    const { name: printed, person, sure = false } = besidePerson(piece.replaceAll(HELD, '、'), context);
    if (person !== undefined) result.persons.push({ name: printed, person, sure });
    const own = levelOf(printed);
    if (own) level = own;
    if (own || printed.startsWith('各')) each = EACH.exec(printed)?.[1] ?? '';
    const bare =
      own === undefined &&
      !knows(printed) &&
      // 财政局（国资办） is a bureau's name too.
      BUREAU.test(printed.replace(/(?<=.{2})[（(][^（()）]+[）)]$/u, '')) &&
      !PARTY.test(printed) &&
      !(isInner && printed.endsWith('办')) &&
      // The office of the body itself.
      printed !== '办公室' &&
      !/^(?:各|[厅局委部](?=.{2})|有关|相关|其他|国家|中央|中国|国网|团|人民|驻|镇|街道|乡(?!村)|[市区县州盟旗](?:级|直|属))/u.test(
        printed,
      ) &&
      !/.(?:省|市|区|县|州|盟|旗)/u.test(printed.replace(/市场|城市|社区|区域|地区|市政|县域|城区/gu, '')) &&
      !stems.some((stem) => printed.startsWith(stem));
    // 青岚县委、县人民政府: the government of the same county.
    const [, county] = /^(.{2,8}[市县区旗州])委$/u.exec(result.names.at(-1)?.full ?? '') ?? [];
    const isOfCounty =
      county !== undefined && printed.startsWith(county.at(-1) ?? '') && /^.(?:人民)?政府$/u.test(printed);
    const full = isOfCounty
      ? county + printed.slice(1)
      : bare
        ? (each || level || ownLevel) + printed
        : wholeName(printed, level || ownLevel, knows);
    const [one = '', other = ''] = printed.split('或');
    // 甲或乙 is neither for certain.
    const isEither = kinds.looksLikeUnit(one) && kinds.looksLikeUnit(other);
    const isOpen = (isEither || /^.{1,4}等.{0,4}(?:部门|单位)$/u.test(printed)) && !knows(printed);
    const isName = kinds.looksLikeUnit(printed) && !isRestOfName(printed);
    if (!isOpen && (isName || knows(printed))) result.names.push({ printed, full });
    else result.unlike.push(printed);
  }
  return result;
}
