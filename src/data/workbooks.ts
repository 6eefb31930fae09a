import type { NoticeData, UnitEntry } from '../notice/model.ts';
import { noticeByMonth, unitByMonth } from './by-month.ts';
import type { Address } from './file-address.ts';
import { type Table, tableOf } from './table.ts';
import { dutyColumns, taskColumns, unitColumns } from './table-columns.ts';
import { noticeRecords, unitRecords, unitsAround } from './task-records.ts';

const TASKS = '任务';
const UNITS = '单位';

/** What a workbook holds: a table to read and print, one for programs, and the units. */
export interface Tables {
  byMonth: Table;
  tasks: Table;
  units: Table;
}

/** Whether any task has somebody who answers for it: only then have tables columns for it. */
export const anyAnswers = (notices: readonly NoticeData[]): boolean =>
  notices.some(({ tasks }) => tasks.some(({ responsible }) => responsible !== undefined));

/** The tables of a notice: its tasks, and the units that it names. */
export function noticeTables(data: NoticeData, addressOf: Address): Tables {
  const records = noticeRecords(data);
  return {
    byMonth: noticeByMonth(records),
    tasks: tableOf(TASKS, taskColumns(addressOf, anyAnswers([data])), records),
    units: tableOf(UNITS, unitColumns(addressOf, anyAnswers([data])), data.units),
  };
}

/** The tables of a unit: what it has to do by all notices, and the unit with the collectives that bring it tasks. */
export function unitTables(unit: UnitEntry, notices: readonly NoticeData[], addressOf: Address): Tables {
  const around = notices.flatMap((data) => unitsAround(unit, data));
  const records = notices.flatMap((data) => unitRecords(unit, data));
  return {
    byMonth: unitByMonth(records),
    tasks: tableOf(TASKS, dutyColumns(addressOf, anyAnswers(notices)), records),
    units: tableOf(UNITS, unitColumns(addressOf, anyAnswers(notices)), around),
  };
}
