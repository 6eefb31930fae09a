/**
 * `npm run faults`: kills import, build and export at moments spread over their run, and lets the disk and other
 * programs get in their way; after each, what stood before stands there byte for byte, or the new in whole, and who
 * fails says so in one clear error. Works on copies in `.faults/`; prints its figures; ends with 1 where one fails.
 *
 * `-- --kills 30` sets how many kills. Faults that need a mount or another user are left out, and said to be, where
 * that is not allowed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeMany } from '../support/made-notices.ts';
import { hashOf } from '../support/tree.ts';

const FOLDER = '.faults';
const SEEDS = join(FOLDER, 'seeds');
const CONTENT = join(FOLDER, 'disk', 'content');
const DIST = join(FOLDER, 'disk', 'dist');
const OUT = join(FOLDER, 'disk', 'brief.html');
const NOBODY = 65534;
/** Bytes: enough to begin with, too few to end with. */
const ROOM = 12 * 1024;

const { values } = parseArgs({ options: { kills: { type: 'string', default: '30' } } });
const root = process.getuid?.() === 0;

interface Command {
  name: string;
  /** What it makes. */
  target: string;
  args: string[];
  /** Changes what it reads, so that its next run makes something else than the last. */
  change(turn: number): Record<string, string>;
}

const COMMANDS: Command[] = [
  {
    name: 'import',
    target: CONTENT,
    args: ['scripts/import.ts'],
    change: (turn) => {
      writeMany(SEEDS, 1 + (turn % 2));
      return {};
    },
  },
  {
    name: 'build',
    target: DIST,
    args: ['scripts/build.ts'],
    change: (turn) => ({ SITE: `https://${turn}.example` }),
  },
  {
    name: 'export',
    target: OUT,
    args: ['scripts/export.ts', '--section', '1', '--out', OUT],
    change: (turn) => ({ SITE: `https://${turn}.example` }),
  },
];

const env = (more: Record<string, string>) => ({
  ...process.env,
  SEEDS,
  CONTENT,
  DIST,
  SOURCE_DATE_EPOCH: '1700000000',
  ...more,
});

interface Ended {
  status: number | null;
  words: string;
}

const run = ({ args }: Command, more: Record<string, string>, node: string[] = [], uid?: number): Ended => {
  const { status, stdout, stderr } = spawnSync('node', [...node, ...args], { env: env(more), encoding: 'utf8', uid });
  return { status, words: stdout + stderr };
};

let failures = 0;
let judged = 0;
function tell(fine: boolean, what: string): void {
  if (!fine) failures += 1;
  console.log(`${fine ? 'ok  ' : 'FAIL'} ${what}`);
}

/** The state that a run makes, and how long it takes. */
function whole(command: Command, turn: number): { hash: string; time: number } {
  const start = performance.now();
  const { status, words } = run(command, command.change(turn));
  if (status !== 0) throw new Error(`${command.name} fails by itself:\n${words}`);
  return { hash: hashOf(command.target), time: performance.now() - start };
}

/** The states before and after a kill, and which one the killed run was to make. */
interface Killed {
  before: string;
  turn: number;
  after: string;
}

/** Runs a command and kills it after a time; sooner where it was done by then. */
async function killAt(command: Command, delay: number, known: string[]): Promise<Killed> {
  const before = hashOf(command.target);
  const turn = known.indexOf(before) === 0 ? 1 : 0;
  const child = spawn('node', command.args, { env: env(command.change(turn)), stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), delay);
  const [, signal] = await once(child, 'exit');
  clearTimeout(timer);
  return signal === null ? killAt(command, delay * 0.8, known) : { before, turn, after: hashOf(command.target) };
}

/** Kills a command's runs at moments spread evenly over the time that one takes. */
async function kill(command: Command, times: number): Promise<void> {
  const states = [whole(command, 0), whole(command, 1)];
  const known = states.map(({ hash }) => hash);
  const time = Math.min(...states.map((state) => state.time));
  const counted = { old: 0, new: 0 };
  for (let at = 0; at < times; at++) {
    const { before, turn, after } = await killAt(command, ((at + 0.5) / times) * time, known);
    if (after === before) counted.old += 1;
    else if (after === known[turn]) counted.new += 1;
    else tell(false, `${command.name}, kill ${at + 1}: neither the old state nor the new one`);
  }
  const again = whole(command, 0);
  tell(
    again.hash === known[0],
    `${command.name}: ${times} kills over ${(time / 1000).toFixed(1)} s: the old state whole ${counted.old} times, ` +
      `the new one ${counted.new}; the next run is as any other`,
  );
}

/** One error with what to do, no stack; what stood there stands there. */
function judge(fault: string, command: Command, before: string, { status, words }: Ended): void {
  judged += 1;
  const errors = words.match(/^error: .*$/gmu) ?? [];
  const clear = status === 1 && errors.length === 1 && /^ {2}help: /mu.test(words) && !/^\s+at .*:\d+/mu.test(words);
  const stays = hashOf(command.target) === before;
  tell(clear && stays, `${fault}: ${command.name}: ${errors[0] ?? `code ${status}, no clear error`}`);
  if (!clear) console.log(words.split('\n').slice(-15).join('\n'));
  if (!stays) console.log('     what stood there has changed');
}

