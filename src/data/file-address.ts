/** An address of the site, under its base path. */
export type SitePath = string;

/** Makes a site path fit to stand in a file that leaves the site. */
export type Address = (path: SitePath) => string;

/** Whole addresses where the site's public address is known; else the path alone, which says where to look. */
export const addressUnder =
  (site: URL | undefined): Address =>
  (path) =>
    site ? new URL(path, site).href : path;

/** Whether an address can be followed from a file outside the site. */
export const isWhole = (address: string): boolean => /^https?:\/\//u.test(address);
