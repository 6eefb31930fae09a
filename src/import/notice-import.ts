import type { Fact } from '../notice/model.ts';
import { placeAt } from '../notice/problem.ts';
import { AnnexRows } from './annex-rows.ts';
import { AnnexTasks } from './annex-tasks.ts';
import { type BodyPart, BodyReader } from './body.ts';
import type { ColumnWords } from './column-words.ts';
import type { Block, Paragraph, SourceText } from './document.ts';
import { tellBroken, tellGapped, tellNoDate, tellOddDates, tellOtherAnnexes, tellSecondNotice } from './doubts.ts';
import { DutyReader } from './duty-reader.ts';
import type { Findings } from './finding.ts';
import { type Frame, FrameReader } from './frame/frame.ts';
import { adviceForTable, type Given } from './given.ts';
import { joinLabels } from './label-alone.ts';
import { Ledger } from './ledger.ts';
import { linkTasks } from './link-tasks.ts';
import { isTime } from './period-words.ts';
import { inferCenturies, inferYears } from './plan-year.ts';
import type { Imported, ImportedSection, ImportedTask } from './result.ts';
import type { Seed } from './seed.ts';
import { isTableAlone } from './sources/lone-table.ts';
import { TextTables } from './tables/text-tables.ts';
import { upright } from './tables/upright.ts';
import { TaskMaker } from './tasks.ts';
import { factOf, tokensOfLine } from './text/chars.ts';
import { joinWrapped } from './text/wrapped.ts';
import { Twins } from './twins.ts';
import { placeOfBody, placesOf } from './units/place.ts';
import { NoticeUnits, type UnitBook } from './units/unit-book.ts';

/** What every import needs besides the notice. */
export interface ImportContext {
  columns: ColumnWords;
  book: UnitBook;
}

const paragraphsOf = (blocks: Block[]) => blocks.filter((block): block is Paragraph => block.kind === 'paragraph');

/** What ends the title of a text that sets rules, or answers: its running words tell who does what, and give no tasks. */
const GIVES_RULES = /(?:办法|规定|细则|条例|规则|规程|章程|制度|批复|函|公告|通告|决定)(?:（[^（）]*）)?$/u;

/** Makes a notice of one text with blocks over it. */
export class NoticeImport {
  readonly #id: string;
  readonly #source: SourceText;
  readonly #seed: Seed;
  readonly #ledger: Ledger;
  readonly #findings: Findings;
  readonly #context: ImportContext;
  readonly #given: Given;
  readonly tasks: ImportedTask[] = [];
  #units: NoticeUnits;
  #annexTasks: AnnexTasks;

  constructor(id: string, source: SourceText, findings: Findings, context: ImportContext, given: Given) {
    this.#given = given;
    this.#id = id;
    this.#source = source;
    this.#seed = source.seed;
    this.#ledger = new Ledger(source.seed);
    this.#findings = findings;
    this.#context = context;
    this.#units = new NoticeUnits(context.book, placesOf(null), id);
    this.#annexTasks = this.#newAnnexTasks();
  }

