import { GRADES, type Grade } from '../notice/grades.ts';
import type { Fold } from './fold.ts';
import type { AnswerIndex, FieldPart, Role, Synonym, UnitAnswer, Words } from './model.ts';
import { bareSection, type Numbered, numberIn, numbersAt } from './numbers.ts';
import { createUnitNames } from './unit-names.ts';

/** What a stretch of a query may mean beside its own letters. */
export type Meaning =
  | { kind: 'unit'; units: readonly UnitAnswer[] }
  | { kind: 'role'; role: Role }
  | { kind: 'month'; year: string; month: string }
  | { kind: 'ongoing' }
  | { kind: 'section'; section: number; bare?: true }
  | { kind: 'task'; section: number; row: number }
  | { kind: 'row'; row: number }
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
  /** The units that a whole text names, whether a notice does or not. */
  units(text: string): readonly UnitAnswer[];
}

const split = (words: string): string[] => words.split(/[|\s]+/u).filter(Boolean);

/** Words that ask, and say nothing of what is asked for. */
const ASKING = split(`
  请问|我想知道|想知道|我想问一下|想问一下|我想问|想问|我想查|想查|帮我查一下|帮我查|帮忙|告诉我|查一下|查询一下|查询|查找|搜索|关于|有关于|我要|我想|想要|要|如何才能
  归哪个单位管|归哪个部门管|归哪个单位|归哪个部门|归口哪个单位|归口|归谁管|归谁负责|归谁|归哪里管|属于哪个部门|属于哪个单位|属于谁管|属于谁|属于|是谁的事|是谁的|该谁管|谁来管|谁在管|归
  由谁来牵头|由谁牵头|由谁来负责|由谁负责|由谁配合|由谁来办|由谁管|由谁主管|由谁主办|由谁|谁来牵头|谁来负责|谁来配合|谁牵头|谁负责|谁配合|谁主管|谁主办|谁承办|谁管|谁来办|谁办|谁做|谁的|找谁办|找谁问|问谁|找谁|谁来|谁是|是谁|谁
  哪个单位牵头|哪个部门牵头|哪个单位负责|哪个部门负责|哪个单位管|哪个部门管|哪个单位|哪个部门|哪个局|哪个委|哪家单位|哪家|哪些单位|哪些部门|哪些区县|哪些区|哪些|哪个|哪里办|哪里|哪儿|哪|什么单位|什么部门|什么机构
  牵头单位是谁|牵头单位是|配合单位是谁|配合单位是|责任单位是|负责单位|主管部门|主管单位|责任单位|责任部门|负责人|联系人|负责|主管|主抓|参与|找|由
  什么时候完成|什么时候能|什么时候|什么时间|啥时候|何时完成|何时|几月份|几月|几号|哪个月|哪一年|多久能|多久|多长时间|多少|截止时间|截止日期|截止日|最后期限|完成时限|完成时间|完成日期|时间要求|时限|期限|截止|到期|最晚|之前|以前
  需要完成的|要完成的|应完成的|该完成的|要完成|须完成|应完成|需完成|完成的|完成|要做的|要做|要干的|要干|要办的|应该做|该做|做好|做完|做到|办好|办完|办结|到哪一步|进展|进度
  享受|是什么意思|什么意思|是什么|有什么|做什么|干什么|干啥|做啥|有啥|什么|啥|怎么办理|怎样办理|如何办理|怎么处理|怎么办|咋办|怎么弄|怎么做|怎么样|怎么|怎样|如何|咋|为什么|为何|几
  有哪些任务|有哪些工作|有哪些事|有哪些要求|有哪些规定|有哪些|有没有规定|有没有|有多少项|有多少|是否|是不是|需要|需|应该|应当|应|该|会|能不能|能否|可不可以|可不可|可否|能|可以
  的任务|任务有哪些|任务清单|任务列表|全部任务|所有任务|任务|工作任务|分工|职责|事项清单|清单|列表|全部|所有|在哪里|在哪|去哪里|去哪儿|去哪|到哪里|到哪儿|到哪|通知里|通知中|文件里|文件中|里面|请|谢谢|你好|您好
  丢了|丢失|遗失|掉了|补办|补领|更换|换新|领取|怎么领|领|太贵|贵不贵|多少钱|收费吗|要钱吗|要不要钱|方便吗|可以吗|行吗|行不行|有用吗|开门吗|上班吗|在线吗|需要什么|要什么|需要哪些|要哪些|带什么|什么材料|材料|条件|怎么交|去哪交|怎么缴
  怎么申请|如何申请|怎么查|在哪办|哪里能办|能办|能不能办|怎么走|怎么去
  的|地|得|了|着|过|吗|呢|吧|啊|呀|嘛|哦|是|有|都|也|就|还|又|为|给|这|那|个|项|件|我|我们|咱们|咱|你|您|他|一下|下|与|及|跟|和|把|被|对|让|在|说|讲|提到|涉及|到|去|来|里|中|上|内|想
`);

