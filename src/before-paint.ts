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
  'const r=document.documentElement,d=r.dataset,off=()=>delete d.scripts;let s;try{s=JSON.parse(localStorage.display)}catch{}',
  "const{elder,theme,size}=s??{};d.scripts='';d.theme=/^(dark|light)$/.test(theme)?theme:'auto';",
  "r.toggleAttribute('data-elder',elder===true);if(size>=18&&size<=30)r.style.setProperty('--letters',size+'px');",
  "addEventListener('error',e=>e.target.localName==='script'&&off(),true);",
  "setTimeout(()=>document.querySelector('.without-scripts')&&off(),1e4)",
].join('');

/** The sizes of letters that there are, in px. */
export const LETTER_SIZES = [18, 20, 22, 24, 26, 28, 30] as const;
