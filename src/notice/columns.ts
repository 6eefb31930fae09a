/** The columns of the annex that say who and when, in printed order. */
export const COLUMNS = ['lead', 'support', 'deadline'] as const;

/** The same, and who answers for a task where the notice says neither lead nor support. */
export type Column = (typeof COLUMNS)[number] | 'responsible';

/** What heads them. */
export const COLUMN_NAMES = {
  lead: '牵头单位',
  support: '配合单位',
  responsible: '责任单位',
  deadline: '完成时限',
} as const;
