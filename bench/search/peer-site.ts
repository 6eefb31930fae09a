import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Cell, NoticeData } from '../../src/notice/model.ts';
import { toNumeral } from '../../src/notice/numerals.ts';

const CONFIG = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({
  integrations: [starlight({ title: '政务通知', locales: { root: { label: '简体中文', lang: 'zh-CN' } } })],
});
`;
const COLLECTIONS = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

const markdown = ({ title, paragraphs }: PeerPage) =>
  `---\ntitle: ${JSON.stringify(title)}\n---\n\n${paragraphs.join('\n\n')}\n`;

const cell = (label: string, { text, candidates = [] }: Cell) => `${label}：${text ?? candidates.join('；')}`;

/** A page of a peer. */
export interface PeerPage {
  title: string;
  paragraphs: string[];
}

const page = (title: string, paragraphs: readonly (string | null)[]): PeerPage => ({
  title,
  paragraphs: paragraphs.filter((text) => text !== null),
});

/** The notice as pages: the cover, a page for each section, a page for each task; by the names of their files. */
export function pagesOf({ notice, sections, tasks }: NoticeData): Map<string, PeerPage> {
  const { title, number, issuer, addressees, opening, planTitle, preamble, annexLine, attachment } = notice;
  return new Map([
    [
      'index.md',
      page(title, [
        number,
        issuer,
        `${addressees?.text}：`,
        opening?.text ?? null,
        planTitle,
        preamble?.text ?? null,
        annexLine?.text ?? null,
        attachment,
      ]),
    ],
    ...sections.map(({ number: section, title: heading, clauses }): [string, PeerPage] => [
      `section/${section}.md`,
      page(`${toNumeral(section)}、${heading}`, [clauses.map(({ text }) => text).join('')]),
    ]),
    ...tasks.map(({ id, text, lead, support, deadline }): [string, PeerPage] => [
      `task/${id}.md`,
      page(`任务 ${id}`, [text, cell('牵头单位', lead), cell('配合单位', support), cell('完成时限', deadline)]),
    ]),
  ]);
}

/**
 * Builds the same text with Starlight as it comes, in a folder outside the project that is kept for the next run.
 *
 * @returns the folder, whose built site is in `dist`
 */
export function buildPeer(data: NoticeData): string {
  const folder = join(tmpdir(), 'bench-search-peer');
  const docs = join(folder, 'src', 'content', 'docs');
  rmSync(docs, { recursive: true, force: true });
  mkdirSync(docs, { recursive: true });
  cpSync('bench/search/peer/package.json', join(folder, 'package.json'));
  writeFileSync(join(folder, 'astro.config.mjs'), CONFIG);
  writeFileSync(join(folder, 'src', 'content.config.ts'), COLLECTIONS);
  for (const [name, each] of pagesOf(data)) {
    mkdirSync(dirname(join(docs, name)), { recursive: true });
    writeFileSync(join(docs, name), markdown(each));
  }
  const run = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: folder, stdio: 'pipe' });
  run('npm', 'install', '--no-audit', '--no-fund');
  run('npx', 'astro', 'build');
  return folder;
}
