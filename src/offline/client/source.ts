import { SAME_ROW } from '../lines.ts';
import { withSpaces } from '../spaces.ts';

/** What a link to a line says of that line: the row or the sentences that stand on it. */
function ownersOf(link: HTMLAnchorElement): string[] {
  const row = link.closest('tr');
  if (row) return [row.id];
  const own = link.closest<HTMLElement>('[data-of]')?.dataset['of'];
  if (own !== undefined) return [`c-${own}`];
  return [...(link.closest('section')?.querySelectorAll('[id^="c-"]') ?? [])].map(({ id }) => id);
}

/** The lines that a link tells: `62-63行` is two. */
function linesOf(link: HTMLAnchorElement): number[] {
  const first = Number(link.hash.slice(2));
  const last = Number(/-(\d+)/.exec(link.textContent)?.[1] ?? first);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The words of a task, or of a section with its heading, as they stand at a place of the file. */
function wordsAt(place: HTMLElement | null): string {
  if (place instanceof HTMLTableRowElement) return place.cells[1]?.firstElementChild?.textContent ?? '';
  const sentences = [...(place?.parentElement?.querySelectorAll('[id^="c-"]') ?? [])];
  return `${place?.firstChild?.textContent?.trim()}。${sentences.map(({ textContent }) => textContent).join('')}`;
}

/** Fills in the lines that are a section of the text or a task of the annex, but for their spaces. */
function fillSame(): void {
  for (const same of document.querySelectorAll<HTMLElement>('.source li > :is(a, span):first-child')) {
    const place =
      same instanceof HTMLAnchorElement ? same.hash.slice(1) : `t-${same.textContent.slice(SAME_ROW.length)}`;
    same.replaceWith(withSpaces(wordsAt(document.getElementById(place)), same.dataset['spaces']));
  }
}

/** Turns the links to the lines of the source round: each line says which sentence or rows stand on it. */
function lineOwners(): void {
  const owners = new Map<number, Set<string>>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.full a[href^="#L"], tr a[href^="#L"]')) {
    for (const line of linesOf(link)) owners.set(line, new Set([...(owners.get(line) ?? []), ...ownersOf(link)]));
  }
  for (const [line, ids] of owners) {
    const links = [...ids].map((id) => {
      const link = document.createElement('a');
      link.href = `#${id}`;
      link.textContent = `${id.startsWith('c-') ? '条文' : '任务'}${id.slice(2)}`;
      return link;
    });
    document.getElementById(`L${line}`)?.append(' ', ...links.flatMap((link) => [link, ' ']));
  }
}

/** Completes the source: what the file holds once already, and what became of each line. */
export function completeSource(): void {
  fillSame();
  lineOwners();
}
