/** The columns of the annex that say who and when, in printed order. */
export const COLUMNS = ['lead', 'support', 'deadline'] as const;

/** What heads them. */
export const COLUMN_NAMES = { lead: '牵头单位', support: '配合单位', deadline: '完成时限' } as const;
