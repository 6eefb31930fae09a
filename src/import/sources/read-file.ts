import { createHash } from 'node:crypto';
import { NoticeError } from '../../notice/problem.ts';
import type { ReadFile } from '../document.ts';
import { readCsv } from './csv.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { withoutInvisible } from './invisible.ts';
import { readPdf } from './pdf.ts';
import { readPlain } from './plain.ts';
import { trueKinds } from './true-kind.ts';
import { readXlsx } from './xlsx.ts';

type Reader = (name: string, sha256: string, bytes: Uint8Array) => ReadFile | Promise<ReadFile>;

const READERS: Record<string, Reader> = {
  txt: readPlain,
  docx: readDocx,
  html: readHtml,
  htm: readHtml,
  csv: readCsv,
  xlsx: readXlsx,
  pdf: readPdf,
};

/** What no reader takes, and what to do about it. */
const ADVICE: Record<string, string> = {
  doc: 'Open it in Word or WPS, and save it as .docx.',
  wps: 'Open it in WPS, and save it as .docx.',
  et: 'Open it in WPS, and save it as .xlsx or .csv.',
  xls: 'Open it in Excel or WPS, and save it as .xlsx or .csv.',
  ofd: 'Export it as .docx, or as .pdf with a text layer.',
  rtf: 'Open it in Word or WPS, and save it as .docx.',
  png: 'A picture holds no text. Ask the office for the file that it was made from.',
  jpg: 'A picture holds no text. Ask the office for the file that it was made from.',
  jpeg: 'A picture holds no text. Ask the office for the file that it was made from.',
  tif: 'A picture holds no text. Ask the office for the file that it was made from.',
  mht: 'Open it in a browser, and save the page as HTML alone (.html).',
  mhtml: 'Open it in a browser, and save the page as HTML alone (.html).',
  zip: 'Unpack it, and put the files of the notice there.',
  rar: 'Unpack it, and put the files of the notice there.',
};

export const extensionOf = (name: string): string => /\.([^./]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';

/** Whether a file may be a source: one that a reader takes, or one that is named with advice. */
export const isSource = (name: string): boolean => {
  const extension = extensionOf(name);
  return !name.startsWith('~$') && !name.startsWith('.') && (extension in READERS || extension in ADVICE);
};

/**
 * Holds the name of a file against what its bytes say: a Word document named .pdf, a page that was saved as .docx.
 * @throws NoticeError where they are of another kind
 */
function refuseMisnamed(name: string, bytes: Uint8Array): void {
  const extension = extensionOf(name).replace(/^htm$/u, 'html');
  if (bytes.length === 0) throw new NoticeError(`${name} is empty`, 'Get the document again from where it was issued.');
  const kinds = trueKinds(bytes);
  const [kind] = kinds;
  if (kind === undefined || kinds.includes(extension)) return;
  throw new NoticeError(
    `${name} is named .${extension}, and its bytes are those of a .${kind}`,
    ADVICE[kind] ?? `Open it and look: if it is the notice, name it .${kind}.`,
  );
}

/** Where a file stands among those of its notice: what may hold the whole of it first. */
export const orderOf = (name: string): number =>
  ['txt', 'docx', 'html', 'htm', 'pdf', 'xlsx', 'csv'].indexOf(extensionOf(name));

/**
 * Reads one file of a notice by its kind.
 * @throws NoticeError when no reader takes it, or it cannot be read
 */
export async function readFile(name: string, bytes: Uint8Array): Promise<ReadFile> {
  const extension = extensionOf(name);
  const reader = READERS[extension];
  if (!reader) {
    throw new NoticeError(
      `${name} is of a kind that cannot be read`,
      ADVICE[extension] ??
        `Sources are ${Object.keys(READERS)
          .map((each) => `.${each}`)
          .join(', ')}.`,
    );
  }
  refuseMisnamed(name, bytes);
  try {
    return withoutInvisible(await reader(name, createHash('sha256').update(bytes).digest('hex'), bytes));
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new NoticeError(
      `${name} holds elements within elements, more of them than any notice`,
      'Get the notice again from where it was issued; a page may have been saved over and over.',
    );
  }
}
