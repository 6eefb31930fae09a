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
