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

/** What a sentence that ends like a name holds, and few names do. */
const NO_NAME = /成员|(?<!自)由|将(?!军)|要(?!素)|对(?!外[经贸]|口支援)|把|及时|的/u;

/** A town by its own name: 青山镇, 望江街道; 重点镇 and 各乡镇 are kinds of them. */
const TOWN =
  /^(?!.?(?:各|全|本|该|其|所|有关|相关|属地|重点|示范|试点|特色|中心|建制|产粮|民族|贫困|偏远|山区|库区|边境|受灾|沿线|涉及))\p{Script=Han}{1,4}(?<!乡|城|集|小|村)(?:镇|乡|街道)$/u;

/** All towns of a place. */
const EVERY = /^各(?:乡|镇|街道|县|区|市|州|旗|村|社区)/u;

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
    // 要庄镇 is a town where another line names it too.
    const isSaid = (name: string) =>
      NO_NAME.test(this.#units.withoutPlace(name)) && !(TOWN.test(name) && this.#units.standsApart(name));
    return (
      text !== '' &&
      !splitAt(text, '、').some(isSaid) &&
      this.#columns.useOfLabel(text) === undefined &&
      this.isNames(text)
    );
  }

  /** Whether a text begins and ends as names of bodies do, whatever stands between: 县组织教育局、财政局. */
  mayNameDoer(text: string): boolean {
    return text.length > 2 && BODY.test(text) && this.#units.isPlaced(text);
  }

  /** Whether each name of a list is a body's for certain, and no other words stand between them. */
  isDoer(text: string): boolean {
    return splitAt(text, '、').every((name) => this.#units.knows(name) || this.mayNameDoer(name));
  }

  /** Whether each name of a list is a town's, all towns', or a body's for certain. */
  isTownOrDoer(text: string): boolean {
    return splitAt(text, '、').every((name) => TOWN.test(name) || EVERY.test(name) || this.isDoer(name));
  }

  /** Whether a list holds what is a town's name only as far as its ending tells. */
  hasTown(text: string): boolean {
    return splitAt(text, '、').some((name) => TOWN.test(name) && !this.isDoer(name));
  }

  /** Whether some words begin with the name of a unit, which has a level or a place unless the words before it tell that it is one. */
  beginsWithName(text: string, isTold = false): boolean {
    const ends = [...text.slice(0, LONGEST_NAME).matchAll(/(?=.)/gu)].map(({ index }) => text.slice(0, index));
    return ends.some((name) => (isTold ? BODY.test(name) : this.mayNameDoer(name)) && this.isNames(name));
  }

  /** Whether names alone tell who must do it: one of them has a level or a place, is known, or is a body's by its ending. */
  tellDoer(names: string[]): boolean {
    return this.#units
      .read(names)
      .names.some(({ printed, full }) => full !== printed || this.#units.isPlaced(printed) || DOER.test(printed));
  }
}
