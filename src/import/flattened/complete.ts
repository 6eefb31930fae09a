import { createHash } from 'node:crypto';
import type { LineRange } from '../../notice/model.ts';
import { DIGEST_LENGTH, type PageRuling } from '../rulings.ts';
import type { Seed } from '../seed.ts';

/** A page of the annex as its ruling must know it. */
export interface PageLines {
  lines: LineRange;
  /** Some of its rows are counted off down the page. */
  counted: boolean;
}

/** The digest of some lines of the seed, as a ruling on their page names it. */
function digestOf(seed: Seed, [from, to]: LineRange): string {
  const lines = Array.from({ length: to - from + 1 }, (_, index) => seed.line(from + index));
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, DIGEST_LENGTH);
}

const named = ([from, to]: LineRange) => `lines ${from} to ${to}`;

const TO_DO =
  'for a ruling on a page hold every row of it against its task in the notice as issued; only if no task and no lead is missing and each lead stands at its own task, write complete: lead, its lines:, text: and a reason: in rulings.yaml';

/**
 * Which pages a ruling says to be complete. A ruling holds for a page whose lines read as they did when it was made.
 *
 * @returns the ruling of each page, and what a person should know: rulings that fit no page, pages without a ruling
 */
export function heldPages(
  seed: Seed,
  pages: PageLines[],
  rulings: PageRuling[],
): { held: (PageRuling | undefined)[]; notes: string[] } {
  const notes: string[] = [];
  const left = new Set(rulings);
  const read = pages.map(({ lines, counted }) => ({ lines, counted, digest: digestOf(seed, lines) }));
  const held = read.map(({ lines, digest }) => {
    const ruling = rulings.find(({ text }) => text === digest);
    if (!ruling || !left.delete(ruling)) return undefined;
    if (ruling.lines.join() !== lines.join()) {
      const { file, line } = ruling.place;
      notes.push(`${file}:${line}: the page stands on ${named(lines)} now; write lines: [${lines.join(', ')}]`);
    }
    return ruling;
  });
  for (const { lines, place, text } of left) {
    notes.push(
      `${place.file}:${place.line}: the ruling on ${named(lines)} was made of another text (${text}) than any page has now, and settles nothing`,
    );
  }
  const unheld = read.filter(({ counted }, index) => counted && !held[index]);
  for (const { lines, digest } of unheld) {
    notes.push(
      `no ruling says that ${named(lines)} (text: "${digest}") are a complete page: nothing that is counted off there is certain`,
    );
  }
  if (unheld.length > 0) notes.push(TO_DO);
  return { held, notes };
}
