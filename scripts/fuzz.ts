/**
 * `npm run fuzz -- --cases 20000 --seed 1`: spoils the notice in as many ways, and judges what the import makes of it.
 *
 * Prints for each class how many cases were taken and refused, and what went wrong; `--case 17` judges one alone and
 * shows it. Fails when anything went wrong.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { classOf, type FuzzCase, fuzzCase } from '../src/import/flattened/fuzz/cases.ts';
import { type Judgement, VERDICTS } from '../src/import/flattened/fuzz/judge.ts';

/** A case that takes longer, by the clock, never ends; other work on the machine counts in. */
const NEVER = 120_000;

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    /** How many bytes a case may add; the import takes two megabytes. */
    room: { type: 'string', default: '1900000' },
    case: { type: 'string' },
  },
});

const cases = fc.sample(fuzzCase, { numRuns: Number(values.cases), seed: Number(values.seed) });
const todo = values.case === undefined ? [...cases.keys()] : [Number(values.case)];
const judged = new Map<number, Judgement>();

/** Starts a worker. */
async function start(): Promise<Worker> {
  const worker = new Worker(new URL('lib/fuzz-worker.ts', import.meta.url), {
    workerData: { room: Number(values.room) },
  });
  await new Promise((ready) => worker.once('message', ready));
  return worker;
}

/** Has a worker judge a case; one that never ends is stopped, and so is its worker. */
function ask(worker: Worker, tried: FuzzCase): Promise<Judgement | Error | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), NEVER);
    const end = (answer: Judgement | Error) => {
      clearTimeout(timer);
      worker.off('error', end);
      worker.off('message', end);
      resolve(answer);
    };
    worker.on('message', end);
    worker.on('error', end);
    worker.postMessage(tried);
  });
}

async function work(): Promise<void> {
  let worker = await start();
  for (let index = todo.shift(); index !== undefined; index = todo.shift()) {
    const answer = await ask(worker, cases[index] as FuzzCase);
    if (answer && !(answer instanceof Error)) {
      judged.set(index, answer);
      continue;
    }
    const what = answer ? answer.message : `no end within ${NEVER / 1000} s`;
    judged.set(index, { outcome: 'refused', seconds: 0, wrong: [{ verdict: answer ? 'crash' : 'hang', what }] });
    await worker.terminate();
    worker = await start();
  }
  await worker.terminate();
}

await Promise.all(Array.from({ length: Number(values.jobs) }, work));

const classes = Map.groupBy(
  [...judged].sort(([a], [b]) => a - b),
  ([index]) => classOf(cases[index] as FuzzCase),
);
const widths = [22, 7, 7, 8, ...VERDICTS.map(() => 6), 9];
const row = (cells: (string | number)[]) =>
  cells
    .map((cell, column) =>
      column === 0 ? String(cell).padEnd(widths[0] ?? 0) : String(cell).padStart(widths[column] ?? 0),
    )
    .join('');
const figures = (name: string, all: [number, Judgement][]) => [
  name,
  all.length,
  ...(['taken', 'refused'] as const).map(
    (outcome) => all.filter(([, judgement]) => judgement.outcome === outcome).length,
  ),
  ...VERDICTS.map((verdict) => all.filter(([, { wrong }]) => wrong.some((each) => each.verdict === verdict)).length),
  Math.max(0, ...all.map(([, { seconds }]) => seconds)).toFixed(2),
];
console.log(row(['class', 'cases', 'taken', 'refused', ...VERDICTS, 'slowest']));
for (const [name, all] of [...classes].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(row(figures(name, all)));
console.log(row(figures('all', [...judged])));
const wrong = [...judged].filter(([, judgement]) => judgement.wrong.length > 0).sort(([a], [b]) => a - b);
for (const [index, judgement] of wrong) {
  const tried = cases[index] as FuzzCase;
  console.log(`case ${index}: ${[...tried.spoils, tried.encoding].join(', ')}`);
  for (const { verdict, what } of judgement.wrong.slice(0, 5)) console.log(`  ${verdict}: ${what}`);
}
console.log(
  `seed ${values.seed}, ${judged.size} cases, ${Math.round(process.resourceUsage().maxRSS / 1000)} MB at most`,
);
if (wrong.length > 0) process.exitCode = 1;
