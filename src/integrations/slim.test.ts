import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { slimmed } from './slim.ts';

const treeOf = (html: string) => toHtml(fromHtml(html));
const page = (body: string) =>
  `<!DOCTYPE html><html lang="zh-CN"><head><title>甲</title></head><body>${body}</body></html>`;

test.each([
  ['a list', '<ul><li><a href="/a/">甲</a></li><li>乙</li></ul><ol start="3"><li>丙<ul><li>丁</li></ul></li></ol>'],
  ['paragraphs', '<div><p>甲</p><p class="note">乙</p><ul><li><p>丙</p></li><li>丁</li></ul><p>戊</p></div><p>己</p>'],
  ['a paragraph ahead of words', '<div><p>甲</p>乙<p>丙</p> <p>丁</p><a href="#a"><p>戊</p></a><span>己</span></div>'],
  [
    'a table',
    '<table><thead><tr><th scope="col">甲</th><th>乙</th></tr></thead><tbody><tr id="t-1"><th>1</th><td><p>丙</p></td></tr><tr><td>丁<table><tbody><tr><td>戊</td></tr></tbody></table></td></tr></tbody><tbody><tr><td></td></tr></tbody></table>',
  ],
  [
    'a caption',
    '<table><caption>甲</caption><thead><tr><th>乙</th></tr></thead><tfoot><tr><td>丙</td></tr></tfoot></table>',
  ],
  ['definitions', '<dl><div><dt>甲</dt><dd><p>乙</p></dd></div><dt>丙</dt><dd>丁</dd><dd>戊</dd></dl>'],
  ['choices', '<select><option value="">甲</option><option>乙</option></select><p>丙</p>'],
  ['a drawing', '<svg viewBox="0 0 1 1"><path d="M0"/><use href="#a"/><g id="b"><path d="M1"/></g></svg>'],
  [
    'values',
    `<a href="/a/?q=1&amp;b=2" title="a>b">甲</a><a href="/a/">乙</a><input value="" name="q" data-a="it's"><img alt="a b" src="/a.png">`,
  ],
  ['words like markup', '<p>&lt;p class="a">甲&lt;/li>&lt;li></p><p>a="b"</p>'],
  [
    'a paragraph that holds what may be set apart',
    '<p>甲<u>乙</u></p><details><summary>丙</summary><p>丁</p></details><nav><p>戊</p></nav>',
  ],
])('%s is the same to a browser in fewer bytes', (_, body) => {
  const slim = slimmed(page(body));
  expect(treeOf(slim)).toBe(treeOf(page(body)));
  expect(slim.length).toBeLessThan(page(body).length);
});

test('the head stays as it is: programs read it that are no browser', () => {
  const head = '<head><meta property="og:title" content="甲"><link rel="icon" href="/icon.svg"></head>';
  expect(slimmed(`<!DOCTYPE html><html lang="zh-CN">${head}<body><p class="a">乙</p></body></html>`)).toContain(head);
});
