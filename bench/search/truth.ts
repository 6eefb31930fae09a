import type { NoticeData } from '../../src/notice/model.ts';
import { toNumeral } from '../../src/notice/numerals.ts';

/** As the annex prints them over its columns. */
const COLUMN_HEADS = ['重点任务', '具体工作', '牵头单位', '配合单位', '完成时限'];

/** A stretch of the notice and the place that each of its characters belongs to. */
interface Stretch {
  text: string;
  /** Where each place begins: a run belongs to the place that it begins in. */
  places: { from: number; url: string }[];
}

const QUOTES = /[\s“”‘’"'「」『』《》〈〉]/gu;

/** The bench's own reading of what makes no difference; the search has another of its own. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(QUOTES, '');

/** Everything that the notice says, place by place, read from the published data and from nothing of the search. */
function stretchesOf({ notice, sections, tasks, units }: NoticeData): Stretch[] {
  const one = (url: string, ...texts: (string | null)[]): Stretch[] =>
    texts.filter((text) => text !== null).map((text) => ({ text, places: [{ from: 0, url }] }));
  const day = (date: string) => date.split('-').map(Number);
  const [year, month, date] = day(notice.dated ?? '');
  const cover = one(
    `${notice.id}/`,
    notice.title,
    notice.number,
    notice.issuer,
    `${year}年${month}月${date}日`,
    `发布日期:${notice.published}`,
    notice.disclosure && `（${notice.disclosure}）`,
    notice.addressees?.text ?? null,
    notice.opening?.text ?? null,
    notice.planTitle,
    notice.preamble?.text ?? null,
    notice.annexLine?.text ?? null,
    notice.attachment,
  );
  const body = sections.map(({ number, title, clauses }): Stretch => {
    const parts = [
      { text: `${toNumeral(number)}、${title}。`, url: `${notice.id}/section/${number}/` },
      ...clauses.map(({ id, text }) => ({ text, url: `${notice.id}/section/${number}/#c-${id}` })),
    ];
    const places: Stretch['places'] = [];
    let text = '';
    for (const part of parts) {
      places.push({ from: plain(text).length, url: part.url });
      text += part.text;
    }
    return { text, places };
  });
  const rows = tasks.flatMap(({ id, text, lead, support, deadline }) =>
    one(
      `${notice.id}/task/${id}/`,
      text,
      ...[lead, support, deadline].flatMap((cell) => (cell.text === null ? (cell.candidates ?? []) : [cell.text])),
    ),
  );
  return [
    ...cover,
    ...one(`${notice.id}/annex/`, '附件', notice.annexTitle, ...COLUMN_HEADS),
    ...body,
    ...rows,
    ...units.flatMap(({ slug, name }) => one(`units/${slug}/`, name)),
  ];
}

export interface Truth {
  /** Every distinct run of 1 to 6 characters, as printed. */
  runs: string[];
  /** The places that contain a run. */
  placesOf(run: string): Set<string>;
}

const LONGEST = 6;

export function truthOf(data: NoticeData): Truth {
  const stretches = stretchesOf(data).map((stretch) => ({ ...stretch, plain: plain(stretch.text) }));
  const runs = new Set<string>();
  for (const { text, places } of stretches) {
    // The name of a unit is a place to find, but no text of the notice where that prints it in a list with others.
    if (places.some(({ url }) => url.startsWith('units/'))) continue;
    for (let from = 0; from < text.length; from++) {
      for (let length = 1; length <= LONGEST && from + length <= text.length; length++) {
        const run = text.slice(from, from + length);
        if (plain(run) !== '') runs.add(run);
      }
    }
  }
  return {
    runs: [...runs],
    placesOf: (run) => {
      const wanted = plain(run);
      const found = new Set<string>();
      for (const { plain: text, places } of stretches) {
        for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
          const place = places.findLast(({ from }) => from <= at);
          if (place) found.add(place.url);
        }
      }
      return found;
    },
  };
}
