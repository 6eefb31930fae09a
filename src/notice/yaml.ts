import { LineCounter, parseDocument } from 'yaml';
import { columnOf, NoticeError, type Place } from './problem.ts';

/** A file of the seed folder and what it says, for errors that point into it. */
export interface YamlFile {
  file: string;
  text: string;
}

/** Reads a YAML list and gives each item with its place. @throws NoticeError on bad YAML or when it is no list. */
export function readYamlList({ file, text }: YamlFile): { value: unknown; place: Place }[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lines = text.split('\n');
  const placeOf = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    const excerpt = lines[line - 1] ?? '';
    return { file, line, column: columnOf(excerpt, col - 1), excerpt };
  };
  const [error] = document.errors;
  if (error) {
    throw new NoticeError(`this is not YAML: ${error.message.split('\n')[0]}`, 'Mend the line.', placeOf(error.pos[0]));
  }
  const items: unknown = document.toJS();
  if (items === null) return [];
  if (!Array.isArray(items)) {
    throw new NoticeError('the file is not a list', 'Write each entry as an item that begins with "- ".', placeOf(0));
  }
  return items.map((value: unknown, index) => {
    const node = document.getIn([index], true) as { range?: [number, number, number] } | undefined;
    return { value, place: placeOf(node?.range?.[0] ?? 0) };
  });
}
