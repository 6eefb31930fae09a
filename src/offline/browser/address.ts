/** Stands in for the site's addresses: every page of the site is a place in this file. */
import { anchorOf } from './anchor.ts';

const { slugs } = JSON.parse(document.getElementById('embedded')?.textContent ?? '') as { slugs: string };

/** The place of a hit; what to light up there is told by the query. */
export const hitAddress = (url: string): string => anchorOf(url, slugs.split(' '));

/** The address of a search in this file. */
export const searchAddress = (params: URLSearchParams): string =>
  location.pathname + (params.size > 0 ? `?${params}` : '');
