/** The sizes of letters that there are, in px. */
export const LETTER_SIZES = [18, 20, 22, 24, 26, 28, 30] as const;
