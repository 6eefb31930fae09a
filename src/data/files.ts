import type { NoticeData, UnitEntry } from '../notice/model.ts';
import type { Address } from './address.ts';
import { dutyColumns, taskColumns, unitColumns } from './columns.ts';
import { noticeRecords, unitRecords, unitsAround } from './records.ts';
import { type Table, tableOf } from './table.ts';

const TASKS = '任务';
const UNITS = '单位';

/** The tables of a notice: its tasks, and the units that it names. */
export function noticeTables(data: NoticeData, addressOf: Address): { tasks: Table; units: Table } {
  return {
    tasks: tableOf(TASKS, taskColumns(addressOf), noticeRecords(data)),
    units: tableOf(UNITS, unitColumns(addressOf), data.units),
  };
}

/** The tables of a unit: what it has to do by all notices, and the unit with the collectives that bring it tasks. */
export function unitTables(
  unit: UnitEntry,
  notices: readonly NoticeData[],
  addressOf: Address,
): { tasks: Table; units: Table } {
  const around = notices.flatMap((data) => unitsAround(unit, data));
  return {
    tasks: tableOf(
      TASKS,
      dutyColumns(addressOf),
      notices.flatMap((data) => unitRecords(unit, data)),
    ),
    units: tableOf(UNITS, unitColumns(addressOf), around),
  };
}
