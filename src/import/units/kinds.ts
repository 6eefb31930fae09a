import { NoticeError } from '../../notice/problem.ts';
import { readYamlList, type YamlFile } from '../../notice/yaml.ts';

/** The sign of a unit's level that its name begins with: 市财政局 is 市. 市场监管局 and 区县 begin with none. */
const LEVEL =
  /^(自治区|兵团|省|市(?!场|县|区|级|直|州|政(?!府|协|务))|区(?!县|域|级|直|属)|县(?!级|直|区|域|属|乡(?!村))|州|盟|旗)/u;

/** The level sign of a name, `undefined` where it has none. */
export const levelOf = (name: string): string | undefined => LEVEL.exec(name)?.[1];

interface KindRule {
  kind: string;
  begins: string[];
  ends: string[];
  names: string[];
}

/** Tells from a name what kind of unit it names, by the rules of `seeds/kinds.yaml`. */
export class Kinds {
  readonly #rules: KindRule[];

  /** @throws NoticeError on a rule that has no kind or says nothing of names */
  constructor(file: YamlFile) {
    this.#rules = readYamlList(file).map(({ value, place }) => {
      const { kind, begins = [], ends = [], names = [] } = (value ?? {}) as Partial<KindRule>;
      if (!kind || begins.length + ends.length + names.length === 0) {
        throw new NoticeError('a rule is not whole', 'Give it kind:, and begins:, ends: or names:.', place);
      }
      return { kind, begins, ends, names };
    });
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
    if (
      /[。！？：:；;“”"《》<>|\d%]|^会同|以下|任务|均|需|须|应当|负责|牵头|配合|不再|完成|按照|职责|有序|推进|加强/u.test(
        plain,
      )
    )
      return false;
    return this.kindOf(name) !== undefined;
  }
}
