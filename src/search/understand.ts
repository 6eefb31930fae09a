import type { Fold } from './fold.ts';
import type { Corpus } from './known-texts.ts';
import type { Lexicon, Meaning } from './lexicon.ts';

/** A stretch of a query and what it is taken for. */
export interface Piece {
  text: string;
  /** Where it stands in the query as typed. */
  from: number;
  to: number;
  meaning: Meaning | { kind: 'text' } | { kind: 'unknown' };
}

/** What is left to look for: everything but words that ask. */
export const isContent = ({ meaning }: Piece): boolean => meaning.kind !== 'asking' && meaning.kind !== 'filler';

interface Way {
  cost: number;
  /** The piece that ends here, and where it began. */
  from: number;
  meaning: Piece['meaning'];
}

const MEANT = 0.9;
const LETTERS = 1.5;
const ASKING = 0.35;
const FILLER = 0.6;
const UNKNOWN_LETTER = 2;
const UNKNOWN_RUN = 3;
const PUNCTUATION = 0.05;
/** White space inside a word is likelier an end of two words than an accident. */
const ACROSS = 1;

/** What may stand beside anything that is asked for. */
const ASIDE: readonly Meaning['kind'][] = ['asking', 'annex', 'ongoing'];

const costOf = (meaning: Meaning): number =>
  ASIDE.includes(meaning.kind) ? ASKING : meaning.kind === 'filler' ? FILLER : MEANT;

const RUN = /[a-z]+|\d+/uy;
/** Whether a place is amid Latin letters or digits, which no word ends in. */
const insideRun = (text: string, at: number): boolean =>
  at > 0 && (text[at] ?? '') <= 'z' && /[a-z]{2}|\d{2}/.test(text.slice(at - 1, at + 1));

/** A word neither begins nor ends so: 发的 is none, though 核发的材料 is printed. */
const OF = '的';
const NO_LETTER = /[^\p{L}\p{N}]/u;

/**
 * Cuts a query into names and numbers that are known, stretches that the notices print, words that ask, and what is
 * none of these: the cheapest way wins, so that few long pieces beat many short ones.
 */
export function piecesOf(query: string, fold: Fold, lexicon: Lexicon, corpus: Corpus): Piece[] {
  const { text, at } = fold(query);
  const isBreak = (index: number) =>
    index === 0 || index === text.length || /\s/u.test(query.slice(at[index - 1], at[index]));
  const breaks = Array.from({ length: text.length + 1 }, (_, index) => isBreak(index));
  const nextBreak = breaks.map(() => text.length);
  for (let index = text.length - 1; index >= 0; index--) {
    nextBreak[index] = breaks[index + 1] ? index + 1 : (nextBreak[index + 1] ?? text.length);
  }

  const ways: (Way | undefined)[] = [{ cost: 0, from: 0, meaning: { kind: 'unknown' } }];
  for (let from = 0; from < text.length; from++) {
    const sofar = ways[from];
    if (!sofar) continue;
    const offer = (end: number, cost: number, meaning: Piece['meaning']) => {
      const total = sofar.cost + cost + (end > (nextBreak[from] ?? end) ? ACROSS : 0);
      const other = ways[end];
      if (!other || total < other.cost) ways[end] = { cost: total, from, meaning };
    };
    if (NO_LETTER.test(text[from] ?? '')) offer(from + 1, PUNCTUATION, { kind: 'asking' });
    for (const { end, meaning } of lexicon.at(text, from)) offer(end, costOf(meaning), meaning);
    const longest = text[from] === OF || insideRun(text, from) ? 0 : corpus.longestAt(text, from);
    for (let end = from + 2; end <= from + longest; end++) {
      if (text[end - 1] !== OF && !insideRun(text, end)) offer(end, LETTERS, { kind: 'text' });
    }
    if (breaks[from] && breaks[from + 1] && corpus.holds(text[from] ?? '')) offer(from + 1, LETTERS, { kind: 'text' });
    RUN.lastIndex = from;
    if (RUN.test(text)) offer(RUN.lastIndex, UNKNOWN_RUN, { kind: 'unknown' });
    offer(from + 1, UNKNOWN_LETTER, { kind: 'unknown' });
  }

  const pieces: { from: number; to: number; meaning: Piece['meaning'] }[] = [];
  for (let to = text.length; to > 0; ) {
    const way = ways[to];
    if (!way) break;
    pieces.unshift({ from: way.from, to, meaning: way.meaning });
    to = way.from;
  }
  return merged(pieces, breaks, text).map(({ from, to, meaning }) => ({
    text: text.slice(from, to),
    from: at[from] ?? 0,
    to: at[to] ?? query.length,
    meaning,
  }));
}

type Cut = { from: number; to: number; meaning: Piece['meaning'] };

/** A letter that ends no word: what is said before it, or asked with it, is. */
const PARTICLES = /[的吗呢吧啊呀嘛和跟与及]/u;

/** Unknown letters side by side are one word, and a lone letter that else asks (上 before 海) belongs to it. */
function merged(pieces: readonly Cut[], breaks: readonly boolean[], text: string): Cut[] {
  const all: Cut[] = [];
  const joins = (a: Cut, b: Cut) => {
    const lone = ({ from, to, meaning }: Cut) =>
      meaning.kind === 'asking' &&
      to - from === 1 &&
      !PARTICLES.test(text.slice(from, to)) &&
      !NO_LETTER.test(text[from] ?? '');
    const unknown = ({ meaning }: Cut) => meaning.kind === 'unknown';
    return !breaks[b.from] && ((unknown(a) && (unknown(b) || lone(b))) || (lone(a) && unknown(b)));
  };
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last && joins(last, piece))
      all[all.length - 1] = { from: last.from, to: piece.to, meaning: { kind: 'unknown' } };
    else all.push(piece);
  }
  return all;
}
