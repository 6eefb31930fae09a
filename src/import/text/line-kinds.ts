import { narrow } from './dates.ts';
import { labelOf } from './labels.ts';

/** What a line outside the body of a notice is, by its words. */

/** The buttons, paths and lists of a web page. */
const NAVIGATION =
  /扫一扫(?:[，,]|分享|关注|下载|打开|在|用|看|$)|分享到|打印本页|【打印|\[打印|【关闭|\[关闭|关闭窗口|关闭本页|^上一[篇条][:：]?|^下一[篇条][:：]?|^相关(?:解读|稿件|文件|链接|阅读|新闻|信息|附件|报道|政策)|^主办(?:单位)?[:：]|^承办(?:单位)?[:：]|版权所有|网站标识码|公网安备|ICP备|^字体|字号[:：]|返回(?:顶部|首页|上页)|^返回$|网站地图$|^网站地图|^联系我们|附件下载|^(?:您)?(?:当前|所在|您的|您现在的)?(?:所在的?)?位置(?:是)?[:：]|首页(?:[>＞»/]|&gt;)|^首页|网站首页|(?:点击(?:率|数|量)|浏览(?:量|次数|数)|阅读(?:量|次数))(?:[:：\d]|$)|支持IPv6|^责任编辑|^编辑[:：]|^收藏$|微信扫|^来源[:：]|^作者[:：]|图解[:：】]|^【?政策解读|^(?:我要)?纠错$|我要评论|^-+$|^[─━—_＿=＝*]{6,}$/u;

/** Buttons alone in a line, one or several. */
const BUTTONS =
  /^[【［[（(]?(?:(?:微信|微博|新浪|腾讯|QQ|空间|朋友圈|收藏|打印|关闭|顶部|TOP|下载|分享|返回|回到|更多|转发|举报|点赞|繁体|简体|大|中|小|默认|超大|登录|注册|网站无障碍|进入|开启|切换|无障碍(?:浏览|阅读|模式|版|通道|声明)?|适老化?(?:模式|版)?|长者(?:助手|模式|版|专区)|关怀(?:模式|版)|网站支持IPv6|[】］\]）)［【[（(|·>]|字号|字体)[:：]?){1,12}$/iu;
/** What a page offers or says beside a notice. */
const BESIDE =
  /^[【［[]?(?:政策|视频|媒体|文字|图片|图文|图表|专家|部门|音频|动漫|一图|新闻|H5)?(?:解读|图解|问答|读懂)(?:链接|材料|文件|全文)?[】］\]]?(?:[:：].*)?$|^【.{0,4}(?:解读|图解|问答)】|^一图读懂|^(?:关联|相关|推荐|热门|延伸|更多|最新|猜你)(?:文档|文件|稿件|信息|阅读|文章|政策|专题|推荐|喜欢|内容)[:：]?$|我要(?:纠错|评论|咨询|收藏|打印|分享|写信)|责任编辑[:：]|^[（(]?(?:责编|校对|审核|初审|复审|终审|签发|编审)[:：]|Copyright|©|^技术支持[:：]|建议使用.*(?:浏览|分辨率)|(?:PDF|Word|OFD|文件|附件|全文).{0,4}下载$|^点击(?:下载|查看)|访客|访问量|^阅读[:：]?\d+|^(?:用户评论|智能问答|无标题文档)$|新媒体矩阵|^政府信息公开(?:指南|制度|年报|目录)|^地址[:：].*邮编|^邮编[:：]|^首页$/iu;

/** A line of a web page around the notice; a title that speaks of what pages speak of (无障碍, 扫一扫) is none. */
export const isNavigation = (text: string): boolean =>
  text.length < 160 &&
  (/[:：]/u.test(text) || !isTitle(text)) &&
  (NAVIGATION.test(text) || BESIDE.test(text) || (text.length > 1 && BUTTONS.test(text))) &&
  !/。/u.test(text) &&
  labelOf(text) === undefined;

/** 前言: what heads the text before the first number. */
export const isPreface = (text: string): boolean => /^(?:前言|引言|序言|导言|导语)$/u.test(text);

/** A note beside a table: 注：…, 备注1…. */
export const isNote = (text: string): boolean => /^(?:注|备注|说明)[:：\d]/u.test(text);

const META = [
  '索引号',
  '索取号',
  '主题分类',
  '主题词',
  '发布机构',
  '发文机关',
  '发文单位',
  '制发机关',
  '公开机构',
  '成文日期',
  '发文日期',
  '印发日期',
  '生成日期',
  '成文时间',
  '公文生成日期',
  '发文机构',
  '机构名称',
  '所属类目',
  '分类',
  '发文时间',
  '文件类型',
  '公文目录',
  '内容概述',
  '备注/文号',
  '发文字号',
  '文号',
  '文件编号',
  '标题',
  '名称',
  '信息名称',
  '文件名称',
  '有效性',
  '时效性',
  '效力状态',
  '公开方式',
  '公开范围',
  '发布日期',
  '发布时间',
  '公开日期',
  '公文种类',
  '体裁',
  '组配分类',
  '信息分类',
  '服务对象',
  '废止日期',
  '生效日期',
  '关键词',
  '来源',
  '信息来源',
  '公开类别',
  '公开时限',
  '主题',
];
const META_LABEL = new RegExp(`^(?:${META.join('|')})[:：]?$`, 'u');

/** Whether a cell of a web page's own table is the name of a field. */
export const isMetaLabel = (text: string): boolean => META_LABEL.test(text);

const META_PAIR = new RegExp(`(${META.join('|')})[:：]`, 'gu');

/** The fields of a web page that a line holds, with their values: 文号：… 发布日期：…. */
export function metaPairs(line: string): [label: string, value: string][] {
  const text = line.replace(/^[-•·●▪*]+/u, '');
  const marks = [...text.matchAll(META_PAIR)];
  if (marks[0]?.index !== 0) return spacedPairs(text);
  return marks.map(({ 0: mark, 1: label = '', index }, at) => [
    label,
    text.slice(index + mark.length, marks[at + 1]?.index),
  ]);
}

const META_WORD = new RegExp(META.join('|'), 'gu');

/** Fields whose names and values blanks alone part, which are lost: 发布机构县政府办文号云政办〔2024〕6号. */
function spacedPairs(text: string): [label: string, value: string][] {
  const marks = /[。，；]/u.test(text) ? [] : [...text.matchAll(META_WORD)];
  const pairs = marks.map(({ 0: label, index }, at): [string, string] => [
    label,
    text.slice(index + label.length, marks[at + 1]?.index),
  ]);
  const told = pairs.filter(([, value]) => isNumber(value) || /^\d{4}[-年]\d{1,2}[-月]/u.test(value));
  return marks[0]?.index === 0 && marks.length > 1 && told.length > 0 ? pairs : [];
}

/** A line that a web page tells of the notice: 发布日期：2023-04-11, 来源：…. */
export const isMetaLine = (text: string): boolean =>
  (metaPairs(text).length > 0 && text.length < 200) ||
  /^(?:发布(?:日期|时间)|发稿时间|公开日期|信息来源|来源|作者|索引号|成文日期|时间)[:：]/u.test(text) ||
  /^\d{4}-\d{1,2}-\d{1,2}(?:\d{1,2}:\d{2}(?::\d{2})?)?(?:来源|作者|浏览|[\p{Script=Han}]{2,16}(?:办公室|政府|局|委|厅)$|$)/u.test(
    text,
  );

/** 发布日期 in one of its forms, with the date behind it. */
export const PUBLISHED = /(?:发布(?:日期|时间)|发稿时间|公开日期|上网日期|^时间)[:：]?/u;

const YEAR = '(?:19|20)\\d{2}';
/** 云政办发〔2023〕12号, with any brackets or none. */
const NUMBER = new RegExp(
  `^[（(]?\\p{Script=Han}{2,14}(?:字|函|令)?[〔\\[［（(【〈﹝]?${YEAR}[〕\\]］）)】〉﹞]?(?:年)?第?[-—]?\\d{1,5}(?:[-—–]\\d{1,2})?号[）)]?$`,
  'u',
);
/** What a line prints before its number: how urgent it is, or the number that it is registered by; and what behind. */
const AROUND_NUMBER =
  /^(?:[特加平]急|特提|急件|[A-Z][A-Z\d—–-]{5,24})?(.+?号[）)]?)(?:[（(](?:公开|此件.{2,8})[）)]|签发人[:：].{2,12})?$/u;

/** Where the number of a notice stands in a line of its own: 特急 云政办明电〔2023〕2号, 云政发〔2023〕12号 签发人：张某. */
export function numberIn(text: string): { from: number; to: number } | undefined {
  const { 1: inner = '' } = AROUND_NUMBER.exec(text) ?? [];
  const own = [inner, text].find((each) => isPlainNumber(each));
  const from = own === undefined ? -1 : text.indexOf(own);
  return from < 0 ? undefined : { from, to: from + (own ?? '').length };
}

const isPlainNumber = (text: string): boolean =>
  (NUMBER.test(narrow(text)) && text.length <= 32) ||
  /^[（(]?(?:[〔[［（(]?(?:19|20)\d{2}[〕\]］）)]?年?)第?\d{1,4}[号期][）)]?$/u.test(narrow(text));
export const isNumber = (text: string): boolean => numberIn(text) !== undefined;

/** （2024年2月20日）, under a title, with the number before or behind it. */
export const isDateInBrackets = (text: string): boolean =>
  /^[（(](?:[^（）]{4,30}号[，,]?)?(?:\d{4}|[〇零○一二三四五六七八九]{4})年.{1,4}月.{1,3}日[^（）]{0,40}[）)]$/u.test(
    text,
  );

const DOCUMENTS =
  '通知|意见|批复|复函|的?函|方案|办法|决定|通报|公告|通告|规定|细则|要点|计划|报告|请示|纪要|规划|措施|清单|规程|标准|预案|条例|指引|指南|安排|分工|分解表|任务书|行动|规则|章程|若干政策|政策|制度|建议';
/** Where the words of a title begin that tell its matter, behind the bodies that issue it. */
export const MATTER = /关于|(?:印发|转发|批转)(?=[《〈])/u;
const TITLE = new RegExp(
  `^[^。；！？|>]{0,80}?(?:${MATTER.source})[^。；！？|>]{2,160}(?:${DOCUMENTS})(?:[（(][^（()）]{1,30}[）)])?$`,
  'u',
);
const PLAIN_TITLE = new RegExp(`^[^。；！？：:|>]{4,70}(?:${DOCUMENTS})(?:[（(][^（()）]{1,30}[）)])?$`, 'u');
export const isTitle = (text: string): boolean => TITLE.test(text) && !/^(?:上|下)一[篇条]/u.test(text);
export const isPlainTitle = (text: string): boolean => PLAIN_TITLE.test(text);

const BODY_ENDS =
  '人民政府|政府|办公室|办公厅|委员会|局|厅|委|部|院|会|中心|公司|集团|组|指挥部|支队|总队|大队|银行|分行|学校|大学|总工会|妇联|残联|红十字会|海关|工委|党组|法院|检察院|管委会|办事处|公署|联合会|协会|学会|管理处|联席会议|党支部|总支部|党总支|[^公]司';
const BODY = new RegExp(`^[\\p{Script=Han}（）()·]{3,36}(?:${BODY_ENDS})(?:（[^）]{1,12}）)?$`, 'u');
/** The name of a body that issues notices, alone in its line. */
export const isBody = (text: string): boolean =>
  BODY.test(text) && !/^(?:各|有关|关于|附件)|牵头|负责|重点任务/u.test(text);

const SIGNER =
  /^[\p{Script=Han}（）]{2,30}(?:办|部|委|局|署|社|会|院|行|团|室|处|司|党支部|总支|集团|大学|学院|医院|学校|中学|小学|馆|站|所|台|中心)$/u;
/** The name of a body above the date, where a shorter one may stand than elsewhere: 科技部, 中央网信办. */
export const isSigner = (text: string): boolean =>
  isBody(text) || (SIGNER.test(text) && !/^(?:各|有关|关于|附件)|牵头|负责|重点任务/u.test(text));

/** 此件公开发布 in its forms, and what else stands in brackets behind the signature. */
export const isDisclosure = (text: string): boolean =>
  /^[（(【][^（()）]*(?:公开|删减|不予公开|此件)[^（()）]*[）)】]$/u.test(text) ||
  /^(?:公开属性|公开方式|信息公开选项)[:：]/u.test(text) ||
  /^此件(?:公开发布|主动公开|依申请公开|删减后公开)。?$/u.test(text);
export const isContact = (text: string): boolean =>
  /^[（(]?(?:联系人|联系电话|联系单位|咨询电话|联系方式)[:：]/u.test(text);

/** 附件 alone, with or without its number. */
const ANNEX = /^(?:详见)?附(?:件|表|录)[:：]?(\d{1,2}(?:[-—－–.．]\d{1,2})?|[一二三四五六七八九十]{1,2})?[:：]?$/u;
export const isAnnexLabel = (text: string): boolean => ANNEX.test(narrow(text)) || /^附[:：]$/u.test(text);
/** 附件：…: the line that announces an annex. */
export const isAnnouncement = (text: string): boolean =>
  /^附件[:：].+/u.test(text) ||
  /^附[:：][^。，]{4,60}$/u.test(text) ||
  /^附件\d{1,2}(?:[-—－–.．]\d{1,2})?[:：.．、].+/u.test(text);
/** 抄送：…, …2023年4月7日印发: what is printed at a notice's foot. */
export const isFoot = (text: string): boolean =>
  /^(?:抄送|抄报|主送|主题词|分送)[:：]/u.test(text) ||
  /^.{0,30}\d{4}年\d{1,2}月\d{1,2}日印发$/u.test(text) ||
  /^(?:共印|印)\d+份/u.test(text);

export const isAddressees = (text: string): boolean =>
  /[:：]$/u.test(text) &&
  text.length >= 3 &&
  text.length <= 400 &&
  !/[。；]|^附件/u.test(text) &&
  /各|政府|委|局|厅|办|部|公司|单位|机构|中心|院|学校|企业/u.test(text) &&
  !isMetaLabel(text) &&
  !isMetaLine(text) &&
  !/^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.、])|如下[:：]$|通知如下|以下[^，]{0,6}[:：]$|扫一扫|主办|承办|(?:来源|作者|编辑|时间|日期|次数|[击览读][数量]|字号|字体)[:：]/u.test(
    text,
  );
