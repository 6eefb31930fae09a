import { NoticeError } from '../../src/notice/problem.ts';

/**
 * Runs a command line. A NoticeError is told with its place and what to do, and the exit code is 1; anything else is
 * a defect and keeps its stack.
 */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof NoticeError)) throw error;
    console.error(error.format());
    process.exitCode = 1;
  }
}