const mount = (...args: string[]): boolean => root && spawnSync('mount', args).status === 0;
const disk = resolve(FOLDER, 'disk');

/** Moves what there is to a small disk of its own while `work` runs. */
function onDisk(options: string, work: (() => void) | undefined, name: string): void {
  const aside = join(FOLDER, 'aside');
  renameSync(disk, aside);
  mkdirSync(disk);
  const mounted = mount('-t', 'tmpfs', '-o', options, 'tmpfs', disk);
  try {
    if (!mounted) console.log(`--   ${name}: left out, no disk may be mounted here`);
    else if (spawnSync('cp', ['-a', `${aside}/.`, disk]).status !== 0)
      throw new Error(`${name}: no room to begin with`);
    else work?.();
  } finally {
    if (mounted) spawnSync('umount', [disk]);
    rmSync(disk, { recursive: true });
    renameSync(aside, disk);
  }
}

/** Runs each command under a fault and judges it. */
function each(
  fault: string,
  prepare: (command: Command) => { more?: Record<string, string>; node?: string[]; uid?: number; undo?: () => void },
): void {
  for (const command of COMMANDS) {
    const changed = command.change(1);
    const { more = {}, node = [], uid, undo } = prepare(command);
    const before = hashOf(command.target);
    try {
      judge(fault, command, before, run(command, { ...changed, ...more }, node, uid));
    } finally {
      undo?.();
    }
  }
}

/** As much as is there, and a little: no room for a second state. */
function fullDisk(): void {
  const used = Number(spawnSync('du', ['-sk', disk], { encoding: 'utf8' }).stdout.split('\t')[0]);
  onDisk(
    `size=${used + 600}k`,
    () => {
      const filler = join(disk, 'filler');
      spawnSync('sh', ['-c', `cat /dev/zero > ${filler}`]);
      each('full disk', () => ({}));
      truncateSync(filler, statSync(filler).size - ROOM);
      each('disk that fills up', () => ({}));
    },
    'full disk',
  );
}

function readOnlyDisk(): void {
  onDisk(
    'size=100m',
    () => {
      mount('-o', 'remount,ro', disk);
      each('read-only disk', () => ({}));
    },
    'read-only disk',
  );
}

function noRights(): void {
  if (!root) {
    chmodSync(disk, 0o555);
    each('no rights', () => ({}));
    chmodSync(disk, 0o755);
    return;
  }
  each('no rights', () => ({ uid: NOBODY }));
}

/** A file where a folder should be, and a folder where the export's file should be. */
function fileInPlace(): void {
  each('a file in place of a folder', ({ name, target }) => {
    const aside = `${target}.aside`;
    renameSync(target, aside);
    if (name === 'export') mkdirSync(target);
    else writeFileSync(target, 'a file');
    return {
      undo: () => {
        rmSync(target, { recursive: true });
        renameSync(aside, target);
      },
    };
  });
}

/** Every command reads what another program takes away under it. */
function vanished(): void {
  const preload = ['--import', resolve('tests/faults/at-call.ts')];
  each('what it reads vanishes', ({ name }) => ({
    node: preload,
    more: { FAULT: `readFileSync:${name === 'import' ? 'units.yaml' : 'tasks.json'}:ENOENT` },
  }));
}

/** Another import, or build, is at work. */
async function lockHeld(): Promise<void> {
  const hold = `
    import { lock } from ${JSON.stringify(resolve('src/disk/lock.ts'))};
    lock(${JSON.stringify(CONTENT)});
    console.log('held');
    setInterval(() => {}, 1000);
  `;
  const child = spawn('node', ['--input-type=module', '--eval', hold], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  for (const command of COMMANDS.filter(({ name }) => name !== 'export')) {
    const before = hashOf(command.target);
    judge('another is at work', command, before, run(command, command.change(1)));
  }
  child.kill('SIGKILL');
  await once(child, 'exit');
  const { status } = run(COMMANDS[0] as Command, {});
  tell(status === 0, 'another was killed at work: import runs');
}

// What a run that was killed left mounted.
if (root) spawnSync('umount', [disk]);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(disk, { recursive: true });
const [imports, builds, exports] = COMMANDS as [Command, Command, Command];
const third = Math.ceil(Number(values.kills) / 3);
for (const command of [imports, builds, exports]) {
  if (command === builds) whole(imports, 0);
  await kill(command, third);
}
fullDisk();
readOnlyDisk();
noRights();
fileInPlace();
vanished();
await lockHeld();
if (existsSync(FOLDER)) rmSync(FOLDER, { recursive: true });
console.log(
  `${third * 3} kills, ${judged} runs under faults: ${failures === 0 ? 'no failure' : `${failures} failures`}`,
);
process.exitCode = failures === 0 ? 0 : 1;
