import type { Expansion } from '../model.ts';
import { element } from './dom.ts';
import type { Addresses } from './host.ts';
import { quoted } from './quoted.ts';

/** A link to another search, which the results page asks in place. */
export const searchLink = ({ search }: Addresses, query: string, label = query) =>
  element('a', { href: search(new URLSearchParams({ q: query })), 'data-query': query }, label);

/** 「同时查找」: what is searched for beside the word as typed, or what the reader may ask for. */
export const showExpansions = (expansions: readonly Expansion[], addresses: Addresses): HTMLElement[] =>
  expansions.map(({ word, targets, applied }) =>
    element(
      'p',
      { class: 'note' },
      applied ? `${quoted(word)}同时查找：` : `另可查找与${quoted(word)}有关的：`,
      ...targets.flatMap((target, index) => [...(index > 0 ? ['、'] : []), searchLink(addresses, target)]),
    ),
  );
