/** Stands in for the site's loader: nothing is loaded, everything is in the page. */
import { createKnowledge } from '../../search/answers.ts';
import { type FullText, openFullText } from '../../search/client/full-text.ts';
import type { Answers } from '../../search/client/load.ts';
import { createFold } from '../../search/fold.ts';
import { readLibrary } from './read.ts';

export const { index, text } = readLibrary();
const answers: Answers = { index, knowledge: createKnowledge(index, createFold(index.simplified)) };
const fullText = openFullText(index, text);

export const loadAnswers = (): Promise<Answers> => Promise.resolve(answers);
export const loadFullText = (): Promise<FullText> => Promise.resolve(fullText);
