import { duePage, pageCard, sectionCard, taskCard, unitCard } from './cards.ts';
import type { Fold } from './fold.ts';
import type { Answer, AnswerIndex, Needle, NoticeAnswers, Synonym, UnitAnswer } from './model.ts';
import { bareForms } from './names.ts';
import { isFileNumber, readMonth, readSectionNumber, readTaskNumber } from './numbers.ts';
import { paths } from './places.ts';
import { createFindUnits } from './unit-names.ts';

/** What the small index makes of a word or a whole query. */
export interface Knowledge {
  /** The cards that answer a query, best first. */
  answers(query: string): Answer[];
  /** The card of a unit's page. */
  card(url: string): Answer | undefined;
  /** Units that a word names and no notice does, with what reaches them through a collective. */
  unnamed(word: string): Answer[];
  /** What a word finds beside its own letters. */
  needles(word: string): Needle[];
  /** The words of the notice, names of units among them, that a word stands for. */
  targets(word: string): string[];
  /** Whether a word names a unit of the notices, a number, a month or an everyday word. */
  knows(word: string): boolean;
  /** Names, short names and everyday words, for 「您是不是要找」. */
  vocabulary(): string[];
}

/** Reads the small index once; each question is then a look-up. Everyday words come with the full text. */
export function createKnowledge(index: AnswerIndex, fold: Fold, synonyms: readonly Synonym[] = []): Knowledge {
  const key = (text: string) => fold(text).text;
  const findUnits = createFindUnits(index, fold);
  const named = (word: string) => findUnits(word).filter((unit) => unit.named);
  const cardOf = (unit: UnitAnswer) => unitCard(unit, index.units);
  const byWord = new Map(synonyms.map(({ word, targets }) => [key(word), targets]));
  const synonymsOf = (word: string) => byWord.get(key(word)) ?? [];

  /** Months (`2022-10`) or `ongoing` that a word names and a deadline of the notice has. */
  const dues = ({ months, ongoing }: NoticeAnswers, word: string): string[] => {
    const folded = key(word);
    if (folded === '持续推进') return ongoing.due + ongoing.open > 0 ? ['ongoing'] : [];
    const wanted = readMonth(folded);
    if (!wanted) return [];
    return months
      .map(({ month }) => month)
      .filter((month) => month.startsWith(wanted.year) && month.endsWith(`-${wanted.month}`));
  };

  const inNotice = (notice: NoticeAnswers, folded: string): Answer[] => {
    if (isFileNumber(folded, notice.number) || folded === key(notice.title)) return [pageCard(notice)];
    const task = readTaskNumber(folded);
    if (task) {
      const rows = notice.sections.find(({ number }) => number === task.section)?.tasks ?? 0;
      return task.row >= 1 && task.row <= rows ? [taskCard(notice, task.section, task.row)] : [];
    }
    const number = readSectionNumber(folded)?.section;
    const section = notice.sections.find((each) => each.number === number);
    return section ? [sectionCard(notice, section)] : dues(notice, folded).map((due) => duePage(notice, due));
  };

  const answers = (query: string): Answer[] => {
    const folded = key(query);
    if (folded === '') return [];
    return [...index.notices.flatMap((notice) => inNotice(notice, folded)), ...named(folded).map(cardOf)];
  };

  /** A section that a word names as such; a bare number may mean anything. */
  const sectionNeedles = (word: string): Needle[] => {
    const read = readSectionNumber(key(word));
    return read && !read.bare ? [{ section: read.section }] : [];
  };

  return {
    answers,
    card: (url) => {
      const unit = index.units.find(({ slug }) => paths.unit(slug) === url);
      return unit && cardOf(unit);
    },
    unnamed: (word) =>
      findUnits(word)
        .filter((unit) => !unit.named)
        .map(cardOf),
    needles: (word) => [
      ...named(word).map(({ slug, name, kind }) => ({ unit: slug, names: bareForms(name, kind) })),
      ...[...new Set(index.notices.flatMap((notice) => dues(notice, word)))].map((due) => ({ due })),
      ...sectionNeedles(word),
      ...synonymsOf(word).map((text) => ({ text })),
    ],
    targets: (word) => {
      const names = named(word).map(({ name }) => name);
      return [...new Set([...synonymsOf(word), ...names])].filter((target) => key(target) !== key(word));
    },
    knows: (word) => synonymsOf(word).length > 0 || answers(word).length > 0,
    vocabulary: () => [
      ...index.units.flatMap(({ name, aliases }) => [name, ...aliases]),
      ...synonyms.map(({ word }) => word),
    ],
  };
}
