import type { Nodes } from 'xast';
import { toXml } from 'xast-util-to-xml';

/** A tree as XML. The library leaves what closes a CDATA section, and what XML can't hold: that stands as the sign for it. */
export const xmlOf = (tree: Nodes): string =>
  toXml(tree, { closeEmptyElements: true, tightClose: true })
    .replaceAll(']]>', ']]&gt;')
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/gu, '\ufffd');
