import type { ReadFile } from '../document.ts';
import { readSeed } from '../seed.ts';

/**
 * Reads a plain text: its own lines, a paragraph each.
 * @throws NoticeError when it is empty, too large, or neither UTF-8 nor GB18030
 */
export function readPlain(name: string, sha256: string, bytes: Uint8Array): ReadFile {
  const seed = readSeed(name, bytes);
  const lines = Array.from({ length: seed.lines }, (_, index) => seed.line(index + 1));
  return {
    name,
    kind: 'txt',
    sha256,
    lines,
    blocks: lines.flatMap((text, index) =>
      text.trim() === '' ? [] : [{ kind: 'paragraph' as const, line: index + 1 }],
    ),
    notes: seed.notes,
  };
}
