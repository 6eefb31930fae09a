import { fromNumeral } from '../notice/numerals.ts';
import { duePage, pageCard, sectionCard, taskCard, unitCard } from './cards.ts';
import type { Fold } from './fold.ts';
import type { Answer, AnswerIndex, Needle, NoticeAnswers, Synonym, UnitAnswer } from './model.ts';
import { bareForms } from './names.ts';
import { createSpell } from './spelling.ts';

/** What the small index makes of a word or a whole query. */
export interface Knowledge {
  /** Units that a word names: by name, short, former or full name, pinyin or initials; named ones first. */
  units(word: string): UnitAnswer[];
  /** Months (`2022-10`) or `ongoing` that a word names and a deadline of the notices has. */
  dues(word: string): string[];
  /** Words of the notice that an everyday word stands for. */
  synonyms(word: string): string[];
  /** The cards that answer a query, best first. */
  answers(query: string): Answer[];
  /** Units that a word names and no notice does, with what reaches them through a collective. */
  unnamed(word: string): Answer[];
  /** What else a word finds beside its own letters. */
  needles(word: string): Needle[];
  /** Whether a word names a unit of the notices, a month or an everyday word. */
  knows(word: string): boolean;
  /** Names, short names and everyday words, for 「您是不是要找」. */
  vocabulary(): string[];
}

const NUMBER = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const MONTH = new RegExp(
  `^(?:(\\d{4})年)?${NUMBER}月份?(?:底|初|中旬|末)?(?:以前|之前|前)?(?:完成)?(?:到期|截止)?$`,
  'u',
);
const ISO_MONTH = /^(\d{4})[-/.](\d{1,2})$/;
const SECTION = new RegExp(`^第?${NUMBER}(?:大?部分|章节?|节|、)?$`, 'u');
const TASK = /^(?:任务|附件)?第?(\d{1,2})[-–—−~.·_](\d{1,2})(?:行|项|号|条)?$/u;
const ROW_OF_SECTION = new RegExp(`^第?${NUMBER}(?:大?部分|章|节)第?${NUMBER}(?:行|项|号|条)(?:任务)?$`, 'u');
const FILE_NUMBER = /^(.*?)〔(\d{4})〕(\d+)号$/u;
const SPELLED = /^[a-z]{2,}$/;
/** From here on the beginning of a spelled name is enough. */
const SPELLED_PREFIX = 4;
const GENERIC_ENDING = /(?:部门|系统|单位)$/u;

const numberOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : (fromNumeral(text) ?? 0));

/** The ways in which people write a file number, letters and digits only. */
function fileNumberForms(number: string): Set<string> {
  const [, agency = '', year = '', serial = ''] = FILE_NUMBER.exec(number) ?? [];
  if (serial === '') return new Set();
  const stems = [agency + year + serial, agency + serial];
  return new Set([...stems, ...stems.map((stem) => `${stem}号`), `${year}${serial}号`, `${serial}号`]);
}

