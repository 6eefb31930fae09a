import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSite } from './site.ts';

const own = readFileSync('site.yaml', 'utf8');
const uncommented = own.replaceAll(/^# ((?:[a-zA-Z]+:| {2}- label| {4}address).*)$/gmu, '$1');

test('every field that site.yaml offers can be set', () => {
  const site = readSite('site.yaml', uncommented);
  expect(Object.keys(site).sort()).toEqual(
    'accent errors footer hotlines icp logo mail maintainer name owner place police siteCode subtitle telephone'.split(
      ' ',
    ),
  );
});

const refused: [why: string, text: string, line: number, message: RegExp][] = [
  ['a field that is not known', 'name: 甲\nowners: 乙\n', 2, /^owners/u],
  ['a name that is missing', 'place: 甲\n', 1, /^name/u],
  ['a name too long for the header', `name: ${'甲'.repeat(17)}\n`, 1, /^name/u],
  ['a link that would run', 'name: 甲\nfooter:\n  - label: 乙\n    address: javascript:alert(1)\n', 4, /https/u],
  ['a picture outside public/', 'name: 甲\nlogo: ../secret.png\n', 2, /public/u],
  ['a pale accent', "name: 甲\naccent:\n  light: '#ffcccc'\n  dark: '#ffcccc'\n", 3, /not readable on light paper/u],
  ['a number that lost its zero', 'name: 甲\nhotlines:\n  - name: 乙\n    number: 12345\n', 4, /^hotlines\.0\.number/u],
  ['broken YAML', 'name: 甲: 乙\n', 1, /not YAML/u],
];
test.each(refused)('%s is refused with its line', (_, text, line, message) => {
  expect(() => readSite('site.yaml', text)).toThrow(
    expect.objectContaining({
      message: expect.stringMatching(message),
      place: expect.objectContaining({ file: 'site.yaml', line }),
    }),
  );
});
