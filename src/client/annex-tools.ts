import type { AnnexTools } from './narrow-annex.ts';

/**
 * What the annex loads of its tools: whom they wait for. The data that the filters ask, and the rest, come when someone
 * turns to the tools or the address asks for a view.
 */
const bar = document.querySelector<HTMLElement>('.annex-bar');
let waking: Promise<AnnexTools> | undefined;

function wake(bar: HTMLElement) {
  waking ??= import('./narrow-annex.ts')
    .then(({ annexTools }) => annexTools(bar))
    .catch((error: unknown) => {
      // The next try may succeed.
      waking = undefined;
      throw error;
    });
  return waking;
}

function wire(bar: HTMLElement) {
  const said = document.getElementById('tools-said');
  const say = (words: string) => {
    if (said) said.textContent = words;
  };
  /** Does something with the tools once they are there. */
  const use = (how: (tools: AnnexTools) => string | undefined | Promise<string | undefined>) =>
    wake(bar)
      .then(how)
      .then((words) => words !== undefined && say(words))
      .catch(() => say('未能完成，请检查网络后再试'));

  bar.addEventListener('focusin', () => use(() => undefined));
  bar.addEventListener('change', () => use((tools) => void tools.changed()));
  bar.addEventListener('click', ({ target }) => {
    const act = target instanceof HTMLElement ? target.dataset['act'] : undefined;
    if (act) use((tools) => tools.act(act));
  });
  addEventListener('popstate', () => use((tools) => void tools.fromAddress()));
  if (location.search !== '') use((tools) => void tools.fromAddress());
}

if (bar) wire(bar);
