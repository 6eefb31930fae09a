import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { parseHTML } from 'linkedom';
import { putBack } from '../../src/disk/swap.ts';
import { editionOf } from '../../src/edition.ts';
import { NoticeError } from '../../src/notice/problem.ts';
import { trim } from '../../src/offline/trim.ts';
import { briefingAsked } from './briefing-asked.ts';
import type { SiteAddress } from './environment.ts';
import type { BriefingOptions } from './export-options.ts';

/** The built file of a whole notice. @throws NoticeError where there is none */
function readWhole(path: string): Document {
  if (!existsSync(path)) throw new NoticeError(`there is no ${path}`, 'Run npm run build first.');
  // linkedom knows no tags that are left out, as HTML allows.
  return parseHTML(toHtml(fromHtml(readFileSync(path, 'utf8')))).document;
}

/**
 * The single file of a part of a notice: the built file of the whole one with the rest taken out.
 *
 * @throws NoticeError where nothing fits what is asked for, or no site was built
 */
export function briefingFile(options: BriefingOptions, { dist, base, site }: SiteAddress): string {
  const { data, briefing } = briefingAsked(options);
  putBack(dist);
  const file = readWhole(join(dist, 'offline', `${data.notice.id}.html`));
  trim(file, data, briefing, editionOf(site, base));
  return `<!doctype html>\n${file.documentElement.outerHTML}\n`;
}
