/** What axe reports and is right to be left alone: each with its reason. */
export const AXE_IGNORES: { rule: string; reason: string }[] = [];
