/**
 * `npm run import`: makes `content/` from `seeds/`. With paths of new notices it copies their files into a folder of
 * `seeds/` first.
 *
 * - `--id <name>`: the folder and address of the one new notice
 * - `--check`: writes nothing, and fails when `content/` is not what the seeds make
 * - `--strict`: refuses units that are not in the authority file, and everyday words that no notice holds
 * - `--accept`: takes `units.proposed.yaml` over into `units.yaml`
 */
import { CONTENT, SEEDS } from '../src/folders.ts';
import { importNotices } from './lib/import-notices.ts';
import { run } from './lib/run.ts';

await run(() => importNotices(process.argv.slice(2), { seeds: SEEDS, content: CONTENT }, console.log));
