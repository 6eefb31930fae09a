/** The script of the site's search page. */
import { siteAddresses } from './address.ts';
import { loadIndex, loadSearch } from './load.ts';
import { searchPage } from './page.ts';

searchPage({ addresses: siteAddresses, loadIndex, loadSearch });
