import type { Grade } from '../notice/grades.ts';

/** A cell of an exported table: always text, so that no program takes `13-8` or `2022-08` for something else. */
export interface TableCell {
  text: string;
  /** A whole address, where there is one to follow. */
  link?: string;
  /** How a table with styles shows it; absent for what is printed. */
  tone?: Exclude<Grade, 'printed'>;
}

/** A column, and what to tell a reader of the data of it. */
export interface TableColumn<Row> {
  name: string;
  /** In Chinese, one sentence; stands on the data page. */
  about: string;
  /** In characters of a spreadsheet's default font. */
  width: number;
  cell(row: Row): TableCell;
}

/** A table as every format writes it. */
export interface Table {
  name: string;
  columns: Pick<TableColumn<never>, 'name' | 'width'>[];
  rows: TableCell[][];
  /** To be printed: as wide as a page, its head on each. */
  onePageWide?: boolean;
}

/** Fills a table: a row a record, its cells made by the columns. */
export function tableOf<Row>(name: string, columns: readonly TableColumn<Row>[], records: readonly Row[]): Table {
  return {
    name,
    columns: columns.map((column) => ({ name: column.name, width: column.width })),
    rows: records.map((record) => columns.map((column) => column.cell(record))),
  };
}
