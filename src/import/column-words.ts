import { ALL_COLUMNS } from '../notice/columns.ts';
import { ROLES, type Role } from '../notice/duties.ts';
import { NoticeError } from '../notice/problem.ts';
import { readYamlList, type YamlFile } from '../notice/yaml.ts';

export const COLUMN_USES = ['number', 'group', 'task', 'detail', ...ALL_COLUMNS] as const;
/** What a column of a table that gives tasks holds. */
export type ColumnUse = (typeof COLUMN_USES)[number];

/** A text with more characters is no head. */
const LONGEST_HEAD = 80;

/** How an office calls its own units in a head: 责任科室, 牵头部室, 责任学校. */
const NAMED_OTHERWISE =
  /(?:科室|处室|股室|部室|机构|学校|学院|院系|企业|公司|党支部|方|(?<=责任|牵头|配合|主责|主办|协办|承办)(?:科|处|股|县区|区县|市县|县市区|乡镇|镇街|街道|地区|村居))$/u;
/** 市级牵头单位, 县直责任部门. */
const LEVEL_OF_UNITS =
  /^(?:国家|自治区|省|市|州|区|县|镇|乡|街道|校|院|局)(?:级|直|属|层面)?(?=牵头|责任|主责|主办|配合|协办|参与)/u;

/** 市级牵头单位：… of a line, where 市牵头单位 may be the end of a name and a label. */
const LEVEL_IN_WORDS =
  /^(?:(?:国家|省|市|州|区|县|镇|乡|校|院|局)(?:级|直)|乡镇|镇街|街道|村级|属地)(?=牵头|责任|主责|主办|配合|协办|参与)/u;

/** A head without white space, a year, what stands in brackets, and persons: 2024年预期目标 is 预期目标, `牵头单位（责任人）`, `牵头单位及责任人` are `牵头单位`. */
const plainHead = (head: string) =>
  head.length > LONGEST_HEAD
    ? head
    : head
        .normalize('NFKC')
        .replace(/\s/gu, '')
        .replace(/\([^)]*\)/gu, '')
        .replace(/[:：]$/u, '')
        .replace(/^(?:20\d{2})年度?(?=.{2})/u, '')
        .replace(/[及与、/]/gu, '和')
        .replace(/(?<=.{3})和(?:其)?(?:责任人|负责人|联系人|责任领导|人员|分工|职责)$/u, '')
        .replace(/(?<=(?:单位|部门))(?:名称|名单)$/u, '')
        .replace(/部门(?=和.{2,4}部门$)/u, '单位')
        .replace(/(?<=和.{2,4})部门$/u, '单位');

/** The head words of tables, as `seeds/columns.yaml` lists them. */
export class ColumnWords {
  readonly #uses = new Map<string, ColumnUse>();
  readonly #usual = new Map<ColumnUse, string>();
  /** Heads that tell a column, and no line. */
  readonly #tableAlone = new Set<string>();

  /** @throws NoticeError on an entry without a known use, or a head that stands twice */
  constructor(file: YamlFile) {
    for (const { value, place } of readYamlList(file)) {
      const { as, heads, only } = (value ?? {}) as { as?: ColumnUse; heads?: unknown; only?: 'table' };
      if (!as || !COLUMN_USES.includes(as) || !Array.isArray(heads)) {
        throw new NoticeError(
          'an entry does not say what its columns hold',
          `Write as: with one of ${COLUMN_USES.join(', ')}, and heads: with a list.`,
          place,
        );
      }
      for (const head of heads as string[]) {
        const known = this.#uses.get(plainHead(head));
        if (known && known !== as) {
          throw new NoticeError(`the head ${head} stands twice: as ${known} and as ${as}`, 'Keep one of them.', place);
        }
        this.#uses.set(plainHead(head), as);
        if (only === 'table') this.#tableAlone.add(plainHead(head));
        if (!this.#usual.has(as)) this.#usual.set(as, head);
      }
    }
  }

  /** What a line holds that begins with this label (牵头科室：…); `undefined` for one that is not listed. */
  useOfLabel(label: string): ColumnUse | undefined {
    return this.#tableAlone.has(plainHead(label)) ? undefined : this.#listed(plainHead(label));
  }

  /** What a column with this head holds, also where it tells the level of its units: 市级牵头单位. */
  useOf(head: string): ColumnUse | undefined {
    return this.#listed(plainHead(head)) ?? this.useOfLabel(plainHead(head).replace(LEVEL_OF_UNITS, ''));
  }

  #listed(plain: string): ColumnUse | undefined {
    const bare = plain.replace(LEVEL_IN_WORDS, '');
    return this.#uses.get(plain) ?? this.#uses.get(bare.replace(NAMED_OTHERWISE, '单位')) ?? this.#uses.get(bare);
  }

  /** Whether a head tells a column, and would tell no line: 单位. */
  isBare(head: string): boolean {
    return this.#tableAlone.has(plainHead(head));
  }

  /** Whether a head that is not listed may speak of units: 兜底单位. */
  mayNameUnits(head: string): boolean {
    return this.useOf(head) === undefined && /(?:单位|部门|科室|处室|股室|主体|责任方)$/u.test(plainHead(head));
  }

  /** The role of the names that stand in brackets under a head: 牵头单位（配合单位）. */
  roleWithin(head: string): Role | undefined {
    const use = this.#listed(plainHead(/[（(]([^（()）]{2,8})[）)]$/u.exec(head)?.[1] ?? ''));
    return ROLES.find((role) => role === use);
  }

  /** The name to show for a column where it is not the usual one of its use. */
  labelOf(head: string): string | undefined {
    const use = this.useOf(head);
    return use && this.#usual.get(use) === plainHead(head) && !head.includes('责任人') && !this.roleWithin(head)
      ? undefined
      : head.replace(/\s/gu, '');
  }

  /** Of heads none of which tells tasks, the one that does by its place: the last one not listed before who must do it. */
  taskAmong(heads: string[]): number | undefined {
    const uses = heads.map((head) => this.useOf(head));
    if (uses.some((use) => use === 'task' || use === 'detail')) return undefined;
    const isGrouped = uses.includes('group');
    const first = uses.findIndex((use) => use === 'lead' || use === 'responsible' || use === 'support');
    const before = heads.slice(0, Math.max(0, first));
    const found = before.findLastIndex(
      (head, at) =>
        uses[at] === undefined &&
        // 类别, 改造内容: a group alone may be the task itself (项目名称, 建设地点).
        (!isGrouped || /(?:内容|任务|举措|措施|事项)$/u.test(plainHead(head))) &&
        /^(?!.*(?:领导|人|电话|备注))\p{Script=Han}/u.test(head),
    );
    return found < 0 ? undefined : found;
  }

  /** Whether some texts are the heads of a table that gives tasks. */
  areHeads(texts: string[]): boolean {
    const uses = texts.map((text) => this.useOf(text));
    const distinct = new Set(uses.filter((use) => use !== undefined));
    const text = distinct.has('task') || distinct.has('detail') || distinct.has('group');
    const duties = ALL_COLUMNS.filter((use) => distinct.has(use)).length;
    // Two columns of duties beside one that is not listed: what is to be done stands in that one.
    const told = text || (duties > 1 && this.taskAmong(texts) !== undefined);
    return told && duties > 0 && distinct.size >= 2 && texts.every((each) => plainHead(each).length <= 14);
  }
}
