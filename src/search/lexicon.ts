import type { Role } from '../notice/duties.ts';
import { GRADES, type Grade } from '../notice/grades.ts';
import { endsOf } from './beginnings.ts';
import { wordsIn } from './everyday.ts';
import type { Fold } from './fold.ts';
import type { AnswerIndex, FieldPart, NoticeLine, Synonym, UnitAnswer } from './model.ts';
import { bareSection, dayAt, type Numbered, numbersAt } from './numbers.ts';
import { createUnitNames } from './unit-names.ts';

/** What a stretch of a query may mean beside its own letters. */
export type Meaning =
  | { kind: 'unit'; units: readonly UnitAnswer[] }
  | { kind: 'role'; role: Role }
  | { kind: 'month'; year: string; month: string; until?: string }
  | { kind: 'ongoing' }
  | { kind: 'section'; section: number; bare?: true }
  | { kind: 'task'; section: number; row: number; to?: string }
  | { kind: 'row'; row: number }
  | { kind: 'clause'; section: number; sentence: number }
  | { kind: 'notice'; notice: NoticeLine }
  | { kind: 'status'; status: Grade; part?: FieldPart }
  | { kind: 'annex' }
  | { kind: 'word'; word: Synonym }
  | { kind: 'asking' }
  | { kind: 'filler' };

export interface Meant {
  end: number;
  meaning: Meaning;
}

/** Knows words, names and numbers; everything it is asked is folded text. */
export interface Lexicon {
  /** Whatever begins at a place. */
  at(text: string, from: number): Meant[];
  /** What a whole text means. */
  whole(text: string): Meaning[];
  /** All words that are known, folded; those of a single letter left out. */
  words: readonly string[];
  /** The units that a whole text names, whether a notice does or not. */
  units(text: string): readonly UnitAnswer[];
}

/** Letters and words that ask, and say nothing of what is asked for; as patterns (`everyday.ts`). */
const ASKING = [
  ...'谁哪什么啥怎样更咋几吗呢吧啊呀嘛哦哈咧噻的地得了着过是有都也就还又为给这那些个项件我你您他们咱下与及跟和把被对让在说讲到去来里中上内想要需应该须能可会请问找归由查换补缴交打坐进拿取贵慢久懂急烦累坏远',
  ...wordsIn(`
    知道 告诉我 帮+忙/我/我看 找人 有人 一下 查询 搜索 关于 如何+/才能 想+问/查/知道/了解
    哪/哪个/哪些/哪家/什么/啥+单位/部门/机构/局/委/区县/区/人/时候/时间/年/月/天/地方 单位/部门+是/有
    归口 属于 主抓 参与 责任/主管/负责+单位/部门/人 联系人 /谁/谁来+牵头/配合/负责/主管/主办/承办/管/办/做/抓/的事
    何时+/完成/建成 几月份 几月 几号 几点 多久 多长时间 多少 完成+时间/日期/时限/期限 截止+/时间/日期/日 最后期限 时间要求 时限 期限 到期 最晚 之前 以前 以后 之后 后 时 前
    必须 完成 做/办/干/弄/搞+完/好/成/到/定 办结 到哪一步 进展 进度
    享受 意思 啥子 什么/啥/怎么+叫 在哪看 包括/包含+/哪些/什么 哪些省 谁+设/建/定/设立+/的 哪儿 怎么/怎样/如何/咋+/办/办理/处理/做/弄/搞/整/样/申请/领/交/缴/开/看/走/申报 为何
    有没有 是否 是不是 能不能 能否 可不可以 可否 可以 应当 任务 分工 全部 所有 职责 清单 列表
    里面 谢谢 你好 您好 丢了 丢失 遗失 掉了 换新 领 贵不贵 多少钱 要钱 收费 方便 行 开门 上班 用 麻烦 难 家里
    一起 一同 共同 分别 各自 承担+/的/了/什么/哪些 的+活/活儿/事儿 太/很/真/好/特别/非常+麻烦/慢/远/难/久/贵/复杂/多/多了/长 没空/没时间+去/
    http https www com cn gov html task section annex units search
    处理 什么/哪些/啥+证 材料 条件 准备/带+/材料/手续/证件/什么 而且 并且 以及 或者 或 等 同时 提到 涉及
  `),
];

/** Words of little weight, which mean themselves where nothing else is asked for. */
const FILLER = wordsIn(`
  实现 落实 推进 建成 上线 启动 开始 工作 事项 事情 事 内容 规定 要求 部分 章节 通知 文件 办理 办 做 干 搞 弄 管理 管 相关 方面 问题 情况 政策
  活 活儿 事儿 服务内容 手续 流程 业务 东西 具体 一般 主要 目前 现在 今年 最近 重庆市 重庆 全市 新办 申请 申办
`);

