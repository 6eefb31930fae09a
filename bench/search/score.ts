/** What an engine gave for a query: addresses, and those among them that are answers rather than places of the text. */
export interface Given {
  urls: string[];
  answers: string[];
}

export interface Score {
  engine: string;
  runs: number;
  recall: number;
  precision: number;
  /** Runs for which a place is missing or wrong. */
  wrong: { run: string; missing: string[]; extra: string[] }[];
}

/** Holds what an engine gave for each run against the places that contain it. */
export function score(
  engine: string,
  runs: readonly string[],
  given: readonly Given[],
  placesOf: (run: string) => Set<string>,
): Score {
  let right = 0;
  let due = 0;
  let shown = 0;
  const wrong: Score['wrong'] = [];
  runs.forEach((run, index) => {
    const places = placesOf(run);
    const { urls = [], answers = [] } = given[index] ?? {};
    const textual = new Set(urls.filter((url) => places.has(url) || !answers.includes(url)));
    const missing = [...places].filter((url) => !textual.has(url));
    const extra = [...textual].filter((url) => !places.has(url));
    right += places.size - missing.length;
    due += places.size;
    shown += textual.size;
    if (missing.length > 0 || extra.length > 0) wrong.push({ run, missing, extra });
  });
  return { engine, runs: runs.length, recall: right / due, precision: shown === 0 ? 1 : right / shown, wrong };
}

/** The middle and the 90th hundredth of some times. */
export function times(values: readonly number[]): { median: number; p90: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const rounded = (value: number) => Math.round(value * 10) / 10;
  return { median: rounded(at(0.5)), p90: rounded(at(0.9)) };
}
