import { NoticeError } from './problem.ts';

/** What the site keeps for itself at its root and under `data/` and `offline/`. */
const TAKEN = [
  ...['404', 'about', 'compare', 'data', 'deadlines', 'edition', 'index', 'notices', 'offline', 'pagefind', 'search'],
  ...['unit', 'units'],
];
const PART = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** File systems take 255 bytes a name; what tells two parts of one beginning apart comes behind. */
const LONGEST = 100;

/** Toneless syllables or letters as a part of an address that is safe in every address, file name and pattern. */
export function addressPart(sounds: readonly string[]): string {
  let part = '';
  for (const sound of sounds) {
    const longer = part === '' ? sound : `${part}-${sound}`;
    if (sound === '' || longer.length > LONGEST) continue;
    part = longer;
  }
  return part;
}

/** A sound of a name as plain letters and digits; nothing of what has none. */
export const plainSound = (sound: string): string =>
  sound
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/**
 * Holds the name of a notice's folder, which is its id, against what may stand in an address.
 * @throws NoticeError where it may not
 */
export function checkNoticeId(id: string, folder: string): void {
  const advice = 'Name the folder with small Latin letters, digits and single hyphens, such as yfbf-2022-34.';
  if (!PART.test(id) || id.length > LONGEST) {
    throw new NoticeError(`${JSON.stringify(`${folder}/${id}`)} cannot stand in an address`, advice);
  }
  if (TAKEN.includes(id)) throw new NoticeError(`the site has a page of its own at /${id}/`, advice);
}
