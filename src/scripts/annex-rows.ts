import type { CellStatus } from '../notice/model.ts';
import type { RowFacts } from '../views/annex-match.ts';

/** A row of the annex as it stands in the page. */
export interface AnnexRow {
  element: HTMLTableRowElement;
  /** `13-8` */
  id: string;
  facts: RowFacts;
  leadText: string;
}

const slugsIn = (cell: HTMLElement, within: string) =>
  [...cell.querySelectorAll<HTMLAnchorElement>(`${within} a[href*="/units/"]`)].map(
    ({ pathname }) => pathname.split('/').at(-2) ?? '',
  );

const words = (text: string | undefined) => text?.split(' ').filter(Boolean) ?? [];

const statusOf = (cell: HTMLElement): CellStatus =>
  (['open', 'inferred'] as const).find((status) => cell.querySelector(`.mark.${status}`)) ?? 'printed';

const isUnknown = (cell: HTMLElement): boolean => statusOf(cell) === 'open' && !cell.querySelector('.candidate');

/** Reads a row's facts from its cells: units from their links, months from `data-due` and `data-maybe-due`. */
export function readRow(element: HTMLTableRowElement): AnnexRow {
  const [, , lead, support, deadline] = element.cells;
  if (!lead || !support || !deadline) throw new Error(`${element.id} is no row of the annex`);
  const id = element.id.slice(2);
  return {
    element,
    id,
    leadText: lead.querySelector('.value')?.textContent ?? '',
    facts: {
      section: Number.parseInt(id, 10),
      lead: slugsIn(lead, '.value'),
      support: slugsIn(support, '.value'),
      maybeSupport: slugsIn(support, '.candidate'),
      due: words(element.dataset['due']),
      maybeDue: words(element.dataset['maybeDue']),
      unknown: { support: isUnknown(support), deadline: isUnknown(deadline) },
      statuses: { lead: statusOf(lead), support: statusOf(support), deadline: statusOf(deadline) },
    },
  };
}

/** A cell in words, with its grade unless it is printed: `市民政局【推定】`, `【待核】可能是：甲｜乙`. */
function cellWords(cell: HTMLElement): string {
  const text = (of: Element) => (of.firstElementChild?.matches('.unseen') ? '——' : (of.textContent ?? '').trim());
  const status = statusOf(cell);
  if (status === 'open') {
    const candidates = [...cell.querySelectorAll('.candidate')].map(text);
    return candidates.length > 0 ? `【待核】可能是：${candidates.join('｜')}` : '【待核】原件此格未能录出';
  }
  const value = cell.querySelector('.value');
  return (value ? text(value) : '') + (status === 'inferred' ? '【推定】' : '');
}

/** Rows as lines of tab-separated words, for a spreadsheet or a message. */
export function rowsAsText(rows: readonly AnnexRow[]): string {
  const lines = rows.map(({ element, id }) => {
    const [, task, ...cells] = element.cells;
    return [`任务${id}`, task?.textContent?.trim() ?? '', ...cells.map(cellWords)].join('\t');
  });
  return [['任务', '具体工作', '牵头单位', '配合单位', '完成时限'].join('\t'), ...lines].join('\n');
}

/**
 * Takes the given rows, in their order, out of the published CSV.
 *
 * @throws when the file does not hold one of them
 */
export function csvOf(published: string, rows: readonly AnnexRow[]): string {
  const [head, ...records] = published.split('\r\n');
  const byTask = new Map(records.map((record) => [/^"任务([\d-]+)"/u.exec(record)?.[1], record]));
  const picked = rows.map(({ id }) => {
    const record = byTask.get(id);
    if (record === undefined) throw new Error(`The published CSV holds no row ${id}`);
    return record;
  });
  return [head, ...picked, ''].join('\r\n');
}
