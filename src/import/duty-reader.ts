import { ROLES, type Role } from '../notice/duties.ts';
import type { ColumnWords } from './column-words.ts';
import { DutyNames, NO_DUTY } from './duty-names.ts';
import { isPeriod, isReport, isTime, periodIn, periodsIn, timeApart } from './period-words.ts';
import { BY_SHARE, JOINTLY, MARKED, OTHERWISE, VERBS } from './role-verbs.ts';
import { bracketsOf, splitAt } from './text/sentences.ts';
import type { NoticeUnits } from './units/unit-book.ts';

/** A duty as words of the text give it: who, in what role, by when. */
export interface DutyWords {
  roles: {
    use: Role;
    label: string | undefined;
    text: string;
    /** Why it is said of this duty, and in which line, where a heading says so. */
    from?: { why: string; line: number };
  }[];
  deadline: string | undefined;
  /** What else the words say. */
  remarks: string[];
}

const LAST_OF_LIST = /^(.+)[，,]([^，,]+)$/u;
/** 责任人：…, 牵头领导：…: who answers for it in person, and no unit. */
export const PERSON = /^[\p{Script=Han}]{0,6}(?:责任人|负责人|联系人|包保人|领导|县长|市长|区长)[：:]/u;
/** Whom to ask, which makes no duty. */
const CONTACT = /^[\p{Script=Han}]{0,4}联系人/u;
const PERSON_LABEL = /(?:责任人|负责人|联系人|责任领导|牵头领导|分管领导)$/u;
/** 完成时限为6月底: what parts label and value as a colon does. */
const IS = /(?<=(?:单位|部门|时限|时间))[为是](?!主)/gu;
/** A label that no colon stands behind, as far as its words tell. */
const LABEL_ALONE =
  /^[[［【〔]?([\p{Script=Han}]{2,6}(?:单位|部门|科室|处室|时限|时间|安排|节点|期限))[\]］】〕]?[为是∶︰﹕—－|｜-]{0,2}(?![：:])(.+)$/u;

/** What the words behind a list of units say of all lists: 列首位的为牵头单位，下同. */
const ASIDE = /^(?:列|排)[^、]{1,12}为牵头|[，,]?下同$|不再(?:一一|单独)?列出$/u;

/** 责任：县教育局, 主体责任：各乡镇: a label where names stand behind it. */
const ANSWERS = /^(?:主体|监管|属地|直接|具体|落实)?责任$/u;

/** How long something takes is no time that it is due: 办理时限：0.5个工作日. */
const LASTING = /^(?:即办|[\d.]+个?(?:工作日|小时|分钟|日|天))(?:内|办结)?$/u;

const isLead = (mark: string) => /牵头|主/u.test(mark);

/** Reads what stands in a bracket, or behind a line's 责任单位：. */
export class DutyReader {
  readonly names: DutyNames;
  readonly #columns: ColumnWords;

  constructor(units: NoticeUnits, columns: ColumnWords) {
    this.names = new DutyNames(units, columns);
    this.#columns = columns;
  }

