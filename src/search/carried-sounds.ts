/** The letters of everyday writing, in the order in which the first level of GB 2312 has them: by their sounds. */
export function commonLetters(): string[] {
  const codes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) codes.push(row, cell);
  }
  return new TextDecoder('gbk').decode(Uint8Array.from(codes)).match(/\p{Script=Han}/gu) ?? [];
}

/** Each syllable of a table of sounds with the letters that sound so. */
const entriesOf = (letters: string): [syllable: string, letters: string][] =>
  letters.split(' ').flatMap((entry) => {
    const syllable = /^[a-z]+/.exec(entry)?.[0];
    return syllable === undefined ? [] : [[syllable, entry.slice(syllable.length)]];
  });

/**
 * A table of sounds, in the form that `createSpell` reads, as it travels: of common letters, which need not be said, how
 * many in a row sound alike, syllables that begin alike behind a capital; then all others, and the pairs:
 * `A2i13Ba18ai8 …;ban瓣 …;重庆chong'`.
 *
 * @param sounds a table that has every common letter
 * @param said texts whose letters are to sound as the table has it
 */
export function carriedSounds(sounds: string, said: string): string {
  const [letters = '', pairs = ''] = sounds.split(';');
  const table = new Map(entriesOf(letters).flatMap(([syllable, all]) => [...all].map((letter) => [letter, syllable])));
  const rows: { syllable: string; count: number }[] = [];
  const common = commonLetters();
  const isSaid = new Set(said);
  for (const [at, letter] of common.entries()) {
    const last = rows.at(-1);
    const next = table.get(common[at + 1] ?? '');
    // Of several readings the one of its place among letters that sound alike is as good, where nothing says the letter.
    const syllable = (last?.syllable === next && !isSaid.has(letter) ? next : table.get(letter)) ?? '';
    if (last && last.syllable === syllable) last.count++;
    else rows.push({ syllable, count: 1 });
  }
  const isCommon = new Set(common);
  const others = entriesOf(letters).flatMap(([syllable, all]) => {
    const rest = [...all].filter((letter) => !isCommon.has(letter)).join('');
    return rest === '' ? [] : [syllable + rest];
  });
  const told = rows.map(({ syllable, count }, at) => {
    const [first = '', ...rest] = syllable;
    return (rows[at - 1]?.syllable.startsWith(first) ? '' : first.toUpperCase()) + rest.join('') + count;
  });
  return `${told.join('')};${others.join(' ')};${pairs}`;
}

/** The table as it was before it travelled. */
export function arrivedSounds(carried: string): string {
  const [rows = '', others = '', pairs = ''] = carried.split(';');
  const letters = commonLetters();
  let first = '';
  const common = [...rows.matchAll(/([A-Z]?)([a-z]*)(\d+)/g)].map(([, begun = '', rest = '', count]) => {
    first = begun.toLowerCase() || first;
    return first + rest + letters.splice(0, Number(count)).join('');
  });
  return `${[...common, others].filter(Boolean).join(' ')};${pairs}`;
}
