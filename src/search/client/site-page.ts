/** The script of the site's search page. */
import { brief } from '../../notice/cut.ts';
import { siteAddresses } from './hit-addresses.ts';
import { loadIndex, loadSearch } from './load-search.ts';
import { searchPage } from './page.ts';

/** More of a query would push the rest of the title out of a tab. */
const LONGEST = 40;
const { title } = document;

// Tabs, bookmarks and the list of pages that one has been to tell searches apart.
const asked = (query: string): void => {
  document.title = query === '' ? title : `${brief(query, LONGEST)} — ${title}`;
};
searchPage({ addresses: siteAddresses, loadIndex, loadSearch, asked });
