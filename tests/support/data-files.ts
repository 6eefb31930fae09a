import { strFromU8, unzipSync } from 'fflate';
import ICAL from 'ical.js';
import { bytesAt } from './published.ts';

/** The published data files as other programs read them: a row is a map from column name to text. */
export type Row = Map<string, string>;

function rowsOf([head = [], ...records]: string[][]): Row[] {
  return records.map((record) => new Map(head.map((name, index) => [name, record[index] ?? ''])));
}

/** The rows of a published CSV. */
export function csvRows(address: string): Row[] {
  const text = bytesAt(address)
    .toString('utf8')
    .replace(/^\uFEFF/u, '');
  const records = text.split('\r\n').slice(0, -1);
  const fields = (record: string) =>
    [...record.matchAll(/"((?:[^"]|"")*)"/gu)].map(([, field = '']) => field.replaceAll('""', '"'));
  return rowsOf(records.map(fields));
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };
const unescapeXml = (xml: string) => xml.replace(/&\w+;/gu, (entity) => ENTITIES[entity] ?? entity);

const columnIndex = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The rows of one sheet of a published XLSX, 1-based. */
export function xlsxRows(address: string, sheet: number): Row[] {
  const parts = unzipSync(bytesAt(address));
  const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/gu)].map(([, text = '']) =>
    unescapeXml(text),
  );
  const rows = [...part(`xl/worksheets/sheet${sheet}.xml`).matchAll(/<row .*?<\/row>/gsu)].map(([row]) => {
    const record: string[] = [];
    for (const [, column = '', value] of row.matchAll(/<c r="([A-Z]+)\d+"[^>]*t="s"[^>]*><v>(\d+)<\/v>/gu)) {
      record[columnIndex(column)] = strings[Number(value)] ?? '';
    }
    return record;
  });
  return rowsOf(rows);
}

export interface PublishedEvent {
  uid: string;
  day: string;
  summary: string;
  description: string;
  status: string;
}

/** A published calendar, read by a parser that is not ours. */
export function icsEvents(address: string): { about: string; events: PublishedEvent[] } {
  const calendar = new ICAL.Component(ICAL.parse(bytesAt(address).toString('utf8')) as never);
  return {
    about: String(calendar.getFirstPropertyValue('x-wr-caldesc')),
    events: calendar.getAllSubcomponents('vevent').map((component) => {
      const { uid, summary, description, startDate } = new ICAL.Event(component);
      const status = String(component.getFirstPropertyValue('status'));
      return { uid, summary, description, status, day: startDate.toString() };
    }),
  };
}
