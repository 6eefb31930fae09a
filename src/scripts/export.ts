/** Wires the export button; what makes the file loads only when someone asks for it. */
const button = document.querySelector<HTMLButtonElement>('button[data-edition]');

button?.addEventListener('click', async () => {
  button.disabled = true;
  const { openExport } = await import('../offline/page/dialog.ts');
  await openExport(button).catch(() => button.after('离线文件所需的数据没有取到，请检查网络后再试。'));
  button.disabled = false;
});
