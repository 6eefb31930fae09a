/**
 * What in a Word document keeps letters from being read, said once: the reader of whole notices leaves such letters out
 * and names them; of an official annex a cell that holds any settles nothing.
 */
export type Hiding = 'vanish' | 'strike' | 'white' | 'tiny';

/** The property of a run that decides on each, by its name without Word's prefix: a run's own outdoes its style's. */
export const DECIDING: Record<Hiding, string> = { vanish: 'vanish', strike: 'strike', white: 'color', tiny: 'sz' };

/** What keeps letters from being read, as the pages call it. */
export const HIDING_NAMES: Record<Hiding, string> = {
  vanish: '隐藏文字',
  strike: '删除线文字',
  white: '白色文字',
  tiny: '小得看不见的文字',
};

/** The mark of text that is struck out. */
export const struckOut = (text: string): string => `${HIDING_NAMES.strike}“${text}”`;

/** Points of a letter that nobody reads, doubled as Word counts them. */
const TINY = 8;

/** Whether a property that can be switched is on, by its value; one without a value is. */
export const isOn = (value = 'true'): boolean => !['0', 'false', 'off', 'none'].includes(value);

export const isWhite = (color = ''): boolean => /^f{6}$/iu.test(color);

/** How a property hides letters, by its name without Word's prefix and its value; `undefined` where it does not. */
export function hidingOf(name: string, value: string | undefined): Hiding | undefined {
  switch (name) {
    case 'vanish':
    case 'specVanish':
      return isOn(value) ? 'vanish' : undefined;
    case 'strike':
    case 'dstrike':
      return isOn(value) ? 'strike' : undefined;
    case 'color':
      return isWhite(value) ? 'white' : undefined;
    case 'sz':
      return value !== undefined && Number(value) < TINY ? 'tiny' : undefined;
    default:
      return undefined;
  }
}
