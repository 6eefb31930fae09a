/**
 * What each page runs before anything is drawn, so that it does not flash: the reader's display settings, as far as they
 * are settings that there are (what storage holds may be another program's, or written by hand; it may also be refused).
 * It stands in the page, allowed by its hash, and is text here because that hash is of its letters. `client/display.ts`
 * wires the controls.
 *
 * Where another script of the page can't be had, the page is as it is without scripts: no dead controls, and a line that
 * says so, unless the script that it stands in for has taken it away.
 */
export const BEFORE_PAINT = [
  "const r=document.documentElement,off=()=>delete r.dataset.scripts;let s;try{s=JSON.parse(localStorage.getItem('display'))}catch{}",
  'const{elder,theme,size}=s??{};',
  "r.dataset.scripts='';r.dataset.theme=theme==='light'||theme==='dark'?theme:'auto';r.toggleAttribute('data-elder',elder===true);",
  "if([18,20,22,24,26,28,30].includes(size))r.style.setProperty('--letters',size+'px');",
  "addEventListener('error',e=>e.target instanceof HTMLScriptElement&&off(),true);",
  "setTimeout(()=>document.querySelector('.without-scripts')&&off(),1e4)",
].join('');

/** The sizes of letters that there are, in px. */
export const LETTER_SIZES = [18, 20, 22, 24, 26, 28, 30] as const;
