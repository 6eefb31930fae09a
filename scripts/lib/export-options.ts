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

export type ExportOptions = { kind: 'all' } | { kind: 'site'; out: string } | BriefingOptions;

const HELP = `npm run export                                  全部离线文件，写入 dist/offline/
  npm run export -- --unit 市民政局 [--role 牵头] [--month 2022-10] [--section 13]
                    [--rows 13-8,13-9] [--title 标题] --out brief.html
  npm run export -- --site out.zip                整站，可从硬盘打开`;

const text = { type: 'string' } as const;

/**
 * Reads the arguments of `npm run export`.
 *
 * @throws NoticeError on an unknown argument, or a briefing without a place to write it to
 */
export function readExportOptions(args: string[]): ExportOptions {
  const { out, site, rows, ...asked } = parse(args);
  const filters = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const narrows = rows !== undefined || Object.keys(filters).length > 0;
  if (site !== undefined) {
    if (narrows || out !== undefined) throw new NoticeError('--site 输出整站，不能与其他参数同用', HELP);
    return { kind: 'site', out: site };
  }
  if (!narrows && out === undefined) return { kind: 'all' };
  if (out === undefined) throw new NoticeError('没有指明写到哪个文件', '加上 --out brief.html。');
  return { kind: 'briefing', out, ...filters, ...(rows === undefined ? {} : { rows: rows.split(/[,，、\s]+/) }) };
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
  };
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new NoticeError(error instanceof Error ? error.message : String(error), HELP);
  }
}
