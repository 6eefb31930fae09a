import type { Role } from '../notice/duties.ts';
import type { DutyReader, DutyWords } from './duty-reader.ts';
import { isPeriod, isReport, periodIn } from './period-words.ts';
import { BY_SHARE, OTHERWISE } from './role-verbs.ts';
import { GENERAL } from './says-who.ts';
import { bulletOf } from './text/labels.ts';
import { splitAt } from './text/sentences.ts';

/** A piece that ends with a role. */
const ROLE_END = /^[^，]*(?:牵头|配合|协助|参与|负责|实施|落实)$/u;
/** A body that is set up for the work, whose own sentence tells what it is for. */
const GROUP = /(?:领导小组|指挥部|专班|委员会)$/u;
/** 县林业局负责…: a unit, and the word that gives it what follows. */
const SHARE =
  /^(.{2,60}?)(牵头负责|负责牵头|(?:具体|主要|共同|统一|全面)?负责|牵头|配合|协助|承担)(?!制(?![定订作])|[人的]|单位|部门|同志)(?=[^，,；。].{2})/u;

/** 乙配合, the whole of what stands between two marks. */
const HELPS = /^(.{2,60}?)(?:积极|密切)?(?:配合|协助|协办|参与)$/u;
/** More characters than a time alone has, with 完成 behind it. */
const LONGEST_PERIOD = 16;

/** 以上任务由…, 此项工作由…: what stands above, and what stands before. */
export const ABOVE = /^(?:以上|上述|前述)[^，。；]{0,8}(?:均|都|统一)?$/u;
export const THIS = /^(?:此|该|本|这)项[^，。；]{0,4}$/u;

/** 由县水利局…; 由于 and 由此 are other words. */
export const BY = /^由(?![于此来其该上下])/u;

/** 甲负责…: words that begin so give a duty, whatever they stand under; 各单位负责… speaks of everybody. */
const TELLS = /^(?!由|各|有关|相关)[^，；。]{2,60}?(?:牵头|负责)/u;

/** What begins the words that tell what is to be done behind 甲会同乙. */
const DOES =
  /对(?=.{4})|开展|组织(?!部)|研究|制定|制订|负责|做好|推进|推动|建立|出台|编制|落实|实施|提出|完成|加强|修订|指导|督促/gu;

const HEADED =
  /^([^：:。；;]{2,60})[：:](?=(?:主要|具体|依法)?(?:负责|牵头|配合|协助|承担|做好|落实|组织|统筹|指导|加强|履行|按))/u;

/** The role that the first words of a share tell. */
export const shareOf = (share: string): Role => {
  const words = share.replace(/^负责(?=配合|协助)/u, '');
  if (/^牵头/u.test(words) && !/负责|配合/u.test(words)) return 'lead';
  return /^(?:配合|协助)/u.test(words) && !/负责|牵头/u.test(words) ? 'support' : 'responsible';
};

/** Words that say who of another, or of what was: 县教育局不再负责体育，由县体育局负责. */
const OTHERS = /负责|牵头|配合|不再|调整|划[转入归]/u;

/** What only says that it is so: 会议决定由县水利局牵头. */
const DECIDED = /^(?:会议|经研究|现)?[，,]?(?:一致|原则)?(?:决定|议定|确定|明确|要求|同意)[，,：:]?(?=由)/u;

/** 妇联主席王某负责…, behind the share of another. */
const OTHER_DOER = /^(?!并|同时|具体|主要|还|也)[^，；。]{2,16}(?<!同时|一并|具体|主要|共同)(?:负责(?!人|同志)|牵头)/u;

/** What is for the work, and none of it: 所需经费由市财政局负责. */
const MEANS = /所需|经费|费用|资金|物资/u;

/** Reads who does what in the running words of a sentence: 由A牵头，B配合, A会同B开展…, A负责…，B负责…. */
export class DutySentences {
  readonly #words: DutyReader;

  constructor(words: DutyReader) {
    this.#words = words;
  }

