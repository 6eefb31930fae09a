import type { RecordSource, SearchRecord } from './model.ts';

/** All records at hand: a notice is 40 kB of text, so looking at every one is exact and instant. */
export const scan = (records: readonly SearchRecord[]): RecordSource => ({
  candidates: () => Promise.resolve(records),
});
