import { diskProblem } from '../../src/disk/disk-problem.ts';
import { NoticeError } from '../../src/notice/problem.ts';

/** What Astro's errors hold for the user. */
interface AstroError extends Error {
  hint: string | undefined;
  loc: { file?: string; line?: number; column?: number } | undefined;
}

const isAstroError = (error: Error): error is AstroError => 'hint' in error && 'loc' in error;

/** An error in words, where it is meant for the user: ours (also a build's own copy of the class), Astro's, the disk's. */
function told(thrown: unknown): string | undefined {
  const error = diskProblem(thrown);
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'NoticeError') return (error as NoticeError).format();
  if (!isAstroError(error)) return undefined;
  const { message, hint, loc: { file, line, column } = {} } = error;
  const place = file ? `${file}${line ? `:${line}:${column ?? 1}` : ''}: ` : '';
  return new NoticeError(`${place}${message}`, hint ?? 'Mend it, then run the command again.').format();
}

/**
 * Runs a command line. What is meant for the user is told with its place and what to do, and the exit code is 1;
 * anything else is a defect and keeps its stack.
 */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const words = told(error);
    if (words === undefined) throw error;
    console.error(words);
    process.exitCode = 1;
  }
}