/** Words of little weight, which mean themselves where nothing else is asked for. */
const FILLER = split(`
  实现|落实|推进|建成|上线|启动|开始|工作|事项|事情|事|内容|规定|要求|部分|章节|通知|文件|办理|办|做|干|搞|弄|管理|管|相关|方面|问题|情况|政策|服务内容|手续|流程|业务|东西|具体|一般|主要|目前|现在|今年|最近|重庆市|重庆|全市
`);

const ROLES: Record<Role, string[]> = {
  lead: split('牵头|牵头的|牵头单位|主办|主办单位|牵头负责|牵头办理|为主|牵头任务|主责'),
  responsible: split('责任单位|负责|责任|责任部门'),
  support: split('配合|配合的|配合单位|协办|协办单位|协助|配合办理|参加|配合任务|协同'),
};

const ONGOING = split(
  '持续推进|持续推进的|持续|长期推进|长期任务|长期有效|长期坚持|常态化推进|没有期限|无期限|没有时限|不限期',
);

const STATUS_WORDS: Record<Grade, string[]> = {
  open: split('待核|待核的|待核实|待核对|不确定|未确定|待确认|未定|存疑|缺失|看不清|查不到|待核内容'),
  unsure: split('推定·可能漏录|推定可能漏录|可能漏录|可能漏录的|漏录|遗漏|可能遗漏'),
  inferred: split('推定|推定的|推断|推测'),
  printed: split('原文可定|原文确定'),
};
const COLUMNS: Partial<Record<FieldPart, string[]>> = {
  lead: ['牵头单位', '牵头'],
  support: ['配合单位', '配合'],
  responsible: ['责任单位'],
  deadline: ['完成时限', '时限', '期限', '时间'],
};

const ANNEX = split(
  '附件|附件表|附表|附件全表|附件任务表|任务表|任务分解|任务分解表|附件表格|分解表|任务清单表|全部任务表',
);

function fixedMeanings(): Map<string, Meaning> {
  const known = new Map<string, Meaning>();
  for (const word of FILLER) known.set(word, { kind: 'filler' });
  for (const word of ASKING) known.set(word, { kind: 'asking' });
  for (const role of ['lead', 'support'] as const)
    for (const word of ROLES[role]) known.set(word, { kind: 'role', role });
  for (const word of ONGOING) known.set(word, { kind: 'ongoing' });
  for (const word of ANNEX) known.set(word, { kind: 'annex' });
  for (const status of GRADES) {
    for (const word of STATUS_WORDS[status]) {
      known.set(word, { kind: 'status', status });
      for (const part of ['lead', 'support', 'deadline'] as const) {
        for (const column of COLUMNS[part] ?? []) {
          for (const between of ['', '的']) known.set(column + between + word, { kind: 'status', status, part });
        }
      }
    }
  }
  return known;
}

const numbered = ({ end, ...meaning }: Numbered): Meant => ({ end, meaning });

/** @param words come later than the small index; without them only names and numbers are known */
export function createLexicon({ units }: AnswerIndex, fold: Fold, words?: Words): Lexicon {
  const all = [...units, ...(words?.unnamed ?? [])];
  const names = createUnitNames(all, fold);
  const known = fixedMeanings();
  for (const word of words?.synonyms ?? []) {
    for (const each of word.words) known.set(fold(each).text, { kind: 'word', word });
  }
  const longest = Math.max(...[...known.keys()].map(({ length }) => length));

  const at = (text: string, from: number): Meant[] => {
    const found = [...numbersAt(text, from).map(numbered)];
    for (const { end, units: called } of names.at(text, from))
      found.push({ end, meaning: { kind: 'unit', units: called } });
    for (let end = from + 1; end <= Math.min(text.length, from + longest); end++) {
      const meaning = known.get(text.slice(from, end));
      if (meaning) found.push({ end, meaning });
    }
    return found;
  };
  return {
    at,
    whole: (text) => {
      const section = bareSection(text);
      const number = numberIn(text);
      return [
        ...(number ? [numbered(number).meaning] : []),
        ...(section === undefined ? [] : [{ kind: 'section' as const, section, bare: true as const }]),
        ...at(text, 0)
          .filter(
            ({ end, meaning }) => end === text.length && !['task', 'row', 'month', 'section'].includes(meaning.kind),
          )
          .map(({ meaning }) => meaning),
      ];
    },
    units: names.called,
  };
}
