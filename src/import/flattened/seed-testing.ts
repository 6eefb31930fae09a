import { readFileSync } from 'node:fs';
import { NoticeError } from '../../notice/problem.ts';
import type { AnnexDocument } from '../official/annex-document.ts';
import { type Rulings, readRulings } from '../rulings.ts';
import { readAuthority } from '../units/authority.ts';
import { type ImportedNotice, importNotice } from './import-notice.ts';

/** What tests of the import share: the real seed, and ways to import a changed one. */

const FOLDER = 'seeds/yfbf-2022-34';
export const seedBytes = readFileSync(`${FOLDER}/000_60ad0b75a4e2cbf1.txt`);
export const seedText = seedBytes.toString('utf8');
export const seedLines = seedText.split('\n');
export const rulingsText = readFileSync(`${FOLDER}/rulings.yaml`, 'utf8');
/** Its rulings on pages alone: no cell is settled by a person. */
export const pageRulings = rulingsText.slice(0, rulingsText.indexOf('- row:'));
export const units = readAuthority({ file: 'units.yaml', text: readFileSync('seeds/units.yaml', 'utf8') });

/** Rulings by their text: hundreds of changed seeds are imported with the same. */
const knownRulings = new Map<string, Rulings>();

function rulingsOf(text: string): Rulings {
  const rulings = knownRulings.get(text) ?? readRulings({ file: 'rulings.yaml', text });
  knownRulings.set(text, rulings);
  return rulings;
}

/** Imports a seed, with the rulings and the document given; without them counts and order alone decide. */
export function importSeed(seed: string | Uint8Array, rulings = '', document?: AnnexDocument): ImportedNotice {
  const bytes = typeof seed === 'string' ? new TextEncoder().encode(seed) : seed;
  const shared = { id: 'yfbf-2022-34', file: 'seed.txt', sha256: '', units, rulings: rulingsOf(rulings) };
  return importNotice({ ...shared, bytes, document });
}

/** The error that an import ends with, as the command line prints it. */
export function failureOf(seed: string | Uint8Array, rulings = ''): string {
  try {
    importSeed(seed, rulings);
  } catch (error) {
    if (error instanceof NoticeError) return error.format();
    throw error;
  }
  throw new Error('the import took it');
}

/** The seed without some lines (1-based). */
export const without = (...lines: number[]): string =>
  seedLines.filter((_, index) => !lines.includes(index + 1)).join('\n');

/** The pair of bytes of each character of GBK, by asking the decoder what each pair means. */
function gbkCodes(): Map<string, number[]> {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  return codes;
}
let codes: Map<string, number[]> | undefined;

/** A text as GBK. */
export function toGbk(text: string): Uint8Array {
  codes ??= gbkCodes();
  const known = codes;
  return Uint8Array.from(
    [...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (known.get(char) ?? [0xff]))),
  );
}
