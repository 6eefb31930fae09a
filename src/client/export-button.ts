/** Wires the export button; what makes the file loads only when someone asks for it. */
const button = document.querySelector<HTMLButtonElement>('button[data-file]');

const failure = document.createTextNode('');
let opening = false;

button?.addEventListener('click', async () => {
  if (opening) return;
  opening = true;
  failure.data = '';
  try {
    const { openExport } = await import('../offline/dialog/dialog.ts');
    await openExport(button);
  } catch {
    failure.data = '离线文件所需的数据没有取到，请检查网络后再试。';
    button.after(failure);
  }
  opening = false;
});
