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
}

export interface Matcher {
  /** How a record fits one needle; `undefined` where it does not. Plain containment in the folded text decides. */
  match(record: SearchRecord, needle: Needle): Match | undefined;
}

interface FoldedText extends Folded {
  field: number;
  index: number;
  /** The text with what follows it. */
  whole: string;
}

const foldedTexts = ({ texts, after = '' }: SearchField, field: number, fold: Fold): FoldedText[] =>
  texts.map((text, index) => {
    const own = fold(text);
    return { ...own, field, index, whole: own.text + fold(after).text };
  });

/** A unit in the cells that name it, where its name can be pointed at. */
function unitMatch(record: SearchRecord, needle: UnitNeedle): Match | undefined {
  const roles = record.units.filter(({ slug }) => slug === needle.unit).map(({ role }) => role);
  if (roles.length === 0) return undefined;
  const spans = roles.flatMap((role): Span[] => {
    const field = record.fields.findIndex(({ part }) => part === role);
    const text = record.fields[field]?.texts[0] ?? '';
    const name = needle.names.find((each) => text.includes(each));
    if (name === undefined) return [];
    const from = text.indexOf(name);
    return [{ field, text: 0, from, to: from + name.length }];
  });
  return { needle, spans };
}

/** A matcher that folds each record once. */
export function createMatcher(fold: Fold): Matcher {
  const known = new WeakMap<SearchRecord, FoldedText[]>();
  const textsOf = (record: SearchRecord): FoldedText[] => {
    const cached = known.get(record);
    if (cached) return cached;
    const texts = record.fields.flatMap((field, index) => foldedTexts(field, index, fold));
    known.set(record, texts);
    return texts;
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
    match: (record, needle) => {
      if ('text' in needle) {
        const { text } = fold(needle.text);
        const spans = text === '' ? [] : spansOf(record, text);
        return spans.length > 0 ? { needle, spans } : undefined;
      }
      if ('unit' in needle) return unitMatch(record, needle);
      const fits =
        ('due' in needle && record.due.includes(needle.due)) ||
        ('section' in needle && record.section?.number === needle.section);
      return fits ? { needle, spans: [] } : undefined;
    },
  };
}
