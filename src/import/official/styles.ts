import { strangeProperty } from './strange.ts';
import { readXml } from './strict-xml.ts';

/** What each style of a document makes of text that would else be plain, by the style's id. */
export class Styles {
  readonly #own = new Map<string, { strange: string | undefined; basedOn: string | undefined }>();

  /** @param part `styles.xml`; a document may have none */
  constructor(file: string, part: Uint8Array | undefined) {
    if (!part) return;
    /** The style that is being read; the document's own defaults have an empty id. */
    let id: string | undefined;
    readXml(file, part, {
      open: (element) => {
        const { name } = element;
        if (name === 'style') id = element.value('styleId');
        else if (name === 'docDefaults') id = '';
        if (id === undefined) return;
        const style = this.#own.get(id) ?? { strange: undefined, basedOn: undefined };
        if (name === 'basedOn') style.basedOn = element.value('val');
        style.strange ??= strangeProperty(element);
        this.#own.set(id, style);
      },
      close: (name) => {
        if (name === 'style' || name === 'docDefaults') id = undefined;
      },
      text: () => {},
    });
  }

  /** What text of a style is other than plain, by itself or by a style that it builds on; without an id, by the document's defaults. */
  strange(id = ''): string | undefined {
    const seen = new Set<string>();
    for (
      let next: string | undefined = id;
      next !== undefined && !seen.has(next);
      next = this.#own.get(next)?.basedOn
    ) {
      seen.add(next);
      const strange = this.#own.get(next)?.strange;
      if (strange) return strange;
    }
    return undefined;
  }
}
