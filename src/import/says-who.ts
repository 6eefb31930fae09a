import type { DutyNames } from './duty-names.ts';
import { isPeriod } from './period-words.ts';
import { BY_SHARE } from './role-verbs.ts';
import { splitAt } from './text/sentences.ts';

/** What speaks of everybody. */
export const GENERAL = /^(?:各|有关|相关)/u;

/** 县财政局要负责…, 由县水利局牵头…: who does something, as running words say it. */
const SAYS_WHO =
  /^(.{2,60}?)(?:要|应当?|须|需)?(?:具体|共同|分别|统一|主要|密切|积极|依法)?(?:负责(?!人|解释)|牵头|会同|联合(?!会)|商(?=[省市县区州各])|配合|协助|承担)/u;

/** Who answers in person, or what is done with the work and is none of it: 由县政府分管领导召集, 由县政府批准. */
const NO_ACT = /^.{0,16}(?:领导(?!小组)|负责(?:人|同志)|分管|成立|设立|组建|组成|担任|批准|审定|汇总|备案)/u;

/** 责任单位均为县教育局: a label amid running words, with what stands behind it. */
const LABEL_AMID = /(?:责任|牵头|主责|主办|承办|配合|协办)(?:单位|部门)(?:均|都|分别)?[为是：:]?(.{2,})$/u;
/** 建站1处县住建局负责, whose blank is lost. */
const DOER_AT_END =
  /[省市县区州旗镇乡]\p{Script=Han}{1,12}(?:[局委办厅部院]|政府|中心|公司)(?:具体|共同|分别|联合)?(?:负责|牵头|落实)$/u;

/** 各街道为责任主体. */
const IS_CALLED = /^(.{2,60}?)为(?:第一)?(?:责任|牵头|配合)(?:单位|部门|主体)$/u;
/** 县水利局要排查隐患，6月10日前完成. */
const MUST = /^(.{2,60}?)(?:要|须|应当?|必须)(?=.{2})/u;
/** 县水利局于6月10日前完成排查. */
const BY_WHEN = /^(\D{2,60}?)(?:于|在)?((?:\d|每).{3,})$/u;
/** 市交通局：修路. */
const HEADS = /^([^：:]{2,60})[：:](?=\p{Script=Han}{2})/u;

const isPoint = (words: string) => isPeriod(words) && /[前底末]/u.test(words);
const firstOf = (form: RegExp, text: string): string => form.exec(text)?.[1] ?? '';

/** Whether a piece of a sentence says what a unit does, as running words do, in whatever form. */
export function saysWho(names: DutyNames, text: string): boolean {
  const pieces = splitAt(text, '，,；;。');
  const isDue = pieces.some(isPoint);
  const isDoer = (name: string) => !GENERAL.test(name) && names.isNamesAlone(name) && names.isDoer(name);
  return pieces.some((piece) => {
    if (/解释/u.test(piece)) return false;
    if (names.isNamesAlone(firstOf(IS_CALLED, piece))) return true;
    if (names.beginsWithName(`${firstOf(LABEL_AMID, piece)}。`) || DOER_AT_END.test(piece)) return true;
    if (isDue && isDoer(firstOf(MUST, piece))) return true;
    const [, who = '', when = ''] = BY_WHEN.exec(piece) ?? [];
    if (isPoint(when) && isDoer(who)) return true;
    const headed = firstOf(HEADS, piece);
    if (names.isNamesAlone(headed) && names.isDoer(headed)) return true;
    // 由甲制定方案.
    const by = piece.replace(/^.*?(?<!自)由(?=.{2})/u, '');
    if (by !== piece && !NO_ACT.test(by) && names.beginsWithName(by, true)) return true;
    const said = BY_SHARE.test(by) ? by.replace(BY_SHARE, '') : firstOf(SAYS_WHO, by);
    // 由甲或乙负责; 县政府办统筹县教育局负责 is no list of names, and says who.
    const isSaid = said.split('或').some((each) => names.isNamesAlone(each));
    return isSaid || (!GENERAL.test(said) && names.mayNameDoer(said));
  });
}
