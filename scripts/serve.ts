/**
 * Serves the built site: `npm run serve`. `BASE` as in the build, `PORT` (4321; 0 for any that is free), `HOST` (the
 * loopback alone), `DIST` (`dist`).
 */
import { existsSync } from 'node:fs';
import { putBack } from '../src/disk/swap.ts';
import { NoticeError } from '../src/notice/problem.ts';
import { siteAddress } from './lib/environment.ts';
import { run } from './lib/run.ts';
import { siteServer } from './lib/site-server.ts';

await run(async () => {
  const { dist, base, ...asked } = siteAddress(process.env);
  putBack(dist);
  if (!existsSync(`${dist}/index.html`))
    throw new NoticeError(`${dist}/ holds no built site`, 'Run npm run build first.');
  const { port } = await siteServer({ dist, base, ...asked });
  console.log(`The site is at http://${asked.host ?? 'localhost'}:${port}${base} (Ctrl+C ends)`);
});
