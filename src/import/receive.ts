import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { addressPart, plainSound } from '../notice/address-parts.ts';
import type { NoticeHead } from '../notice/model.ts';
import { NoticeError } from '../notice/problem.ts';
import type { YamlFile } from '../notice/yaml.ts';
import { isSource } from './sources/read-file.ts';

/** Name and bytes of a file. */
export type NamedBytes = [name: string, bytes: Uint8Array];

/** The sources of a folder, by name. */
export const sourcesIn = (folder: string): NamedBytes[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isSource(entry.name))
    .map(({ name }): NamedBytes => [name, readFileSync(join(folder, name))])
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** The files of one notice as somebody hands them in. */
export interface Received {
  /** What they were called: the folder, or the file without its ending. */
  name: string;
  files: NamedBytes[];
  /** `notice.yaml`, where it was handed in beside them. */
  given?: YamlFile;
  /** The one in their folder, where none was handed in. */
  beside?: YamlFile | undefined;
  /** The folder of the seeds that they stand in already. */
  id?: string;
}

/** The name of the file that says what the text of a notice does not print. */
export const GIVEN = 'notice.yaml';

const givenAt = (file: string | undefined): Pick<Received, 'given'> =>
  file !== undefined && existsSync(file) ? { given: { file, text: readFileSync(file, 'utf8') } } : {};

const stem = (path: string) => basename(path).replace(/\.[^.]+$/u, '');

/**
 * The notices that paths name: a folder is one notice; files named together are one where their names begin alike, or
 * only one of them can hold a whole notice.
 * @throws NoticeError where nothing is there, or nothing that can be a source
 */
export function receivedAt(paths: readonly string[], seeds: string): Received[] {
  const folders: Received[] = [];
  const files: string[] = [];
  const given: string[] = [];
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) throw new NoticeError(`there is no ${path}`, 'Name a file, or a folder with the files of one notice.');
    if (stat.isFile()) {
      if (basename(path) === GIVEN) given.push(path);
      else files.push(path);
      continue;
    }
    const found = sourcesIn(path);
    if (found.length === 0)
      throw new NoticeError(
        `${path} holds no file that can be a notice`,
        'Put the notice there as .docx, .html, .txt or .pdf; a table may stand beside it as .xlsx or .csv.',
      );
    const inSeeds = dirname(resolve(path)) === resolve(seeds);
    folders.push({
      name: basename(resolve(path)),
      files: found,
      ...(inSeeds ? { id: basename(resolve(path)) } : givenAt(join(path, GIVEN))),
    });
  }
  const isTable = (path: string) => /\.(?:csv|xlsx)$/iu.test(path);
  const whole = files.filter((path) => !isTable(path));
  const groups = whole.length === 1 ? [files] : [...Map.groupBy(files, stem).values()];
  if (given.length > 0 && (groups.length !== 1 || given.length > 1))
    throw new NoticeError(
      `${given.join(', ')} must belong to one notice`,
      'Hand the files of one notice in with it: npm run import -- 通知.docx notice.yaml.',
    );
  return [
    ...folders,
    ...groups
      .filter((group) => group.length > 0)
      .map((group): Received => {
        const first = group.find((path) => !isTable(path)) ?? (group[0] as string);
        return {
          name: stem(first),
          files: group.map((path): NamedBytes => [basename(path), readFileSync(path)]),
          ...givenAt(given[0]),
          ...(given.length === 0 ? { beside: givenAt(join(dirname(first), GIVEN)).given } : {}),
        };
      }),
  ];
}

const sounds = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).map(plainSound).filter(Boolean);
const initials = (text: string): string =>
  sounds(text)
    .map((sound) => (/^\d/u.test(sound) ? sound : (sound[0] ?? '')))
    .join('');

/**
 * The id of a new notice: the name that it was received under where that may stand in an address, else made of its
 * number (渝府办发〔2022〕34号 is `yfbf-2022-34`), else of its title and date.
 */
export function proposeId(
  name: string,
  { number, title, dated }: Pick<NoticeHead, 'number' | 'title' | 'dated'>,
): string {
  if (/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/u.test(name)) return name;
  const [, body = '', year = '', count = ''] =
    /^(.*?)[〔[（(【]?((?:19|20)\d\d)[〕\]）)】]?(?:第)?(\d+)号?$/u.exec((number ?? '').normalize('NFKC')) ?? [];
  if (body !== '') return `${initials(body)}-${year}-${count}`;
  const words = addressPart([
    initials(
      title
        .replace(/^.*?关于(?:印发)?/u, '')
        .replace(/[《》]/gu, '')
        .slice(0, 12),
    ),
  ]);
  return [words || 'notice', ...(dated === null ? [] : [dated.slice(0, 4)])].join('-');
}

/**
 * Holds a new notice against what is in the seeds already.
 * @returns whether the very same files stand there
 * @throws NoticeError where another notice has the id
 */
export function standsAlready(seeds: string, id: string, files: readonly NamedBytes[]): boolean {
  const folder = join(seeds, id);
  if (!existsSync(folder)) return false;
  const there = sourcesIn(folder);
  const same =
    there.length === files.length &&
    there.every(([name, bytes]) => files.some(([other, own]) => other === name && Buffer.compare(bytes, own) === 0));
  if (same) return true;
  throw new NoticeError(
    `${folder}/ is there already, with other files`,
    `Put the new files there yourself and run npm run import, or choose another name: npm run import -- --id <name> <files>.`,
  );
}
