import { copyText } from './copy-text.ts';
import { readAloud } from './read-aloud.ts';
import { isInChat, say, sayWhereFilesAre } from './say.ts';

async function copied(control: HTMLElement, text: string, words: string): Promise<void> {
  say((await copyText(text)) ? words : '未能复制，请选中文字后复制', control);
  // Following a link within the page takes the focus off it.
  control.focus({ preventScroll: true });
}

/** What the table says of the tasks of a sentence, each cell with its mark, by the sentence's place. */
function cellsOf(sentence: string): string {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('.who tr')];
  const own = rows.filter((row) => row.querySelector(`a.sentence[href="${sentence}"]`));
  return own
    .map((row) => {
      const cells = [...row.querySelectorAll<HTMLElement>('td')].map((cell) => {
        const copy = cell.cloneNode(true) as HTMLElement;
        for (const part of copy.querySelectorAll('.why p, .unseen')) part.remove();
        for (const mark of copy.querySelectorAll('.mark')) mark.textContent = `【${mark.textContent}】`;
        return `${cell.dataset['label']}：${copy.textContent.replaceAll(/\s+/gu, '')}`;
      });
      return `任务${row.id.slice(2)}，${cells.join('；')}`;
    })
    .join('。');
}

/**
 * A citation with the full address of what it cites, which the page knows also where the build did not.
 *
 * @param act as the button says it: the citation, with what the cells say, or the reference, which stands last
 */
function citation(control: Element, act: string): string {
  const forms = [...(control.parentElement?.querySelectorAll('p') ?? [])];
  const link = forms.at(-1)?.querySelector('a');
  const [first, second] = forms.at(act === 'cite-reference' ? -1 : 0)?.childNodes ?? [];
  const said = second instanceof HTMLSpanElement ? second.textContent : `：${cellsOf(link?.hash ?? '')}`;
  const more = act === 'cite-cells' ? said : '';
  const words = `${first?.textContent?.trim() ?? ''}${more}`;
  // Sweden writes a day as references do: 2022-03-21.
  const today = new Date().toLocaleDateString('sv');
  return `${words.replace(/(?<=\[)引用日期(?=\]\.$)/u, today)}\n${link?.href ?? ''}`;
}

/** What the file is made with is fetched when someone asks for it. */
let opening: Promise<void> | undefined;
const failure = document.createTextNode('');

/** Opens the dialog that makes a single file, once at a time; says beside the button where that failed. */
function exportFile(button: HTMLElement): Promise<void> {
  opening ??= import('../offline/dialog/dialog.ts')
    .then(({ openExport }) => openExport(button))
    .then(() => failure.remove())
    .catch(() => {
      failure.data = '离线文件所需的数据没有取到，请检查网络后再试。';
      button.after(failure);
    })
    .finally(() => {
      opening = undefined;
    });
  return opening;
}

/** Does what one of a page's tools is for; where no file can be had, says how to have it. */
export async function act(control: HTMLElement): Promise<void> {
  if (control.matches('a:not(.cite), [data-act=export]') && isInChat()) {
    sayWhereFilesAre(control);
    return;
  }
  const act = control.dataset['act'];
  switch (act) {
    case 'cite':
    case 'cite-cells':
    case 'cite-reference':
      return copied(control, citation(control, act), '已复制');
    case 'copy-link':
      return copied(control, location.href, '已复制本页链接');
    case 'share':
      return navigator.share({ title: document.title, url: location.href }).catch(() => undefined);
    case 'export':
      return exportFile(control);
    case 'print-page':
      return print();
    case 'read':
      control.closest<HTMLElement>('[popover]')?.hidePopover();
      return readAloud(control);
    default:
      if (control instanceof HTMLAnchorElement) return copied(control, control.href, '已复制这一句的链接');
  }
}
