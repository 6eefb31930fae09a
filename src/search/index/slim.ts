import type { Cell, NoticeData } from '../../notice/model.ts';
import type { Searchable, SearchableCell } from '../model.ts';

const slimCell = ({ status, text, units, candidates, candidateUnits }: Cell): SearchableCell => ({
  status,
  text,
  ...(units ? { units } : {}),
  ...(candidates ? { candidates } : {}),
  ...(candidateUnits ? { candidateUnits } : {}),
});

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
