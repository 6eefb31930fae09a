import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import type { Root } from 'hast';
import { selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { builtFiles, readPage } from '../scripts/lib/built-pages.ts';
import { dist } from './support/published.ts';

/** Words of those who made the site, which no reader needs; the data files keep 待核 as a value, quoted where it is explained. */
const INSIDE_WORDS = /集合称谓|候选|连同(?:待核|可能)|仅见于附件|(?<![“【])待核/u;

/** What a page says: its text and what its controls say, without what only scripts read. */
function saidOn(tree: Root): string {
  const inside = new Set(selectAll('script, style', tree).map((node) => textOf(node)));
  const labels = selectAll('[aria-label], [title], optgroup, meta[content]', tree).flatMap(({ properties }) =>
    [properties['ariaLabel'], properties['title'], properties['label'], properties['content']].map(String),
  );
  const all = selectAll('title, body', tree)
    .map((node) => textOf(node))
    .join('\n');
  return [...inside].reduce((text, script) => text.replace(script, ''), all) + labels.join('\n');
}

const files = builtFiles(dist);
const found = (file: string, text: string) => {
  const at = INSIDE_WORDS.exec(text)?.index;
  return at === undefined ? [] : [`${file}: ${text.slice(Math.max(0, at - 12), at + 16)}`];
};

test('every page and single file speaks in words for readers', () => {
  const pages = files.filter((file) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(100);
  expect(pages.flatMap((file) => found(file, saidOn(readPage(dist, file))))).toEqual([]);
});

test('so do the calendars and the texts for a word processor', () => {
  const calendars = files.filter((file) => file.endsWith('.ics'));
  const texts = files.filter((file) => file.endsWith('.docx'));
  expect(calendars.length * texts.length).toBeGreaterThan(0);
  const said = [
    // A long line of a calendar goes on after a break.
    ...calendars.flatMap((file) => found(file, readFileSync(join(dist, file), 'utf8').replace(/\r\n /gu, ''))),
    ...texts.flatMap((file) => {
      const document = unzipSync(readFileSync(join(dist, file)))['word/document.xml'];
      return found(file, strFromU8(document ?? new Uint8Array()).replace(/<[^>]+>/gu, ''));
    }),
  ];
  expect(said).toEqual([]);
});
