/**
 * `npm run export`: writes a single file with what is asked for, or the whole site as a folder that opens from disk. `DIST`, `BASE`, `SITE` as in the build.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { parseHTML } from 'linkedom';
import { lock } from '../src/disk/lock.ts';
import { putBack, writeWhole } from '../src/disk/swap.ts';
import { editionOf } from '../src/edition.ts';
import { CONTENT } from '../src/folders.ts';
import { NoticeError } from '../src/notice/problem.ts';
import { trim } from '../src/offline/trim.ts';
import { briefingAsked } from './lib/briefing-asked.ts';
import { siteAddress } from './lib/environment.ts';
import { HELP, readExportOptions } from './lib/export-options.ts';
import { run } from './lib/run.ts';
import { siteFolder } from './lib/site-folder.ts';

/** The built file of a whole notice. @throws NoticeError where there is none */
function readWhole(path: string): Document {
  if (!existsSync(path)) throw new NoticeError(`there is no ${path}`, 'Run npm run build first.');
  // linkedom knows no tags that are left out, as HTML allows.
  return parseHTML(toHtml(fromHtml(readFileSync(path, 'utf8')))).document;
}

async function main(): Promise<void> {
  const options = readExportOptions(process.argv.slice(2));
  if (options.kind === 'help') {
    console.log(HELP);
    return;
  }
  putBack(CONTENT);
  const { dist, base, site } = siteAddress(process.env);
  const about = editionOf(site, base);
  if (options.kind === 'briefing') {
    const { data, briefing } = briefingAsked(options);
    putBack(dist);
    const file = readWhole(join(dist, 'offline', `${data.notice.id}.html`));
    trim(file, data, briefing, about);
    const text = `<!doctype html>\n${file.documentElement.outerHTML}\n`;
    writeWhole(options.out, text);
    console.log(`${options.out}: ${Buffer.byteLength(text)} bytes, ${gzipSync(text, { level: 9 }).length} compressed`);
    return;
  }
  putBack(dist);
  lock(dist);
  if (!existsSync(join(dist, 'search', 'answers.json'))) {
    throw new NoticeError(`${dist}/ holds no built site`, 'Run npm run build first.');
  }
  if (!readFileSync(join(dist, 'index.html'), 'utf8').includes(`href="${base}about/"`)) {
    throw new NoticeError(`the site in ${dist}/ was not built for ${base}`, 'Name the BASE that it was built with.');
  }
  const files = await siteFolder(dist, base);
  const folder = Object.fromEntries([...files].map(([path, bytes]) => [`site/${path}`, bytes]));
  const zip = zipSync(folder, { level: 9, mtime: about.built });
  writeWhole(options.out, zip);
  console.log(`${options.out}: ${files.size} files, ${zip.length} bytes; unpack it and open site/index.html`);
}

await run(main);
