/** What a query is answered with: whether it was met to the letter, and where its hits lead, in their order. */
interface Answer {
  exact: string | undefined;
  hits: string[];
}

/**
 * Types each query into the box of an open search and reads what comes of it. Nobody looks: the page is not shown
 * from then on, and draws nothing. Runs in the page.
 *
 * @throws when the page has no search
 */
export async function askInPage(queries: string[]): Promise<Answer[]> {
  const input = document.querySelector<HTMLInputElement>('input[type=search]');
  const results = document.querySelector<HTMLElement>('#results');
  if (!input || !results) throw new Error('the page has no search');
  const turns = new MessageChannel();
  // Browsers let who asks for the time again and again wait longer than a search takes.
  const aTurn = () =>
    new Promise<void>((resolve) => {
      turns.port1.onmessage = () => resolve();
      turns.port2.postMessage(undefined);
    });
  document.body.style.display = 'none';
  const answers: Answer[] = [];
  for (const query of queries) {
    input.value = query;
    input.dispatchEvent(new InputEvent('input'));
    while (results.dataset['state'] === 'busy') await aTurn();
    const links = [...results.querySelectorAll('article[data-hit] h2 a')];
    answers.push({
      exact: results.dataset['exact'],
      hits: links.map((link) => link.getAttribute('href') ?? ''),
    });
  }
  return answers;
}
