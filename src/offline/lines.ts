/** The words for lines of the source that a cell, a task or a section ends with: `62-63行、70行`. */
const LINES = /(?:\d+(?:-\d+)?行、?)+\s*$/u;

/**
 * Makes links of the lines of the source that a file's cells, tasks and sections name last, and places of the lines
 * themselves. A packed file holds neither: each is told by the words and by the order of the lines.
 */
export function linkLines(file: Document): void {
  file.querySelectorAll('.source.brief > li').forEach((line, index) => {
    line.id = `L${index + 1}`;
  });
  for (const place of file.querySelectorAll('.annex td, small, small > span')) {
    const words = place.lastChild;
    const [said] = LINES.exec(words?.nodeType === 3 ? (words.nodeValue ?? '') : '') ?? [];
    if (!words || said === undefined) continue;
    words.nodeValue = words.nodeValue?.slice(0, -said.length) ?? '';
    for (const part of said.split(/(、)/u)) {
      const link = file.createElement('a');
      link.setAttribute('href', `#L${Number.parseInt(part, 10)}`);
      link.textContent = part.trim();
      place.append(part === '、' ? part : link);
    }
  }
}
