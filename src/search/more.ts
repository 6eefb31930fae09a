/** What most queries do without, and the site's pages load only when it is needed. */
export { createHearing } from './hearing.ts';
export { readOtherwise } from './otherwise.ts';
