import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadNotice, loadSeed, type Notice } from '../../src/load.ts';
import { holdClauses } from '../../src/notice/held.ts';
import { briefingFile } from '../../src/offline/briefing.ts';
import type { Edition } from '../../src/offline/edition.ts';
import { unitBriefing } from '../../src/offline/unit-briefing.ts';
import { wholeFile } from '../../src/offline/whole/whole.ts';
import { soundsOf } from '../../src/search/index/sounds.ts';
import type { AnswerIndex, Words } from '../../src/search/model.ts';
import { recordsOf } from '../../src/search/records.ts';
import { unitsWithFiles } from '../../src/unit-pages.ts';
import { hasTasks } from '../../src/views/has.ts';
import { readPage } from './built-pages.ts';
import { bundleScript } from './bundle.ts';
import { compact } from './compact.ts';
import { deadlinePicture } from './deadline-picture.ts';
import { searchPlaces } from './search-places.ts';

/** The file with the whole notice. @throws when the site in `dist` has no search index yet */
async function wholeOf(notice: Notice, edition: Edition, dist: string): Promise<string> {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(dist, 'search', name), 'utf8'));
  const answers = read('answers.json') as AnswerIndex;
  const { synonyms, unnamed } = read('words.json') as Words;
  const units = [...answers.units, ...unnamed].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const page = wholeFile({
    data: notice,
    authority: [...notice.authority.values()],
    seed: loadSeed(notice),
    runs: notice.account.runs,
    edition,
    script: await bundleScript(),
    answers: { ...answers, units },
    sounds: soundsOf([
      ...units.flatMap(({ name, aliases }) => [name, ...aliases]),
      ...synonyms.map(({ word }) => word),
      ...recordsOf(notice).flatMap(({ fields }) => fields.flatMap(({ texts }) => texts)),
    ]),
    synonyms,
    searchPlaces: { html: searchPlaces(readPage(dist, join('search', 'index.html'))) },
    strip: {
      html: hasTasks(notice) ? deadlinePicture(readPage(dist, join(notice.id, 'deadlines', 'index.html'))) : '',
    },
  });
  const file = compact(page);
  holdClauses(
    `offline/${notice.id}.html`,
    file,
    notice.sections.flatMap(({ clauses }) => clauses),
  );
  return file;
}

/**
 * The single files of a notice by their names under `offline/`: the whole, and one for each unit whose page shows it.
 */
export async function offlineFiles(id: string, edition: Edition, dist: string): Promise<Map<string, string>> {
  const notice = loadNotice(id);
  const authority = [...notice.authority.values()];
  const files = new Map([[`${id}.html`, await wholeOf(notice, edition, dist)]]);
  for (const { unit } of unitsWithFiles().filter((each) => each.notice === notice)) {
    const briefing = unitBriefing(unit, notice, authority);
    files.set(`units/${unit.slug}.html`, briefingFile(notice, briefing, edition));
  }
  return files;
}
