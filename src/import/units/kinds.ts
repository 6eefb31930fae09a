import { NoticeError } from '../../notice/problem.ts';
import { readYamlList, type YamlFile } from '../../notice/yaml.ts';

/** The sign of a unit's level that its name begins with: 市财政局 is 市. 市场监管局 and 区县 begin with none. */
const LEVEL =
  /^(自治区|兵团|省|市(?!场|县|区|级|直|州|政(?!府|协|务))|区(?!县|域|级|直|属)|县(?!级|直|区|域|属|乡(?!村))|州|盟|旗)/u;

/** The level sign of a name, `undefined` where it has none. */
export const levelOf = (name: string): string | undefined => LEVEL.exec(name)?.[1];

/** What no name is written with: a digit, a quotation mark, an arrow. */
const NO_LETTER = /[^\p{L}\u0001\s（）()〔〕〈〉［］[\]【】{}｛｝·•．.、，,—–-]/u;

interface KindRule {
  kind: string;
  begins: string[];
  ends: string[];
  names: string[];
}

type Rule = KindRule & Record<'never' | 'but', string[]>;

/** Tells from a name what kind of unit it names, by the rules of `seeds/kinds.yaml`. */
export class Kinds {
  readonly #rules: KindRule[] = [];
  /** Words that no name holds, and words of names that hold one of them. */
  readonly #never: string[] = [];
  readonly #but: string[] = [];

  /** @throws NoticeError on a rule that has no kind or says nothing of names */
  constructor(file: YamlFile) {
    for (const { value, place } of readYamlList(file)) {
      const { kind, begins = [], ends = [], names = [], never = [], but = [] } = (value ?? {}) as Partial<Rule>;
      this.#never.push(...never);
      this.#but.push(...but);
      if (never.length > 0) continue;
      if (kind && begins.length + ends.length + names.length > 0) this.#rules.push({ kind, begins, ends, names });
      else
        throw new NoticeError('a rule is not whole', 'Give it kind:, and begins:, ends: or names:; or never:.', place);
    }
  }

  /** The kind that a name tells; `undefined` for a text that looks like no unit. */
  kindOf(name: string): string | undefined {
    const whole = name.replace(/[（(〔〈[［【][^（(〔〈[［【）)〕〉\]］】]*[）)〕〉\]］】]/gu, '');
    const bare = whole.replace(LEVEL, '') || whole;
    const rule = this.#rules.find(
      ({ begins, ends, names }) =>
        names.includes(whole) ||
        begins.some((begin) => bare.startsWith(begin) && whole.length > begin.length) ||
        ends.some((end) => whole.endsWith(end) && whole.length > end.length),
    );
    return rule?.kind;
  }

  /** Whether a text may be a unit's name: it ends like one, and holds nothing that no name holds. */
  looksLikeUnit(name: string): boolean {
    if (name.length < 2 || name.length > 40) return false;
    // 12345热线办, 110指挥中心.
    const plain = name.replace(/(?<=^.{0,4})1\d{2,4}(?=\p{Script=Han}{2})/u, '');
    if (NO_LETTER.test(plain) || plain.startsWith('会同') || this.#tellsAct(plain)) return false;
    return this.kindOf(name) !== undefined;
  }

  /** Whether a text holds what no name holds: 县组织教育局, 有序推进. */
  #tellsAct(text: string): boolean {
    if (!this.#never.some((word) => text.includes(word))) return false;
    const rest = this.#but.reduce((left, word) => left.replaceAll(word, '□'), text);
    return this.#never.some((word) => rest.includes(word));
  }
}
