import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readAuthority } from '../import/units/authority.ts';
import { checkNoticeId } from './address-parts.ts';
import { anyText, HOSTILE } from './hostile.ts';
import { NoticeError } from './problem.ts';

const kind = '市政府部门';
const read = (...names: string[]) =>
  readAuthority({ file: 'units.yaml', text: stringify(names.map((name) => ({ name, kind }))) });
const slugsOf = (...names: string[]) => read(...names).map(({ slug }) => slug);

describe('the address of a unit', () => {
  test.each([
    ['市民政局', 'shi-min-zheng-ju'],
    ['绿化局', 'lv-hua-ju'],
    ['市大数据局/市信息中心（A区）', 'shi-da-shu-ju-ju-shi-xin-xi-zhong-xin-a-qu'],
    ['../../etc/passwd', 'e-t-c-p-a-s-s-w-d'],
    ['Ａ１局 #?%:\\.', 'a-1-ju'],
    ['é局', 'e-ju'],
    ['𠮷局', 'ju'],
  ])('of %s is made of its sounds alone', (name, slug) => {
    expect(slugsOf(name)).toEqual([slug]);
  });

  test('is a safe and bearable name of a file, whatever the unit is called, or the unit is refused', () => {
    const made: string[] = [];
    const hold = (name: string) => {
      try {
        made.push(...slugsOf(name));
      } catch (error) {
        if (!(error instanceof NoticeError)) throw error;
        expect(error.hint).not.toBe('');
      }
      expect(made.at(-1) ?? 'a').toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    };
    for (const name of [...HOSTILE, '局'.repeat(5000)]) hold(`${name}局`);
    fc.assert(fc.property(anyText, hold));
    expect(made.length).toBeGreaterThan(50);
    expect(Math.max(...made.map(({ length }) => length))).toBeLessThan(120);
  });

  test('is told apart by a number where two sound the same, and is that of the first otherwise', () => {
    expect(read('市政局', '市证局', '市郑局').map(({ name, slug }) => [name, slug])).toEqual([
      ['市政局', 'shi-zheng-ju'],
      ['市证局', 'shi-zheng-ju-2'],
      ['市郑局', 'shi-zheng-ju-3'],
    ]);
    expect(new Set(slugsOf(`${'甲'.repeat(200)}乙`, `${'甲'.repeat(200)}丙`)).size).toBe(2);
  });

  test.each([
    ['……', 'has no sound'],
    ['👨‍👩‍👧', 'is no name'],
    ['市民政局、市教委', 'is no name'],
    [' 市民政局', 'is no name'],
    ['市民\n政局', 'is no name'],
    ['市民\u202e政局', 'is no name'],
  ])('is not made for %j', (name, message) => {
    expect(() => read(name)).toThrow(message);
  });
});

describe('the folder of a notice', () => {
  test.each(['yfbf-2022-34', 'a', '2022'])('may be called %s', (id) => {
    expect(() => checkNoticeId(id, 'seeds')).not.toThrow();
  });
  test.each(['units', 'data', '404', 'Yfbf', '渝府办发', 'a b', 'a.b', '..', 'a--b', '-a', 'a/b', 'a'.repeat(101), ''])(
    'may not be called %j',
    (id) => {
      expect(() => checkNoticeId(id, 'seeds')).toThrow(NoticeError);
    },
  );
});
