import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CORPUS, importText } from './testing.ts';

const texts = readdirSync(CORPUS)
  .filter((name) => !name.includes('.') && !['broken', 'yuchuan-2023-40-gbk', 'jiangzhou-2023-52'].includes(name))
  .flatMap((id) =>
    readdirSync(join(CORPUS, id))
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(join(CORPUS, id, name), 'utf8')),
  );

/** Changes as files suffer them, and signs that patterns are made of. */
const change = fc.tuple(
  fc.constantFrom('drop', 'double', 'swap', 'join', 'cut', 'insert'),
  fc.nat(),
  fc.constantFrom('[', '(重+)+', '（', '”', '\t', '|', '𠮷', '\u2066', '第一条', '一、', '附件', '2023年4月6日', '：'),
);

function changed(text: string, changes: [string, number, string][]): string {
  const lines = text.split('\n');
  for (const [kind, seed, sign] of changes) {
    const at = seed % lines.length;
    const line = lines[at] ?? '';
    const middle = seed % (line.length + 1);
    if (kind === 'drop') lines.splice(at, 1);
    else if (kind === 'double') lines.splice(at, 0, line);
    else if (kind === 'swap') lines.splice(at, 2, ...lines.slice(at, at + 2).reverse());
    else if (kind === 'join') lines.splice(at, 2, lines.slice(at, at + 2).join(''));
    else if (kind === 'cut') lines.splice(at, 1, line.slice(0, middle), line.slice(middle));
    else lines[at] = line.slice(0, middle) + sign + line.slice(middle);
  }
  return lines.join('\n');
}

test('whatever befell a text, it is taken with every character booked once, or refused with a place and advice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...texts),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      async (text, changes) => {
        const { notice, told, refused } = await importText(changed(text, changes));
        if (notice && !refused) {
          const { total, ...kinds } = notice.account.characters;
          expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(total);
          for (const { lead, support, responsible } of notice.tasks)
            for (const cell of [lead, support, responsible])
              if (cell?.status === 'printed') expect(cell.text).toBeTruthy();
        } else expect(told.some((line) => /^error: [\s\S]*notice\.txt:\d+:\d+[\s\S]*help: /u.test(line))).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
