import type { Role } from '../notice/duties.ts';
import { GRADES, type Grade } from '../notice/grades.ts';
import { endsOf } from './beginnings.ts';
import { wordsIn } from './everyday.ts';
import type { Fold } from './fold.ts';
import type { AnswerIndex, FieldPart, NoticeLine, SmallWords, Synonym, UnitAnswer } from './model.ts';
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

/** All that is to be done, and what its table tells of all of it: whose it is, and when it is due. */
const ANNEX = wordsIn(
  '附件+/表/全表/表格 附表 任务+/表/分解/分解表 /责任+分工 分解表 责任/主管/负责/归口+单位/部门 完成+时间/日期/时限/期限 何时/几月/什么时候+完成',
);

function fixedMeanings({ letters, asking, filler }: SmallWords): Map<string, Meaning> {
  const known = new Map<string, Meaning>();
  for (const word of [...letters, ...wordsIn(asking)]) known.set(word, { kind: 'asking' });
  for (const word of wordsIn(filler)) known.set(word, { kind: 'filler' });
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

/** No name is as long as this: what is longer is a passage of text. */
const LONGEST = 200;

const numbered = ({ end, ...meaning }: Numbered): Meant => ({ end, meaning });

/** Words that mean something, folded, units left out. */
export type KnownWords = ReadonlyMap<string, Meaning>;

export function knownWords(
  { notices }: Pick<AnswerIndex, 'notices'>,
  everyday: readonly Synonym[],
  small: SmallWords,
  fold: Fold,
): KnownWords {
  const known = fixedMeanings(small);
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
      if (text.length > LONGEST) return [];
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
