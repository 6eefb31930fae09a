import { beginning, cutAt } from '../notice/cut.ts';
import type { Span } from './match.ts';
import type { Excerpt, ExcerptPiece, SearchRecord } from './model.ts';

/** A text up to this length is shown whole. */
const WHOLE = 110;
const BEFORE = 32;
const LENGTH = 100;
const MOST_TEXTS = 3;

/** Cuts a text at its found spans; overlapping spans become one. */
function piecesOf(text: string, spans: readonly Span[], from: number, to: number): ExcerptPiece[] {
  const pieces: ExcerptPiece[] = [];
  const push = (start: number, end: number, found: boolean) => {
    if (end > start) pieces.push({ text: text.slice(start, end), found });
  };
  let done = from;
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const start = Math.max(span.from, done);
    const end = Math.min(span.to, to);
    if (end <= start) continue;
    push(done, start, false);
    push(start, end, true);
    done = end;
  }
  push(done, to, false);
  return pieces;
}

function excerptOf(record: SearchRecord, { field, text: index }: Span, spans: readonly Span[]): Excerpt {
  const { part, texts, status } = record.fields[field] ?? { part: 'text', texts: [] };
  const text = texts[index] ?? '';
  const first = Math.min(...spans.map(({ from }) => from));
  const whole = text.length <= WHOLE;
  const from = whole || first < BEFORE * 2 ? 0 : cutAt(text, first - BEFORE);
  const to = whole ? text.length : cutAt(text, Math.min(text.length, from + LENGTH));
  const pieces = piecesOf(text, spans, from, to);
  if (from > 0) pieces.unshift({ text: '…', found: false });
  if (to < text.length) pieces.push({ text: '…', found: false });
  return { part, pieces, ...(status ? { status } : {}) };
}

/** The texts of a record that hold what was looked for, the phrases marked; its first text where none does. */
export function excerptsOf(record: SearchRecord, spans: readonly Span[]): Excerpt[] {
  const places = new Map<string, Span[]>();
  for (const span of [...spans].sort((a, b) => a.field - b.field || a.text - b.text)) {
    const place = `${span.field} ${span.text}`;
    places.set(place, [...(places.get(place) ?? []), span]);
  }
  const [lead] = record.fields;
  const own = lead?.part === 'text' && !spans.some(({ field }) => field === 0);
  const shown = own ? [{ part: lead.part, pieces: piecesFromStart(lead.texts[0] ?? '') }] : [];
  const found = [...places.values()].slice(0, MOST_TEXTS).map((here) => excerptOf(record, here[0] ?? NOWHERE, here));
  return [...shown, ...found];
}

const NOWHERE: Span = { field: 0, text: 0, from: 0, to: 0 };

const piecesFromStart = (text: string): ExcerptPiece[] => [
  { text: text.length > WHOLE ? `${beginning(text, LENGTH)}…` : text, found: false },
];

/** The found phrases as they are printed, each once, for the page that opens to light up. */
export function phrasesOf(record: SearchRecord, spans: readonly Span[]): string[] {
  const texts = spans.map(({ field, text, from, to }) => record.fields[field]?.texts[text]?.slice(from, to) ?? '');
  return [...new Set(texts)].slice(0, MOST_TEXTS);
}
