import { NoticeError, placeAt, quoted } from '../../notice/problem.ts';
import type { Seed } from '../seed.ts';
import type { Chars } from '../text/chars.ts';
import type { Authority } from '../units/resolve.ts';

/** A page that ends too early, at an offset of the seed. */
export const cutOff = (seed: Seed, what: string, at: number): NoticeError =>
  new NoticeError(
    what,
    'Compare the page with the notice as issued. If the text is cut off, complete it; or remove the whole annex, for a notice without tasks.',
    placeAt(seed, at),
  );

/** A cell with a name that no unit has, with the nearest known ones. */
export function unknownUnit(seed: Seed, authority: Authority, cell: Chars): NoticeError {
  const resolved = authority.resolve(cell.text);
  const unknown = 'unknown' in resolved ? resolved.unknown : cell.text;
  const at = cell.at[Math.max(0, cell.text.indexOf(unknown))] ?? 0;
  return new NoticeError(
    `no unit is named ${quoted(unknown)}`,
    `Nearest known names: ${authority.nearest(unknown).join(', ')}. Mend the name if it is misspelt here but not in the notice as issued; else add the unit to seeds/units.yaml.`,
    placeAt(seed, at),
  );
}

/** A cell that speaks of a date in words that are not known. */
export const unreadDeadline = (seed: Seed, cell: Chars): NoticeError =>
  new NoticeError(
    `${quoted(cell.text)} is no deadline that can be read`,
    'Compare with the notice as issued. Known forms: 持续推进, 2022年10月前, 2022年9月底前…, 2022年底前, 2022年8月前完成并持续推进, 2022年6月前…，工作持续推进, 2022年4月前…完成，6月前…完成.',
    placeAt(seed, cell.at[0] ?? 0),
  );
