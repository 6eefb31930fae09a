import { expect, test } from 'vitest';
import { html } from './html.ts';

test('escapes text, in content and in attributes', () => {
  const said = '<script>"&"';
  expect(html`<p title="${said}">${said}</p>`.html).toBe(
    '<p title="&lt;script&gt;&quot;&amp;&quot;">&lt;script&gt;&quot;&amp;&quot;</p>',
  );
});

test('keeps markup, joins lists and leaves out what is nothing', () => {
  expect(html`<ul>${[1, 2].map((number) => html`<li>${number}</li>`)}${false}${null}${undefined}</ul>`.html).toBe(
    '<ul><li>1</li><li>2</li></ul>',
  );
});
