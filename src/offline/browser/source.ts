/** What a link to a line says of that line: the sentence or the row that stands on it. */
function ownerOf(link: HTMLAnchorElement): string | undefined {
  const row = link.closest('tr');
  return row ? row.id : link.parentElement?.previousElementSibling?.id;
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
    link.replaceWith(`${heading?.textContent}。`, ...sentences.map(({ textContent }) => textContent));
  }
}

/** Turns the links to the lines of the source round: each line says which sentence or rows stand on it. */
function lineOwners(): void {
  const owners = new Map<number, Set<string>>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.text a[href^="#L"], tr a[href^="#L"]')) {
    const owner = ownerOf(link);
    if (!owner) continue;
    for (const line of linesOf(link)) owners.set(line, (owners.get(line) ?? new Set()).add(owner));
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
