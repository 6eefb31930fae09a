/** How a task names a sentence of the text, by the sentence's number. */
export const SENTENCE = '条文';

/** How a line of the source says that it is a row of the annex, by the row's number. */
export const SAME_ROW = '同任务';

/** The words for sentences and for lines of the source that a cell, a task or a section ends with: `条文4-2 62-63行、70行`. */
const TOLD = new RegExp(`(?:${SENTENCE}\\S+ |\\d+(?:-\\d+)?行、?)+\\s*$`, 'u');

/**
 * Makes links of the sentences and of the lines of the source that a file's cells, tasks and sections name last, and
 * places of the lines themselves. A packed file holds neither: each is told by the words and by the order of the lines.
 */
export function linkLines(file: Document): void {
  file.querySelectorAll('.source.brief > li').forEach((line, index) => {
    line.id = `L${index + 1}`;
  });
  for (const place of file.querySelectorAll('.annex td, small, small > span')) {
    const words = place.lastChild;
    const [said] = TOLD.exec(words?.nodeType === 3 ? (words.nodeValue ?? '') : '') ?? [];
    if (!words || said === undefined) continue;
    words.nodeValue = words.nodeValue?.slice(0, -said.length) ?? '';
    for (const part of said.trim().split(/([、 ])/u)) {
      const link = file.createElement('a');
      const sentence = part.startsWith(SENTENCE) && part.slice(SENTENCE.length);
      link.setAttribute('href', sentence ? `#c-${sentence}` : `#L${Number.parseInt(part, 10)}`);
      link.textContent = part;
      place.append(/[、 ]/u.test(part) ? part : link);
    }
  }
}
