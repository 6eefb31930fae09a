/** The most names offered for a slip. */
const MOST = 3;
const SHORTEST = 3;

/** Whether two words differ by one letter: another one, one more, one less, or two neighbours swapped. */
function oneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/** Known words that a query may have been meant as. */
export const slipsOf = (word: string, vocabulary: readonly string[]): string[] =>
  word.length < SHORTEST
    ? []
    : [...new Set(vocabulary.filter((known) => known.length >= SHORTEST && oneSlip(word, known)))].slice(0, MOST);
