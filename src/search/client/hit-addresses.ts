import type { Addresses } from './host.ts';
import { siteAddress } from './site-address.ts';

/** Hits and searches as pages of the site. */
export const siteAddresses: Addresses = {
  hit(url, phrases) {
    const [path = '', anchor] = url.split('#');
    const query = new URLSearchParams(phrases.map((phrase) => ['h', phrase])).toString();
    return siteAddress(path) + (query && `?${query}`) + (anchor === undefined ? '' : `#${anchor}`);
  },
  search: (params) => siteAddress(`search/?${params}`),
};
