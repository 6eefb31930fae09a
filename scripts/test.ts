/**
 * `npm test`: unit tests and the build beside each other, for a build works on one core and leaves the other idle; then
 * the end-to-end tests, on what was built. Ends with 1 where any of them fails.
 */
import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';

/** Runs one of the project's scripts, its output held back until `before` has ended; resolves whether it succeeded. */
async function npmRun(script: string, before?: Promise<unknown>): Promise<boolean> {
  const running = spawn('npm', ['run', '-s', script], { stdio: ['ignore', before ? 'pipe' : 'inherit', 'inherit'] });
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

const unit = npmRun('test:unit');
const passed = await Promise.all([unit, npmRun('build', unit)]);
process.exitCode = passed.every(Boolean) && (await npmRun('test:e2e')) ? 0 : 1;
