import type { ColumnWords } from './column-words.ts';
import { splitAt } from './text/sentences.ts';
import type { NoticeUnits } from './units/unit-book.ts';

export const NO_DUTY =
  /^(?:包括|含|如|例如|比如|即|以下(?:统)?简称|简称|见|详见|附|附件|注|其中|下同|不含|除|原|现|暂|试行|征求意见|联系|此件)/u;
/** A name that tells of a body, where none has a level or a place: 幼儿园、中小学校 in a bracket are whom a sentence speaks of. */
export const DOER =
  /(?:局|委|厅|办|处|科|室|署|部|股|政府|部门|单位|支队|大队|总队|公司|专班|小组|组织|妇联|残联|科协|工会|团委|工商联)$/u;

/** What the name of a body with a level or a place ends with, besides. */
const BODY = new RegExp(`${DOER.source}|(?:中心|委员会|管委会|集团|分行|供销合?作?社|检察院|法院|红十字会)$`, 'u');

/** What no name holds, and a sentence that ends like one does. */
const NO_NAME =
  /成员|(?<!自)由|将(?!军)|要(?!素)|对(?!外[经贸]|口支援)|把|及时|(?<!社会|经济)组织(?!部|人事)|统筹|加强|做好|开展|依托|结合|根据|设在|设立|成立|的/u;
/** 市统筹城乡工作办公室, 县城乡统筹发展中心; 县统筹财政局 tells what 县 does. */
const OF_UNITY =
  /^\p{Script=Han}{0,6}[省市区县州旗镇乡](?:城乡|区域|农村|经济)?统筹(?:(?=[局办委]$)|城乡|区域|发展(?!和?改革)|(?:推进|协调)(?=[局委办]$|.*(?:办公室|中心|小组|专班)$)|规划|工作|管理|服务)/u;

/** More characters before a word than the name of a unit has. */
const LONGEST_NAME = 30;

/** Tells whether words are names of units. */
export class DutyNames {
  readonly #units: NoticeUnits;
  readonly #columns: ColumnWords;
  /** What short texts were found to be: a notice says the same names again and again. */
  readonly #read = new Map<string, boolean>();

  constructor(units: NoticeUnits, columns: ColumnWords) {
    this.#units = units;
    this.#columns = columns;
  }

  /** Whether all that a text says are names of units. */
  isNames(text: string): boolean {
    const known = this.#read.get(text);
    if (known !== undefined) return known;
    const { names, unlike } = this.#units.read([text]);
    const found = names.length > 0 && unlike.length === 0;
    if (text.length <= LONGEST_NAME) this.#read.set(text, found);
    return found;
  }

  /** Whether a text is names that may be units', and may be of things that its sentence speaks of. */
  mayBeNames(text: string): boolean {
    return !NO_DUTY.test(text) && this.isNames(text) && !this.tellDoer([text]);
  }

  /** Whether one of the pieces of a text is a unit of some place or level, and the text as a whole no duty. */
  namesSome(text: string): boolean {
    const isUnit = (piece: string) =>
      piece.length > 2 && (DOER.test(piece) || this.#units.isPlaced(piece)) && this.isNames(piece);
    // 市教育局张三, 组织实施：市教育局, 市教育局：制定方案.
    const parts = (piece: string) => [piece, piece.slice(0, -2), piece.slice(0, -3), ...piece.split(/[：:]/u)];
    return !NO_DUTY.test(text) && splitAt(text, '、，,；;').flatMap(parts).some(isUnit);
  }

  /** Whether a text is names of units, as a sentence that goes on behind them would hold them. */
  isNamesAlone(text: string): boolean {
    const said = splitAt(text, '、').filter((name) => !(OF_UNITY.test(name) && BODY.test(name)));
    return (
      text !== '' &&
      !said.some((name) => NO_NAME.test(name)) &&
      this.#columns.useOfLabel(text) === undefined &&
      this.isNames(text)
    );
  }

  /** Whether each name of a list is a body's for certain, and no other words stand between them. */
  isDoer(text: string): boolean {
    return splitAt(text, '、').every(
      (name) => this.#units.knows(name) || (name.length > 2 && BODY.test(name) && this.#units.isPlaced(name)),
    );
  }

  /** Whether some words begin with the name of a unit that has a level or a place. */
  beginsWithName(text: string): boolean {
    const ends = [...text.slice(0, LONGEST_NAME).matchAll(/(?=.)/gu)].map(({ index }) => text.slice(0, index));
    return ends.some((name) => name.length > 2 && BODY.test(name) && this.#units.isPlaced(name) && this.isNames(name));
  }

  /** Whether names alone tell who must do it: one of them has a level or a place, is known, or is a body's by its ending. */
  tellDoer(names: string[]): boolean {
    return this.#units
      .read(names)
      .names.some(({ printed, full }) => full !== printed || this.#units.isPlaced(printed) || DOER.test(printed));
  }
}
