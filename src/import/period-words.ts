import { narrow } from './text/dates.ts';

const POINT =
  '(?:\\d{4}年|\\d{4}(?=[底末])|\\d{2}年(?:\\d{1,2}月|[底末内]|[上下]半年|第?[一二三四]季度)|[一二三四五六七八九〇零○]{4}年|\\d{4}[./．／-]\\d{1,2}|\\d{4}—\\d{1,2}—\\d{1,2}|\\d{1,2}[.．]\\d{1,2}(?=前|$)|T\\+\\d|次年|翌年|当年|今年|明年|来年|本年|每年|每半年|每季度?|每月|每周|每两个月|每两年|每[日天]|每学[期年]|(?:\\d{1,2}[-—–－~～至到])?\\d{1,2}月|[一二三四五六七八九十]{1,2}月|年底|年末|年内|年度|全年|上半年|下半年|前?第?[一二三四](?:[、和及][一二三四])*季度|长期|持续|常态|常年|逐年|分年度|随时|按时间节点|按(?:序时|时序)进度|即知|即日|即时|即办|实时|当[天日]|立即|立行立改|已完成|贯穿|半年|“?十[三四五]五”?(?:期间|末|时期)|自?(?:本[^，；]{1,4}|方案|通知|意见|办法|文件|规划)?印发|按年度|按月|按季|定期|适时|近期|[\\d一二两三四五六七八九十]{1,3}个?(?:工作日|月|日|天|周|年)之?内|(?:收到|接到)[^，；]{1,8}(?:之日起|后)\\d{1,3}个?(?:工作日|日|天)|\\d{4}—\\d{4}年)';
const STARTS = new RegExp(
  `^(?:于|在|到|自|从|力争|争取|确保|计划|预计|拟于|原则上|不晚于|不迟于|最迟|截至|截止到?)?${POINT}`,
  'u',
);
const HEAD = new RegExp(
  `^(?:于|在)?(${POINT}(?:\\d{1,2}月|首月|末月|第?[一二三四]季度|上半年|下半年)?(?:上旬|中旬|下旬|初|底|末|年底|年末)?(?:\\d{1,2}日|25日)?(?:汛期|汛|供暖季)?(?:之?前|以前|后\\S{1,5}[内前]|内|起)?)`,
  'u',
);

/** A time that an event tells, and no calendar: 汛期前, 高考前完成, “五一”期间. */
const EVENT =
  /^(?!目前|以前|当前|此前|提前|事前)[\p{Script=Han}“”]{1,10}(?:之?前|以前|期间)(?:(?:全部|全面|基本)?(?:完成|建成|实现|到位|落实到位|投用|投入使用))?$/u;

/** What a report is of: 报送工作总结. */
const REPORTED = '(?:总结|情况|进展|报告|小结|台账|信息|报表|数据|清单|结果|成效|材料|统计)';
const REPORTS = new RegExp(
  `(?:将|把)[^，；。]{2,40}?(?:报(?!建|名|批|废)|上报|汇报|反馈|抄送|抄报)|向[^，；。]{2,20}(?:报告|报送|上报|汇报|反馈)|(?:报送|上报|汇报|反馈|报告)[^，；。]{0,12}${REPORTED}|${REPORTED}(?:报送|上报|报|反馈)(?:至|到|给)?[^，；。]{2,20}$|(?:报|报送|上报|报告|报备|抄送|反馈)(?:至|到|给)?[省市州区县镇乡街][^，；。]{0,16}(?:政府|[局委办厅部室科处]|专班|小组|指挥部)(?:备案|备查|汇总)?$`,
  'u',
);

/** Whether some words say when to report (每年12月底前将工作情况报市政府), which is no time that the task itself is due. */
export const isReport = (text: string): boolean =>
  STARTS.test(narrow(text.replace(/^(?:并|同时|且|须|要|应)+/u, ''))) && REPORTS.test(text);

/** How much is done in a time: 每年500人次. */
const AMOUNT =
  /^每(?:学期|学年|半年|季度?|[年月周日天])[\p{Script=Han}]{0,4}\d[\d.,]*(?:余|多)?(?:[万亿人家户公亩套名所元件座处条吨份%]|场|个(?!月|工作日))/u;

/** Whether a piece of a bracket tells a time, and no unit. */
export const isTime = (text: string): boolean =>
  (STARTS.test(narrow(text)) && !AMOUNT.test(narrow(text))) || EVENT.test(text);

/** Whether a piece of a bracket tells a time that a task is due. */
export const isPeriod = (text: string): boolean => isTime(text) && !isReport(text);

/** Whether some words tell a time, and nothing of what is then done: 6月底前全部完成. */
export function isTimeOnly(text: string): boolean {
  const [head = ''] = HEAD.exec(narrow(text)) ?? [];
  return head !== '' && /^(?:全部|全面|基本)?(?:完成|建成|到位|落实到位)?$/u.test(text.slice(head.length));
}

/** A number tells how much is done by then, or of another time. */
const NUMBER = /\d|[一二三四五六七八九十][年月日季成]/u;

/** 2023年6月底前完成 is 2023年6月底前; 年底前全面完成 says more, and stays. */
const withoutDone = (text: string) => text.replace(/(?<=[年月日度底末初旬前后内期])(?:完成|落实到位)$/u, '');

/** The time at the front of a piece that goes on with what is then done: 2023年12月底前完成村庄分类 is 2023年12月底前. */
export function periodIn(text: string): string {
  const whole = withoutDone(text.replace(/^(?:于|在)/u, ''));
  const [head] = HEAD.exec(narrow(whole)) ?? [];
  const time = head && whole.slice(0, head.length);
  const rest = whole.slice(head?.length ?? 0);
  return time &&
    /^(?:完成|制定|出台|建成|印发|报送)/u.test(rest) &&
    !NUMBER.test(narrow(rest)) &&
    !/长期|持续|常态|坚持|推进/u.test(rest)
    ? time
    : whole;
}

/** Times that a list holds one behind the other: 6月底前完成60%，年底前全面完成. */
export const periodsIn = (pieces: string[]): string =>
  pieces.length === 1 ? periodIn(pieces[0] ?? '') : pieces.join('，');

/** 县应急局负责6月底前, 6月底前由县应急局负责: who and when, with no sign between them, as pieces of their own. */
export function timeApart(piece: string): string[] {
  const [, who, behind = ''] =
    /^(.+?(?:负责|牵头|配合|落实))((?:于|在)?[\d一二三四五六七八九十每年上下长].*)$/u.exec(piece) ?? [];
  if (who !== undefined && isPeriod(behind)) return [who, behind];
  const [, before = '', by] = /^([^由]+前)(由.+)$/u.exec(piece) ?? [];
  return by !== undefined && isPeriod(before) ? [by, before] : [piece];
}
