import { createKnowledge, type Knowledge } from '../answers.ts';
import { createFold } from '../fold.ts';
import type { AnswerIndex, TextFile } from '../model.ts';
import { wholeIndex } from '../whole-index.ts';
import type { FullText } from './full-text.ts';

/** What answers before full text has loaded. */
export interface Answers {
  index: AnswerIndex;
  knowledge: Knowledge;
}

declare global {
  interface Window {
    /** Where a copy of the site that opens from disk has an address of the site. */
    siteCopy?: (path: string) => string;
  }
}

/** An address of the site, under whatever path it is mounted. */
export const siteAddress = (path: string): string =>
  window.siteCopy?.(path) ?? import.meta.env.BASE_URL.replace(/\/?$/, '/') + path;

async function fetchJson<T>(name: string): Promise<T> {
  const response = await fetch(siteAddress(`search/${name}`));
  if (!response.ok) throw new Error(`search/${name}: ${response.status}`);
  return response.json() as Promise<T>;
}

/** Runs once; a failure is forgotten, so that the next try can succeed. */
function once<T>(start: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => {
    running ??= start().catch((error: unknown) => {
      running = undefined;
      throw error;
    });
    return running;
  };
}

/** The small index behind the answer cards. */
export const loadAnswers: () => Promise<Answers> = once(async () => {
  const index = await fetchJson<AnswerIndex>('answers.json');
  return { index, knowledge: createKnowledge(index, createFold(index.simplified)) };
});

/** The search over the whole text, and what shows it. */
export const loadFullText: () => Promise<FullText> = once(async () => {
  const [{ index }, text, { openFullText }] = await Promise.all([
    loadAnswers(),
    fetchJson<TextFile>('text.json'),
    import('./full-text.ts'),
  ]);
  return openFullText(wholeIndex(index, text), text);
});
