import { download } from '../../client/download.ts';
import { fetched, fetchedData } from '../../client/fetched.ts';
import { localDay } from '../../notice/months.ts';
import { adoptStyle, element } from '../../search/client/dom.ts';
import type { Briefing } from '../briefing.ts';
import { trim } from '../trim.ts';
import style from './dialog.css?inline';
import { pickedInWords, pickList } from './rows.ts';
import { shownOn } from './shown.ts';

adoptStyle(style);

/** Where the site is that makes the file, told by the address of its own; nothing for a copy on a disk. */
function siteHere(file: string | undefined): string | undefined {
  const { protocol, href } = new URL('..', new URL(file ?? '', location.href));
  return protocol.startsWith('http') ? href : undefined;
}

const isEmpty = ({ groups, clauses = [], others = [] }: Briefing) =>
  groups.length + clauses.length + others.length === 0;

/**
 * Asks for a title and for the rows to take, then takes all else out of the file of the whole notice. Nothing leaves the browser.
 *
 * @param button carries the addresses of the notice's data, of its file, and of the published site
 */
export async function openExport({ dataset }: HTMLElement): Promise<void> {
  const [data, whole] = await Promise.all([
    fetchedData(dataset['notice']),
    fetched(dataset['file']).then((response) => response.text()),
  ]);
  const shown = shownOn(data);
  const title = element('input', { id: 'export-title', name: 'title', value: shown.title, required: '' });
  const said = element('p', { role: 'status' });
  const form = element(
    'form',
    { method: 'dialog' },
    element('h2', { id: 'export-heading' }, '导出为离线文件'),
    element(
      'p',
      { class: 'note' },
      '生成一个文件，不需网络，双击就能打开，可打印、转发。其中注明来源、日期和各格的确定程度。',
    ),
    element('p', {}, element('label', { for: title.id }, '标题'), title),
    ...pickList('task', '任务', shown.tasks),
    ...pickList('clause', '条文', shown.clauses),
    said,
    element('button', { value: 'save' }, '导出'),
    ' ',
    element('button', { value: '', formnovalidate: '' }, '取消'),
  );
  const dialog = element('dialog', { class: 'export', 'aria-labelledby': 'export-heading' }, form);
  form.addEventListener('submit', (event) => {
    if (event.submitter?.getAttribute('value') !== 'save') return;
    const picked = new FormData(form);
    const [tasks = [], clauses = []] = ['task', 'clause'].map((name) => picked.getAll(name).map(String));
    const { under, ...rest } = shown.briefing(tasks, clauses);
    const by = [...pickedInWords('任务', tasks, shown.tasks), ...pickedInWords('条文', clauses, shown.clauses)];
    const briefing = { ...rest, title: title.value.trim() || shown.title, under: [...under, ...by] };
    if (isEmpty(briefing)) {
      event.preventDefault();
      said.textContent = '没有选中任何内容，不能导出。';
      return;
    }
    const file = new DOMParser().parseFromString(whole, 'text/html');
    trim(file, data, briefing, {
      built: localDay(new Date()),
      site: dataset['site'] ?? siteHere(dataset['file']),
    });
    download(`${briefing.title}.html`, `<!doctype html>\n${file.documentElement.outerHTML}`, 'text/html');
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
