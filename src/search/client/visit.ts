/**
 * Writes to the history. A preview of a file (`srcdoc`, `blob:`, a sandboxed frame) has no address that could be
 * written: the page goes on without.
 */
function write(how: 'pushState' | 'replaceState', address: () => string): void {
  try {
    history[how](null, '', address());
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
  }
}

/** Puts an address into the history. */
export const visit = (how: 'pushState' | 'replaceState', address: string): void =>
  write(how, () => new URL(address, location.href).href);

/** Puts the place where one is into the history once more, so that the way back leads to it. */
export const visitHere = (): void => write('pushState', () => location.href);

/** Whether an address is the one that is shown, as the browser spells both: Chinese letters may be percent-encoded. */
export const isHere = (address: string): boolean =>
  URL.canParse(address, location.href) && new URL(address, location.href).href === location.href;
