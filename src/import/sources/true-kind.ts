/** How files begin whose kind their first bytes tell, as Latin letters. */
const BEGINNINGS: [RegExp, string][] = [
  [/^%PDF-/u, 'pdf'],
  [/^\{\\rtf/u, 'rtf'],
  [/^\x89PNG/u, 'png'],
  [/^\xff\xd8\xff/u, 'jpg'],
  [/^Rar!/u, 'rar'],
  [/^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b/iu, 'html'],
  [/^(?:From:|MIME-Version:)[\s\S]*multipart\/related/iu, 'mht'],
];

/** How containers begin: ZIP, and that of old Office, which a locked new one has too. */
const CONTAINERS = { zip: /^PK\x03\x04/u, ole: /^\xd0\xcf\x11\xe0/u };
type Container = keyof typeof CONTAINERS;

/** What a container holds, by the names of its parts: a ZIP names them in Latin letters, an old container in UTF-16. */
const PARTS: Record<Container, [name: string, kind: string][]> = {
  zip: [
    ['word/document', 'docx'],
    ['xl/workbook', 'xlsx'],
    ['OFD.xml', 'ofd'],
  ],
  ole: [
    ['W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0', 'doc'],
    ['W\0o\0r\0k\0b\0o\0o\0k\0', 'xls'],
  ],
};

/** More bytes tell no more of how a file begins. */
const BEGINS = 1024;

const headOf = (file: Buffer) => file.toString('latin1', 0, BEGINS);
const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const containerIn = (head: string): Container | undefined =>
  (Object.keys(CONTAINERS) as Container[]).find((each) => CONTAINERS[each].test(head));

/** The container that a file is, as its first bytes tell. */
export const containerOf = (bytes: Uint8Array): Container | undefined => containerIn(headOf(asBuffer(bytes)));

/** The endings that a text may have, as its first lines tell: those of values hold what parts cells. */
function textKinds(head: string): string[] {
  const lines = head.split(/\r?\n/u, 5).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => /[,\t]/u.test(line))
    ? ['csv', 'txt', 'html']
    : ['txt', 'csv', 'html'];
}

/**
 * The endings that the bytes of a file allow, the likeliest first; none where they do not tell. A workbook that holds a
 * document has the parts of both.
 */
export function trueKinds(bytes: Uint8Array): string[] {
  const file = asBuffer(bytes);
  const head = headOf(file);
  const container = containerIn(head);
  const [, kind] = BEGINNINGS.find(([begin]) => begin.test(head)) ?? [];
  if (kind) return [kind];
  if (container) return PARTS[container].filter(([name]) => file.includes(name, 0, 'latin1')).map(([, each]) => each);
  // No text holds signs that control a device, but for the ends of lines, pages and files.
  return /[\x00-\x08\x0e-\x19\x1b-\x1f]/u.test(head) ? [] : textKinds(head);
}
