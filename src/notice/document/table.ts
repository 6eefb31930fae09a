import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { SKIP, visit } from 'unist-util-visit';
import { COLUMN_HEADS } from '../annex/heads.ts';
import { NoticeError } from '../problem.ts';

/** One row of the annex as an official document prints it; merged cells stand in each of their rows. */
export interface DocumentRow {
  /** Its number in the table, 1-based, rows of column heads left out. */
  row: number;
  heading: string;
  task: string;
  lead: string;
  support: string;
  deadline: string;
}

/** Word's own limit; a cell that claims to span more is not Word's. */
const MAX_COLUMNS = 63;

/** Text as issued: white space, and the marks that only tell where a line may break, go; one space stays between Latin words. */
const heal = (text: string) =>
  text.replace(/[\s\u00ad\u200b\ufeff]+/gu, (_, at: number) => {
    const behind = text.slice(at).trimStart();
    return /\w$/u.test(text.slice(0, at)) && /^\w/u.test(behind) ? ' ' : '';
  });

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The outermost elements of some names. */
function outermost(tree: Root | Element, ...names: string[]): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (element === tree || !names.includes(element.tagName)) return undefined;
    found.push(element);
    return SKIP;
  });
  return found;
}

const spanOf = (cell: Element, name: 'rowSpan' | 'colSpan') => Math.max(1, Number(cell.properties[name] ?? 1) || 1);

/** The table's text by rows and columns; a cell that spans several stands in each. */
function gridOf(file: string, table: Element): string[][] {
  const trs = outermost(table, 'tr');
  const grid: string[][] = trs.map(() => []);
  for (const [index, tr] of trs.entries()) {
    let column = 0;
    for (const cell of outermost(tr, 'td', 'th')) {
      while (grid[index]?.[column] !== undefined) column++;
      const width = spanOf(cell, 'colSpan');
      if (column + width > MAX_COLUMNS) {
        throw new NoticeError(
          `table row ${index + 1} of ${file} has more than ${MAX_COLUMNS} columns`,
          'Open the document in Word or WPS, and look at that row.',
        );
      }
      const text = heal(textOf(cell));
      for (const row of grid.slice(index, index + spanOf(cell, 'rowSpan'))) {
        for (let at = column; at < column + width; at++) row[at] = text;
      }
      column += width;
    }
  }
  return grid;
}

const isHeads = (cells: string[]) => cells.join('') === COLUMN_HEADS.join('');

function rowOf(file: string, cells: string[], row: number): DocumentRow {
  const [heading, task, lead, support, deadline] = cells;
  if (cells.length !== COLUMN_HEADS.length || deadline === undefined) {
    throw new NoticeError(
      `row ${row} of the table in ${file} has ${cells.length} columns, not ${COLUMN_HEADS.length}: ${cells.join(' | ')}`,
      `Every row must have ${COLUMN_HEADS.join(', ')}. Look at that row in Word or WPS.`,
    );
  }
  return { row, heading: heading ?? '', task: task ?? '', lead: lead ?? '', support: support ?? '', deadline };
}

/**
 * Finds the annex in a document: the table whose first row holds the column heads, and the tables
 * behind it that go on with it, their heads repeated or not.
 *
 * @param file the document's name, for errors
 * @param html the document as HTML; nested tables are text of their cell
 * @throws NoticeError when no table has the annex's column heads, or a row has other columns
 */
export function readTable(file: string, html: string): DocumentRow[] {
  const grids = outermost(fromHtml(html, { fragment: true }), 'table').map((table) => gridOf(file, table));
  const first = grids.findIndex(([head]) => head !== undefined && isHeads(head));
  if (first < 0) {
    throw new NoticeError(
      `${file} holds no table with the heads ${COLUMN_HEADS.join(', ')}`,
      grids.length > 0
        ? `It holds ${grids.length} other tables. Put the notice with its annex there, or the annex alone.`
        : 'It holds no table at all: a scan or plain text settles nothing. Put the notice with its annex there, or the annex alone.',
    );
  }
  return grids
    .slice(first)
    .flat()
    .filter((cells) => !isHeads(cells) && cells.some((text) => text !== ''))
    .map((cells, index) => rowOf(file, cells, index + 1));
}
