import { NoticeError, type Place } from './problem.ts';
import { readYamlList, type YamlFile } from './yaml.ts';

export type OpenColumn = 'support' | 'deadline';

/** What a person settled of one cell where the text alone cannot. */
export interface Ruling {
  row: string;
  column: OpenColumn;
  /** The value that this cell holds; one of the printed ones unless `from` is `document`. */
  is?: string;
  /** A printed value that this cell cannot hold. */
  not?: string;
  /** `document`: the value was read in an official copy, so it may be one that the extraction dropped. */
  from?: 'document';
  /** Lines of the seed that the reason rests on. */
  lines: number[];
  /** In Chinese, fit to show to a reader. */
  reason: string;
  /** Where the ruling stands, for errors. */
  place: Place;
}

const KEYS = ['row', 'column', 'is', 'not', 'from', 'lines', 'reason'];

function checkRuling(value: unknown, place: Place): Ruling {
  const fail = (what: string, hint: string): never => {
    throw new NoticeError(what, hint, place);
  };
  if (typeof value !== 'object' || value === null) return fail('a ruling is not a map', `Give it ${KEYS.join(', ')}.`);
  const raw = value as Record<string, unknown>;
  const strange = Object.keys(raw).find((key) => !KEYS.includes(key));
  if (strange) fail(`a ruling has a key "${strange}"`, `Known keys are ${KEYS.join(', ')}.`);
  const { row, column, is, not, from, lines, reason } = raw;
  if (typeof row !== 'string') return fail('a ruling names no row', 'Write row: with a task id such as 13-8.');
  if (typeof reason !== 'string' || reason.trim() === '') {
    return fail(`the ruling on ${row} gives no reason`, 'Write reason: in Chinese, fit to show to a reader.');
  }
  if (column !== 'support' && column !== 'deadline') {
    return fail(`the ruling on ${row} names no open column`, 'Write column: support or column: deadline.');
  }
  if ((typeof is === 'string') === (typeof not === 'string')) {
    return fail(`the ruling on ${row} settles nothing`, 'Write either is: or not: with a value as printed.');
  }
  if (from !== undefined && from !== 'document')
    return fail(`the ruling on ${row} has an unknown from:`, 'Write from: document, or leave it out.');
  if (!Array.isArray(lines) || lines.length === 0 || !lines.every((line) => Number.isInteger(line) && line > 0)) {
    return fail(
      `the ruling on ${row} names no lines of the seed`,
      'Write lines: [82, 56] with the lines that the reason rests on.',
    );
  }
  return {
    row,
    column,
    ...(typeof is === 'string' ? { is } : {}),
    ...(typeof not === 'string' ? { not } : {}),
    ...(from ? { from } : {}),
    lines: lines as number[],
    reason: reason.trim(),
    place,
  };
}

/** Reads `rulings.yaml`. @throws NoticeError on a ruling without row, column, value, lines or reason */
export function readRulings(file: YamlFile): Ruling[] {
  return readYamlList(file).map(({ value, place }) => checkRuling(value, place));
}