const ROLES = {
  lead: wordsIn('牵头+/的/了/单位/单位是/负责/办理/任务 主办+/单位/的 为主 主责'),
  support: wordsIn('配合+/的/了/单位/单位是/办理/任务 协办+/单位/的 协助+/的 参加 协同'),
};

const ONGOING = wordsIn(
  '持续+推进/推进的/ 长期+推进/任务/有效/坚持 常态化推进 没有/无/不限+期限/时限 没有/无+明确+/的+期限/时限/时间 不限期',
);

const STATUS_WORDS: Record<Grade, string[]> = {
  open: wordsIn(
    '原件待+查/查的 待查 待+核/核的/核实/核对/确认/核内容 不/未+确定/明确/清楚+/的 未定 存疑 缺失 看不清 查不到 没/没有/未+写/印/填',
  ),
  unsure: wordsIn('推定·/推定/+可能+漏录/漏录的/遗漏 漏录 遗漏'),
  inferred: wordsIn('推定 推定的 推断 推测'),
  printed: wordsIn('原文+可定/确定'),
};
const COLUMNS: Partial<Record<FieldPart, string[]>> = {
  lead: ['牵头单位', '牵头'],
  support: ['配合单位', '配合'],
  deadline: ['完成时限', '时限', '期限', '时间'],
};

const ANNEX = wordsIn('附件+/表/全表/任务表/表格 附表 任务表 任务分解 任务分解表 分解表 任务清单表 全部任务表');

function fixedMeanings(): Map<string, Meaning> {
  const known = new Map<string, Meaning>();
  for (const word of ASKING) known.set(word, { kind: 'asking' });
  for (const word of FILLER) known.set(word, { kind: 'filler' });
  for (const role of ['lead', 'support'] as const)
    for (const word of ROLES[role]) known.set(word, { kind: 'role', role });
  for (const word of ONGOING) known.set(word, { kind: 'ongoing' });
  for (const word of ANNEX) known.set(word, { kind: 'annex' });
  for (const status of GRADES) {
    for (const word of STATUS_WORDS[status]) {
      known.set(word, { kind: 'status', status });
      for (const part of ['lead', 'support', 'deadline'] as const) {
        for (const column of COLUMNS[part] ?? []) {
          for (const both of [column + word, `${column}的${word}`, word + column])
            known.set(both, { kind: 'status', status, part });
        }
      }
    }
  }
  return known;
}

const numbered = ({ end, ...meaning }: Numbered): Meant => ({ end, meaning });

/** Words that mean something, folded, units left out. */
export type KnownWords = ReadonlyMap<string, Meaning>;

export function knownWords(
  { notices }: Pick<AnswerIndex, 'notices'>,
  everyday: readonly Synonym[],
  fold: Fold,
): KnownWords {
  const known = fixedMeanings();
  for (const word of everyday) {
    for (const each of word.words) known.set(fold(each).text, { kind: 'word', word });
  }
  for (const notice of notices) {
    for (const name of [notice.title, notice.planTitle, notice.number, notice.id])
      if (name !== null) known.set(fold(name).text, { kind: 'notice', notice });
  }
  return known;
}

/** @param units all of them, those that no notice names too */
export function createLexicon(known: KnownWords, units: readonly UnitAnswer[], fold: Fold): Lexicon {
  const names = createUnitNames(units, fold);
  const ends = endsOf(known.keys());

  const at = (text: string, from: number): Meant[] => {
    const found = [...numbersAt(text, from).map(numbered)];
    const day = dayAt(text, from);
    if (day) found.push({ end: day.end, meaning: { kind: 'word', word: { words: [], targets: day.printed } } });
    for (const { end, units: called } of names.at(text, from))
      found.push({ end, meaning: { kind: 'unit', units: called } });
    for (const end of ends(text, from)) {
      const meaning = known.get(text.slice(from, end));
      if (meaning) found.push({ end, meaning });
    }
    return found;
  };
  return {
    at,
    whole: (text) => {
      const section = bareSection(text);
      const meant = at(text, 0).flatMap(({ end, meaning }) => (end === text.length ? meaning : []));
      const isNumber = ({ kind }: Meaning) => ['task', 'row', 'clause', 'month', 'section'].includes(kind);
      return [
        ...(section === undefined
          ? meant.filter(isNumber).slice(0, 1)
          : [{ kind: 'section' as const, section, bare: true as const }]),
        ...meant.filter((each) => !isNumber(each)),
      ];
    },
    words: [...known.keys()].filter(({ length }) => length > 1),
    units: names.called,
  };
}
