import { placeAt } from '../notice/problem.ts';
import { joinFiles, type ReadFile, type SourceText } from './document.ts';
import { Findings } from './finding.ts';
import type { Given } from './given.ts';
import { type ImportContext, NoticeImport } from './notice-import.ts';
import { refuseForeign, strangeCharacters } from './oddities.ts';
import type { Imported } from './result.ts';
import type { Seed } from './seed.ts';
import { isTableAlone, withRowsApart } from './sources/lone-table.ts';

/** What was done to read the files, and what of their text is not plain. */
function tellReading(seed: Seed, files: ReadFile[], findings: Findings): void {
  for (const note of [...files.flatMap(({ notes }) => notes), ...strangeCharacters(seed)])
    findings.note(note, 'It needs nothing done where the notice reads as issued.');
  let before = 0;
  for (const { lines, marks = [] } of files) {
    for (const { line, what } of marks)
      findings.warn(
        `this paragraph holds ${what}`,
        'What a reader of the page sees is taken. Compare with the notice as issued.',
        placeAt(seed, seed.lineStart(before + line)),
      );
    before += lines.length;
  }
}

/**
 * Makes a notice of its files, in whatever form they are.
 * @returns the notice, and all that a person should know; with an error among the findings it must not be written
 */
export function importFiles(
  id: string,
  files: ReadFile[],
  context: ImportContext,
  given: Given = {},
): { notice: Imported | undefined; findings: Findings } {
  const findings = new Findings();
  let source: SourceText | undefined;
  try {
    // Where notice.yaml gives a title, the table's own is that of the annex.
    const whole =
      isTableAlone(files) && given.title === undefined
        ? files.map((file) => withRowsApart(file, context.columns))
        : files;
    source = joinFiles(whole);
    refuseForeign(source.seed);
    tellReading(source.seed, files, findings);
    const read = new NoticeImport(id, source, findings, context, given).read();
    findings.locate(source);
    return { notice: { ...read, files: source.files, findings: findings.all }, findings };
  } catch (error) {
    findings.caught(error);
    if (source) findings.locate(source);
    return { notice: undefined, findings };
  }
}
