/** Makes an element; attributes that are `undefined` are left out, strings among the children become text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string | undefined> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

const A_MOMENT = 120;

/** Lets what has just been shown reach the screen before the connection is asked for more. */
export const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, A_MOMENT));

/** Gives the page the style of what a script makes: sheets that every page loads are lighter without it. */
export function adoptStyle(style: string): void {
  if (!('adoptedStyleSheets' in document)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
