/**
 * Serves the built site: `npm run serve`. `BASE` as in the build, `PORT` (4321), `DIST` (`dist`).
 */
import { existsSync } from 'node:fs';
import { siteAddress } from './lib/address.ts';
import { staticServer } from './lib/static-server.ts';

const { dist, base, port, url } = siteAddress(process.env);

if (existsSync(`${dist}/index.html`)) {
  const server = await staticServer(dist, base);
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === 'EADDRINUSE' ? `Port ${port} is taken. Choose another: PORT=8080 npm run serve` : error,
    );
    process.exitCode = 1;
  });
  server.listen(port, () => console.log(`The site is at ${url} (Ctrl+C ends)`));
} else {
  console.error(`No built site in ${dist}/. Build it first: npm run build`);
  process.exitCode = 1;
}
