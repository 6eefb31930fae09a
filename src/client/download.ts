import { isInChat, sayWhereFilesAre } from './say.ts';

/** Long enough for any browser to have taken the file. */
const TAKEN = 60_000;

/** Gives the reader a text as a file, or says where it can be had. @param name what no file system allows in it is left out */
export function download(name: string, text: string, type: 'text/csv' | 'text/html'): void {
  if (isInChat()) {
    sayWhereFilesAre();
    return;
  }
  const link = document.createElement('a');
  link.download = name.replace(/[\\/:*?"<>|]/gu, ' ');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN);
}
