/** The offset nearest before or at `at` where a text may be cut: between the halves of no character. */
export const cutAt = (text: string, at: number): number => ((text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at);

/** The beginning of a text, at most `length` UTF-16 units, its last character whole. */
export const beginning = (text: string, length: number): string => text.slice(0, cutAt(text, length));

/** A text, or its beginning with … in place of the rest where it is longer than `most`. */
export const brief = (text: string, most: number): string =>
  text.length > most ? `${beginning(text, most - 1)}…` : text;
