import { expect, test } from '@playwright/test';
import { select } from 'hast-util-select';
import sharp from 'sharp';
import { sectionKey } from '../src/notice/names.ts';
import { addresses, at, base, bytesAt, KINDS, notices, treeAt } from './support/published.ts';

/** An address of the build, without the base path or the site's own. */
const within = (address: unknown) => new URL(String(address), 'https://site.example').pathname.replace(base, '/');

test('each page names a picture for chats; it is there, wide enough, and at most 40 KB', async () => {
  const pictures = new Map<string, string>();
  for (const address of addresses) {
    const picture = within(select('meta[property="og:image"]', treeAt(address))?.properties['content']);
    pictures.set(picture, address);
  }
  expect(pictures.size).toBeGreaterThan(20);
  for (const [picture, page] of pictures) {
    const bytes = bytesAt(picture);
    const { format, width, height } = await sharp(bytes).metadata();
    expect({ page, format, width, height }).toEqual({ page, format: 'png', width: 600, height: 315 });
    expect(bytes.length, page).toBeLessThanOrEqual(40 * 1024);
  }
});

test('the letters of a picture are in ink on paper: the accent is the edge above them alone', async () => {
  const { data, info } = await sharp(bytesAt(`/share/${notices[0]?.notice.id}.png`))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const coloursIn = (rows: Buffer) =>
    new Set(Array.from({ length: rows.length / 3 }, (_, at) => rows.subarray(at * 3, at * 3 + 3).toString('hex')));
  const row = info.width * 3;
  const [accent = '', ...others] = coloursIn(data.subarray(0, row));
  expect(others).toEqual([]);
  const below = coloursIn(data.subarray(row * 10));
  expect(below.size).toBe(3);
  expect(below).not.toContain(accent);
});

test('a section’s tasks share its picture, and no two sections share one', () => {
  const pictureOf = (address: string) => select('meta[property="og:image"]', treeAt(address))?.properties['content'];
  const sections = addresses.filter((address) => address.includes('/section/'));
  expect(new Set(sections.map(pictureOf)).size).toBe(sections.length);
  for (const task of addresses.filter((address) => address.includes('/task/'))) {
    const [, notice, , id = ''] = task.split('/');
    expect(pictureOf(task)).toBe(pictureOf(`/${notice}/section/${Number.parseInt(id, 10)}/`));
  }
});

test('in a chat a task is called by its words and says who leads it, a section is quoted, and both say the year', () => {
  const said = (address: string) => {
    const [title, description] = ['title', 'description'].map((property) =>
      String(select(`meta[property="og:${property}"]`, treeAt(address))?.properties['content']),
    );
    return { address, title, description };
  };
  const beginsWith = (text: string | null = '') =>
    expect.stringContaining((text ?? '').slice(0, 12).replace(/[。…].*/u, ''));
  for (const { notice, tasks, sections } of notices) {
    const year = expect.stringContaining(/20\d\d/.exec(notice.title)?.[0] ?? '');
    for (const { id, text, lead } of tasks) {
      const page = said(`/${notice.id}/task/${id}/`);
      expect(page).toMatchObject({ title: beginsWith(text), description: beginsWith(lead.text) });
      expect(page).toMatchObject({ title: year });
    }
    for (const section of sections) {
      const page = said(`/${notice.id}/section/${sectionKey(section)}/`);
      expect(page).toMatchObject({ title: year, description: beginsWith(section.clauses[0]?.text) });
    }
  }
});

test('inside WeChat, which hands out no files, a download says to open the page in a browser', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    userAgent:
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50',
  });
  const page = await context.newPage();
  const taken: string[] = [];
  page.on('download', (file) => taken.push(file.url()));
  for (const [address, name] of [
    [KINDS.unit, 'Excel'],
    [KINDS.deadlines, '加入日历（ICS）'],
    ['/data/', /CSV$/u],
  ] as const) {
    await page.goto(at(address));
    await page.getByRole('link', { name }).first().click();
    await expect(page.getByText('在浏览器打开')).toBeInViewport();
    expect(page.url()).toContain(address);
  }
  expect(taken).toEqual([]);
  await context.close();
});

test('the manifest is the site’s, and its icons are pictures of the size they say', async () => {
  const page = treeAt('/');
  const manifest = JSON.parse(bytesAt(within(select('link[rel=manifest]', page)?.properties['href'])).toString()) as {
    start_url: string;
    icons: { src: string; sizes: string }[];
  };
  expect(manifest.start_url).toBe(base);
  const touch = within(select('link[rel=apple-touch-icon]', page)?.properties['href']);
  for (const { src, sizes } of [...manifest.icons, { src: base + touch.slice(1), sizes: '180x180' }]) {
    const { width, height } = await sharp(bytesAt(within(src))).metadata();
    expect(`${width}x${height}`).toBe(sizes);
  }
});
