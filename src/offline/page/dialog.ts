import type { NoticeData } from '../../notice/model.ts';
import { element } from '../../search/browser/dom.ts';
import { briefingFile } from '../briefing.ts';
import type { Edition } from '../edition.ts';
import { type Shown, shownOn } from './shown.ts';

async function fetchJson<T>(address: string | undefined): Promise<T> {
  const response = await fetch(address ?? '');
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json() as Promise<T>;
}

function download(title: string, text: string): void {
  const link = element('a', { download: `${title.replace(/[\\/:*?"<>|]/gu, ' ')}.html` });
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/html' }));
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The reader's own day, as an ISO date. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** A box for each row, ticked: what is unticked stays out of the file. */
function rowBoxes({ tasks }: Shown, data: NoticeData): HTMLElement[] {
  const textOf = new Map(data.tasks.map(({ id, text }) => [id, text]));
  return tasks.map((id) =>
    element(
      'label',
      { class: 'row' },
      element('input', { type: 'checkbox', name: 'row', value: id, checked: '' }),
      ` ${id}　${textOf.get(id) ?? ''}`,
    ),
  );
}

/**
 * Asks for a title and for the rows to take, then makes one file of what the page shows. Nothing leaves the browser.
 *
 * @param button carries the addresses of the notice's data and of the build's edition
 */
export async function openExport({ dataset }: HTMLElement): Promise<void> {
  const [data, edition] = await Promise.all([
    fetchJson<NoticeData>(dataset['notice']),
    fetchJson<Edition>(dataset['edition']),
  ]);
  const shown = shownOn(data);
  const title = element('input', { id: 'export-title', name: 'title', value: shown.title, required: '' });
  const said = element('p', { role: 'status' });
  const form = element(
    'form',
    { method: 'dialog' },
    element('h2', { id: 'export-heading' }, '导出为离线文件'),
    element('p', {}, element('label', { for: title.id }, '标题'), title),
    element('fieldset', {}, element('legend', {}, `任务 ${shown.tasks.length} 项`), ...rowBoxes(shown, data)),
    said,
    element('button', { value: 'save' }, '导出'),
    ' ',
    element('button', { value: '', formnovalidate: '' }, '取消'),
  );
  const dialog = element('dialog', { class: 'export', 'aria-labelledby': 'export-heading' }, form);
  form.addEventListener('submit', (event) => {
    if (event.submitter?.getAttribute('value') !== 'save') return;
    const picked = new FormData(form).getAll('row').map(String);
    const briefing = { ...shown.briefing(picked), title: title.value.trim() };
    if (briefing.groups.length + (briefing.clauses?.length ?? 0) + (briefing.others?.length ?? 0) === 0) {
      event.preventDefault();
      said.textContent = '没有选中任何内容，不能导出。';
      return;
    }
    download(briefing.title, briefingFile(data, briefing, { ...edition, built: today() }));
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
