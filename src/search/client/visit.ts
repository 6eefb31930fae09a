/**
 * Writes to the history. A preview of a file (`srcdoc`, `blob:`, a sandboxed frame) has no address that could be
 * written: the page goes on without.
 */
function write(how: 'pushState' | 'replaceState', address: () => string, state: unknown = null): void {
  try {
    history[how](state, '', address());
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
  }
}

/** Puts an address into the history. */
export const visit = (how: 'pushState' | 'replaceState', address: string): void =>
  write(how, () => new URL(address, location.href).href);

/** Puts the place where one is into the history once more, so that the way back leads to it. */
export const visitHere = (): void => write('pushState', () => location.href);

/** Keeps something with the place in the history where one is. */
export const keepHere = (state: unknown): void => write('replaceState', () => location.href, state);

/** Whether an address is the one that is shown, as the browser spells both: Chinese letters may be percent-encoded. */
export const isHere = (address: string): boolean =>
  URL.canParse(address, location.href) && new URL(address, location.href).href === location.href;
