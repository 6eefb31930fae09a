/** A piece of a cell's printed text; with `unit` it names a unit. */
export interface Piece {
  text: string;
  unit?: string;
}

/**
 * Cuts a cell's printed text where its unit names begin and end, so that each name can be a link
 * while the text stays as issued. The pieces joined give the text again, to the character.
 *
 * @param text a cell of the lead or support column, as printed
 * @param units the slugs that the import read from it, in printed order
 * @returns one plain piece when names and slugs do not pair one to one (a name printed twice)
 */
export function cellPieces(text: string, units: readonly string[]): Piece[] {
  // 綦江区政府等有关区县政府 names an example and the collective it belongs to.
  const parts = text.split(/([、，；]|\s+|等(?=有关))/u).filter((part) => part !== '');
  const isName = (part: string) => !/^(?:[、，；等]|\s+)$/u.test(part);
  if (parts.filter(isName).length !== units.length) return [{ text }];
  const slugs = [...units];
  return parts.map((part) => {
    const unit = isName(part) ? slugs.shift() : undefined;
    return unit ? { text: part, unit } : { text: part };
  });
}
