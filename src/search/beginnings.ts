/**
 * Where the words of a list may end that begin at a place of a text, the nearest first: only at lengths that a word of
 * the same first letter has. Trying every length at every place would cost long queries most of their time.
 */
export function endsOf(words: Iterable<string>): (text: string, from: number) => number[] {
  const lengths = new Map<number, Set<number>>();
  for (const word of words) {
    const first = word.charCodeAt(0);
    const known = lengths.get(first);
    if (known) known.add(word.length);
    else lengths.set(first, new Set([word.length]));
  }
  const sorted = new Map([...lengths].map(([first, all]) => [first, [...all].sort((a, b) => a - b)]));
  return (text, from) =>
    (sorted.get(text.charCodeAt(from)) ?? []).map((length) => from + length).filter((end) => end <= text.length);
}
