import { cellOf, withoutAbsent } from '../notice/absent.ts';
import {
  type CollectiveDuty,
  dutiesOf,
  ROLE_LISTS,
  ROLE_NAMES,
  ROLES,
  type Role,
  type ThroughCollective,
} from '../notice/duties.ts';
import { isUnsure } from '../notice/grades.ts';
import type { NoticeData, Task, UnitEntry } from '../notice/model.ts';
import { STATUS_NAMES } from '../notice/statuses.ts';

/** A task as one row of a table: of a notice, or of what one unit has to do by it. */
export interface TaskRecord {
  data: NoticeData;
  task: Task;
  /** In a unit's table: why the row is there. */
  relation?: string;
  /** The cell that names the unit, or the collective, may be missing. */
  unsure?: boolean | undefined;
  /** The row is there only because an open cell may name the unit. */
  maybe?: true;
}

/** Every task of a notice, in printed order. */
export const noticeRecords = (data: NoticeData): TaskRecord[] => data.tasks.map((task) => ({ data, task }));

/** A record that a cell brings, with what its relation says of how sure the cell is. */
function related(data: NoticeData, task: Task, role: Role, relation: string): TaskRecord {
  return isUnsure(cellOf(task, role))
    ? { data, task, relation: `${relation}（${STATUS_NAMES.unsure}）`, unsure: true }
    : { data, task, relation };
}

/** What a collective has to do with a task, and what is not known of whom it means. */
const throughIn = ({ collective, all }: ThroughCollective, role: Role): string =>
  `经“${collective.name}”${ROLE_NAMES[role]}${all ? '' : '（是否包括本单位，原文未列明）'}`;

/**
 * What one unit has to do by a notice: what it leads, what it supports, what reaches it through a
 * collective, and the open cells that may name it or a collective. All are kept apart: a task stands once for each.
 */
export function unitRecords(unit: UnitEntry, data: NoticeData): TaskRecord[] {
  const duties = dutiesOf(unit, data.tasks, data.units);
  const { through, open, maybeThrough } = duties;
  const maybe = ({ task }: CollectiveDuty, as: string): TaskRecord => ({
    data,
    task,
    relation: `待核：可能${as}`,
    maybe: true,
  });
  return [
    ...ROLES.flatMap((role) => duties[ROLE_LISTS[role]].map((task) => related(data, task, role, ROLE_NAMES[role]))),
    ...through.flatMap((group) =>
      group.duties.map(({ task, role }) => related(data, task, role, throughIn(group, role))),
    ),
    ...open.map((duty) => maybe(duty, ROLE_NAMES[duty.role])),
    ...maybeThrough.flatMap((group) => group.duties.map((duty) => maybe(duty, throughIn(group, duty.role)))),
  ];
}

/** The unit itself and the collectives that bring or may bring it tasks, as far as a notice names them. */
export function unitsAround(unit: UnitEntry, data: NoticeData): NoticeData['units'] {
  const { through, maybeThrough } = dutiesOf(unit, data.tasks, data.units);
  const collectives = [...through, ...maybeThrough].map(({ collective }) => collective.slug);
  return data.units.filter(({ slug }) => slug === unit.slug || collectives.includes(slug));
}

/** What one unit has to do by one notice, as published for other programs. */
export interface UnitDuties {
  notice: NoticeData['notice'];
  leads: Task[];
  supports: Task[];
  answersFor?: Task[];
  through: { collective: string; all: boolean; duties: { role: Role; task: Task }[] }[];
  open: { role: Role; task: Task }[];
  maybeThrough: UnitDuties['through'];
}

/** The published data of a unit (`/data/units/<slug>.json`). */
export interface UnitData {
  unit: UnitEntry;
  notices: UnitDuties[];
}

/** Puts a unit's published data together from the notices that may concern it. */
export function unitData(unit: UnitEntry, notices: readonly NoticeData[]): UnitData {
  return {
    unit,
    notices: notices.map((data) => {
      const { leads, supports, answersFor, through, open, maybeThrough } = dutiesOf(unit, data.tasks, data.units);
      const plain = (duties: CollectiveDuty[]) => duties.map(({ task, role }) => ({ task: withoutAbsent(task), role }));
      const named = ({ collective, all, duties }: ThroughCollective) => ({
        collective: collective.slug,
        all,
        duties: plain(duties),
      });
      return {
        notice: data.notice,
        leads: leads.map(withoutAbsent),
        supports: supports.map(withoutAbsent),
        ...(answersFor.length > 0 ? { answersFor: answersFor.map(withoutAbsent) } : {}),
        through: through.map(named),
        open: plain(open),
        maybeThrough: maybeThrough.map(named),
      };
    }),
  };
}
