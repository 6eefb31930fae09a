import type { Answer, AnswerIndex } from '../model.ts';

/** What the first cards need. */
export interface Loaded {
  index: AnswerIndex;
  /** The cards that the small index alone can give. */
  cards(query: string): Answer[];
}

/** Where hits and searches are: pages of the site, or places in a single file. */
export interface Addresses {
  /** The address of a hit, with the phrases that should light up there. */
  hit(url: string, phrases: readonly string[]): string;
  search(params: URLSearchParams): string;
}
