import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { NoticeError, type Place } from '../notice/problem.ts';
import type { YamlFile } from '../notice/yaml.ts';
import { findDate } from './text/dates.ts';

/** What `notice.yaml` says of a notice: what its text does not print. */
export interface Given {
  title?: string;
  number?: string;
  issuer?: string;
  place?: string;
  dated?: string;
  published?: string;
  /** The official address. */
  official?: string;
  /** Whether it is in force, in words: 有效, 已废止. */
  status?: string;
}

/** A day that the calendar has. */
const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/u.test(text) && findDate(text)?.iso === text;
const CHECKS: Record<keyof Given, { fits: (text: string) => boolean; hint: string }> = {
  title: { fits: (text) => text.length > 3, hint: 'Write title: with the title as issued.' },
  number: { fits: (text) => /\d/u.test(text), hint: 'Write number: as issued, such as 渝府办发〔2022〕34号.' },
  issuer: { fits: (text) => /\p{Script=Han}{3}/u.test(text), hint: 'Write issuer: with the full name of the body.' },
  place: { fits: (text) => /\p{Script=Han}{2}/u.test(text), hint: 'Write place: such as 云江市 or 云江市临溪区.' },
  dated: { fits: isDay, hint: 'Write dated: as 2023-05-18.' },
  published: { fits: isDay, hint: 'Write published: as 2023-05-18.' },
  official: {
    fits: (text) => /^https?:\/\/\S+$/u.test(text),
    hint: 'Write official: with the whole address, https://….',
  },
  status: { fits: (text) => /^\p{Script=Han}[^\n]{1,38}$/u.test(text), hint: 'Write status: such as 有效 or 已废止.' },
};

const EXAMPLES = { title: '石泓县2024年重点工作任务分解表', issuer: '石泓县人民政府办公室', dated: '2024-02-20' };

/** What to write, as issued, where a table alone does not tell its notice. */
export const adviceForTable = (file: string, ...keys: (keyof typeof EXAMPLES)[]): string =>
  `Write into a file notice.yaml, as issued and a line each, ${keys
    .map((key) => `"${key}: ${EXAMPLES[key]}"`)
    .join(
      ', ',
    )}; then hand it in with the table: npm run import -- ${file} notice.yaml. A text of the notice beside the table will do too: npm run import -- 通知.docx 附件.xlsx.`;

/**
 * Reads `notice.yaml`.
 * @throws NoticeError with its line on what is no map, a key that is none, or a value that does not fit
 */
export function readGiven({ file, text }: YamlFile): Given {
  const counter = new LineCounter();
  // Dates stay as they are written.
  const document = parseDocument(text, { lineCounter: counter, schema: 'failsafe' });
  const placeOf = (offset = 0): Place => {
    const { line, col } = counter.linePos(offset);
    return { file, line, column: col, excerpt: text.split('\n')[line - 1] ?? '' };
  };
  const [error] = document.errors;
  if (error)
    throw new NoticeError(`this is not YAML: ${error.message.split('\n')[0]}`, 'Mend the line.', placeOf(error.pos[0]));
  if (document.contents === null) return {};
  if (!isMap(document.contents))
    throw new NoticeError('the file is no map', 'Write a line each, such as published: 2023-05-18.', placeOf());
  const given: Given = {};
  for (const { key, value } of document.contents.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const at = placeOf(isScalar(key) ? key.range?.[0] : 0);
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name as keyof Given] : undefined;
    if (!check)
      throw new NoticeError(
        `there is no ${name || 'such key'} in notice.yaml`,
        `Known keys are ${Object.keys(CHECKS).join(', ')}.`,
        at,
      );
    const said = isScalar(value) ? String(value.value) : '';
    if (!check.fits(said)) throw new NoticeError(`${name} does not fit: ${said}`, check.hint, at);
    given[name as keyof Given] = said;
  }
  return given;
}
