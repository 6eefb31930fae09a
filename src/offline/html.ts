/** Markup that is safe to put into a page as it is. */
export interface Html {
  html: string;
}

type Value = Html | string | number | false | null | undefined | readonly Value[];

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text made fit for an element's content or a quoted attribute. */
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

/** Puts values between pieces of markup. Text is escaped; lists are joined; `false`, `null` and `undefined` are nothing. */
export function html(pieces: TemplateStringsArray, ...values: Value[]): Html {
  return { html: String.raw({ raw: pieces }, ...values.map(shown)) };
}

function shown(value: Value): string {
  if (value === false || value === null || value === undefined) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  return 'html' in value ? value.html : value.map(shown).join('');
}
