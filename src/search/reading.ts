import type { Fold } from './fold.ts';
import type { Lexicon, Meaning } from './lexicon.ts';
import type { Answer, AnswerIndex, Understood } from './model.ts';
import type { Want } from './plan.ts';
import { isContent, type Piece } from './understand.ts';
import { labelOf } from './understood-labels.ts';
import { unitCards } from './unit-cards.ts';

/** One way to take a query: what is looked for, and what is said to have been understood. */
export interface Reading {
  wants: Want[];
  /** Of the units that are asked for, whatever is asked of them. */
  cards: Answer[];
  /** Whether the cards of notices answer all of the query. */
  answers: boolean;
  readonly understood: Understood[];
  /** The only notices that are meant. */
  among?: readonly string[];
}

export const NOTHING: Reading = { wants: [], cards: [], answers: false, understood: [] };
const TEXT = { kind: 'text' } as const;
/** Several of these are all wanted, each by itself. */
const PLACES: readonly Piece['meaning']['kind'][] = ['task', 'row', 'clause'];

const isBare = (text: string) => /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})$/u.test(text);
const isMeaning = (meaning: Piece['meaning']): meaning is Meaning =>
  meaning.kind !== 'text' && meaning.kind !== 'unknown';
/** Units, months, sections, rows and grades answer a query by themselves; words are looked for in texts. */
const isFactual = ({ kind }: Piece['meaning']) => kind !== 'text' && kind !== 'unknown' && kind !== 'word';

/** A stretch of the query and all that it is taken for. */
interface Part {
  text: string;
  from: number;
  to: number;
  meanings: Piece['meaning'][];
}

/** Words of one topic are one: 二手房 and 过户. The longest of them stands for all. */
export function oncePerTopic(pieces: readonly Piece[]): Piece[] {
  const topicOf = ({ meaning }: Piece) => (meaning.kind === 'word' ? meaning.word.topic : undefined);
  return pieces.filter((piece) => {
    const topic = topicOf(piece);
    const same = topic === undefined ? [piece] : pieces.filter((each) => topicOf(each) === topic);
    return same.reduce((best, each) => (each.text.length > best.text.length ? each : best)) === piece;
  });
}

/** Each piece once. */
export const unlike = <T extends { text: string }>(pieces: readonly T[]): T[] => {
  const seen = new Set<string>();
  return pieces.filter(({ text }) => !seen.has(text) && seen.add(text));
};

/**
 * The words of a query as white space parts them. Letters that stand alone belong together (`1 + N`, `办 不 成 事`):
 * white space between them is an accident, between words it means that all are wanted.
 */
function wordsOf(query: string, fold: Fold): { text: string; from: number; to: number }[] {
  const words: { text: string; from: number; to: number }[] = [];
  let single = false;
  for (const { 0: piece, index } of query.matchAll(/\S+/gu)) {
    const { text } = fold(piece);
    if (text === '') continue;
    const alone = [...text].length === 1;
    const last = words.at(-1);
    if (alone && single && last) {
      last.text += text;
      last.to = index + piece.length;
    } else words.push({ text, from: index, to: index + piece.length });
    single = alone;
  }
  return words;
}

/** Takes one query in different ways; what it is then looked for in is not its concern. */
export class QueryReader {
  readonly #query: string;
  readonly #index: AnswerIndex;

  constructor(query: string, index: AnswerIndex) {
    this.#query = query;
    this.#index = index;
  }

