import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type HeaderRule, headersFor, parseHeadersFile } from './headers-file.ts';

const compress = promisify(gzip);

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'application/xml; charset=utf-8',
};
const COMPRESSED = /^(text|image\/svg|application\/(json|xml|manifest|wasm))/;

/**
 * A server for the built site in `dir`, mounted under `base` (`/` or `/a/b/`), as a static host serves it:
 * `index.html` for a folder, a redirect to the trailing slash, the headers of the build's own `_headers`,
 * gzip, and `404.html` for what is not there.
 */
export async function staticServer(dir: string, base: string): Promise<Server> {
  const rules = parseHeadersFile(await readFile(join(dir, '_headers'), 'utf8').catch(() => ''));
  return createServer((request, response) => {
    answer(request, response, dir, base, rules).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  dir: string,
  base: string,
  rules: HeaderRule[],
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const path = decoded(url.pathname);
  if (path === undefined || path.includes('\0')) {
    response.writeHead(400).end();
    return;
  }
  const inside = path.startsWith(base) ? path.slice(base.length - 1) : undefined;
  let file = inside === undefined ? undefined : within(dir, inside);
  if (file && (await isFolder(file))) {
    if (!path.endsWith('/')) {
      response.writeHead(301, { location: `${url.pathname}/${url.search}` }).end();
      return;
    }
    file = join(file, 'index.html');
  }
  const found = file && (await readFile(file).catch(() => undefined));
  const body = found ?? (await readFile(join(dir, '404.html')).catch(() => Buffer.from('404')));
  const type = found && file ? (TYPES[extname(file)] ?? 'application/octet-stream') : 'text/html; charset=utf-8';
  for (const [name, value] of headersFor(rules, inside ?? '/404.html')) response.setHeader(name, value);
  response.setHeader('Content-Type', type);
  response.setHeader('Vary', 'Accept-Encoding');
  const zipped = COMPRESSED.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding']));
  if (zipped) response.setHeader('Content-Encoding', 'gzip');
  const bytes = zipped ? await compress(body) : body;
  response.setHeader('Content-Length', bytes.length);
  response.writeHead(found ? 200 : 404).end(request.method === 'HEAD' ? undefined : bytes);
}

/** The file that `path` names in `dir`; undefined where an encoded `..` leads out of it. */
function within(dir: string, path: string): string | undefined {
  const file = resolve(dir, `.${path}`);
  return `${file}${sep}`.startsWith(`${resolve(dir)}${sep}`) ? file : undefined;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
