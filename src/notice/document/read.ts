import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { NoticeError } from '../problem.ts';
import { readArchive } from './archive.ts';
import { type DocumentRow, readTable } from './table.ts';

/** The annex of an official document. */
export interface AnnexDocument {
  /** Name of the file, folders left out. */
  file: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: string;
  rows: DocumentRow[];
}

/**
 * Reads the annex table of a Word document, the whole notice or the annex alone.
 *
 * Mammoth gets an archive of our own making, which holds only the parts that were unpacked within the limits.
 *
 * @throws NoticeError when it is no Word document, locked, damaged, oversized, or holds no such table
 */
export async function readDocument({
  file,
  sha256,
  bytes,
}: Omit<AnnexDocument, 'rows'> & { bytes: Uint8Array }): Promise<AnnexDocument> {
  const parts = readArchive(file, bytes);
  const archive = zipSync(Object.fromEntries(parts), { level: 0 });
  const noPictures = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
  const { value: html } = await mammoth
    .convertToHtml({ buffer: Buffer.from(archive) }, { convertImage: noPictures })
    .catch((cause: unknown) => {
      throw new NoticeError(
        `${file} cannot be read as a Word document: ${cause instanceof Error ? cause.message : String(cause)}`,
        'Open it in Word or WPS, save it once more as .docx, and try again.',
      );
    });
  return { file, sha256, rows: readTable(file, html) };
}
