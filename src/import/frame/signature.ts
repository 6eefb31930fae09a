import type { Block, Paragraph } from '../document.ts';
import type { Seed } from '../seed.ts';
import { type Chars, slice } from '../text/chars.ts';
import { findDate } from '../text/dates.ts';
import { isDisclosure, isSigner, MATTER } from '../text/line-kinds.ts';
import { numberOf } from '../text/numbers.ts';
import { isParagraph, textOf } from './blocks.ts';
import type { Booking } from './booking.ts';
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

const short = (name: string) => name.replace(/委员会/gu, '委').replace(/人民政府/gu, '政府');

/**
 * Bodies that a title names without a sign between them, where the signatures tell them apart.
 * @param printed what blanks part before the title's matter: names, where each signature is one of them or its end
 */
export function signedApart(issuers: string[], signatures: Chars[], printed: string[]): string[] {
  const names = signatures.map(({ text }) => text);
  if (issuers.length > 1 || names.length < 2) return issuers;
  if (names.join('') === issuers[0]) return names;
  const isSigned = printed.every((name, index) => short(name).endsWith(short(names[index] ?? '?')));
  return printed.length === names.length && isSigned ? printed : issuers;
}

/** Tells a signature that is of another body than those that the title names. */
export function checkSigned(book: Booking, issuers: string[], signatures: Chars[]): void {
  const [signature] = signatures;
  if (!signature || issuers.length === 0) return;
  const bare = (name: string) => name.replace(/\s/gu, '');
  const fits = signatures.some(({ text }) =>
    issuers.some(
      (issuer) => bare(issuer).endsWith(text) || text.endsWith(bare(issuer)) || text.startsWith(bare(issuer)),
    ),
  );
  if (!fits)
    book.warn(
      `the signature ${signature.text} is not the body that the title names: ${issuers.join('、')}`,
      'Compare with the notice as issued; the body of the title is taken.',
      signature,
    );
}

/** Tells where a title names another number of bodies than sign: 省教育厅等八部门 are eight. */
export function checkCount(book: Booking, title: string, signatures: Chars[]): void {
  const [, said = ''] =
    /等([二三四五六七八九十\d]{1,3})个?(?:部门|单位|部委)/u.exec(title.slice(0, Math.max(0, title.search(MATTER)))) ??
    [];
  if (said === '' || numberOf(said) === signatures.length) return;
  book.warn(
    `the title names ${said} bodies, and ${signatures.length} signatures were read: ${signatures.map(({ text }) => text).join('、')}`,
    'Compare with the notice as issued: names that stand side by side may have run together.',
    signatures[0],
  );
}
