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

/** What a container holds, by the names of its parts: a ZIP names them in Latin letters, an old container in UTF-16. */
const PARTS: [RegExp, [name: string, kind: string][]][] = [
  [
    /^PK\x03\x04/u,
    [
      ['word/document', 'docx'],
      ['xl/workbook', 'xlsx'],
      ['OFD.xml', 'ofd'],
    ],
  ],
  [
    /^\xd0\xcf\x11\xe0/u,
    [
      ['W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0', 'doc'],
      ['W\0o\0r\0k\0b\0o\0o\0k\0', 'xls'],
    ],
  ],
];

/**
 * The endings that the bytes of a file allow, the likeliest first; none where they do not tell. A workbook that holds a
 * document has the parts of both.
 */
export function trueKinds(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = file.toString('latin1', 0, 1024);
  const [, parts = []] = PARTS.find(([begin]) => begin.test(head)) ?? [];
  const [, kind] = BEGINNINGS.find(([begin]) => begin.test(head)) ?? [];
  return kind ? [kind] : parts.filter(([name]) => file.includes(name, 0, 'latin1')).map(([, each]) => each);
}
