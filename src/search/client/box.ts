/**
 * The part of the search box that every page loads: `/` focuses it, and everything else waits until someone uses it.
 */
import './slash.ts';

const input = document.querySelector<HTMLInputElement>('form.search input');

if (input) {
  input.autocomplete = 'off';
  input.spellcheck = false;
}
if (input && !document.getElementById('results')) {
  const wake = async () => {
    const { suggest } = await import('./suggest.ts');
    suggest(input);
  };
  input.addEventListener('focus', wake, { once: true });
  if (document.activeElement === input) input.dispatchEvent(new Event('focus'));
}

if (new URLSearchParams(location.search).has('h')) {
  import('./highlight.ts').then(({ highlightAsked }) => highlightAsked());
}
