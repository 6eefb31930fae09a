/** Characters of symbol fonts as people use them in notices, by font and place (Word keeps the place, and no character). */
const SYMBOLS: Record<string, Record<string, string>> = {
  symbol: {
    A3: '≤',
    A5: '∞',
    AE: '→',
    B0: '°',
    B1: '±',
    B2: '″',
    B3: '≥',
    B4: '×',
    B7: '•',
    B8: '÷',
    B9: '≠',
    BB: '≈',
    D7: '·',
    '61': 'α',
    '62': 'β',
    '6D': 'μ',
    '44': 'Δ',
    '57': 'Ω',
  },
  wingdings: {
    '6C': '●',
    '6E': '■',
    '6F': '□',
    '71': '❑',
    '75': '◆',
    '76': '❖',
    A1: '○',
    A7: '▪',
    A8: '◻',
    AB: '★',
    D8: '➢',
    E0: '→',
    FB: '✗',
    FC: '✓',
    FD: '☒',
    FE: '☑',
  },
  'wingdings 2': { '50': '✓', '4F': '✗', '51': '☒', '52': '☑', A3: '□', '97': '●', '99': '○' },
};

/** The character that a symbol font shows at a place (F0FC, 00FC); `undefined` for one that is not listed. */
export const symbolOf = (font: string, place: string): string | undefined =>
  SYMBOLS[font.toLowerCase()]?.[place.slice(-2).toUpperCase()];