  /** What a text that stands for the whole query is: its own letters, and everything that it may mean. */
  whole(text: string, lexicon: Lexicon): Reading {
    const meanings = lexicon
      .whole(text)
      .filter(({ kind }) => kind !== 'asking' && kind !== 'filler' && kind !== 'role' && kind !== 'notice');
    return this.of([{ text, meanings, literal: true }], [{ text, from: 0, to: this.#query.length, meanings }]);
  }

  /** Every word of the query as it stands; nothing where there is but one. */
  apart(fold: Fold, lexicon: Lexicon): Reading | undefined {
    const words = wordsOf(this.#query, fold);
    if (words.length < 2) return undefined;
    const pieces = unlike(words).map(({ text, from, to }): Piece => {
      const [meaning] = lexicon.whole(text).filter(({ kind }) => kind !== 'filler');
      return { text, from, to, meaning: meaning && !isBare(text) ? meaning : TEXT };
    });
    return this.pieces(pieces);
  }

  /** The pieces of a query together, each taken for what it means. */
  pieces(pieces: readonly Piece[]): Reading {
    const all = pieces.filter(isContent);
    const among = all.flatMap(({ meaning }) => (meaning.kind === 'notice' ? [meaning.notice.id] : []));
    // The name of a notice beside anything else says where to look.
    const narrows = among.length > 0 && among.length < all.length;
    const content = all
      .filter(({ meaning }) => !narrows || meaning.kind !== 'notice')
      .map((piece): Piece => (piece.meaning.kind === 'notice' ? { ...piece, meaning: TEXT } : piece));
    const role = content.find(({ meaning }) => meaning.kind === 'role')?.meaning;
    const hasUnit = content.some(({ meaning }) => meaning.kind === 'unit');
    const wanted = content.filter(({ meaning }) => meaning.kind !== 'role' && meaning.kind !== 'annex');
    const tasks = wanted.filter(({ meaning }) => PLACES.includes(meaning.kind));
    const others = oncePerTopic(wanted.filter((piece) => !tasks.includes(piece)));
    const asRole = hasUnit && role?.kind === 'role' ? { role: role.role } : {};
    const wants = others.map(({ text, meaning }): Want => {
      const isFact = meaning.kind !== 'text' && meaning.kind !== 'word' && meaning.kind !== 'unit';
      return {
        text,
        meanings: [meaning],
        literal: !isFact && !(meaning.kind === 'unit' && asRole.role !== undefined),
        ...(meaning.kind === 'unit' ? asRole : {}),
      };
    });
    if (tasks.length > 0) {
      wants.push({ text: '', meanings: tasks.map(({ meaning }) => meaning), literal: false });
    }
    // 附件 alone is the annex; with anything else it says where to look, which is everywhere.
    const annex = wants.length === 0 ? content.find(({ meaning }) => meaning.kind === 'annex') : undefined;
    if (annex) wants.push({ text: annex.text, meanings: [annex.meaning], literal: true });
    const isSaid = ({ kind }: Piece['meaning']) =>
      kind === 'role' ? hasUnit : kind !== 'annex' || annex !== undefined;
    const listed = all.filter(({ meaning }) => isSaid(meaning));
    const parts = listed.map((piece) => ({ ...piece, meanings: [piece.meaning] }));
    const reading = this.of(wants, parts);
    if (narrows) reading.among = among;
    return reading;
  }

  /** What was understood, each thing once, with the query as it would be without it. */
  #labels(parts: readonly Part[]): Understood[] {
    const said = parts.flatMap((part) => part.meanings.flatMap(labelOf).map((label) => ({ ...label, part })));
    const isSame = (a: Omit<Understood, 'without'>, b: Omit<Understood, 'without'>) =>
      a.kind === b.kind && a.label === b.label;
    return said
      .filter((each, index) => said.findIndex((other) => isSame(other, each)) === index)
      .map(({ kind, label }) => {
        const own = said.filter((other) => isSame(other, { kind, label })).map(({ part }) => part);
        const rest = [...own]
          .sort((a, b) => b.from - a.from)
          .reduce((query, { from, to }) => query.slice(0, from) + query.slice(to), this.#query);
        return { kind, label, without: rest.replace(/\s+/gu, ' ').trim() };
      });
  }

  /** What is looked for, with the cards of the units in it and the labels of its parts. */
  of(wants: Want[], parts: readonly Part[]): Reading {
    const [only] = wants;
    const facts = wants.every(({ meanings }) => meanings.length > 0 && meanings.every(isFactual));
    const units = wants.flatMap(({ meanings, role }) => unitCards(this.#index, meanings.filter(isMeaning), role));
    const answersAlone = wants.length === 1 && only !== undefined;
    const labels = () => this.#labels(parts);
    return {
      wants,
      cards: facts || answersAlone ? units : [],
      answers: answersAlone || (facts && units.length === 0),
      // Most readings find nothing, and have nothing to say.
      get understood() {
        return labels();
      },
    };
  }
}
