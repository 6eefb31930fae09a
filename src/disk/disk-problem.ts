import { constants } from 'node:os';
import { NoticeError } from '../notice/problem.ts';

/** What the codes of the operating system mean, and what to do about each. */
const MEANINGS: Record<string, [what: string, help: string]> = {
  ENOSPC: ['the disk is full', 'Free some space, then run the command again.'],
  EDQUOT: ['the disk quota is used up', 'Free some space, then run the command again.'],
  EACCES: ['you have no right to it', 'Give yourself the right to write there, or run the command as who has it.'],
  EPERM: ['the system forbids it', 'Give yourself the right to write there, or run the command as who has it.'],
  EROFS: ['the disk is read-only', 'Mount it for writing, or work in a copy of the project elsewhere.'],
  ENOENT: ['it is not there', 'Restore it, and leave the folder alone while the command runs.'],
  ENOTDIR: ['a file stands where a folder should be', 'Move that file away, or name another place.'],
  EEXIST: ['a file stands where a folder should be', 'Move that file away, or name another place.'],
  EISDIR: ['a folder stands where a file should be', 'Move that folder away, or name another place.'],
  EBUSY: ['it is in use, or a disk of its own', 'Build to a folder of the project, and copy the site from there.'],
  EXDEV: ['it lies on another disk', 'Build to a folder of the project, and copy the site from there.'],
  EMFILE: ['too many files are open', 'Close other programs, or raise the limit (ulimit -n).'],
  EIO: ['the disk fails to read or write', 'Check the disk.'],
};

/** The code of an operating system's error; programs that are not Node's say its number alone, as `(os error 28)`. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const [, number] = /\(os error (\d+)\)/u.exec(error.message) ?? [];
  const [named] = Object.entries(constants.errno).find(([, value]) => value === Number(number)) ?? [];
  const code = 'code' in error ? String(error.code) : '';
  return [code, named].find((each) => each !== undefined && each in MEANINGS);
}

/** Whether an error is the operating system's, about a file or a disk. */
export const isDiskError = (error: unknown): boolean => codeOf(error) !== undefined;

/**
 * An error of the operating system in words: which file, what happened, what to do.
 *
 * @param error one that `isDiskError`; the rest comes back as it is
 * @param path the file or folder as the user knows it, where that is another than the error's own
 */
export function diskProblem(error: unknown, path?: string): unknown {
  const code = codeOf(error);
  const [what, help] = MEANINGS[code ?? ''] ?? [];
  if (!what || !help) return error;
  const place = path ?? (error as NodeJS.ErrnoException).path;
  return new NoticeError(`${place ? `${place}: ` : ''}${what} (${code})`, help);
}
