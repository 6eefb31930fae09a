import { NoticeError } from '../../notice/problem.ts';
import { readArchive } from '../sources/archive.ts';
import { type DocumentRow, readTable } from './annex-table.ts';
import { readXml } from './strict-xml.ts';
import { Styles } from './styles.ts';

/** The annex of an official document. */
export interface AnnexDocument {
  /** Name of the file, folders left out. */
  file: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: string;
  rows: DocumentRow[];
}

const MAIN = 'word/document.xml';

/** The name of the part that holds the document's text, as the package's relationships tell (ECMA-376, part 2). */
function mainPart(file: string, relations: Uint8Array | undefined): string {
  let target: string | undefined;
  if (relations) {
    readXml(file, relations, {
      open: ({ name, attributes: { Type = '', Target = '' } }) => {
        if (name === 'Relationship' && Type.endsWith('/officeDocument')) target ??= Target.replace(/^\//u, '');
      },
      close: () => {},
      text: () => {},
    });
  }
  return target ?? MAIN;
}

/**
 * Reads the annex table of a Word document, the whole notice or the annex alone. Only plain visible text counts as
 * the text of a cell; what else a cell holds is told with its row.
 *
 * @throws NoticeError when it is no Word document, locked, damaged, oversized, or holds no such table
 */
export function readDocument({
  file,
  sha256,
  bytes,
}: Omit<AnnexDocument, 'rows'> & { bytes: Uint8Array }): AnnexDocument {
  const parts = readArchive(file, bytes);
  const main = mainPart(file, parts.get('_rels/.rels'));
  const body = parts.get(main);
  if (!body) {
    throw new NoticeError(
      `${file} cannot be read: it has no part ${main}`,
      'Open it in Word or WPS, save it once more, and try again.',
    );
  }
  const styles = new Styles(file, parts.get(`${main.slice(0, main.lastIndexOf('/') + 1)}styles.xml`));
  return { file, sha256, rows: readTable(file, body, styles) };
}
