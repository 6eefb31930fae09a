import type { Element, Nodes, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { NoticeError } from '../../notice/problem.ts';
import { checkXml } from '../official/strict-xml.ts';

/** Parses a part of a document. @throws NoticeError when it is no well-formed XML, or made to fill the memory */
export function parseXml(file: string, part: string, bytes: Uint8Array): Root {
  checkXml(file, bytes);
  try {
    return fromXml(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new NoticeError(
      `${file} is damaged: its part ${part} cannot be read (${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)})`,
      'Open the document in Word or WPS, save it once more, and try again.',
    );
  }
}

/** The elements directly inside a node, of one name or all. */
export function children(node: Nodes | undefined, name?: string): Element[] {
  if (!node || !('children' in node)) return [];
  const all: Nodes[] = node.children;
  return all.filter((each): each is Element => each.type === 'element' && (name === undefined || each.name === name));
}

/** The first element directly inside a node, by a path of names. */
export function child(node: Nodes | undefined, ...path: string[]): Element | undefined {
  let here: Nodes | undefined = node;
  for (const name of path) here = children(here, name)[0];
  return here as Element | undefined;
}

/** The attribute that OOXML calls a value. */
export const val = (element: Element | undefined): string | undefined => element?.attributes['w:val'] ?? undefined;

/** All the text inside a node. */
export function allText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value;
  return 'children' in node ? node.children.map(allText).join('') : '';
}
