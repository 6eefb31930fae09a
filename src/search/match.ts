import type { Fold, Folded } from './fold.ts';
import type { Needle, SearchField, SearchRecord, UnitNeedle } from './model.ts';

/** Where in a record a phrase stands: offsets in the text as issued, `to` exclusive and cut at the text's end. */
export interface Span {
  field: number;
  /** Which of the field's texts. */
  text: number;
  from: number;
  to: number;
}

/** How a record fits a needle. */
export interface Match {
  needle: Needle;
  spans: Span[];
  /** Only a cell fits that is open or may be missing: the record may be meant, or not. */
  possible: boolean;
}

export interface Matcher {
  /** How a record fits one needle; `undefined` where it does not. Of text, plain containment in the folded text decides. */
  match(record: SearchRecord, needle: Needle): Match | undefined;
  /** The texts of a record, folded. */
  textsOf(record: SearchRecord): readonly Folded[];
}

interface FoldedText extends Folded {
  field: number;
  index: number;
  /** The text with what follows it. */
  whole: string;
}

const foldedTexts = ({ texts, after = [] }: SearchField, field: number, fold: Fold): FoldedText[] =>
  texts.map((text, index) => {
    const { text: own, at } = fold(text);
    return { text: own, at, field, index, whole: own + after.map((each) => fold(each).text).join('') };
  });

const isDoubtful = ({ fields }: SearchRecord, { field }: Span) =>
  ['unsure', 'open'].includes(fields[field]?.status ?? 'printed');

/** A unit in the cells that name it, or may name it; where its name can be pointed at. */
function unitMatch(record: SearchRecord, needle: UnitNeedle): Match | undefined {
  const named = ({ slug, role }: SearchRecord['units'][number]) =>
    slug === needle.unit && (needle.role === undefined || role === needle.role);
  const sure = record.units.filter(named);
  const roles = (sure.length > 0 ? sure : record.maybe.units.filter(named)).map(({ role }) => role);
  if (roles.length === 0) return undefined;
  const spans = roles.flatMap((role): Span[] => {
    const field = record.fields.findIndex(({ part }) => part === role);
    return (record.fields[field]?.texts ?? []).flatMap((text, index): Span[] => {
      const name = needle.names.find((each) => text.includes(each));
      if (name === undefined) return [];
      const from = text.indexOf(name);
      return [{ field, text: index, from, to: from + name.length }];
    });
  });
  return { needle, spans, possible: sure.length === 0 };
}

function factMatch(record: SearchRecord, needle: Exclude<Needle, { text: string } | UnitNeedle>): Match | undefined {
  const fits = (possible: boolean): Match => ({ needle, spans: [], possible });
  if ('due' in needle) {
    if (record.due.includes(needle.due)) return fits(false);
    return record.maybe.due.includes(needle.due) ? fits(true) : undefined;
  }
  if ('section' in needle) return record.section?.number === needle.section ? fits(false) : undefined;
  if ('task' in needle)
    return record.kind === 'task' && record.url.endsWith(`/task/${needle.task}/`) ? fits(false) : undefined;
  if ('clause' in needle)
    return record.kind === 'section' && record.url.endsWith(`#c-${needle.clause}`) ? fits(false) : undefined;
  const { status, part } = needle;
  const has = record.fields.some((field) => field.status === status && (part === undefined || field.part === part));
  return has ? fits(false) : undefined;
}

/** A matcher that folds each text once: rows repeat sentences, and cells one another. */
export function createMatcher(fold: Fold): Matcher {
  const known = new WeakMap<SearchRecord, FoldedText[]>();
  const foldings = new Map<string, Folded>();
  const foldOnce: Fold = (text) => {
    const folded = foldings.get(text) ?? fold(text);
    foldings.set(text, folded);
    return folded;
  };
  const phrases = new Map<string, string>();
  const textsOf = (record: SearchRecord): FoldedText[] => {
    const cached = known.get(record);
    if (cached) return cached;
    const texts = record.fields.flatMap((field, index) => foldedTexts(field, index, foldOnce));
    known.set(record, texts);
    return texts;
  };
  const phraseOf = (text: string): string => {
    const folded = phrases.get(text) ?? fold(text).text;
    if (phrases.size > MOST_PHRASES) phrases.clear();
    phrases.set(text, folded);
    return folded;
  };
  const spansOf = (record: SearchRecord, phrase: string): Span[] => {
    const spans: Span[] = [];
    for (const { text, whole, at, field, index } of textsOf(record)) {
      let from = whole.indexOf(phrase);
      while (from >= 0 && from < text.length) {
        const last = Math.min(from + phrase.length, text.length) - 1;
        const start = at[from] ?? 0;
        spans.push({ field, text: index, from: start, to: Math.max(start, at[last] ?? 0) + 1 });
        from = whole.indexOf(phrase, from + phrase.length);
      }
    }
    return spans;
  };
  return {
    textsOf,
    match: (record, needle) => {
      if ('unit' in needle) return unitMatch(record, needle);
      if (!('text' in needle)) return factMatch(record, needle);
      const phrase = phraseOf(needle.text);
      const spans = phrase === '' ? [] : spansOf(record, phrase);
      if (spans.length === 0) return undefined;
      return { needle, spans, possible: spans.every((span) => isDoubtful(record, span)) };
    },
  };
}

const MOST_PHRASES = 500;
