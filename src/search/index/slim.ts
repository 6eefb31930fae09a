import { isUnsure } from '../../notice/grades.ts';
import type { Cell, NoticeData } from '../../notice/model.ts';
import type { Searchable, SearchableCell } from '../model.ts';

const slimCell = (cell: Cell): SearchableCell => {
  const { status, text, units, candidates, candidateUnits } = cell;
  return {
    status,
    text,
    ...(units ? { units } : {}),
    ...(candidates ? { candidates } : {}),
    ...(candidateUnits ? { candidateUnits } : {}),
    ...(isUnsure(cell) ? { mayBeMissing: true } : {}),
  };
};

/** As much of the published data as search needs; the rest would double the download. */
export function slim({ notice, sections, tasks, units }: NoticeData): Searchable {
  const { source: _source, ...head } = notice;
  return {
    notice: head,
    sections: sections.map(({ number, title, clauses }) => ({
      number,
      title,
      clauses: clauses.map(({ id, text }) => ({ id, text })),
    })),
    tasks: tasks.map(({ id, section, text, lead, support, deadline }) => ({
      id,
      section,
      text,
      lead: slimCell(lead),
      support: slimCell(support),
      deadline: { ...slimCell(deadline), ...(deadline.reading ? { reading: deadline.reading } : {}) },
    })),
    units: units.map(({ slug, name }) => ({ slug, name })),
  };
}
