import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { staticServer } from './static-server.ts';

let dir: string;
let server: Server;
let port: number;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'served-'));
  await mkdir(join(dir, 'site/单位'), { recursive: true });
  await writeFile(join(dir, 'secret.txt'), 'secret');
  await writeFile(join(dir, 'site/index.html'), '<h1>首页</h1>');
  await writeFile(join(dir, 'site/单位/index.html'), '<h1>单位</h1>');
  await writeFile(join(dir, 'site/404.html'), '<h1>没有这一页</h1>');
  await writeFile(join(dir, 'site/a.wasm'), 'wasm');
  await writeFile(join(dir, 'site/_headers'), '/*\n  X-Test: yes\n');
  server = await staticServer(join(dir, 'site'), '/zwgk/yaodian/');
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});

afterAll(async () => {
  server.close();
  await rm(dir, { recursive: true });
});

const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' });

test('serves pages under the base path, with the headers of the build', async () => {
  const response = await get('/zwgk/yaodian/');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(response.headers.get('x-test')).toBe('yes');
  expect(await response.text()).toBe('<h1>首页</h1>');
});

test('serves addresses in Chinese and sends a folder to its trailing slash', async () => {
  expect(await (await get('/zwgk/yaodian/%E5%8D%95%E4%BD%8D/')).text()).toBe('<h1>单位</h1>');
  const redirect = await get('/zwgk/yaodian/%E5%8D%95%E4%BD%8D?q=1');
  expect([redirect.status, redirect.headers.get('location')]).toEqual([301, '/zwgk/yaodian/%E5%8D%95%E4%BD%8D/?q=1']);
});

test('gives WebAssembly its type', async () => {
  expect((await get('/zwgk/yaodian/a.wasm')).headers.get('content-type')).toBe('application/wasm');
});

test('answers 404 with the site’s own page, outside the base path too', async () => {
  for (const path of ['/zwgk/yaodian/nothing/', '/', '/zwgk/']) {
    const response = await get(path);
    expect([path, response.status]).toEqual([path, 404]);
    expect(await response.text()).toBe('<h1>没有这一页</h1>');
  }
});

test('never leaves its folder', async () => {
  for (const path of [
    '/zwgk/yaodian/../secret.txt',
    '/zwgk/yaodian/..%2fsecret.txt',
    '/zwgk/yaodian/%2e%2e/%2e%2e/secret.txt',
  ]) {
    expect(await rawStatus(path), path).toBe(404);
  }
});

test('rejects an address that cannot be decoded', async () => {
  expect(await rawStatus('/zwgk/yaodian/%E5%8')).toBe(400);
});

/** The status for a path sent as it is: `fetch` would tidy it first. */
function rawStatus(path: string): Promise<number | undefined> {
  return new Promise((done, fail) => {
    httpRequest({ host: '127.0.0.1', port, path }, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .on('error', fail)
      .end();
  });
}
