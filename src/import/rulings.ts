import type { LineRange } from '../notice/model.ts';
import { NoticeError, type Place } from '../notice/problem.ts';
import { readYamlList, type YamlFile } from '../notice/yaml.ts';

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

/**
 * That a person held every row of a page of the annex against its task: no task and no lead is missing, and
 * each lead stands at its own task. Nothing in the text shows it, and without it nothing that is counted off
 * down the page is certain.
 */
export interface PageRuling {
  /** First and last line of the page in the seed. */
  lines: LineRange;
  /** Digest of those lines: the ruling holds for this text alone. */
  text: string;
  /** In Chinese, fit to show to a reader. */
  reason: string;
  place: Place;
}

/** What a person settled of a notice, by what it is about. */
export interface Rulings {
  cells: Ruling[];
  pages: PageRuling[];
}

export const NO_RULINGS: Rulings = { cells: [], pages: [] };

/** Hex digits of a page's digest. */
export const DIGEST_LENGTH = 12;

const CELL_KEYS = ['row', 'column', 'is', 'not', 'from', 'lines', 'reason'];
const PAGE_KEYS = ['complete', 'lines', 'text', 'reason'];

/** The keys and values of a ruling. @throws NoticeError when it is no map or has other keys */
function mapOf(value: unknown, place: Place): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) {
    throw new NoticeError('a ruling is not a map', `Give it ${CELL_KEYS.join(', ')}.`, place);
  }
  const keys = 'complete' in value ? PAGE_KEYS : CELL_KEYS;
  const strange = Object.keys(value).find((key) => !keys.includes(key));
  if (strange) throw new NoticeError(`a ruling has a key "${strange}"`, `Known keys are ${keys.join(', ')}.`, place);
  return value as Record<string, unknown>;
}

const isLine = (line: unknown): line is number => Number.isInteger(line) && Number(line) > 0;

function checkPage({ complete, lines, text, reason }: Record<string, unknown>, place: Place): PageRuling {
  const fail = (what: string, hint: string): never => {
    throw new NoticeError(what, hint, place);
  };
  if (complete !== 'lead') fail('a ruling has an unknown complete:', 'Write complete: lead.');
  const [from, to, ...more] = Array.isArray(lines) ? (lines as unknown[]) : [];
  if (!isLine(from) || !isLine(to) || from > to || more.length > 0) {
    return fail(
      'the ruling on a page names no lines',
      'Write lines: [43, 83] with the first and last line of the page.',
    );
  }
  if (typeof text !== 'string' || !new RegExp(`^[0-9a-f]{${DIGEST_LENGTH}}$`, 'u').test(text)) {
    return fail(
      `the ruling on lines ${from} to ${to} has no digest of their text`,
      `Write text: with the ${DIGEST_LENGTH} hexadecimal digits that the import gives for the page, in quotation marks.`,
    );
  }
  if (typeof reason !== 'string' || reason.trim() === '') {
    return fail(
      `the ruling on lines ${from} to ${to} gives no reason`,
      'Write reason: in Chinese, fit to show to a reader.',
    );
  }
  return { lines: [from, to], text, reason: reason.trim(), place };
}

function checkCell({ row, column, is, not, from, lines, reason }: Record<string, unknown>, place: Place): Ruling {
  const fail = (what: string, hint: string): never => {
    throw new NoticeError(what, hint, place);
  };
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
  if (!Array.isArray(lines) || lines.length === 0 || !lines.every(isLine)) {
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

/** Reads `rulings.yaml`. @throws NoticeError on a ruling that lacks what its kind needs, or that stands twice */
export function readRulings(file: YamlFile): Rulings {
  const rulings: Rulings = { cells: [], pages: [] };
  for (const { value, place } of readYamlList(file)) {
    const map = mapOf(value, place);
    if (!('complete' in map)) {
      rulings.cells.push(checkCell(map, place));
      continue;
    }
    const page = checkPage(map, place);
    if (rulings.pages.some(({ text }) => text === page.text)) {
      throw new NoticeError(`a second ruling on the text ${page.text}`, 'Keep one of the two.', place);
    }
    rulings.pages.push(page);
  }
  return rulings;
}
