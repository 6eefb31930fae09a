import { parseArgs } from 'node:util';
import { NoticeError } from '../../src/notice/problem.ts';

/** What a briefing is to hold; absent means all. */
export interface BriefingOptions {
  kind: 'briefing';
  out: string;
  notice?: string;
  unit?: string;
  role?: string;
  section?: string;
  month?: string;
  rows?: string[];
  title?: string;
}

export type ExportOptions = { kind: 'help' } | { kind: 'site'; out: string } | BriefingOptions;

export const HELP = `npm run export -- --unit 市民政局 [--role 牵头] [--month 2022-10] [--section 13]
                  [--rows 13-8,13-9] [--title 标题] [--notice yfbf-2022-34] --out brief.html
npm run export -- --site out.zip    the whole site, to open from a disk`;

/** What to do about options that say nothing or too much, in a line. */
const ADVICE = 'Write npm run export -- --unit 市民政局 --out brief.html; --help lists all options.';

const text = { type: 'string' } as const;

/**
 * Reads the arguments of `npm run export`.
 *
 * @throws NoticeError on an argument that is unknown, empty or given twice, or a briefing without a place to write it to
 */
export function readExportOptions(args: string[]): ExportOptions {
  const { out, site, rows, help, ...asked } = readValues(args);
  if (help) return { kind: 'help' };
  const filters = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const narrows = rows !== undefined || Object.keys(filters).length > 0;
  if (site !== undefined) {
    if (narrows || out !== undefined)
      throw new NoticeError('--site is the whole site and goes with no other option', ADVICE);
    return { kind: 'site', out: site };
  }
  if (!narrows && out === undefined) throw new NoticeError('nothing is asked for', ADVICE);
  if (out === undefined) throw new NoticeError('there is no file named to write to', 'Add --out brief.html.');
  const numbers = rows && [...new Set(rows.split(/[,，、\s]+/).filter((row) => row !== ''))];
  if (numbers?.length === 0) throw new NoticeError('--rows names no task', 'Write --rows 13-8,13-9.');
  return { kind: 'briefing', out, ...filters, ...(numbers ? { rows: numbers } : {}) };
}

/** The values of the options, each given once and not empty. */
function readValues(args: string[]) {
  const { values, tokens } = parse(args);
  const options = tokens.filter((token) => token.kind === 'option');
  const twice = options.find(({ name }, at) => options.findIndex((option) => option.name === name) < at);
  if (twice) throw new NoticeError(`${twice.rawName} is given twice`, 'Give it once; run the command for each.');
  const empty = options.find(({ value }) => value?.trim() === '');
  if (empty) throw new NoticeError(`${empty.rawName} is empty`, ADVICE);
  return values;
}

function parse(args: string[]) {
  const options = {
    out: text,
    site: text,
    rows: text,
    notice: text,
    unit: text,
    role: text,
    section: text,
    month: text,
    title: text,
    help: { type: 'boolean', short: 'h' } as const,
  };
  try {
    return parseArgs({ args, options, tokens: true });
  } catch (error) {
    throw new NoticeError(error instanceof Error ? error.message : String(error), ADVICE);
  }
}