  /** The roles of a list some of whose names bear a mark; `undefined` where none does, or not all are names. */
  #marked(text: string, use: Role, label: string | undefined): DutyWords['roles'] | undefined {
    const names: Record<Role, string[]> = { lead: [], support: [], responsible: [] };
    const pieces = splitAt(text, '、，,；; ');
    if (!pieces.some((piece) => MARKED.test(piece))) return undefined;
    for (const piece of pieces) {
      const [, name = piece, mark] = MARKED.exec(piece) ?? [];
      if (!this.names.isNames(name)) return undefined;
      names[mark === undefined ? use : isLead(mark) ? 'lead' : 'support'].push(name);
    }
    return ROLES.filter((role) => names[role].length > 0).map((role) => ({
      use: role,
      label: role === use ? label : undefined,
      text: names[role].join('、'),
    }));
  }

  /** `责任单位：…；完成时限：…`; `undefined` when the words are not of this form. */
  labelled(text: string): DutyWords | undefined {
    const parts = splitAt(this.#withLabelsApart(text.replace(IS, '：')), '；;。').flatMap((part) =>
      part.split(/[，,](?=[\p{Script=Han}]{2,8}[：:])/u),
    );
    const duty: DutyWords = { roles: [], deadline: undefined, remarks: [] };
    let last: { use: string; index: number } | undefined;
    for (const part of parts) {
      const [, head = '', value = ''] = /^([\p{Script=Han}（）()]{2,10})[：:](.*)$/u.exec(part) ?? [];
      const listed = head ? this.#columns.useOfLabel(head) : undefined;
      const use = listed ?? (ANSWERS.test(head) && this.names.isNames(value) ? 'responsible' : undefined);
      // 县教育局：张三；县财政局：李四.
      const isMore = use === undefined && last !== undefined && this.names.isNames(part);
      if (head === '' || isMore) {
        const role = last && duty.roles[last.index];
        if (role && duty.deadline === undefined && isPeriod(part) && !this.names.isNames(part))
          duty.deadline = periodIn(part);
        else if (ASIDE.test(part) ? duty.roles.length > 0 : role && isReport(part)) duty.remarks.push(part);
        else if (!role && duty.deadline !== undefined && isTime(part)) duty.deadline += `；${part}`;
        else if (!role || !this.names.isNames(part)) return undefined;
        else role.text += `；${part}`;
      } else if (use === 'deadline' && value !== '' && !LASTING.test(value)) {
        duty.deadline = value;
        last = undefined;
      } else if (value !== '' && (use === 'lead' || use === 'support' || use === 'responsible')) {
        let list = value.replace(/^[[［【“](.+)[\]］】”]$/u, '$1');
        const periods: string[] = [];
        for (let match = LAST_OF_LIST.exec(list); match; match = LAST_OF_LIST.exec(list)) {
          const [, names = '', period = ''] = match;
          const isClosed = splitAt(list, '，,').at(-1) === period;
          if (!isClosed || !(isPeriod(period) || isReport(period)) || this.names.isNames(period)) break;
          if (isReport(period)) duty.remarks.push(period);
          else periods.unshift(period);
          list = names;
        }
        if (periods.length > 0) duty.deadline ??= periodsIn(periods);
        const label = this.#columns.labelOf(head);
        // 责任单位：甲牵头，乙配合.
        const told =
          /牵头|配合|协助|负责|落实/u.test(list) && !this.names.isNames(list) ? this.read(list, true) : undefined;
        if (told && told.remarks.length === 0) {
          duty.roles.push(...told.roles.map((role) => (role.use === use ? { ...role, label } : role)));
          duty.deadline ??= told.deadline;
          last = undefined;
          continue;
        }
        duty.roles.push(...(this.#marked(list, use, label) ?? [{ use, label, text: list }]));
        last = { use, index: duty.roles.findLastIndex((role) => role.use === use) };
      } else {
        duty.remarks.push(part);
        last = undefined;
      }
    }
    const says =
      duty.roles.length > 0 ||
      duty.deadline !== undefined ||
      duty.remarks.some((part) => PERSON.test(part) && !CONTACT.test(part));
    return says ? duty : undefined;
  }

  /** 责任单位 甲, 牵头单位——甲, 完成时限为6月底: a text that begins with a label, with the colon behind it. */
  withColon(text: string): string {
    const [, label = '', rest = ''] = LABEL_ALONE.exec(text) ?? [];
    const use = this.#columns.useOfLabel(label);
    const value = rest.replace(/[。；;]$/u, '');
    const fits = use === 'deadline' ? isTime(value) : use !== undefined && this.names.isNames(value);
    return fits ? `${label}：${rest}` : text;
  }

  /**
   * Where a line of roles begins behind what it speaks of: 完成评估，责任单位：县发改局.
   * @returns 0 where none does, or the whole text is one
   */
  labelAt(text: string): number {
    const brackets = bracketsOf(text);
    for (const { index, 1: head = '' } of text.matchAll(/(?<=[，,；;])([\p{Script=Han}]{2,8})[：:]/gu)) {
      const use = this.#columns.useOfLabel(head);
      const isRole = use === 'lead' || use === 'support' || use === 'responsible';
      if (isRole && !brackets.some(([from, to]) => index > from && index < to)) return index;
    }
    return 0;
  }

  /** 牵头单位：甲 责任单位：乙, parted by blanks alone, with signs between them. */
  #withLabelsApart(text: string): string {
    return text.replace(/([\p{Script=Han}]{2,40})(?=[：:])/gu, (run: string, _, at: number) => {
      for (let from = 0; from < run.length - 1; from++) {
        const label = run.slice(from);
        const use = this.#columns.useOfLabel(label);
        const isRole = use === 'lead' || use === 'support' || use === 'responsible' || use === 'deadline';
        if (!isRole && !PERSON_LABEL.test(label)) continue;
        const begins = at === 0 || /[，,；;。]/u.test(text[at - 1] ?? '');
        if (begins && (from === 0 || /^(?:乡镇|镇街|街道|村级|属地)$/u.test(run.slice(0, from)))) return run;
        // 主要责任人 is one label; a name before 责任人 is of its own.
        if (!isRole && label.length <= 6) return PERSON.test(`${run}：`) ? run : `${run.slice(0, from)}；${label}`;
        if (isRole) return `${run.slice(0, from)}；${label}`;
      }
      return run;
    });
  }

  /**
   * What a heading of its own says of the node above it, with the words under it: （二）责任分工。由A牵头，B配合。
   * @returns `null` for words that cannot be read, `undefined` under a heading that speaks of no duty
   */
  under(title: string, text: string): DutyWords | null | undefined {
    // （三）牵头单位：县水利局, a line of its own.
    const [, head = '', value = ''] = /^([^：:]{2,8})[：:](.+)$/u.exec(title) ?? [];
    if (value !== '' && text === '') return this.under(head, value);
    const words = text.replace(/[。；;]$/u, '');
    if (/^(?:责任|任务|职责|工作)分工$/u.test(title)) return this.read(words, true) ?? null;
    const use = this.#columns.useOfLabel(title);
    if (use === 'deadline') return isTime(words) ? { roles: [], deadline: periodsIn([words]), remarks: [] } : null;
    if (use !== 'lead' && use !== 'support' && use !== 'responsible') return undefined;
    return this.names.isNames(words) ? (this.labelled(`${title}：${words}`) ?? null) : null;
  }

  /**
   * Reads the words of a bracket: （A牵头，B、C配合，2023年6月底前完成）, （A、B按职责分工负责）, （责任单位：…）, or names
   * alone where `atEnd`, behind a sentence. `undefined` for a bracket that gives no duty.
   */
  read(text: string, atEnd: boolean): DutyWords | undefined {
    if (NO_DUTY.test(text)) return undefined;
    const labelled = this.withColon(text);
    if (labelled !== text) return this.labelled(labelled);
    // 甲牵头、乙配合.
    if (/(?:牵头|配合|负责)、/u.test(text)) return this.read(text.replace(/(?<=牵头|配合|负责)、/gu, '，'), atEnd);
    // 甲牵头/乙配合/9月.
    const apart =
      /[/／]/u.test(text) && !/[，,；;]/u.test(text) ? this.read(text.replace(/[/／]/gu, '，'), atEnd) : undefined;
    if (apart && apart.remarks.length === 0) return apart;
    if (/^[\p{Script=Han}（）()]{2,10}[：:]/u.test(text)) return this.labelled(text);
    const marked = this.#marked(text, 'responsible', undefined);
    if (marked) return { roles: marked, deadline: undefined, remarks: [] };
    const duty: DutyWords = { roles: [], deadline: undefined, remarks: [] };
    let pending: string[] = [];
    const periods: string[] = [];
    const give = (use: Role, said: string, label: string | undefined): boolean => {
      // 此项工作由市教育局牵头: what stands before 由 is no name.
      const names = said
        .replace(/^[^、，]*?(?<!自)由(?=.{2})|^请(?=.{3})/u, '')
        .replace(/^[、，,；;]+|[、，,；;]+$/gu, '');
      // 甲、乙，丙配合: who stands before the helpers does it.
      if (use === 'support' && duty.roles.length === 0 && pending.length > 0) {
        duty.roles.push({ use: 'responsible', label: undefined, text: pending.join('，') });
        pending = [];
      }
      const list = [...pending, names].filter((each) => each !== '').join('，');
      if (!this.names.isNames(list)) return false;
      pending = [];
      const same = duty.roles.find((role) => role.use === use);
      if (same) same.text += `，${list}`;
      else duty.roles.push({ use, label, text: list });
      return true;
    };
    for (const piece of splitAt(text.replace(/[。；;]$/u, ''), '，,；;。').flatMap((each) => this.#apart(each))) {
      const [, head = '', value = ''] = /^([\p{Script=Han}]{2,8})[：:](.+)$/u.exec(piece) ?? [];
      const use = head === '' ? undefined : this.#columns.useOfLabel(head);
      if (use === 'deadline') duty.deadline = value;
      if (use === 'deadline') continue;
      if (
        (use === 'lead' || use === 'support' || use === 'responsible') &&
        give(use, value, this.#columns.labelOf(head))
      )
        continue;
      if (this.#role(piece, give, duty)) continue;
      // 甲、乙，按职责分工落实.
      if (pending.length > 0 && BY_SHARE.exec(piece)?.index === 0 && give('responsible', '', undefined)) continue;
      if (isPeriod(piece) && !this.names.isNames(piece)) {
        periods.push(piece);
        duty.deadline = periodsIn(periods);
      } else if (this.names.isNames(piece)) pending.push(piece);
      else duty.remarks.push(piece);
    }
    if (pending.length > 0) {
      const isDuty = duty.roles.length === 0 && atEnd && duty.remarks.length === 0 && this.names.tellDoer(pending);
      if (!isDuty)
        return duty.roles.length > 0 ? { ...duty, remarks: [...duty.remarks, pending.join('，')] } : undefined;
      duty.roles.push({ use: 'responsible', label: undefined, text: pending.join('，') });
    }
    return duty.roles.length > 0 ? duty : undefined;
  }

  /** 市教育局负责6月底前, 市教育局于6月底前完成: who and when, with no sign between them, as pieces of their own. */
  #apart(piece: string): string[] {
    const parts = timeApart(piece);
    if (parts.length > 1 || isPeriod(piece) || this.names.isNames(piece)) return parts;
    const at = piece.search(/[于在]?(?:\d|每[年月季周]|年底|年内)/u);
    const [who, when] = [piece.slice(0, at), piece.slice(at)];
    return at > 0 && this.names.isNames(who) && isPeriod(when) ? [who, when] : parts;
  }

  #role(
    piece: string,
    give: (use: Role, names: string, label: string | undefined) => boolean,
    duty: DutyWords,
  ): boolean {
    const [, joined = ''] = /^(?:会同|联合)(.+?)(?:组织实施|实施|落实|推进|负责|办理|配合)?$/u.exec(piece) ?? [];
    if (joined !== '' && duty.roles.some(({ use }) => use === 'lead') && give('support', joined, undefined))
      return true;
    for (const [use, form, label] of VERBS) {
      const names = joined === '' ? form.exec(piece)?.[1] : undefined;
      if (names === undefined) continue;
      if (give(use, names, label)) return true;
    }
    const [, doer = ''] = OTHERWISE.exec(piece) ?? [];
    if (doer !== '' && !/牵头|配合/u.test(piece) && give('responsible', doer, undefined)) {
      duty.remarks.push(piece);
      return true;
    }
    const led =
      /^(.+?)(?:牵头|牵头会同|牵头负责，?会同)(?:会同|联合)?(.+?)(?:配合|参与|协助|落实|组织实施|实施|负责|推进|推动|办理|开展)?$/u.exec(
        piece,
      );
    if (
      led &&
      this.names.isNames(led[1] ?? '') &&
      this.names.isNames(led[2] ?? '') &&
      /会同|联合|配合|参与|协助/u.test(piece)
    )
      return give('lead', led[1] ?? '', undefined) && give('support', led[2] ?? '', undefined);
    const joint = JOINTLY.exec(piece);
    const [, first = '', word = '', others = '', by] = joint ?? [];
    if (joint && this.names.isNames(first) && this.names.isNames(others)) {
      if (by && duty.deadline === undefined) duty.deadline = by;
      return give('responsible', word === '商' ? `${first}，${others}` : `${first}${word}${others}`, undefined);
    }
    return false;
  }
}