  #newAnnexTasks(): AnnexTasks {
    const tools = { source: this.#source, ledger: this.#ledger, findings: this.#findings };
    return new AnnexTasks({ ...tools, columns: this.#context.columns, units: this.#units }, this.tasks);
  }

  read(): Omit<Imported, 'files' | 'findings'> {
    const { columns, book } = this.#context;
    const fits = (use: string, text: string) =>
      /^[—－-]+$/u.test(text) || (use === 'deadline' ? isTime(text) : this.#units.read([text]).unlike.length === 0);
    this.#source.blocks = this.#source.blocks.filter((block) => {
      const isPageNumber = block.kind === 'paragraph' && /^[-—－–]+\d{1,3}[-—－–]+$/u.test(block.chars.text);
      if (isPageNumber) this.#ledger.claim(block.chars, 'discarded', '页码，不属通知正文');
      return !isPageNumber;
    });
    this.#source.blocks = new TextTables(this.#seed, this.#ledger, columns, this.#findings, fits).find(
      joinLabels(joinWrapped(this.#seed, this.#source.blocks), columns, fits),
    );
    this.#source.blocks = this.#source.blocks.map((block) =>
      block.kind === 'table' ? upright(block, columns) : block,
    );
    const heads = new Twins(this.#source, this.#ledger, this.#findings).settle(columns);
    const frame = new FrameReader(this.#source, this.#ledger, this.#findings, columns, this.#given.title).read();
    for (const head of heads) for (const key of ['number', 'dated', 'published'] as const) frame[key] ??= head[key];
    this.#complete(frame);
    // Reading takes paragraphs off an annex.
    const texts = [frame.letter, frame.plan, ...frame.annexes.map(({ blocks }) => blocks)].flatMap(paragraphsOf);
    const [issuer = ''] = frame.issuers;
    if (issuer === '')
      this.#findings.error(
        'no body that issued the notice was found',
        isTableAlone(this.#source.files)
          ? adviceForTable(
              this.#source.files[0]?.name ?? '',
              ...(frame.dated ? (['issuer'] as const) : (['issuer', 'dated'] as const)),
            )
          : 'Write issuer: with its full name into a file notice.yaml, and hand it in beside the notice.',
        placeAt(this.#seed, 0),
      );
    const place = this.#given.place ?? placeOfBody(issuer);
    this.#warnOfNoPlace(place, issuer);
    this.#units = new NoticeUnits(book, placesOf(place), this.#id, this.#seed.text);
    this.#annexTasks = this.#newAnnexTasks();
    this.#define();
    const parts = this.#readParts(frame);
    const sections = parts.flatMap(({ body }) => body.sections);
    const clauses = sections.flatMap((section) => section.clauses);
    const maker = new TaskMaker(this.#seed, this.#findings, this.#units, columns, clauses);
    for (const { body, prefix } of parts) this.#textTasks(body, prefix, maker);
    const tables = new AnnexRows(this.#source, this.#ledger, columns, this.#units, this.#findings);
    for (const table of tables.read(frame.annexes)) this.#annexTasks.ofRows(table, sections, maker);
    this.#annexTasks.claimNumbers();
    this.#checkAnnexes(frame);
    if (!tellOddDates(this.#seed, this.#findings)) tellNoDate(this.#seed, frame, this.#findings);
    tellSecondNotice(this.#seed, texts, frame, this.#findings);
    tellBroken(this.#seed, texts, this.#findings);
    tellGapped(this.#seed, texts, this.#findings);
    tellOtherAnnexes(this.#seed, frame, this.#findings);
    linkTasks(this.#seed, this.tasks, sections, this.#findings);
    inferCenturies(this.tasks, frame.dated);
    inferYears(this.tasks, [frame.title, frame.planTitle ?? ''], frame.dated);
    const { characters, runs } = this.#ledger.close();
    const body = parts.find(({ part }) => part === 'body')?.body;
    const letter = parts.find(({ part }) => part === 'letter')?.body;
    const annexParts = frame.annexes.map(({ title }, index) => ({ id: `annex-${index + 1}`, title }));
    const opening = this.#fact((letter ?? body)?.before ?? []);
    const preamble = letter || frame.planTitle !== null ? this.#fact(body?.before ?? []) : null;
    return {
      head: {
        id: this.#id,
        title: frame.title,
        number: frame.number,
        issuer: frame.issuers.join(' '),
        ...(frame.issuers.length > 1 ? { issuers: frame.issuers } : {}),
        ...(place !== null ? { place } : {}),
        ...(this.#given.official === undefined ? {} : { official: this.#given.official }),
        ...(this.#given.status === undefined ? {} : { status: this.#given.status }),
        dated: frame.dated,
        published: frame.published,
        addressees: frame.addressees,
        opening: letter ? opening : frame.planTitle === null ? opening : null,
        disclosure: frame.disclosure,
        planTitle: frame.planTitle,
        preamble,
        annexLine: frame.annexLine,
        annexTitle: frame.annexes[0]?.title ?? null,
        attachment: frame.attachment,
        source: {
          file: this.#source.files[0]?.name ?? '',
          sha256: this.#source.files[0]?.sha256 ?? '',
          lines: this.#seed.lines,
        },
      },
      parts: [
        ...(letter ? [{ id: 'letter', title: null }] : []),
        { id: 'body', title: frame.planTitle },
        ...annexParts,
      ],
      sections,
      tasks: this.tasks,
      account: {
        characters,
        blocks: [],
        discarded: runs
          .filter(({ kind }) => kind === 'discarded')
          .map(({ line, from, to, owner }) => ({
            text: this.#seed.line(line).slice(from - 1, to),
            line,
            reason: owner,
          })),
        clausesWithoutTask: [],
        tasksWithoutClause: [],
        rulings: [],
        runs,
      },
      text: this.#seed.text,
    };
  }

  /** Takes from notice.yaml what the text does not print; what both say must agree. */
  #complete(frame: Frame): void {
    const { issuer, ...given } = this.#given;
    for (const key of ['number', 'dated', 'published'] as const) {
      const said = given[key];
      if (said === undefined || said === frame[key]) continue;
      if (frame[key] === null) frame[key] = said;
      else
        this.#findings.error(
          `notice.yaml gives ${key} as ${said}, the text as ${frame[key]}`,
          'Compare with the notice as issued, and mend notice.yaml: it is for what the text does not print.',
        );
    }
    if (issuer !== undefined) frame.issuers = [issuer];
  }

  /** Units without a place stand beside those of the state. */
  #warnOfNoPlace(place: string | null, issuer: string): void {
    if (
      place !== null ||
      issuer === '' ||
      /^(?:国|中共中央|中央|中国|全国|最高|科技|工业|教育|财政)|部(?:办公厅)?$|总局/u.test(issuer)
    )
      return;
    this.#findings.warn(
      `${issuer} does not tell which place it is of: its units stand without one`,
      'Write place: with the province, city, county or body into a file notice.yaml beside the notice.',
      placeAt(this.#seed, 0),
    );
  }

  #fact(paragraphs: Paragraph[]): Fact | null {
    return factOf(
      this.#seed,
      paragraphs.map(({ chars }) => chars),
    );
  }

  /** Short forms that the text defines: 市水务局、市税务局（以下简称“两部门”）. */
  #define(): void {
    for (const { chars } of paragraphsOf(this.#source.blocks)) {
      for (const match of chars.text.matchAll(
        /([^，。；：（）]{2,80})（以下(?:统)?简称[:：]?“?([^”“（）]{2,16})”?）/gu,
      )) {
        const [, before = '', short = ''] = match;
        const names = before
          .replace(/^.*(?:成立|设立|组建|组成)(?=.*[局委厅办部会司组室])/u, '')
          .replace(/^.*?(?:就|由|在|对|经|和|向)(?=.*[局委厅办部会司])/u, '');
        const list = this.#units.read([names]);
        if (list.unlike.length === 0 && list.names.length > 0)
          this.#units.define(
            short,
            list.names.map(({ full }) => full),
          );
      }
    }
  }

  #readParts(frame: Frame): { part: string; prefix: string; body: BodyPart }[] {
    const duties = new DutyReader(this.#units, this.#context.columns);
    const running = !GIVES_RULES.test(frame.planTitle ?? frame.title);
    const reader = new BodyReader(this.#seed, this.#ledger, this.#findings, duties, running);
    const letter = paragraphsOf(frame.letter);
    const plan = paragraphsOf(frame.plan);
    const parts: { part: string; prefix: string; body: BodyPart }[] = [];
    const isPiece = plan.length === 0 || frame.planTitle === null;
    if (isPiece) {
      const body = reader.read([...letter, ...plan], 'body', '', frame.annexes.length === 0, frame.tables);
      parts.push({ part: 'body', prefix: '', body });
      this.#claimBefore(body, '印发语');
    } else {
      const opening = reader.read(letter, 'letter', 'l-', false);
      const body = reader.read(plan, 'body', '', true, frame.tables);
      parts.push({ part: 'letter', prefix: 'l', body: opening }, { part: 'body', prefix: 'b', body });
      this.#claimBefore(opening, '印发语');
      this.#claimBefore(body, '引言');
    }
    for (const [index, annex] of frame.annexes.entries()) {
      const texts = paragraphsOf(annex.blocks);
      this.#warnOfTabs(texts);
      if (annex.blocks.some(({ kind }) => kind === 'table') || texts.length === 0) continue;
      const heads = texts.find(({ line }) => this.#context.columns.areHeads(tokensOfLine(this.#seed, line)));
      if (heads) {
        const sections = parts.flatMap(({ part, body }) => (part === 'body' ? body.sections : []));
        this.#annexTasks.flattened(texts, heads, sections, index + 1);
        annex.blocks = [];
        continue;
      }
      const body = reader.read(texts, `annex-${index + 1}`, `a${index + 1}-`, true);
      parts.push({ part: `annex-${index + 1}`, prefix: `a${index + 1}b`, body });
      this.#claimBefore(body, '附件引言');
      annex.blocks = [];
    }
    return parts;
  }

  /** Lines whose cells tabs part are a table that a reader of the text would see. */
  #warnOfTabs(texts: Paragraph[]): void {
    const first = texts.find(({ line }) => this.#seed.line(line).trim().includes('\t'));
    if (!first) return;
    this.#findings.warn(
      'these lines look like a table, whose heads tell no tasks: they are shown as lines of text',
      'If it gives tasks, add its heads to seeds/columns.yaml.',
      placeAt(this.#seed, first.chars.at[0] ?? 0),
    );
  }

  /** An annex that is announced must be there. */
  #checkAnnexes({ annexLine, annexes, planTitle }: Frame): void {
    const isPlan = planTitle !== null && annexLine?.text.replace(/\s/gu, '').includes(planTitle.replace(/\s/gu, ''));
    if (!annexLine || annexes.length > 0 || isPlan) return;
    this.#findings.warn(
      `the notice announces an annex, and no file holds it: ${annexLine.text}`,
      'Put it beside the text, as .docx, .xlsx, .csv or .pdf.',
      placeAt(this.#seed, this.#seed.lineStart(annexLine.lines[0])),
    );
  }

  #claimBefore({ before }: BodyPart, owner: string): void {
    for (const { chars } of before) this.#ledger.claim(chars, 'metadata', owner);
  }

  #textTasks({ duties }: BodyPart, prefix: string, maker: TaskMaker): void {
    const counts = new Map<ImportedSection, number>();
    for (const duty of duties) {
      const count = (counts.get(duty.section) ?? 0) + 1;
      counts.set(duty.section, count);
      this.tasks.push(maker.ofText(duty, `${prefix || 'b'}${duty.section.number}-${count}`));
    }
  }
}
