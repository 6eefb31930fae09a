import { close, createIndex } from 'pagefind';
import type { SearchRecord } from '../../src/search/model.ts';

/** The text of a record as a page of a site would show it. */
const textOf = ({ fields }: SearchRecord) => fields.flatMap(({ texts }) => texts).join('\n');

/** What the peer's page runs: Pagefind as it comes, its files answered from memory. */
const SCRIPT = `
const bytes = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
const files = JSON.parse(document.getElementById('files').textContent);
const ask = globalThis.fetch;
globalThis.fetch = async (address) => {
  const name = Object.keys(files).find((each) => String(address).split('?')[0].endsWith(each));
  return name ? new Response(bytes(files[name])) : ask(address);
};
const module = URL.createObjectURL(new Blob([bytes(files['pagefind.js'])], { type: 'text/javascript' }));
const pagefind = await import(module);
await pagefind.options({ basePath: 'https://memory.invalid/', noWorker: true });
await pagefind.init('zh-cn');
const query = new URLSearchParams(location.search).get('q');
const { results } = await pagefind.search(query);
for (const result of results.slice(0, 10)) {
  const { url, excerpt } = await result.data();
  const article = document.createElement('article');
  article.innerHTML = '<a href="#' + url + '">' + url + '</a> ' + excerpt;
  document.getElementById('results').append(article);
}
document.getElementById('results').dataset.state = 'done';
`;

/**
 * The same text as one file that searches by Pagefind: its index, engine and script embedded, as the best of the
 * peers could do it. None does.
 *
 * @throws with Pagefind's own words when it cannot index
 */
export async function pagefindFile(records: readonly SearchRecord[]): Promise<string> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'zh-cn' });
    if (!index) throw new Error(errors.join('\n'));
    for (const record of records) {
      const added = await index.addCustomRecord({ url: record.url, content: textOf(record), language: 'zh-cn' });
      if (added.errors.length > 0) throw new Error(added.errors.join('\n'));
    }
    const built = await index.getFiles();
    if (built.errors.length > 0) throw new Error(built.errors.join('\n'));
    const needed = built.files.filter(({ path }) => !/ui\.|highlight|worker|modular|component/u.test(path));
    const files = Object.fromEntries(
      needed.map(({ path, content }) => [path, Buffer.from(content).toString('base64')]),
    );
    const text = records.map((record) => `<p id="${record.url}">${textOf(record)}</p>`).join('\n');
    return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>peer</title><div id="results"></div>${text}<script type="application/json" id="files">${JSON.stringify(files)}</script><script type="module">${SCRIPT}</script></html>`;
  } finally {
    await close();
  }
}
