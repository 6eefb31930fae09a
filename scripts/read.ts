/**
 * `npm run read -- [--data DIR] <file or folder>…`: reads notices in whatever form they are, and says what was found.
 *
 * Each path is one notice. With `--data` the published data of each notice that is taken is written to
 * `DIR/data/<id>.json`; of one that is refused nothing is written. `seeds/` and `content/` stay as they are.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatFinding } from '../src/import/finding.ts';
import { contextOf, importNamed, sourcesAt } from '../src/import/folder.ts';
import { published } from '../src/import/publish.ts';
import type { Imported } from '../src/import/result.ts';
import { NoticeError } from '../src/notice/problem.ts';
import { SEEDS } from '../src/places.ts';
import { run } from './lib/run.ts';

function summary({ head, sections, tasks, account }: Imported): string {
  const { title, number, issuer, place, dated, published: date } = head;
  const { total, discarded } = account.characters;
  return [
    `  ${number ?? 'no number'}  ${title}`,
    `  ${issuer}, ${place ?? 'no place'}, dated ${dated ?? 'nowhere'}, published ${date ?? 'nowhere'}`,
    `  ${sections.length} sections, ${tasks.length} tasks; ${total} characters, ${discarded} of them left out:`,
    ...account.discarded.map(({ text, line, reason }) => `    line ${line}: ${text.slice(0, 60)} (${reason})`),
  ].join('\n');
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { data: { type: 'string' } } });
  if (positionals.length === 0)
    throw new NoticeError('no notice is named', 'Write npm run read -- <file or folder>…, a notice a path.');
  const context = contextOf(SEEDS);
  const refused: string[] = [];
  for (const path of positionals) {
    const { id, files } = sourcesAt(path);
    const { notice, findings } = await importNamed(id, files, context);
    const isTaken = notice !== undefined && !findings.refused;
    console.log(`${id}: ${isTaken ? 'taken' : 'refused'}`);
    if (notice) console.log(summary(notice));
    for (const finding of findings.all) console.log(formatFinding(finding));
    if (!isTaken) refused.push(id);
    else if (values.data !== undefined) {
      mkdirSync(join(values.data, 'data'), { recursive: true });
      const data = published(notice, context.book.entries);
      writeFileSync(join(values.data, 'data', `${id}.json`), `${JSON.stringify(data, null, 1)}\n`);
    }
  }
  const { proposed } = context.book;
  if (proposed.length > 0)
    console.log(
      `${proposed.length} units are not in units.yaml: ${proposed.map(({ name, place }) => `${name} (${place ?? '–'})`).join('、')}`,
    );
  if (refused.length > 0)
    throw new NoticeError(
      `${refused.length} of ${positionals.length} notices are refused: ${refused.join(', ')}`,
      'What stands above says where and what to do.',
    );
}

await run(main);
