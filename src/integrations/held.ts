import { fromHtml } from 'hast-util-from-html';
import { having } from '../having.ts';
import type { Clause } from '../notice/model.ts';
import { NoticeError } from '../notice/problem.ts';

const HINT =
  'The official text must stand on every page to the letter. This is a defect of the program, not of the text.';
/** How many characters are shown from where two texts part. */
const SHOWN = 40;

const quoted = (text: string | undefined, from: number) =>
  text === undefined ? 'nothing' : JSON.stringify(text.slice(Math.max(0, from - 8), from + SHOWN));

function parting(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

/**
 * Holds the clauses that a page shows (whatever has an id such as `c-2-3`) against the notice: these, in this order, to
 * the letter, and no element within them.
 *
 * @param page its path, for errors
 * @param html the page as it was built
 * @param clauses all that the page should show
 * @throws NoticeError that names page, clause, what was expected and what was found
 */
export function holdClauses(page: string, html: string, clauses: readonly Pick<Clause, 'id' | 'text'>[]): void {
  const clausesShown = having(fromHtml(html), 'id').filter(({ properties: { id } }) => String(id).startsWith('c-'));
  const shown = clausesShown.map(({ properties, children }) => ({
    id: String(properties['id']).slice(2),
    text: children.map((child) => (child.type === 'text' ? child.value : '')).join(''),
    strange: children.find((child) => child.type !== 'text'),
  }));
  for (let index = 0; index < Math.max(shown.length, clauses.length); index++) {
    const [found, expected] = [shown[index], clauses[index]];
    const fail = (what: string): never => {
      throw new NoticeError(`${page}: ${what}`, HINT);
    };
    if (found?.id !== expected?.id) {
      fail(`clause ${expected?.id ?? 'none'} is expected, and ${found?.id ?? 'none'} stands there`);
    }
    const from = parting(expected?.text ?? '', found?.text ?? '');
    const { strange } = found ?? {};
    if (strange) {
      const name = 'tagName' in strange ? `<${strange.tagName}>` : `a ${strange.type}`;
      fail(`clause ${expected?.id} holds ${name}; expected are the words ${quoted(expected?.text, 0)}`);
    }
    if (found?.text !== expected?.text) {
      fail(
        `clause ${expected?.id} differs: expected ${quoted(expected?.text, from)}, found ${quoted(found?.text, from)}`,
      );
    }
  }
}
