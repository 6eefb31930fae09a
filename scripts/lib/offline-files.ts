import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadNotice, loadNotices, loadSeed, type Notice } from '../../src/load.ts';
import { briefingFile } from '../../src/offline/briefing.ts';
import { briefingPath } from '../../src/offline/briefing-path.ts';
import type { Edition } from '../../src/offline/edition.ts';
import { unitBriefing } from '../../src/offline/unit-briefing.ts';
import { wholeFile } from '../../src/offline/whole/whole.ts';
import type { AnswerIndex, TextFile } from '../../src/search/model.ts';
import { wholeIndex } from '../../src/search/whole-index.ts';
import { readPage } from './built-pages.ts';
import { bundleScript } from './bundle.ts';
import { compact } from './compact.ts';
import { deadlinePicture } from './deadline-picture.ts';
import { searchPlaces } from './search-places.ts';

/** The file with the whole notice. @throws when the site in `dist` has no search index yet */
async function wholeOf(notice: Notice, edition: Edition, dist: string): Promise<string> {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(dist, 'search', name), 'utf8'));
  const text = read('text.json') as TextFile;
  const page = wholeFile({
    data: notice,
    authority: [...notice.authority.values()],
    seed: loadSeed(notice),
    runs: notice.account.runs,
    edition,
    script: await bundleScript(),
    answers: wholeIndex(read('answers.json') as AnswerIndex, text),
    synonyms: text.synonyms,
    searchPlaces: { html: searchPlaces(readPage(dist, join('search', 'index.html'))) },
    strip: { html: deadlinePicture(readPage(dist, join(notice.id, 'deadlines', 'index.html'))) },
  });
  return compact(page);
}

/**
 * The single files of a notice by their names under `offline/`: the whole, one for every unit that is known, and what
 * a page needs to make further ones in the browser.
 */
export async function offlineFiles(id: string, edition: Edition, dist: string): Promise<Map<string, string>> {
  const notice = loadNotice(id);
  const authority = [...notice.authority.values()];
  const files = new Map([[`${id}.html`, await wholeOf(notice, edition, dist)]]);
  for (const unit of authority) {
    const path = briefingPath(unit.slug, id, loadNotices());
    files.set(path, briefingFile(notice, unitBriefing(unit, notice, authority), edition));
  }
  files.set('edition.json', `${JSON.stringify(edition)}\n`);
  return files;
}
