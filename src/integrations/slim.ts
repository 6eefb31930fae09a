import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** A value that may stand without quotes; where a slash follows, it would be taken for part of it. */
const QUOTED = /="([^\s"'`=<>]+)"(?=[\s>])/gu;

/** What ends a paragraph by itself: what may not stand in one, and the end of what it stands in. */
const ENDS_PARAGRAPH =
  '<(?:p|[uod]l|div|table|section|details|h[1-6]|form|nav)[ >]|</(?:li|dd|div|section|article|header|main|footer|details|form)>';

/** Tags that HTML lets go where what follows tells the same (HTML, 13.1.2.4). */
const OPTIONAL = new RegExp(
  [
    '</li>(?=<li[ >]|</[uo]l>)',
    '</dt>(?=<d[td][ >])',
    '</dd>(?=<d[td][ >]|</(?:dl|div)>)',
    '</t[dh]>(?=<t[dh][ >]|</tr>)',
    '</tr>(?=<tr[ >]|</(?:thead|tbody|table)>)',
    '</thead>(?=<tbody[ >])',
    '</tbody>(?=<tbody[ >]|</table>)',
    '</option>(?=<option[ >]|</select>)',
    `</p>(?=${ENDS_PARAGRAPH})`,
    '</body></html>$',
  ].join('|'),
  'gu',
);

/**
 * A page in fewer bytes: its body without the quotes and end tags that HTML lets go. A browser makes the same of it; its
 * head, which also programs read that are none, stays as it is.
 *
 * @param html as Astro writes it: what is no tag has no `<`
 */
export function slimmed(html: string): string {
  const body = html.indexOf('<body');
  return (
    html.slice(0, body) +
    html
      .slice(body)
      .replace(OPTIONAL, '')
      .replace(/<[a-z][^>]*>/gu, (tag) => tag.replace(QUOTED, '=$1'))
  );
}

/** Takes out of every page what no reader gets; those that are packed into single files are written anew anyway. */
export function slim(): AstroIntegration {
  return {
    name: 'slim',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const dist = fileURLToPath(dir);
        for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
          if (!name.endsWith('.html') || name.startsWith(`offline${sep}`)) continue;
          writeFileSync(join(dist, name), slimmed(readFileSync(join(dist, name), 'utf8')));
        }
      },
    },
  };
}
