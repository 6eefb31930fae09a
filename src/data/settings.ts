import type { z } from 'astro/zod';
import { LineCounter, parseDocument } from 'yaml';
import { columnOf, NoticeError } from '../notice/problem.ts';

/**
 * Reads a YAML file of settings.
 *
 * @param file its path, for errors; @param text what it says
 * @param schema what may stand in it
 * @throws NoticeError with the line of the first thing that may not
 */
export function readSettings<Schema extends z.ZodType>(file: string, text: string, schema: Schema): z.output<Schema> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const stop = (message: string, hint: string, offset: number): never => {
    const { line, col } = counter.linePos(offset);
    const excerpt = text.split('\n')[line - 1] ?? '';
    throw new NoticeError(message, hint, { file, line, column: columnOf(excerpt, col - 1), excerpt });
  };
  const [error] = document.errors;
  if (error) stop(`this is not YAML: ${error.message.split('\n')[0]}`, 'Mend the line.', error.pos[0]);
  const result = schema.safeParse(document.toJS() ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (!issue) throw result.error;
  // A key that is not known stands under the thing that holds it; what is missing stands nowhere.
  const unknown = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] as string] : issue.path;
  const offset = unknown.reduceRight<number | undefined>((found, _, index) => {
    const node = document.getIn(unknown.slice(0, index + 1), true) as { range?: [number, number, number] } | undefined;
    return found ?? node?.range?.[0];
  }, undefined);
  return stop(
    `${unknown.join('.') || 'the file'}: ${issue.message}`,
    'README, “Make it yours”, lists what may stand here.',
    offset ?? 0,
  );
}
