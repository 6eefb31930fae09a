/**
 * Loaded before a program (`node --import`): makes the nth call of a function of `node:fs` kill the process or fail, as
 * `FAULT` says: `renameSync:2:kill`, `writeFileSync:3:ENOSPC`.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [name = '', nth, what = ''] = (process.env['FAULT'] ?? '').split(':');
const functions = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
const real = functions[name];
if (!real) throw new Error(`FAULT names no function of node:fs: ${process.env['FAULT']}`);
let left = Number(nth);
functions[name] = (...args) => {
  left -= 1;
  if (left !== 0) return real(...args);
  if (what === 'kill') process.kill(process.pid, 'SIGKILL');
  throw Object.assign(new Error(`${what}: made to fail`), { code: what, path: String(args[0]) });
};
syncBuiltinESMExports();
