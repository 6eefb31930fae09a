import { existsSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { NoticeError } from '../notice/problem.ts';
import { diskProblem } from './disk-problem.ts';

/** Result codes of SQLite. */
const BUSY = 5;
const FULL = 13;

/** The locks that this process holds; a lock lasts as long as its connection is kept. */
const held = new Map<string, DatabaseSync>();

/** The absolute path of a file or folder, through a symbolic link, so that a link stays one. */
export const placeOf = (path: string): string => (existsSync(path) ? realpathSync(path) : resolve(path));

const lockOf = (folder: string): string => {
  const place = placeOf(folder);
  return join(dirname(place), `.${basename(place).replace(/^\./u, '')}.lock`);
};

/**
 * Takes the lock of a folder for this process: who writes a folder as a whole, or reads all of it, holds it, and
 * nobody else does at that time.
 *
 * The lock is SQLite's on the empty file `.<name>.lock` beside the folder. The operating system gives it up when the
 * process ends, however it ends: no lock outlives a killed process, and none has to be judged stale. The file stays.
 * What this process holds already it may take again.
 *
 * @throws NoticeError when another process holds it, or the file can't be made
 */
export function lock(folder: string): void {
  const file = lockOf(folder);
  const busy = new NoticeError(
    `another import, build or export is at work on ${folder}`,
    'Wait until it has ended, then run the command again.',
  );
  if (held.has(file)) return;
  try {
    writeFileSync(file, '', { flag: 'a' });
  } catch (error) {
    throw diskProblem(error);
  }
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    const { errcode } = error as { errcode?: number };
    if (errcode === BUSY) throw busy;
    if (errcode === FULL) throw diskProblem(Object.assign(new Error(), { code: 'ENOSPC' }), file);
    throw new NoticeError(`${file} is no lock of this program: ${error}`, 'Delete it.');
  }
  held.set(file, database);
}

/** Gives up the lock of a folder, as the end of the process does. */
export function unlock(folder: string): void {
  const file = lockOf(folder);
  held.get(file)?.close();
  held.delete(file);
}
