/**
 * What each page runs before anything is drawn, so that it does not flash: the reader's display settings, as far as they
 * are settings that there are (what storage holds may be another program's, or written by hand; it may also be refused).
 * It stands in the page, allowed by its hash, and is text here because that hash is of its letters. `client/display.ts`
 * makes the controls.
 *
 * Where another script of the page can't be had, the page is as it is without scripts: no dead controls.
 */
export const BEFORE_PAINT = [
  "const r=document.documentElement,d=r.dataset;d.scripts='';",
  'try{const{elder,theme,size}=JSON.parse(localStorage.display);if(/^(dark|light)$/.test(theme))d.theme=theme;',
  "if(elder===true)d.elder='';if(size>=18&&size<=30)r.style.setProperty('--letters',size+'px')}catch{}",
  "addEventListener('error',e=>{e.target.localName=='script'&&delete d.scripts},true)",
].join('');

/**
 * The same for a page that is of little use without its script: after ten seconds its line that says so shows, unless
 * the script that it stands in for has taken it away.
 */
export const WATCHED_BEFORE_PAINT = `${BEFORE_PAINT};setTimeout(()=>document.querySelector('.without-scripts')&&delete d.scripts,1e4)`;
