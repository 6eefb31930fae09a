import type { Synonym } from './model.ts';

/**
 * The words that a pattern stands for: parts follow one another at `+`, and each is any of its choices, parted by `/`,
 * of which one may be empty. `买/卖+房/房子` is 买房, 买房子, 卖房, 卖房子; `/跨+省` is 省, 跨省.
 */
export const spelledOut = (pattern: string): string[] =>
  pattern
    .split('+')
    .map((part) => part.split('/'))
    .reduce((words, choices) => words.flatMap((word) => choices.map((choice) => word + choice)), ['']);

/** All words of some patterns that white space parts. */
export const wordsIn = (patterns: string): string[] => patterns.split(/\s+/u).filter(Boolean).flatMap(spelledOut);

/** What no word and no target holds: the marks that part them where they travel. */
export const PARTING = /[\s:>;]/u;

/** Everyday words in few bytes, for the browser: `topic:words>targets`, an entry after another; `>>` behind an aside. */
export const packed = (synonyms: readonly Synonym[]): string =>
  synonyms
    .map(
      ({ topic = '', words, aside, targets }) => `${topic}:${words.join(' ')}>${aside ? '>' : ''}${targets.join(' ')}`,
    )
    .join(';');

/** The everyday words that `packed` was given, spelled out; what has a card goes by its name too. */
export const unpacked = (text: string): Synonym[] =>
  text.split(';').flatMap((entry) => {
    const [, topic = '', words = '', aside, targets = ''] = /^(.*):([^>]*)>(>?)(.*)$/u.exec(entry) ?? [];
    if (targets === '') return [];
    const own = { ...(topic ? { topic } : {}), ...(aside ? { aside: true as const } : {}) };
    return [{ ...own, words: [...new Set(wordsIn(`${topic} ${words}`))], targets: targets.split(' ') }];
  });
