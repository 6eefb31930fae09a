import { NoticeError } from '../../src/notice/problem.ts';
import { importNotices } from './import-notices.ts';

/** Imports as the command line does, without a process: how it ends, and all that it says. */
export async function imported(project: { seeds: string; content: string }, ...args: string[]) {
  const lines: string[] = [];
  const tell = (words: string) => lines.push(words);
  try {
    await importNotices(args, project, tell);
    return { status: 0, said: lines.join('\n'), error: '' };
  } catch (thrown) {
    if (!(thrown instanceof NoticeError)) throw thrown;
    const error = thrown.format();
    return { status: 1, said: [...lines, error].join('\n'), error };
  }
}
