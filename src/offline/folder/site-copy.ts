/**
 * First script of every page in a copy of the site that opens from disk, where a page may neither ask for data nor
 * load modules: says where the copy's pages are, and answers what the pages ask for out of scripts.
 */
import { fileOf } from './in-folder.ts';

const root = new URL('.', (document.currentScript as HTMLScriptElement).src);
const waiting = new Map<string, (text: string) => void>();

declare global {
  interface Window {
    /** Called by the script that holds a file's text. */
    siteFile?: (name: string, text: string) => void;
  }
}

window.siteCopy = (path) => new URL(fileOf(path), root).href;
window.siteFile = (name, text) => waiting.get(name)?.(text);
window.fetch = (address) =>
  new Promise((resolve, reject) => {
    const { href } = new URL(String(address), document.baseURI);
    const name = href.slice(root.href.length);
    waiting.set(name, (text) => resolve(new Response(new TextEncoder().encode(text))));
    const script = document.createElement('script');
    script.src = `${href}.js`;
    script.onerror = () => reject(new Error(`The copy holds no ${name}`));
    document.head.append(script);
  });
