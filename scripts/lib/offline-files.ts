import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadNotice, loadNotices, loadSeed, type Notice } from '../../src/load.ts';
import { holdClauses } from '../../src/notice/held.ts';
import { briefingFile } from '../../src/offline/briefing.ts';
import { briefingPath } from '../../src/offline/briefing-path.ts';
import type { Edition } from '../../src/offline/edition.ts';
import { unitBriefing } from '../../src/offline/unit-briefing.ts';
import { wholeFile } from '../../src/offline/whole/whole.ts';
import { soundsOf } from '../../src/search/index/sounds.ts';
import type { AnswerIndex, Words } from '../../src/search/model.ts';
import { recordsOf } from '../../src/search/records.ts';
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
    strip: { html: deadlinePicture(readPage(dist, join(notice.id, 'deadlines', 'index.html'))) },
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
 * The single files of a notice by their names under `offline/`: the whole, and one for every unit that is known.
 */
export async function offlineFiles(id: string, edition: Edition, dist: string): Promise<Map<string, string>> {
  const notice = loadNotice(id);
  const authority = [...notice.authority.values()];
  const files = new Map([[`${id}.html`, await wholeOf(notice, edition, dist)]]);
  const notices = loadNotices();
  for (const unit of authority) {
    const briefing = unitBriefing(unit, notice, authority);
    const nothing = briefing.groups.length > 0 ? [] : ['通知没有点名这个单位，也没有经集合称谓分给它的任务。'];
    const under = [...briefing.under, ...nothing];
    files.set(briefingPath(unit.slug, id, notices), briefingFile(notice, { ...briefing, under }, edition));
  }
  return files;
}
