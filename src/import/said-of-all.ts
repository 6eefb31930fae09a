import type { Clause } from '../notice/model.ts';
import { readPeriod } from '../notice/period.ts';
import type { ImportedTask } from './result.ts';
import type { Seed } from './seed.ts';
import type { NoticeUnits } from './units/unit-book.ts';

const FIRST_LEADS =
  /(?:(?:列|排|排列|排名|排序)(?:在)?(?:第一(?:位|个|名)?|首位|最前)|第一[位个]|首位|排前)的?(?:责任)?(?:单位|部门)?(?:为|是|作为)(?:该项(?:工作|任务)的?)?牵头(?:责任)?(?:单位|部门)(?!或)/u;

/** A sign that the notice gives to leads: 标★的为牵头单位. */
const SIGN_OF_LEADS =
  /(?:标|带|加|打|注|有)(?:有|注)?[“"（(]?([★☆▲△●◆※*＊#＃])[”"）)]?号?的?(?:单位|部门)?(?:为|是)牵头(?:责任)?(?:单位|部门)/u;

/** The line, a note at a table's foot among them, that says which units lead. */
function lineOf(seed: Seed, says: RegExp): Pick<Clause, 'text' | 'lines'> | undefined {
  for (let line = 1; line <= seed.lines; line++) {
    const text = seed.line(line).replace(/\s/gu, '');
    if (says.test(text)) return { text, lines: [line, line] };
  }
  return undefined;
}

/** The time that the notice gives to tasks that have none: 未明确时限的，均须于2024年11月底前完成. */
const TIME_OF_REST =
  /(?:未|没有|无)(?:明确|注明|标明|规定|列明|写明|填写)(?:具体|完成|办结)*(?:时限|时间|期限|时间节点)(?:要求)?的(?:任务|事项|工作|项目)?[，,]?(?:均|一律|全部|原则上)?(?:须|应|要|需)?(?:于|在|为)?(\d{4}年(?:\d{1,2}月(?:\d{1,2}日|底)?|底)(?:之?前|以前)?)/u;

/** What a sentence or a note of a notice says of all its tasks: which units lead, and by when those are due that tell no time. */
export class SaidOfAll {
  readonly #units: NoticeUnits;
  /** The sentence that makes the first of several units the lead. */
  readonly #firstLeads: Pick<Clause, 'text' | 'lines'> | undefined;
  /** The line that explains the sign beside the names of leads. */
  readonly #signOfLeads: Pick<Clause, 'text' | 'lines'> | undefined;
  readonly #timeOfRest: Pick<Clause, 'text' | 'lines'> | undefined;

  /** @param clauses all sentences of the notice */
  constructor(seed: Seed, units: NoticeUnits, clauses: Clause[]) {
    this.#units = units;
    this.#firstLeads = clauses.find(({ text }) => FIRST_LEADS.test(text)) ?? lineOf(seed, FIRST_LEADS);
    this.#signOfLeads = lineOf(seed, SIGN_OF_LEADS);
    this.#timeOfRest = lineOf(seed, TIME_OF_REST);
  }

  /** The words that explain the sign beside the names of leads; empty where none do. */
  get sign(): string {
    return this.#signOfLeads?.text ?? '';
  }

  /** Gives a task what is said of all. */
  complete(task: ImportedTask): void {
    this.#lead(task);
    const [said, time] = TIME_OF_REST.exec(this.#timeOfRest?.text ?? '') ?? [];
    if (!this.#timeOfRest || time === undefined || task.deadline) return;
    const reading = readPeriod(time);
    const why = `这一项没有写时限；通知写明“${said}”（第${this.#timeOfRest.lines[0]}行）`;
    task.deadline = { status: 'inferred', text: time, why, lines: [this.#timeOfRest.lines[0]] };
    if (reading) task.deadline.reading = reading;
  }

  /** Where a line of the notice gives leads a sign, the names that bear it are the leads by that line. */
  #leadBySign(task: ImportedTask): boolean {
    const { responsible } = task;
    const [, sign = ''] = SIGN_OF_LEADS.exec(this.#signOfLeads?.text ?? '') ?? [];
    if (!this.#signOfLeads || task.lead || !responsible?.text) return false;
    const named = this.#units.read([responsible.text]).marked.filter((each) => each.sign === sign);
    if (named.length === 0) return false;
    const text = named.map(({ name }) => name).join('、');
    const lines = [...new Set([...responsible.lines, ...this.#signOfLeads.lines])].sort((a, b) => a - b);
    task.lead = {
      status: 'inferred',
      text,
      units: this.#units.resolve([text], responsible.lines).slugs,
      why: `通知写明“${SIGN_OF_LEADS.exec(this.#signOfLeads.text)?.[0]}”（第${this.#signOfLeads.lines[0]}行），这一格标${sign}的是${text}`,
      lines,
    };
    return true;
  }

  /** Where a sentence of the notice makes the first unit the lead, it is so by that sentence. */
  #lead(task: ImportedTask): void {
    if (this.#leadBySign(task)) return;
    const { responsible } = task;
    const first = responsible?.units?.[0];
    if (!this.#firstLeads || task.lead || !responsible || first === undefined) return;
    const name = this.#units.read([responsible.text ?? '']).names[0]?.printed ?? '';
    task.lead = {
      status: 'inferred',
      text: name,
      units: [first],
      why: `通知写明“${FIRST_LEADS.exec(this.#firstLeads.text)?.[0]}”（第${this.#firstLeads.lines[0]}行），这一格列第一位的是${name}`,
      lines: [...new Set([...responsible.lines, this.#firstLeads.lines[0]])].sort((a, b) => a - b),
    };
  }
}
