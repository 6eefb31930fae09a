import type { NoticeData, OwnedRun, UnitEntry } from '../../notice/model.ts';
import type { AnswerIndex, Synonym } from '../../search/model.ts';
import { numberReasons } from '../../views/reasons.ts';
import { legend } from '../cells.ts';
import { singleFile } from '../document.ts';
import type { Edition, Inline } from '../edition.ts';
import { type Embedded, embeddedOf } from '../embedded.ts';
import { type Html, html } from '../html.ts';
import { inFile } from '../links.ts';
import { provenance } from '../provenance.ts';
import { reasonList } from '../reasons.ts';
import { taskTable } from '../table.ts';
import { deadlinesOf } from './deadlines.ts';
import { matrixPicture } from './matrix.ts';
import { sourceOf } from './source.ts';
import { contents, cover, textOf } from './text.ts';
import { unitsOf } from './units.ts';

/** All that the one file is made of. */
export interface WholeParts {
  data: NoticeData;
  /** Every unit that is known, named by this notice or not. */
  authority: readonly UnitEntry[];
  /** The seed, line by line, and whose each run of it is. */
  seed: readonly string[];
  runs: readonly OwnedRun[];
  edition: Edition;
  script: Inline;
  /** The small index of the search. */
  answers: AnswerIndex;
  /** How the letters of the notice sound. */
  sounds: string;
  /** Everyday words of the search. */
  synonyms: Synonym[];
  /** The places of the site's search page that the search fills. */
  searchPlaces: Html;
  /** The calendar strip that the site draws, its links within this file. */
  strip: Html;
}

/** Data for the script; the browser runs nothing of it. */
const dataBlock = (data: Embedded): Html => ({
  html: `<script type="application/json" id="embedded">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
});

const searchBox: Html = html`<form class="search" role="search" hidden><input type="search" name="q" aria-label="搜索通知、任务和单位" placeholder="搜事项、单位、时限" autocomplete="off"><button type="submit">搜索</button></form>`;

const STATIONS = [
  ['contents', '目录'],
  ['text', '正文'],
  ['annex', '附件'],
  ['units', '单位'],
  ['deadlines', '时限'],
  ['source', '原文'],
  ['file', '说明'],
] as const;

const INCLUDED = '全部正文、附件任务、单位、时限、原文文本和搜索';

/** The whole notice in one file: reads without scripts; with them it also searches. */
export function wholeFile(parts: WholeParts): string {
  const { data, authority, seed, runs, edition, script, answers, sounds, synonyms, searchPlaces, strip } = parts;
  const { notice, sections, tasks } = data;
  const { source: _source, ...head } = notice;
  const reasons = numberReasons(tasks);
  const links = inFile(authority.map(({ slug }) => slug));
  return singleFile({
    title: `${notice.title}（${notice.number}）`,
    style: edition.style,
    script,
    bar: html`<a class="brand" href="#main">${notice.number}</a><nav aria-label="本文件各部分">${STATIONS.map(
      ([id, name]) => html`<a href="#${id}">${name}</a>`,
    )}</nav>${searchBox}`,
    main: html`<section id="search" aria-label="搜索" hidden><h1>搜索</h1>${searchPlaces}</section>${cover(notice)}<div class="ways">${contents(data)}${matrixPicture(sections, tasks, authority)}</div>${textOf(data)}<section class="tasks"><h2 id="annex">附件</h2><details><summary>标记说明</summary>${legend}</details>${taskTable(tasks, sections, { caption: notice.annexTitle ?? '任务' }, { links, reasons })}</section>${reasonList(reasons)}${unitsOf(tasks, authority, links)}${deadlinesOf(tasks, strip)}${sourceOf(data, seed, runs)}${provenance({ notice, edition, included: `${INCLUDED}；附件任务 ${tasks.length} 项`, tasks, links, page: `${notice.id}/` })}${dataBlock(embeddedOf(answers, synonyms, sounds, head))}`,
  });
}
