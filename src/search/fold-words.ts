/** The words of what someone types, or of what it is held against, as they are compared: width and case apart. */
export const foldWords = (text: string): string[] => text.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean);
