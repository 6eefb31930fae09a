import type { NameContext } from './name-context.ts';

/** Persons and telephones that stand beside the names of units: they are told, and no units. */

/** Common surnames. */
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱郭罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪姜姚谭廖邹熊陆郝孔崔邱秦侯邵孟钱尹黎贺赖龚尤褚卫窦俞柳葛奚鲍娄费岑殷罗毕郭邬卞倪孟';
/** Those that begin other words as well: 林政, 高新, 马路. */
const MORE_SURNAMES = `${SURNAMES}高林何马于程任田石方范金白康毛江史顾龙万段雷汤易常武乔文`;
const TITLE = '(?:同志|[副]?(?:局长|主任|书记|科长|处长|县长|区长|市长|镇长|乡长|部长|站长|所长|队长|院长))?';
const TELEPHONE = '(?:电话)?[:：]?[\\d—－-]{7,18}';
const person = (surnames: string) =>
  `(?:(?:欧阳|司马|上官|诸葛|[${surnames}])(?:\\p{Script=Han}{1,2}|[Xx×]{1,2})|\\p{Script=Han}某{1,2})${TITLE}`;
const IS_PERSON = new RegExp(`^${person(MORE_SURNAMES)}(?:[，,]?${TELEPHONE})?$`, 'u');
const INSIDE = new RegExp(
  `^(?:${person(MORE_SURNAMES)}[、，,]?)*(?:${person(MORE_SURNAMES)}|[，,]?${TELEPHONE}|[\\p{Script=Han}]{2,4}[，,]?${TELEPHONE})$`,
  'u',
);
const IN_BRACKET = /^((?!各).{3,})[（(](?!单位|部门|科室|处室|牵头|主|配合|协|参|负责|责任|指导)([^（()）]+)[）)]$/u;
const BEHIND_COLON = new RegExp(`^(.{3,}?)[:：](${IS_PERSON.source.slice(1, -1)})$`, 'u');
const BEHIND = new RegExp(
  `^(.{2,}(?:局|委|厅|办|部|会|院|公司|中心|办公室|政府|街道|镇|乡))(${person(SURNAMES)}(?:[，,]?${TELEPHONE})?|${TELEPHONE})$`,
  'u',
);
/** What ends the name of an office, and of no person: 县公安局许可科. */
const OFFICE = /[局委办科处室站所队场园校院司会组级片段线员证法务]$/u;

/** More characters are words that ran together. */
const LONGEST = 60;

/** A name, the person or telephone beside it, and whether a sign parts the two. */
export interface Beside {
  name: string;
  person?: string;
  sure?: boolean;
}

/** 县交通局（张三）, 县教育局：李四 13900000000, 县水利局王五: the unit, and who stands beside it. */
export function besidePerson(name: string, { kinds, knows }: NameContext): Beside {
  if (name.length > LONGEST || knows(name)) return { name };
  const [, unit = '', inside = ''] = IN_BRACKET.exec(name) ?? [];
  const isPerson = /^\p{Script=Han}{2,3}$/u.test(inside) ? kinds.kindOf(inside) === undefined : INSIDE.test(inside);
  if (unit !== '' && isPerson) return { name: unit, person: inside, sure: true };
  const [, before = '', who = ''] = BEHIND_COLON.exec(name) ?? [];
  if (before !== '' && kinds.looksLikeUnit(before)) return { name: before, person: who, sure: true };
  const [, own = '', behind = ''] = BEHIND.exec(name) ?? [];
  if (own === '' || OFFICE.test(behind) || kinds.looksLikeUnit(name) || !kinds.looksLikeUnit(own)) return { name };
  return { name: own, person: behind, sure: /^\d/u.test(behind) };
}

/** Whether a piece behind a person is one more: 县教育局：张三、李四. */
export const isPerson = (piece: string): boolean => IS_PERSON.test(piece);