  /**
   * The ends of the pieces of a sentence that ； parts, each as {@link tail} reads it; empty where not every one that speaks
   * of a lead can be read.
   */
  tails(printed: string): { begin: number; from: number; end: number; words: DutyWords }[] {
    const text = this.#joinedRoles(printed);
    const found: { begin: number; from: number; end: number; words: DutyWords }[] = [];
    let begin = 0;
    for (const piece of text.split(/(?<=；)/u)) {
      const tail = this.tail(piece);
      const end = begin + piece.length;
      const before = piece.slice(0, tail?.from);
      // A tail after ； alone (甲牵头；乙配合) speaks of what the whole sentence says.
      if ((tail && before !== '' && !before.includes('牵头')) || (tail && found.length === 0 && begin === 0))
        found.push({ begin, from: begin + tail.from, end, words: tail.words });
      else if (piece.includes('牵头')) return [];
      begin = end;
    }
    return found.at(-1)?.end === text.length ? found : [];
  }

  /** 甲牵头；乙配合；3月底前完成: where one piece alone says who leads, what follows speaks of the same, as behind a comma. */
  #joinedRoles(text: string): string {
    const [first = '', ...more] = text.split('；');
    const goesOn = (piece: string) => {
      const [, names = ''] = HELPS.exec(piece) ?? [];
      return (
        this.#words.names.isNamesAlone(names) || isReport(piece) || (piece.length <= LONGEST_PERIOD && isPeriod(piece))
      );
    };
    const isOne =
      /(?:牵头|负责|配合|协助|参与)[^；]{0,4}$/u.test(first) &&
      more.every((piece) => goesOn(piece.replace(/。$/u, '')));
    return isOne ? [first, ...more].join('，') : text;
  }

  /**
   * The beginning of a sentence that says who, with what they do behind it: 由A牵头，B、C配合，于4月底前完成设计。
   * @returns where in the text that begins; `undefined` for a sentence that begins otherwise
   */
  opening(printed: string): { from: number; words: DutyWords } | undefined {
    // 县教育局牵头，完成以下任务：
    if (/[：:]$/u.test(printed)) return undefined;
    const begin = DECIDED.exec(printed)?.[0].length ?? 0;
    const found = this.#opening(this.#joinedRoles(printed.slice(begin)));
    return found && { ...found, from: begin + found.from };
  }

  #opening(text: string): { from: number; words: DutyWords } | undefined {
    const by = BY.test(text) ? 1 : 0;
    const [, first = ''] = /^(.{2,60}?)(?:牵头|负责)[，、]/u.exec(text.slice(by)) ?? [];
    if (by === 0 ? !this.#words.names.isNamesAlone(first) : first === '') return this.#jointly(text);
    let found: { from: number; words: DutyWords } | undefined;
    for (const { index } of text.matchAll(/，|(?<=牵头|负责)、/gu)) {
      const words = this.#words.read(text.slice(by, index), true);
      if (!words || words.remarks.length > 0) break;
      found = { from: index + 1, words };
    }
    const rest = text.slice(found?.from ?? 0).replace(/[。；]$/u, '');
    const [next = ''] = rest.split('，');
    if (
      !found ||
      rest.length < 4 ||
      ROLE_END.test(rest) ||
      /(?:配合|参与|协助)$|^所需|由/u.test(next) ||
      isReport(rest)
    )
      return undefined;
    // 由甲牵头，会同乙制定方案.
    const joined = this.#joined(rest);
    if (joined) {
      const roles = [...found.words.roles, { use: 'support' as const, label: undefined, text: joined.names }];
      return { from: found.from + joined.from, words: { ...found.words, roles } };
    }
    // 由甲牵头，乙配合做好宣传.
    const [helped = '', helpers = ''] = /^(.{2,60}?)(?:积极|密切)?(?:配合|协助)(?=.{4})/u.exec(rest) ?? [];
    if (this.#words.names.isNamesAlone(helpers)) {
      const roles = [...found.words.roles, { use: 'support' as const, label: undefined, text: helpers }];
      return { from: found.from + helped.length, words: { ...found.words, roles } };
    }
    // 甲负责，确保通车，乙做好管制, 甲负责，乙指导，…: not all of it is the first one's.
    const isOthers = (piece: string) =>
      this.#words.names.beginsWithName(piece) || this.#words.names.isNamesAlone(OTHERWISE.exec(piece)?.[1] ?? '');
    if (splitAt(rest, '，；').some(isOthers)) return undefined;
    if (!isPeriod(rest)) return found;
    const deadline = periodIn(rest);
    // A time alone is of the words before it.
    return rest.length > deadline.length + 4 ? { ...found, words: { ...found.words, deadline } } : undefined;
  }

  /** The names behind 会同, and where the words begin that tell what is to be done. */
  #joined(text: string): { names: string; from: number } | undefined {
    if (!/^(?:会同|联合)/u.test(text)) return undefined;
    for (const { index } of text.matchAll(DOES)) {
      const names = text.slice(2, index);
      if (this.#words.names.isNamesAlone(names)) return { names, from: index };
    }
    return undefined;
  }

  /** 由甲会同乙开展…: both do what stands behind, and nothing says who leads. */
  #jointly(text: string): { from: number; words: DutyWords } | undefined {
    const by = BY.test(text) ? 1 : 0;
    for (const { index } of text.matchAll(/会同|联合(?!会)/gu)) {
      const first = text.slice(by, index);
      if (!this.#words.names.isNamesAlone(first)) return undefined;
      const joined = this.#joined(text.slice(index));
      if (!joined || text.length - index - joined.from < 4) continue;
      const names = `${first}${text.slice(index, index + 2)}${joined.names}`;
      const roles = [{ use: 'responsible' as const, label: undefined, text: names }];
      return { from: index + joined.from, words: { roles, deadline: undefined, remarks: [] } };
    }
    return undefined;
  }

  /**
   * The end of a sentence that says who without any bracket: …，由A牵头，B、C配合，2024年6月底前完成。
   * @returns where in the text it begins; `undefined` for a sentence that ends otherwise
   */
  tail(text: string): { from: number; words: DutyWords } | undefined {
    const end = text.replace(/[。；;]$/u, '');
    if (
      !/牵头|由.+(?:负责|落实|承办|实施)|^[^，；]+负责(?=$|，)|职责[^，；]*(?:负责|落实)/u.test(end) &&
      !BY_SHARE.test(end)
    )
      return undefined;
    for (const { index } of end.matchAll(/^|(?<=[，,；;])|由/gu)) {
      const piece = splitAt(end.slice(index), '，,；;')[0] ?? '';
      const by = BY.test(piece);
      const isShare = BY_SHARE.test(piece);
      const said = by ? piece.slice(1) : piece;
      const names = isShare
        ? said.replace(BY_SHARE, '')
        : (/^(.+?)(?:分别|共同|联合|总|具体|组织)?(?:牵头|负责|落实|承办|实施)/u.exec(said)?.[1] ?? '');
      // 市教育局负责，6月底前完成。, a sentence of its own.
      const isWhole = index === 0 && /负责$/u.test(piece);
      if (!by && !isShare && !isWhole && !piece.includes('牵头')) continue;
      // 经费由市财政局负责 tells what a unit is for, and not who does what stands before.
      const before = end.slice(0, index);
      const [last = ''] = splitAt(before, '，,；;').slice(-1);
      const isOf =
        before === '' ||
        isShare ||
        ABOVE.test(before) ||
        THIS.test(before) ||
        (before.endsWith('，') && !MEANS.test(last) && !OTHERS.test(before));
      // 跨部门的，由县政府办牵头 speaks of a case, and of no task.
      if ((!isOf && !end.slice(index).includes('牵头')) || last.endsWith('的')) continue;
      if (!this.#words.names.isNamesAlone(names)) continue;
      const words = this.#words.read(end.slice(index + (by ? 1 : 0)), true);
      if (words?.remarks.every(isReport)) return { from: index, words };
    }
    return undefined;
  }

  /** Whether a heading names units alone, with or without how many items it has: 县教育局（3项）. */
  isDoerAlone(heading: string): boolean {
    const names = heading.replace(/[（(]共?\d{1,3}[项条个][）)]$/u, '');
    const isGroup = GENERAL.test(names) || GROUP.test(names);
    return !isGroup && this.#words.names.isNamesAlone(names) && this.#words.names.isDoer(names);
  }

  /** Whether a paragraph begins with units and tells behind a colon what they do: 县林业局：负责…. */
  isHeadedByUnits(text: string): boolean {
    const [, who = ''] = HEADED.exec(text.slice(bulletOf(text).length)) ?? [];
    return this.#words.names.isNamesAlone(who);
  }

  /**
   * What each unit of a list of shares does, which stands under a heading 职责分工: 县林业局：负责…, 县公安局牵头….
   * @param text a paragraph
   * @returns the units, their role, and the stretch of text that says what they do; empty for another text
   */
  shares(text: string): { who: string; use: Role; from: number; to: number }[] {
    const found: { who: string; use: Role; from: number; to: number }[] = [];
    let from = 0;
    const begins = (rest: string) => this.#words.names.isNamesAlone(SHARE.exec(rest.replace(/^由/u, ''))?.[1] ?? '');
    // A comma parts two shares only where a unit follows.
    const parts = text.split(/(?<=[；;。])/u).flatMap((part) => {
      const cuts = [...part.matchAll(/，/gu)].map(({ index }) => index + 1).filter((at) => begins(part.slice(at)));
      return [0, ...cuts].map((at, index) => part.slice(at, cuts[index]));
    });
    for (const piece of parts) {
      const [by = ''] = BY.exec(piece) ?? [];
      const [, headed] = /^([^：:。；;]{2,60})[：:](?=.{4})/u.exec(piece) ?? [];
      const [, named] = SHARE.exec(piece.slice(by.length)) ?? [];
      const who = headed ?? named ?? '';
      const last = found.at(-1);
      const to = from + piece.length;
      if (who !== '' && this.#words.names.isNamesAlone(who) && (headed !== undefined || !GROUP.test(who))) {
        const begin = from + by.length + who.length + (headed === undefined ? 0 : 1);
        found.push({ who, use: shareOf(text.slice(begin, to)), from: begin, to });
      } else if (last && !/由.+负责/u.test(piece)) last.to = to;
      else return [];
      from = to;
    }
    const holdsOther = found.some(({ from: begin, to }) =>
      text
        .slice(begin, to)
        .split(/[，；。]/u)
        .slice(1)
        .some((piece) => OTHER_DOER.test(piece)),
    );
    return holdsOther ? [] : found;
  }

  /** The shares of a text none of which says what another unit does: 县水利局负责修渠，县财政局保障资金 gives none. */
  sharesAlone(text: string): ReturnType<DutySentences['shares']> {
    const found = this.shares(text);
    const isOwn = ({ from, to }: { from: number; to: number }) => {
      const [, ...more] = text.slice(from, to).split(/[，；]/u);
      return !more.some((piece) => this.#words.names.beginsWithName(piece));
    };
    return found.every(isOwn) ? found : [];
  }

  /**
   * What each unit of a running sentence does: 市发展改革委负责统筹，市财政局负责保障资金。 Empty where one piece of it has
   * another form, or says who otherwise: 市司法局做好监督.
   */
  running(printed: string): ReturnType<DutySentences['shares']> {
    const begin = /^其中[：:，,]/u.exec(printed)?.[0].length ?? 0;
    const text = printed.slice(begin);
    if (!TELLS.test(text) || /解释|或|会同|联合/u.test(text)) return [];
    const found = this.sharesAlone(text);
    const isClear = found.every(({ who }) => this.#words.names.isTownOrDoer(who) && !GROUP.test(who));
    if (!isClear || found[0]?.use === 'support') return [];
    return found.map((share) => ({ ...share, from: begin + share.from, to: begin + share.to }));
  }
}
