import { parentPort, workerData } from 'node:worker_threads';
import type { FuzzCase } from '../../src/import/flattened/fuzz/cases.ts';
import { judgeOf } from '../../src/import/flattened/fuzz/judge.ts';
import { rulingsText, seedLines, units } from '../../src/import/flattened/seed-testing.ts';
import { readRulings } from '../../src/import/rulings.ts';

/** Judges the cases that it is sent, one after the other. */
const rulings = readRulings({ file: 'rulings.yaml', text: rulingsText });
const judge = judgeOf({ id: 'yfbf-2022-34', file: 'seed.txt', lines: seedLines, units, rulings }, workerData.room);
parentPort?.on('message', (tried: FuzzCase) => parentPort?.postMessage(judge(tried)));
parentPort?.postMessage('ready');
