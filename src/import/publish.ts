import type { UnitEntry } from '../notice/model.ts';
import type { Imported, ImportedTask } from './result.ts';

const ROLES = [
  ['leads', 'lead'],
  ['supports', 'support'],
  ['answersFor', 'responsible'],
] as const;

const namedBy = ({ lead, support, responsible }: ImportedTask): string[] =>
  [lead, support, responsible].flatMap((cell) => [...(cell?.units ?? []), ...(cell?.candidateUnits ?? []).flat()]);

/** The published data of a notice: the notice itself, and the units that it names with the tasks of each. */
export function published({ head, parts, sections, tasks }: Imported, units: UnitEntry[]) {
  const named = new Set(tasks.flatMap(namedBy));
  const withTasks = (unit: UnitEntry) => ({
    ...unit,
    ...Object.fromEntries(
      ROLES.map(([field, role]) => [
        field,
        tasks.filter((task) => task[role]?.units?.includes(unit.slug)).map(({ id }) => id),
      ]),
    ),
  });
  return { notice: head, parts, sections, tasks, units: units.filter(({ slug }) => named.has(slug)).map(withTasks) };
}
