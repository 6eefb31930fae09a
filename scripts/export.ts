/**
 * `npm run export`: writes a single file with what is asked for, or the whole site as a folder that opens from disk. `DIST`, `BASE`, `SITE` as in the build.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { lock } from '../src/disk/lock.ts';
import { putBack, writeWhole } from '../src/disk/swap.ts';
import { editionOf } from '../src/edition.ts';
import { CONTENT } from '../src/folders.ts';
import { NoticeError } from '../src/notice/problem.ts';
import { searchFile } from '../src/search/search-file.ts';
import { briefingFile } from './lib/briefing-file.ts';
import { siteAddress } from './lib/environment.ts';
import { HELP, readExportOptions } from './lib/export-options.ts';
import { run } from './lib/run.ts';
import { siteFolder } from './lib/site-folder.ts';

async function main(): Promise<void> {
  const options = readExportOptions(process.argv.slice(2));
  if (options.kind === 'help') {
    console.log(HELP);
    return;
  }
  putBack(CONTENT);
  const address = siteAddress(process.env);
  const { dist, base, site } = address;
  if (options.kind === 'briefing') {
    const text = briefingFile(options, address);
    writeWhole(options.out, text);
    console.log(`${options.out}: ${Buffer.byteLength(text)} bytes, ${gzipSync(text, { level: 9 }).length} compressed`);
    return;
  }
  putBack(dist);
  lock(dist);
  if (!existsSync(join(dist, searchFile('answers')))) {
    throw new NoticeError(`${dist}/ holds no built site`, 'Run npm run build first.');
  }
  if (!readFileSync(join(dist, 'index.html'), 'utf8').includes(`href="${base}about/"`)) {
    throw new NoticeError(`the site in ${dist}/ was not built for ${base}`, 'Name the BASE that it was built with.');
  }
  const files = await siteFolder(dist, base);
  const folder = Object.fromEntries([...files].map(([path, bytes]) => [`site/${path}`, bytes]));
  const zip = zipSync(folder, { level: 9, mtime: editionOf(site, base).built });
  writeWhole(options.out, zip);
  console.log(`${options.out}: ${files.size} files, ${zip.length} bytes; unpack it and open site/index.html`);
}

await run(main);
