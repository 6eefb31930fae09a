import { GRADES, type Grade } from './grades.ts';

/** What of the annex is asked for, and in which order; absent means all. The names are those of the address. */
export interface AnnexView {
  /** A unit's slug, or `kind-1` for all units of a kind, as on the page of units. */
  unit?: string;
  role?: 'lead' | 'support' | 'responsible';
  section?: number;
  /** `2022-08`, `ongoing`, or `open` for a deadline that is not to be known. */
  due?: string;
  /** `printed`: all three cells; else at least one cell of this grade. */
  status?: Grade;
  /** Also the rows that may match, by a cell that is open or may be missing. */
  maybe?: true;
  /** Within each section; absent means as printed. */
  sort?: 'due' | 'lead';
}

const oneOf = <T extends string>(value: string | null, ...known: T[]): T | undefined =>
  known.find((name) => name === value);

const matching = (value: string | null, form: RegExp): string | undefined =>
  value !== null && form.test(value) ? value : undefined;

/** Reads a view from an address or a form; what it does not know, it leaves out. */
export function readView(params: URLSearchParams): AnnexView {
  const section = matching(params.get('section'), /^[1-9]\d?$/);
  const view = {
    unit: matching(params.get('unit'), /^[a-z0-9.-]{1,100}$/),
    role: oneOf(params.get('role'), 'lead', 'support', 'responsible'),
    section: section === undefined ? undefined : Number(section),
    due: matching(params.get('due'), /^(?:\d{4}-(?:0[1-9]|1[0-2])|ongoing|open)$/),
    status: oneOf(params.get('status'), ...GRADES),
    maybe: params.has('maybe') ? true : undefined,
    sort: oneOf(params.get('sort'), 'due', 'lead'),
  };
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined)) as AnnexView;
}

/** The query of an address that shows a view, `?` included; empty for the whole annex. */
export function writeView({ maybe, ...view }: AnnexView): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) params.set(name, String(value));
  if (maybe) params.set('maybe', '1');
  return params.size > 0 ? `?${params}` : '';
}
