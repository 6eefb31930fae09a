import type { NoticeData, OwnedRun, Section } from '../../notice/model.ts';
import { sourcePieces } from '../../views/source-lines.ts';
import { type Html, html } from '../html.ts';
import { sectionName } from '../table.ts';

/** A line that is a section's heading and sentences to the letter need not stand in the file twice. */
function sameAs(line: string, sections: readonly Section[]): Section | undefined {
  return sections.find(
    (section) => line === `${sectionName(section)}。${section.clauses.map(({ text }) => text).join('')}`,
  );
}

/**
 * The text as it was received, line by line. What became of a line is told by the links that lead here from every
 * sentence and cell; the script turns them round, and fills in the lines that the text above repeats to the letter.
 */
export function sourceOf({ notice, sections }: NoticeData, lines: readonly string[], runs: readonly OwnedRun[]): Html {
  const runsOf = Map.groupBy(runs, ({ line }) => line);
  const lineHtml = (text: string, number: number): Html => {
    if (text.trim() === '') return html`<li></li>`;
    const same = sameAs(text, sections);
    if (same) {
      return html`<li id="L${number}"><a href="#section-${same.number}">与正文第${same.number}部分逐字相同</a></li>`;
    }
    const pieces = sourcePieces(text, runsOf.get(number) ?? []).map(({ text, run }) =>
      run?.kind === 'discarded' ? html`<s title="未采用：${run.owner}">${text}</s>` : text,
    );
    return html`<li id="L${number}">${pieces}</li>`;
  };
  return html`<section class="source"><h2 id="source">原文文本</h2><p class="note">收到的文本，一字未改，共 ${notice.source.lines} 行；加删除线的未采用。逐字相同的行，有脚本时补全。</p><ol>${lines.map(
    (text, index) => lineHtml(text, index + 1),
  )}</ol></section>`;
}
