import { yearOf } from '../../notice/months.ts';

/** Items by the year that a date of theirs begins with, in the order they come in. */
export const byYear = <T>(items: readonly T[], dateOf: (item: T) => string | null): { year: string; items: T[] }[] =>
  [...Map.groupBy(items, (item) => yearOf(dateOf(item)))].map(([year, items]) => ({
    year,
    items,
  }));
