/**
 * Loaded before a program (`node --import`): makes a call of a function of `node:fs` kill the process or fail, the nth or
 * the first about a file, as `FAULT` says: `renameSync:2:kill`, `readFileSync:tasks.json:ENOENT`.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [name = '', which = '', what = ''] = (process.env['FAULT'] ?? '').split(':');
const functions = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
const real = functions[name];
if (!real) throw new Error(`FAULT names no function of node:fs: ${process.env['FAULT']}`);
let calls = 0;
functions[name] = (...args) => {
  calls += 1;
  if (calls !== Number(which) && !(Number.isNaN(Number(which)) && String(args[0]).endsWith(which)))
    return real(...args);
  if (what === 'kill') process.kill(process.pid, 'SIGKILL');
  throw Object.assign(new Error(`${what}: made to fail`), { code: what, path: String(args[0]) });
};
syncBuiltinESMExports();
