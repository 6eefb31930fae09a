import type { Block, Paragraph } from '../document.ts';
import type { Seed } from '../seed.ts';
import { type Chars, slice } from '../text/chars.ts';
import { findDate } from '../text/dates.ts';
import { isDisclosure, isSigner } from '../text/line-kinds.ts';
import { isParagraph, textOf } from './blocks.ts';
import { partedByGaps } from './title.ts';

/** The lines under a text that say who issued it and when. */
export interface Signature {
  from: number;
  to: number;
  names: Chars[];
  date: string;
  /** Lines between names and date that say how public it is. */
  disclosures: Paragraph[];
}

/** The line that holds the date under the signature, and the names above it or before it. */
export function signatureIn(seed: Seed, blocks: Block[]): Signature | undefined {
  for (const [index, block] of blocks.entries()) {
    const text = textOf(block);
    const date = findDate(text);
    if (!isParagraph(block) || !date || date.to !== text.length || text.length > 90 || /[。，：:]/u.test(text))
      continue;
    const before = slice(block.chars, 0, date.from);
    const names = before.text === '' ? [] : partedByGaps(seed, before);
    if (names.some(({ text: name }) => !isSigner(name))) continue;
    let from = index;
    const disclosures: Paragraph[] = [];
    while (from > 0 && names.length < 8) {
      const above = blocks[from - 1];
      if (!isParagraph(above)) break;
      if (isDisclosure(above.chars.text) && names.length === 0) {
        disclosures.push(above);
        from--;
        continue;
      }
      const parts = partedByGaps(seed, above.chars);
      if (!parts.every(({ text: name }) => isSigner(name))) break;
      names.unshift(...parts);
      from--;
    }
    if (names.length === 0 && before.text !== '') continue;
    if (names.length === 0 && disclosures.length > 0)
      return { from: index, to: index + 1, names, date: date.iso, disclosures: [] };
    return { from, to: index + 1, names, date: date.iso, disclosures };
  }
  return undefined;
}

/** Whether a line is a date or names bodies alone, as under a text that another one passes on. */
export function isSignature(seed: Seed, { chars }: Paragraph): boolean {
  const date = findDate(chars.text);
  if (date) return date.to - date.from >= chars.text.length - 2;
  return partedByGaps(seed, chars).every(({ text }) => isSigner(text));
}

/** Bodies that a title names without a sign between them, where the signatures tell them apart. */
export function signedApart(issuers: string[], signatures: Chars[]): string[] {
  const names = signatures.map(({ text }) => text);
  return issuers.length === 1 && names.length > 1 && names.join('') === issuers[0] ? names : issuers;
}
