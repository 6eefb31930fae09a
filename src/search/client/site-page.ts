/** The script of the site's search page. */
import { siteAddresses } from './hit-addresses.ts';
import { loadIndex, loadSearch } from './load-search.ts';
import { searchPage } from './page.ts';

searchPage({ addresses: siteAddresses, loadIndex, loadSearch });
