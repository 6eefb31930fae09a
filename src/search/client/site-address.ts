declare global {
  interface Window {
    /** Where a copy of the site that opens from disk has an address of the site. */
    siteCopy?: (path: string) => string;
  }
}

/** An address of the site, under whatever path it is mounted. */
export const siteAddress = (path: string): string =>
  window.siteCopy?.(path) ?? import.meta.env.BASE_URL.replace(/\/?$/, '/') + path;
