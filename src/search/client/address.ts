import { siteAddress } from './load.ts';

/** The address of a hit, with the phrases that the page it opens should light up. */
export function hitAddress(url: string, phrases: readonly string[]): string {
  const [path = '', anchor] = url.split('#');
  const query = new URLSearchParams(phrases.map((phrase) => ['h', phrase])).toString();
  return siteAddress(path) + (query && `?${query}`) + (anchor === undefined ? '' : `#${anchor}`);
}

/** The address of a search. */
export const searchAddress = (params: URLSearchParams): string => siteAddress(`search/?${params}`);
