import { type Block, cellText, type Paragraph, type Table } from '../document.ts';
import type { Seed } from '../seed.ts';
import { type Chars, heal, join } from '../text/chars.ts';
import { isMetaLabel, isTitle, metaPairs } from '../text/line-kinds.ts';
import { charsOf, isParagraph, textOf } from './blocks.ts';

/** No further down stand the fields of a page, a name and its value a line. */
const HEAD = 60;

/** What a web page tells of the notice in fields of its own: 索引号, 发文字号, 发布日期. */
export class PageData {
  readonly #seed: Seed;
  readonly #claim: (chars: Chars, owner: string) => void;
  readonly #fields = new Map<string, string>();

  /** @param claim books what is read */
  constructor(seed: Seed, claim: (chars: Chars, owner: string) => void) {
    this.#seed = seed;
    this.#claim = claim;
  }

  /** Reads the tables and lines of fields. @returns the blocks that are left */
  take(blocks: Block[]): Block[] {
    const lines = this.#lines(blocks);
    return blocks.filter((block) => !lines.has(block) && !(block.kind === 'table' && this.#table(block)));
  }

  /** Reads the fields that one line holds: 文号：… 发布日期：…. */
  readLine(text: string): void {
    for (const [label, value] of metaPairs(text)) this.#put(label, value);
  }

  /** The first value that a field of one of these names has. */
  of(...labels: string[]): string | undefined {
    return labels.map((label) => this.#fields.get(label)).find((text) => text !== undefined);
  }

  #put(label: string, value: string): void {
    if (value !== '' && !this.#fields.has(label)) this.#fields.set(label, value);
  }

  /** Whether a table tells of the page and not of the notice's tasks. */
  #table(table: Table): boolean {
    const pairs = table.rows.flatMap((row) =>
      row.flatMap((cell, index) => {
        const label = cellText(cell).replace(/[:：]$/u, '');
        const next = row.slice(index + 1).find((other) => other !== cell);
        return isMetaLabel(label) ? [[label, next] as const] : [];
      }),
    );
    if (pairs.length < 2) return false;
    for (const [label, cell] of pairs) this.#put(label, heal(this.#seed, join(cell?.paragraphs ?? [])));
    for (const chars of charsOf(table)) this.#claim(chars, '网页信息');
    return true;
  }

  /** Fields whose name stands in a line, and their value in the next. */
  #lines(blocks: Block[]): Set<Block> {
    const nameOf = (block: Block | undefined) => textOf(block).replace(/^[-•·●▪*]+|[:：]$/gu, '');
    const head = blocks.slice(0, HEAD);
    const names = head.filter((block): block is Paragraph => isParagraph(block) && isMetaLabel(nameOf(block)));
    if (names.length < 2) return new Set();
    const read = new Set<Paragraph>(names);
    for (const name of names) {
      const value = head[head.indexOf(name) + 1];
      if (!isParagraph(value) || names.includes(value) || isTitle(value.chars.text)) continue;
      this.#put(nameOf(name), heal(this.#seed, value.chars));
      read.add(value);
    }
    for (const { chars } of read) this.#claim(chars, '网页信息');
    return read;
  }
}
