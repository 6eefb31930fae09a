import type writeExcelFile from 'write-excel-file/node';
import {
  findElement,
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  replaceElement,
  sanitizeAttributeValue,
} from 'write-excel-file/utility';
import type { Table } from './table.ts';

/** The library exports the type only with a parameter that it keeps to itself. */
type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

const SHEET = 'xl/worksheets/sheet{id}.xml';
const LINK_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** Puts an element where the format wants it among its siblings (ECMA-376, CT_Worksheet). */
function insert(xml: string, markup: string): string {
  const order = getOrderOfSiblings(SHEET, 'worksheet');
  if (!order) throw new Error(`write-excel-file no longer knows the order of elements in ${SHEET}`);
  return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet');
}

/** Puts names into the element that the library leaves empty for them. */
function define(xml: string, names: string[]): string {
  const element = findElement(xml, 'definedNames');
  if (!element) throw new Error('write-excel-file no longer leaves an element for defined names');
  return replaceElement(xml, element, `<definedNames>${names.join('')}</definedNames>`);
}

const lastCell = ({ columns, rows }: Table) => getCellAddress(rows.length, columns.length - 1);
const anchored = (cell: string) => cell.replace(/[A-Z]+|\d+/gu, (part) => `$${part}`);

/** The names that the format keeps for itself: the ranges of filters, and the rows that stand on every printed page. */
export function namesOf(tables: readonly Table[]): Feature {
  const ranges = tables.map(
    (table, index) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${table.name}'!$A$1:${anchored(lastCell(table))}</definedName>`,
  );
  const titles = tables.flatMap(({ name, onePageWide }, index) =>
    onePageWide ? `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name}'!$1:$1</definedName>` : [],
  );
  return { files: { transform: { 'xl/workbook.xml': { transform: (xml) => define(xml, [...ranges, ...titles]) } } } };
}

/** Makes a sheet that is to be printed as wide as a page, and as long as it takes. */
export function printing(tables: readonly Table[]): Feature {
  return {
    files: {
      transform: {
        [SHEET]: {
          transform: (xml, _options, { sheetIndex }) => {
            if (!tables[sheetIndex]?.onePageWide) return xml;
            const fitted = insert(xml, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
            return fitted.replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ');
          },
        },
      },
    },
  };
}

/** A filter button on every column head. */
export function filters(tables: readonly Table[]): Feature {
  return {
    files: {
      transform: {
        [SHEET]: {
          transform: (xml, _options, { sheetIndex }) => {
            const table = tables[sheetIndex];
            return table ? insert(xml, `<autoFilter ref="A1:${lastCell(table)}"/>`) : xml;
          },
        },
      },
    },
  };
}

const linksOf = ({ rows }: Table) =>
  rows.flatMap((row, rowIndex) =>
    row.flatMap(({ link }, column) => (link ? [{ link, cell: getCellAddress(rowIndex + 1, column) }] : [])),
  );

/** Makes every cell with an address a link. */
export function hyperlinks(tables: readonly Table[]): Feature {
  const relation = (index: number) => `rId-link-${index + 1}`;
  const of = (sheetIndex: number) => (tables[sheetIndex] ? linksOf(tables[sheetIndex]) : []);
  return {
    files: {
      transform: {
        [SHEET]: {
          transform: (xml, _options, { sheetIndex }) => {
            const links = of(sheetIndex).map(
              ({ cell }, index) => `<hyperlink ref="${cell}" r:id="${relation(index)}"/>`,
            );
            return links.length > 0 ? insert(xml, `<hyperlinks>${links.join('')}</hyperlinks>`) : xml;
          },
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_options, { sheetIndex }) =>
            of(sheetIndex)
              .map(
                ({ link }, index) =>
                  `<Relationship Id="${relation(index)}" Type="${LINK_TYPE}" Target="${sanitizeAttributeValue(link)}" TargetMode="External"/>`,
              )
              .join(''),
        },
      },
    },
  };
}
