import { groupReasons, type Reasons, reasonAnchor } from '../views/reasons.ts';
import { caution } from '../views/statuses.ts';
import { type Html, html } from './html.ts';

/** What most reasons end with, and the sign that stands for it in their list. */
const MISSING = caution({ status: 'inferred', text: '', mayBeMissing: true, lines: [] }) ?? '';
const SIGN = '＊';

/** The list that the numbers beside the marks lead to. */
export function reasonList(reasons: Reasons): Html | false {
  const item = (reason: string, words: string) => {
    const number = reasons.get(reason) ?? '';
    return html`<li id="${reasonAnchor(number)}">${number} ${words.replace(MISSING, SIGN)}</li>`;
  };
  const group = ([shared, own]: [string, string[]]) => {
    const [only] = own;
    if (own.length === 1 && only !== undefined) return item(only, only);
    return html`<li>${shared}<ul>${own.map((reason) => item(reason, reason.slice(shared.length)))}</ul></li>`;
  };
  return (
    reasons.size > 0 &&
    html`<section class="reasons"><h2 id="reasons">推定和待核的理由</h2><p class="note">${SIGN}：${MISSING}</p><ul>${[...groupReasons(reasons.keys())].map(group)}</ul></section>`
  );
}
