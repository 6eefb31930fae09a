/** The annex's column heads, in printed order (seed line 38). */
export const COLUMN_HEADS = ['重点任务', '具体工作', '牵头单位', '配合单位', '完成时限'] as const;
