/** What a link to a line says of that line: the row or the sentences that stand on it. */
function ownersOf(link: HTMLAnchorElement): string[] {
  const row = link.closest('tr');
  if (row) return [row.id];
  const sentences = [...(link.closest('section')?.querySelectorAll('p') ?? [])].map(({ id }) => id);
  const own = link.parentElement?.previousElementSibling?.id;
  return sentences.filter((id) => link.closest('h3') || id === own);
}

/** The lines that a link tells: `62-63行` is two. */
function linesOf(link: HTMLAnchorElement): number[] {
  const first = Number(link.hash.slice(2));
  const last = Number(/-(\d+)/.exec(link.textContent)?.[1] ?? first);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Fills in the lines that are a section of the text to the letter. */
function fillSections(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.source li > a[href^="#section-"]')) {
    const section = document.getElementById(link.hash.slice(1))?.parentElement;
    const [heading, ...sentences] = section?.querySelectorAll('h3, p') ?? [];
    link.replaceWith(
      `${heading?.firstChild?.textContent?.trim()}。`,
      ...sentences.map(({ textContent }) => textContent),
    );
  }
}

/** Turns the links to the lines of the source round: each line says which sentence or rows stand on it. */
function lineOwners(): void {
  const owners = new Map<number, Set<string>>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.text a[href^="#L"], tr a[href^="#L"]')) {
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
  fillSections();
  lineOwners();
}
