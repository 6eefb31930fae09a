import { ROLES } from './duties.ts';

/** The columns of the annex that say who and when, in printed order. */
export const COLUMNS = ['lead', 'support', 'deadline'] as const;

/** All that any notice may have: who answers for a task too, where it says neither lead nor support. */
export const ALL_COLUMNS = [...ROLES, 'deadline'] as const;
export type Column = (typeof ALL_COLUMNS)[number];

/** The heads of the annex, as printed (seed line 38 of 渝府办发〔2022〕34号). */
export const ANNEX_HEADS = ['重点任务', '具体工作', '牵头单位', '配合单位', '完成时限'] as const;

/** What heads the columns. */
export const COLUMN_NAMES: Record<Column, string> = {
  lead: '牵头单位',
  support: '配合单位',
  responsible: '责任单位',
  deadline: '完成时限',
};
