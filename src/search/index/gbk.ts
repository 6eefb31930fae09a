/** What every decoder of GBK reads alike: Chinese letters and the marks of Chinese texts. */
const ALIKE = /^[\u3000-\u3011\u3014\u3015\u4e00-\u9fa5\uff01-\uff5e“”‘’—…·]$/u;

function letterCodes(): ReadonlyMap<string, [number, number]> {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, [number, number]>();
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      const letter = decoder.decode(Uint8Array.of(first, second));
      if (ALIKE.test(letter)) codes.set(letter, [first, second]);
    }
  }
  return codes;
}

const CODES = letterCodes();

/** Some data as JSON in GBK; what GBK lacks, or some decoders read otherwise, by its number, as JSON has it: `\u9fb4`. */
export function gbkJson(data: unknown): Uint8Array<ArrayBuffer> {
  const byNumber = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const bytes = [...JSON.stringify(data)].flatMap((letter) => {
    const known = CODES.get(letter);
    if (known) return known;
    const plain = letter < '\x80' ? letter : letter.split('').map(byNumber).join('');
    return [...plain].map((each) => each.charCodeAt(0));
  });
  return Uint8Array.from(bytes);
}
