const LONGEST = 40;

/** A query as a sentence quotes it; a pasted passage is cut. */
export const quoted = (query: string): string => `“${query.length > LONGEST ? `${query.slice(0, LONGEST)}…` : query}”`;
