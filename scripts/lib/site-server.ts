import { readFileSync, type Stats, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Connect, type Plugin, preview } from 'vite';
import { NoticeError } from '../../src/notice/problem.ts';
import { headersFor, parseHeadersFile } from './headers-file.ts';

/** A server at work. */
export interface SiteServer {
  /** The port that it listens on, also where any was asked for. */
  port: number;
  close(): Promise<void>;
}

export interface SiteServerOptions {
  /** The folder of the built site. */
  dist: string;
  /** The path that the site is mounted under, `/` or `/a/b/`. */
  base: string;
  /** 0 for any that is free. */
  port: number;
  /** The address to listen on; the loopback unless told. */
  host?: string;
}

/**
 * Serves the built site as a static host does: by Vite's preview server, which knows types, compression, ranges and
 * revalidation; what a host does beside that, `asHost`, is ours: Astro's own preview sends one set of headers for all
 * paths, does not redirect a folder to its slash, and answers a wrong path in words that are not the site's.
 *
 * @throws NoticeError when the port is taken
 */
export async function siteServer({ dist, base, port, host = 'localhost' }: SiteServerOptions): Promise<SiteServer> {
  try {
    const server = await preview({
      configFile: false,
      envFile: false,
      root: dist,
      base,
      publicDir: false,
      logLevel: 'silent',
      build: { outDir: '.' },
      preview: { host, port, strictPort: true, cors: false, allowedHosts: true },
      plugins: [asHost(resolve(dist), base)],
    });
    const address = server.httpServer.address();
    return {
      port: address && typeof address === 'object' ? address.port : port,
      close: () => server.close(),
    };
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('already in use'))) throw error;
    throw new NoticeError(`port ${port} is taken`, 'Choose another: PORT=8080 npm run serve.');
  }
}

/** The headers of the build's own `_headers`, the slash of a folder, the site's `404.html`, and no method but reading. */
function asHost(dist: string, base: string): Plugin {
  const answer: Connect.NextHandleFunction = (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const [pathname = '', search] = (request.url ?? '').split('?', 2);
    const path = decoded(pathname);
    if (path === undefined) {
      response.writeHead(400).end();
      return;
    }
    const found = path.startsWith(base) && isPlain(path) ? standing(join(dist, path.slice(base.length))) : undefined;
    const folder = found?.isDirectory() ?? false;
    const there = folder ? standing(join(dist, path.slice(base.length), 'index.html')) : found;
    for (const [name, value] of headersFor(rulesOf(dist), path)) {
      // What is not there may be there tomorrow.
      if (there || name !== 'Cache-Control') response.setHeader(name, value);
    }
    if (there && folder !== path.endsWith('/')) {
      response.writeHead(folder ? 301 : 404, folder ? { Location: withSearch(`${pathname}/`, search) } : {}).end();
    } else if (there) {
      request.url = withSearch(folder ? `${pathname}index.html` : pathname, search);
      next();
    } else {
      response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' }).end(textOf(join(dist, '404.html')));
    }
  };
  return {
    name: 'as-host',
    configurePreviewServer: ({ middlewares }) => void middlewares.use(answer),
  };
}

const withSearch = (path: string, search: string | undefined) => (search === undefined ? path : `${path}?${search}`);

/** No step that leads elsewhere than it says: `.`, `..`, nothing, another kind of slash. */
const isPlain = (path: string): boolean => !/\/\.{0,2}(?=\/)|\/\.{1,2}$|[\\\0]/u.test(path);

/** A path with its escapes read; undefined where they are none, or hide a slash. */
function decoded(path: string): string | undefined {
  try {
    return /%2f/iu.test(path) ? undefined : decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** What stands at a path; nothing, also where no file could (a name that is too long, a file used as a folder). */
function standing(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

const textOf = (file: string): string => (standing(file) ? readFileSync(file, 'utf8') : '');

/** Read anew for each answer, as the pages are: a new build is served when it is there. */
const rulesOf = (dist: string) => parseHeadersFile(textOf(join(dist, '_headers')));
