import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { NoticeError } from '../notice/problem.ts';
import { diskProblem, isDiskError } from './disk-problem.ts';
import { lock, placeOf, unlock } from './lock.ts';

/**
 * Writing that is all or nothing. A folder is made anew beside its place, under `.<name>.next`, and put there whole by
 * two renames: what stands there goes to `.<name>.last`, the new one comes in. No system call of Node swaps two
 * folders in one step, so a process can die between the two; then the folder is missing and `.last` is whole, and
 * whoever opens the folder next puts it back (`recover`). `.next` is never anything but rubbish of a run that died:
 * what is to be deleted gets that name first.
 */
const beside = (target: string, kind: 'next' | 'last') => join(dirname(target), `.${basename(target)}.${kind}`);

const standing = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false });

/**
 * Puts a folder back that a process set aside and then died, and clears away what it left behind.
 *
 * @param target under the lock of the caller
 */
function recover(target: string): void {
  const last = beside(target, 'last');
  if (!existsSync(target)) {
    if (existsSync(last)) renameSync(last, target);
  } else if (existsSync(last)) {
    remove(target);
  }
  rmSync(beside(target, 'next'), { recursive: true, force: true });
}

/** Deletes what was set aside; under the name of rubbish, so that a half of it is never taken for the whole. */
function remove(target: string): void {
  const rubbish = beside(target, 'next');
  rmSync(rubbish, { recursive: true, force: true });
  renameSync(beside(target, 'last'), rubbish);
  rmSync(rubbish, { recursive: true, force: true });
}

/** Clears away now what the next run clears away otherwise, or says why it can't. */
function ifPossible(clear: () => void): void {
  try {
    clear();
  } catch (error) {
    if (!isDiskError(error)) throw error;
  }
}

/** A folder being made anew. */
export interface Staging {
  /** Where to make it: an empty folder. */
  folder: string;
  /** Puts it into its place. @throws NoticeError when that fails; what stood there stands there */
  finish(): void;
}

/** What this process has begun to make; a finished one is no more where it was begun. */
const unfinished = new Set<string>();
process.once('exit', () => {
  for (const folder of unfinished) ifPossible(() => rmSync(folder, { recursive: true, force: true }));
});

/**
 * Makes a whole folder anew: the caller fills `folder`, then calls `finish`. Until then, and whatever happens, what
 * stands there stays; the process holds its lock until it ends, and deletes what it did not finish.
 *
 * @param at the folder; its parent is made
 * @param accepts whether a folder that stands there may be replaced, by the names in it
 * @throws NoticeError when another process is at work on it, something else stands there, or nothing can be written
 */
export function stage(at: string, accepts: (names: string[]) => boolean): Staging {
  const target = placeOf(at);
  const folder = beside(target, 'next');
  try {
    mkdirSync(dirname(target), { recursive: true });
    lock(target);
    recover(target);
    const there = standing(target);
    if (there && !(there.isDirectory() && accepts(readdirSync(target)))) {
      throw new NoticeError(
        `${at} is ${there.isDirectory() ? 'a folder with other things in it' : 'a file'}, which would be lost`,
        'Move it away, or name another folder.',
      );
    }
    if (there) accessSync(target, constants.W_OK);
    mkdirSync(folder);
  } catch (error) {
    throw diskProblem(error);
  }
  unfinished.add(folder);
  return { folder, finish: () => swap(target) };
}

function swap(target: string): void {
  const last = beside(target, 'last');
  const replaces = existsSync(target);
  try {
    if (replaces) renameSync(target, last);
    try {
      renameSync(beside(target, 'next'), target);
    } catch (error) {
      if (replaces) renameSync(last, target);
      throw error;
    }
  } catch (error) {
    throw diskProblem(error);
  }
  if (replaces) ifPossible(() => remove(target));
}

/**
 * Puts a folder back where a run died between the two steps of putting its own in place; else does nothing. For who
 * reads the folder and holds no lock.
 *
 * @returns whether the folder is there
 */
export function putBack(folder: string): boolean {
  const target = placeOf(folder);
  if (!existsSync(target) && existsSync(beside(target, 'last'))) {
    lock(target);
    recover(target);
    unlock(target);
  }
  return existsSync(target);
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/**
 * Writes one file, whole or not at all, and the folders that it needs. A pipe or a device is written to as it is.
 *
 * @throws NoticeError where that may not be; what stands there stays
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const target = placeOf(path);
  const folder = dirname(target);
  const next = join(folder, `.${basename(target)}.${process.pid}.next`);
  try {
    const there = standing(path);
    if (there && !there.isFile() && !there.isDirectory()) {
      writeFileSync(path, content);
      return;
    }
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) {
      const [left, pid] = /^\.(.+)\.(\d+)\.next$/u.exec(name)?.slice(1) ?? [];
      if (left === basename(target) && !alive(Number(pid))) rmSync(join(folder, name), { force: true });
    }
    writeFileSync(next, content);
    renameSync(next, target);
  } catch (error) {
    ifPossible(() => rmSync(next, { force: true }));
    throw diskProblem(error, path);
  }
}
