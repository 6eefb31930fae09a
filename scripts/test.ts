/**
 * `npm test`: unit tests and the build beside each other, for a build works on one core and leaves the other idle; then
 * the end-to-end tests, on what was built. Ends with 1 where any of them fails.
 */
import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';

/** Runs a command, its output held back until `before` has ended; resolves whether it succeeded. */
async function succeeds(command: string, args: string[], before?: Promise<unknown>): Promise<boolean> {
  const running = spawn(command, args, { stdio: ['ignore', before ? 'pipe' : 'inherit', 'inherit'] });
  const ended = new Promise<boolean>((resolve) => {
    running.on('close', (code) => resolve(code === 0));
    running.on('error', () => resolve(false));
  });
  if (running.stdout) {
    const output = await buffer(running.stdout);
    await before;
    process.stdout.write(output);
  }
  return ended;
}

const npmRun = (script: string) => succeeds('npm', ['run', '-s', script]);

/** The unit tests read what the import puts in place, and so come after it. */
async function tested(): Promise<boolean> {
  if (!(await npmRun('import'))) return false;
  const unit = npmRun('test:unit');
  const passed = await Promise.all([unit, succeeds(process.execPath, ['scripts/build.ts'], unit)]);
  return passed.every(Boolean) && (await npmRun('test:e2e'));
}

process.exitCode = (await tested()) ? 0 : 1;
