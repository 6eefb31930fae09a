import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headersFile } from '../../src/header-rules.ts';
import { type SiteServer, siteServer } from './site-server.ts';

const BASE = '/zwgk/yaodian/';
const WORDS = '单位'.repeat(1000);
let dir: string;
let mounted: SiteServer;
let atRoot: SiteServer;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'served-'));
  const site = join(dir, 'site');
  await mkdir(join(site, '单位'), { recursive: true });
  await mkdir(join(site, '_astro/empty'), { recursive: true });
  await writeFile(join(dir, 'secret.txt'), 'secret');
  await writeFile(join(site, 'index.html'), '<h1>首页</h1>');
  await writeFile(join(site, '单位/index.html'), WORDS);
  await writeFile(join(site, '404.html'), '<h1>没有这一页</h1>');
  await writeFile(join(site, '_astro/a.wasm'), 'wasm');
  await writeFile(join(site, '_headers'), headersFile(BASE));
  mounted = await siteServer({ dist: site, base: BASE, port: 0 });
  atRoot = await siteServer({ dist: site, base: '/', port: 0 });
});

afterAll(async () => {
  await Promise.all([mounted.close(), atRoot.close()]);
  await rm(dir, { recursive: true });
});

const get = (path: string, init?: RequestInit) =>
  fetch(`http://localhost:${mounted.port}${path}`, { redirect: 'manual', ...init });

/** The answer to a request line sent as it is: `fetch` would tidy its path first. */
async function raw(line: string, port = atRoot.port): Promise<{ status: number; head: string; body: string }> {
  const socket = connect(port, 'localhost');
  socket.write(`${line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { status: Number(/^HTTP\/1\.1 (\d+)/u.exec(head)?.[1]), head: head.toLowerCase(), body };
}

test('serves pages under the base path, compressed, with the headers of the build', async () => {
  const response = await get(`${BASE}%E5%8D%95%E4%BD%8D/`);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/html;charset=utf-8',
    'content-encoding': 'gzip',
    'content-security-policy': expect.stringContaining("frame-ancestors 'self'"),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  expect(await response.text()).toBe(WORDS);
});

test('sends a folder to its trailing slash', async () => {
  const redirect = await get(`${BASE}%E5%8D%95%E4%BD%8D?q=1`);
  expect([redirect.status, redirect.headers.get('location')]).toEqual([301, `${BASE}%E5%8D%95%E4%BD%8D/?q=1`]);
});

test('gives WebAssembly its type, and a file that changes its name a year', async () => {
  const { headers } = await get(`${BASE}_astro/a.wasm`);
  expect(headers.get('content-type')).toBe('application/wasm');
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

test('answers 404 with the site’s own page and its headers, outside the base path too', async () => {
  for (const path of [
    `${BASE}nothing/`,
    `${BASE}a.html`,
    '/',
    '/zwgk/',
    '/zwgk/yaodian',
    `${BASE}%E5%8D%95%E4%BD%8D/x`,
  ]) {
    const response = await get(path);
    expect([path, response.status]).toEqual([path, 404]);
    expect(await response.text()).toBe('<h1>没有这一页</h1>');
  }
  expect((await get(`${BASE}nothing/`)).headers.get('x-content-type-options')).toBe('nosniff');
});

test('nobody keeps what was not there', async () => {
  for (const path of ['_astro/b.js', '_astro/', '_astro/empty/', '_astro/a.wasm/']) {
    const response = await get(BASE + path);
    expect([path, response.status, response.headers.get('cache-control')]).toEqual([path, 404, null]);
  }
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuses %s', async (method) => {
  const response = await get(BASE, { method });
  expect([response.status, response.headers.get('allow'), await response.text()]).toEqual([405, 'GET, HEAD', '']);
});

test('refuses TRACE, and what is no method', async () => {
  expect((await raw('TRACE /')).status).toBe(405);
  expect((await raw('BREW /')).status).toBe(400);
});

test('HEAD tells of a page what GET does, without its text', async () => {
  const page = await get(`${BASE}%E5%8D%95%E4%BD%8D/`, { headers: { 'accept-encoding': 'identity' } });
  const head = await get(`${BASE}%E5%8D%95%E4%BD%8D/`, { method: 'HEAD' });
  const told = ({ status, headers }: Response) => [
    status,
    ...['content-type', 'content-length', 'etag', 'content-security-policy'].map((name) => headers.get(name)),
  ];
  expect(told(head)).toEqual(told(page));
  expect(await head.text()).toBe('');
  const { status, body } = await raw('HEAD /nothing/');
  expect([status, body]).toEqual([404, '']);
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/..%5csecret.txt',
  '/%5c..%5csecret.txt',
  '/%252e%252e/secret.txt',
  '/%E5%8D%95%E4%BD%8D/../../secret.txt',
])('never leaves its folder: %s', async (path) => {
  const { status, body } = await raw(`GET ${path}`);
  expect([400, 404]).toContain(status);
  expect(body).not.toContain('secret');
});

test.each([
  '//',
  '///',
  '//evil.example/%2e%2e/%E5%8D%95%E4%BD%8D',
  '/.//evil.example/..%2f%E5%8D%95%E4%BD%8D',
  '/.//evil.example/%E5%8D%95%E4%BD%8D',
  '//%E5%8D%95%E4%BD%8D',
  '/%5cevil.example/..%5c%E5%8D%95%E4%BD%8D',
  'http://evil.example/%E5%8D%95%E4%BD%8D',
])('leads to no other host: %s', async (path) => {
  const { status, head } = await raw(`GET ${path}`);
  expect([400, 404]).toContain(status);
  expect(head).not.toContain('location:');
});

test.each([
  ['a cut escape', '/%E5%8', 400],
  ['a bare %', '/%', 400],
  ['a byte of no text', '/%ff', 400],
  ['NUL', '/%00', 404],
  ['a name too long for the disk', `/${'a'.repeat(5000)}`, 404],
  ['a path too long for the disk', `/${'a/'.repeat(5000)}`, 404],
  ['a line too long for HTTP', `/${'a'.repeat(100_000)}`, 431],
])('answers %s as what it is, and goes on', async (_, path, status) => {
  expect((await raw(`GET ${path}`)).status).toBe(status);
  expect((await raw('GET /')).status).toBe(200);
});

test('listens on the loopback alone, and says when its port is taken', async () => {
  const { port } = mounted;
  expect(await canConnect('127.0.0.2', port)).toBe(false);
  await expect(siteServer({ dist: join(dir, 'site'), base: '/', port })).rejects.toThrow(`port ${port} is taken`);
});

/** Whether an address of this machine takes a connection; 127.0.0.2 does where a server listens on all of them. */
const canConnect = (host: string, port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(port, host);
    socket.on('connect', () => done(true)).on('error', () => done(false));
    socket.on('connect', () => socket.destroy());
  });
