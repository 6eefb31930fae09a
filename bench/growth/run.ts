/**
 * `npm run bench:growth`: what further notices of the real one's size cost. Builds sites of 1, 5 and 50 notices (or of
 * the numbers given) in a folder of the system, and prints processor time, megabytes and the weight of each kind of page.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtFiles } from '../../scripts/lib/built-pages.ts';
import { writeMany } from '../../tests/support/made-notices.ts';

/** Kinds of files by their addresses; the first that fits counts, the heaviest of a kind is shown. */
const KINDS: [kind: string, pattern: RegExp][] = [
  ['home', /^\/index\.html$/u],
  ['all notices', /^\/notices\//u],
  ['all deadlines', /^\/deadlines\//u],
  ['all units', /^\/units\/index/u],
  ['unit', /^\/units\/[^/]+\/index/u],
  ['unit, further notice', /^\/units\/[^/]+\/[^/]+\/index/u],
  ['search', /^\/search\/index/u],
  ['search data', /^\/search\//u],
  ['pagefind', /^\/pagefind\//u],
  ['data page', /^\/data\/index/u],
  ['unit data', /^\/data\/units\//u],
  ['notice data', /^\/data\//u],
  ['unit briefing', /^\/offline\/units\//u],
  ['whole notice', /^\/offline\//u],
  ['about', /^\/about\//u],
  ['cover', /^\/[^/]+-34\/index/u],
  ['section', /\/section\//u],
  ['annex', /\/annex\//u],
  ['task', /\/task\//u],
  ['deadlines', /^\/[^/]+-34\/deadlines\//u],
  ['full', /\/full\//u],
  ['source', /\/source\//u],
];

interface Site {
  count: number;
  /** Seconds of processor time of the build, import left out. */
  seconds: number;
  bytes: number;
  kinds: Map<string, { files: number; bytes: number; heaviest: number }>;
}

/** Seconds of processor time of a script and all that it starts, as bash counts them. */
function run(script: string, env: NodeJS.ProcessEnv): number {
  const command = `TIMEFORMAT='%U %S'; time "${process.execPath}" ${script} >/dev/null`;
  const { status, stderr } = spawnSync('bash', ['-c', command], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${script} failed:\n${stderr}`);
  const [user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return user + system;
}

function siteOf(count: number): Site {
  const folder = mkdtempSync(join(tmpdir(), 'growth-'));
  const dist = join(folder, 'dist');
  const env = { ...process.env, SEEDS: join(folder, 'seeds'), CONTENT: join(folder, 'content'), DIST: dist };
  try {
    writeMany(env.SEEDS, count);
    run('scripts/import.ts', env);
    const seconds = run('scripts/build.ts', env);
    const kinds: Site['kinds'] = new Map();
    let bytes = 0;
    for (const file of builtFiles(dist)) {
      const size = statSync(join(dist, file)).size;
      bytes += size;
      const kind = KINDS.find(([, pattern]) => pattern.test(file))?.[0] ?? 'other';
      const known = kinds.get(kind) ?? { files: 0, bytes: 0, heaviest: 0 };
      const heaviest = Math.max(size, known.heaviest);
      kinds.set(kind, { files: known.files + 1, bytes: known.bytes + size, heaviest });
    }
    return { count, seconds, bytes, kinds };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One table of all sites: for each kind its files, their megabytes together and the heaviest in kilobytes. */
function show(sites: Site[]): void {
  const heads = sites.map(({ count }) => `${count} notices: files      MB heaviest kB`.padStart(38)).join('');
  console.log(`\n${'kind'.padEnd(22)}${heads}`);
  for (const kind of [...KINDS.map(([name]) => name), 'other']) {
    const cells = sites.map(({ kinds }) => {
      const { files = 0, bytes = 0, heaviest = 0 } = kinds.get(kind) ?? {};
      const figures = [String(files), (bytes / 1e6).toFixed(2), (heaviest / 1e3).toFixed(1)];
      return figures.map((figure, at) => figure.padStart([22, 8, 8][at] ?? 0)).join('');
    });
    console.log(kind.padEnd(22) + cells.join(''));
  }
}

const asked = process.argv.slice(2).map(Number);
const sites: Site[] = [];
for (const count of asked.length > 0 ? asked : [1, 5, 50]) {
  const site = siteOf(count);
  const [first] = sites;
  const each = first && {
    seconds: (site.seconds - first.seconds) / (count - first.count),
    megabytes: (site.bytes - first.bytes) / 1e6 / (count - first.count),
  };
  console.log(
    `${count} notices: ${site.seconds.toFixed(1)} s of processor time, ${(site.bytes / 1e6).toFixed(1)} MB` +
      (each ? `; each further one ${each.seconds.toFixed(2)} s, ${each.megabytes.toFixed(2)} MB` : ''),
  );
  sites.push(site);
}
show(sites);
