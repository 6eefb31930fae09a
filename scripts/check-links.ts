/** `npm run check:links`: fails on an internal link of the built site that leads nowhere. `DIST`, `BASE` as in the build. */

import { builtFiles, readPage } from './lib/built-pages.ts';
import { siteAddress } from './lib/environment.ts';
import { brokenLinks } from './lib/links.ts';
import { run } from './lib/run.ts';

await run(async () => {
  const { dist, base } = siteAddress(process.env);
  const files = builtFiles(dist);
  const pages = new Map(files.filter((file) => file.endsWith('.html')).map((file) => [file, readPage(dist, file)]));
  const broken = brokenLinks(pages, files, base);

  for (const { file, link, why } of broken) console.error(`${file}: ${link}: ${why}`);
  console.log(`${pages.size} pages under ${base}: ${broken.length} broken links`);
  if (broken.length > 0 || pages.size === 0) process.exitCode = 1;
});
