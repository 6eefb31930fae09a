/** Functions that run in the page under test. Each stands alone: it is sent there as text. */

export interface Answered {
  urls: string[];
  answers: string[];
  exact: boolean;
  /** Milliseconds from the key to the results in the page. */
  ms: number;
}

/** Types each query into the box of the open results page, as a person would paste it. */
export async function typeAll({ queries, base }: { queries: string[]; base: string }): Promise<Answered[]> {
  const input = document.querySelector<HTMLInputElement>('input[type=search]');
  const results = document.querySelector<HTMLElement>('#results');
  if (!input || !results) throw new Error('no results page');
  const answered: Answered[] = [];
  for (const query of queries) {
    const start = performance.now();
    input.value = query;
    input.dispatchEvent(new InputEvent('input'));
    const settled = async () => {
      for (let turns = 0; results.dataset['state'] === 'busy'; turns++) {
        if (turns < 100) await null;
        else await new Promise((resolve) => setTimeout(resolve));
      }
    };
    await settled();
    const ms = performance.now() - start;
    const more = document.querySelector<HTMLButtonElement>('#more');
    while (more && !more.hidden) {
      more.click();
      await settled();
    }
    const urls: string[] = [];
    const answers: string[] = [];
    for (const article of results.querySelectorAll('article')) {
      // A task and the sentence of the same words are one hit, which leads to both.
      const places = [...article.querySelectorAll('a')].map(({ href }) => {
        const url = new URL(href, location.href);
        return url.pathname.slice(base.length) + url.hash;
      });
      urls.push(...places);
      if (article.querySelector('.fact')) answers.push(places[0] ?? '');
    }
    answered.push({ urls, answers, exact: results.dataset['exact'] === 'true', ms });
  }
  return answered;
}

/** Asks a Pagefind bundle each query; fragments are read once and remembered. */
export async function askPagefind({
  queries,
  bundle,
}: {
  queries: string[];
  bundle: string;
}): Promise<{ urls: string[]; ms: number }[]> {
  interface Found {
    id: string;
    data(): Promise<{ url: string; meta: Record<string, string> }>;
  }
  const pagefind: { search(query: string): Promise<{ results: Found[] }> } = await import(bundle);
  const known = new Map<string, string>();
  const answered: { urls: string[]; ms: number }[] = [];
  for (const query of queries) {
    const start = performance.now();
    const { results } = await pagefind.search(query);
    const ms = performance.now() - start;
    for (const { id, data } of results) {
      if (!known.has(id)) known.set(id, (await data()).meta['place'] ?? (await data()).url);
    }
    answered.push({ urls: results.map(({ id }) => known.get(id) ?? ''), ms });
  }
  return answered;
}