/** Reads the small index once; each question is then a look-up. Everyday words come with the full text. */
export function createKnowledge(index: AnswerIndex, fold: Fold, synonyms: readonly Synonym[] = []): Knowledge {
  const key = (text: string) => fold(text).text;
  const byName = new Map<string, UnitAnswer[]>();
  for (const unit of index.units) {
    for (const name of new Set([unit.name, ...unit.aliases].map(key))) {
      byName.set(name, [...(byName.get(name) ?? []), unit]);
    }
  }
  const byWord = new Map(synonyms.map(({ word, targets }) => [key(word), targets]));
  const weight = (unit: UnitAnswer) => (unit.named ? 1000 : 0) + unit.leads * 2 + unit.supports;
  const best = (units: UnitAnswer[], word: string) =>
    [...units].sort((a, b) => Number(key(b.name) === word) - Number(key(a.name) === word) || weight(b) - weight(a));

  const spell = createSpell(index.sounds);
  const spelled = (word: string): UnitAnswer[] => {
    if (!SPELLED.test(word)) return [];
    const having = (test: (spelling: string) => boolean) =>
      index.units.filter(({ name, aliases }) =>
        [name, ...aliases].some((each) => spell(each).some(({ whole, initials }) => test(whole) || test(initials))),
      );
    const whole = having((spelling) => spelling === word);
    if (whole.length > 0 || word.length < SPELLED_PREFIX) return whole;
    return having((spelling) => spelling.startsWith(word));
  };
  const called = (name: string): UnitAnswer[] => {
    const exact = byName.get(name);
    if (exact) return exact;
    return index.units.filter((unit) => bareForms(name, unit.kind).some((form) => byName.get(form)?.includes(unit)));
  };
  const known = new Map<string, UnitAnswer[]>();
  const units = (word: string): UnitAnswer[] => {
    const folded = key(word);
    const cached = known.get(folded) ?? lookUp(folded);
    known.set(folded, cached);
    return cached;
  };
  const lookUp = (folded: string): UnitAnswer[] => {
    for (const found of [called(folded), called(folded.replace(GENERIC_ENDING, '')), spelled(folded)]) {
      if (found.length > 0) return best(found, folded);
    }
    return [];
  };
  const targets = (word: string) => byWord.get(key(word)) ?? [];

  const dues = (word: string): string[] => {
    const folded = key(word);
    if (folded === '持续推进' && index.notices.some(({ ongoing }) => ongoing.due + ongoing.open > 0))
      return ['ongoing'];
    const [, year, month] = ISO_MONTH.exec(folded) ?? MONTH.exec(folded) ?? [];
    if (month === undefined) return [];
    const ending = `-${String(numberOf(month)).padStart(2, '0')}`;
    const months = index.notices.flatMap((notice) => notice.months.map((each) => each.month));
    return [...new Set(months)].filter((each) => each.endsWith(ending) && each.startsWith(year ?? '')).sort();
  };

  const inNotice = (notice: NoticeAnswers, folded: string): Answer[] => {
    const bare = folded.replace(/[^\p{L}\p{N}]/gu, '');
    if (fileNumberForms(notice.number).has(bare)) return [pageCard(notice)];
    const [, inSection, row] = TASK.exec(folded) ?? ROW_OF_SECTION.exec(folded) ?? [];
    if (inSection !== undefined && row !== undefined) {
      const place = notice.sections.find((each) => each.number === numberOf(inSection));
      const number = numberOf(row);
      return place && number >= 1 && number <= place.tasks ? [taskCard(notice, place.number, number)] : [];
    }
    const number = numberOf(SECTION.exec(folded)?.[1] ?? '');
    const section = notice.sections.find((each) => each.number === number);
    if (section) return [sectionCard(notice, section)];
    if (folded === key('目录') || folded === key(notice.title)) return [pageCard(notice)];
    return dues(folded).map((due) => duePage(notice, due));
  };

  return {
    units,
    dues,
    synonyms: targets,
    answers: (query) => {
      const folded = key(query);
      if (folded === '') return [];
      const named = units(folded).filter((unit) => unit.named);
      return [
        ...index.notices.flatMap((notice) => inNotice(notice, folded)),
        ...named.map((unit) => unitCard(unit, index.units)),
      ];
    },
    needles: (word) => [
      ...units(word)
        .filter((unit) => unit.named)
        .map(({ slug }) => ({ unit: slug })),
      ...dues(word).map((due) => ({ due })),
      ...targets(word).map((text) => ({ text })),
    ],
    unnamed: (word) =>
      units(word)
        .filter((unit) => !unit.named)
        .map((unit) => unitCard(unit, index.units)),
    knows: (word) => units(word).some(({ named }) => named) || dues(word).length > 0 || targets(word).length > 0,
    vocabulary: () => [
      ...index.units.flatMap(({ name, aliases }) => [name, ...aliases]),
      ...synonyms.map(({ word }) => word),
    ],
  };
}
