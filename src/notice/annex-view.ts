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

/** Reads a view from an address or a form; what it does not know, it leaves out. */
export function readView(params: URLSearchParams): AnnexView {
  const section = Number(params.get('section'));
  const view = {
    unit: params.get('unit') || undefined,
    role: oneOf(params.get('role'), 'lead', 'support', 'responsible'),
    section: Number.isInteger(section) && section > 0 ? section : undefined,
    due: params.get('due') || undefined,
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
