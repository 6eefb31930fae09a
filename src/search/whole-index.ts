import type { AnswerIndex, TextFile } from './model.ts';

/** The small index with the units that no notice names, which the built site keeps apart; ordered by slug again. */
export const wholeIndex = (answers: AnswerIndex, { unnamed }: TextFile): AnswerIndex => ({
  ...answers,
  units: [...answers.units, ...unnamed].sort((a, b) => (a.slug < b.slug ? -1 : 1)),
});
