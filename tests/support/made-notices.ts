import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The one real notice, of which all others here are made. */
const REAL = join('seeds', 'yfbf-2022-34');

/** A notice of another year and other words. */
export interface MadeNotice {
  id: string;
  /** The year of its plan, which all its dates fall in. */
  year: number;
  /** As in 渝府办发〔2022〕34号. */
  number: string;
  /** `2023年1月3日` */
  dated: string;
  /** `2023-01-05` */
  published: string;
  /** Pairs of words that change places, wherever the notice says them. */
  swaps?: [string, string][];
}

interface Received {
  text: string;
  rulings: string;
}

function read(): Received {
  const file = readdirSync(REAL).find((name) => name.endsWith('.txt')) ?? '';
  return {
    text: readFileSync(join(REAL, file), 'utf8'),
    rulings: readFileSync(join(REAL, 'rulings.yaml'), 'utf8'),
  };
}

const swapped = (text: string, [one, other]: [string, string]) =>
  text
    .split(one)
    .map((piece) => piece.replaceAll(other, one))
    .join(other);

/** The rulings on pages bound to a text that says other words on the same lines. */
function bind(rulings: string, text: string): string {
  const lines = text.split('\n');
  return rulings.replace(/lines: \[(\d+), (\d+)\]\n {2}text: "\w+"/gu, (_, from: string, to: string) => {
    const page = lines.slice(Number(from) - 1, Number(to)).join('\n');
    const digest = createHash('sha256').update(page).digest('hex').slice(0, 12);
    return `lines: [${from}, ${to}]\n  text: "${digest}"`;
  });
}

/** A plan of another year with its annex and its rulings. */
function plan({ year, number, dated, published, swaps = [] }: MadeNotice, real: Received): Received {
  const [text = '', rulings = ''] = [real.text, real.rulings].map((words) =>
    swaps
      .reduce(swapped, words)
      .replace('2022年3月12日', dated)
      .replace('2022-03-21', published)
      .replace('渝府办发〔2022〕34号', number)
      .replaceAll('2022年', `${year}年`)
      // The day of issue is no date of the plan.
      .replace(dated.replace(/^\d+/u, String(year)), dated),
  );
  return { text, rulings: bind(rulings, text) };
}

/** A notice that is text alone: the first sections of the real one, no annex, no tasks, no deadlines. */
function textAlone({ number, dated, published }: MadeNotice, real: Received): Received {
  const [body = ''] = real.text.split('\n六、');
  const text = body
    .replaceAll('2022年重庆市政务服务工作要点', '重庆市政务服务办理规范')
    .replace('2022年3月12日', dated)
    .replace('2022-03-21', published)
    .replace('渝府办发〔2022〕34号', number);
  return { text: `${text}\n`, rulings: '' };
}

/** Writes the folder of one notice as it would have been received. */
function write(seeds: string, id: string, { text, rulings }: Received): void {
  const folder = join(seeds, id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'notice.txt'), text);
  if (rulings !== '') writeFileSync(join(folder, 'rulings.yaml'), rulings);
}

/** Makes a folder of seeds anew: the real notice, and the files that all notices share. */
function startSeeds(seeds: string): void {
  rmSync(seeds, { recursive: true, force: true });
  mkdirSync(seeds, { recursive: true });
  for (const entry of readdirSync('seeds')) {
    const shared = entry.endsWith('.yaml') || join('seeds', entry) === REAL;
    if (shared) cpSync(join('seeds', entry), join(seeds, entry), { recursive: true });
  }
}

/**
 * Three notices: the real one; the next year's plan, issued later under an id that sorts before it, where two units
 * and two words have changed places; and the newest, which is text alone.
 */
export function writeThree(seeds: string): void {
  const real = read();
  startSeeds(seeds);
  const later: MadeNotice = {
    id: 'yfbf-2022-124',
    year: 2023,
    number: '渝府办发〔2022〕124号',
    dated: '2023年1月3日',
    published: '2023-01-05',
    swaps: [
      ['市民政局', '市司法局'],
      ['一网通办', '全渝通办'],
    ],
  };
  const newest: MadeNotice = {
    id: 'bgt-2023-9',
    year: 2023,
    number: '渝府办发〔2023〕9号',
    dated: '2023年6月1日',
    published: '2023-06-05',
  };
  write(seeds, later.id, plan(later, real));
  write(seeds, newest.id, textAlone(newest, real));
}

/** As many notices as asked for: the real one, and plans of the years before it, all of its size. */
export function writeMany(seeds: string, count: number): void {
  const real = read();
  startSeeds(seeds);
  for (let at = 1; at < count; at++) {
    const year = 2022 - at;
    const made = { number: `渝府办发〔${year}〕34号`, dated: `${year}年3月12日`, published: `${year}-03-21` };
    const id = `yfbf-${year}-34`;
    write(seeds, id, plan({ id, year, ...made }, real));
  }
}
