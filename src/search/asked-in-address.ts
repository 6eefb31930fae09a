import { filtersFrom } from './filters.ts';
import type { Filters } from './model.ts';

const ESCAPED = /%u([0-9a-f]{4})/gi;
const PERCENT = /%[0-9a-f]{2}/i;

const decoded = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** The bytes that a percent-encoded text stands for. */
function bytesOf(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const piece of text.split(/(%[0-9a-f]{2})/i)) {
    if (PERCENT.test(piece) && piece.length === 3) bytes.push(Number.parseInt(piece.slice(1), 16));
    else bytes.push(...new TextEncoder().encode(piece));
  }
  return Uint8Array.from(bytes);
}

const HAN = /\p{Script=Han}/u;

/**
 * A percent-encoded text as it was meant: in UTF-8, in GBK or by `escape()`, as old links have it.
 *
 * @returns `undefined` for bytes that are none of these
 */
function decodeText(text: string): string | undefined {
  if (text.search(ESCAPED) >= 0) {
    const letters = text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    return letters.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }
  if (!PERCENT.test(text)) return text;
  const bytes = bytesOf(text);
  const utf8 = decoded(bytes, 'utf-8');
  const gbk = decoded(bytes, 'gbk');
  // Two bytes of GBK may pass for a letter of Latin or Greek in UTF-8, never the other way round.
  if (utf8 !== undefined && (HAN.test(utf8) || !/[^\x00-\x7f]/.test(utf8) || !gbk || !HAN.test(gbk))) return utf8;
  return gbk ?? utf8;
}

function queryIn(search: string): string | undefined {
  const [, raw = ''] = /[?&]q=([^&]*)/.exec(search) ?? [];
  return decodeText(raw.replaceAll('+', ' '));
}

/** What the search part of an address asks for. */
export interface AskedInAddress {
  /** `q`; `undefined` for one that cannot be read. */
  query: string | undefined;
  filters: Filters;
}

/** Reads the search part of an address, whatever stands there: what no search page writes is left out. */
export const askedIn = (search: string): AskedInAddress => ({
  query: queryIn(search),
  filters: filtersFrom(new URLSearchParams(search)),
});

/** A query as typed or pasted: what was copied out of an address is read as it was meant. */
export const readTyped = (typed: string): string =>
  /(?:%[0-9a-f]{2}){2}|%u[0-9a-f]{4}/i.test(typed) ? (decodeText(typed) ?? typed) : typed;
