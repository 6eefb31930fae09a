import { ABSENT } from '../../notice/absent.ts';
import { isUnsure } from '../../notice/grades.ts';
import { withMayFall } from '../../notice/may-fall.ts';
import type { Cell, Fact, NoticeData, NoticeHead } from '../../notice/model.ts';
import { readPeriod } from '../../notice/period.ts';
import type { Searchable, SearchableCell, SearchableHead } from '../model.ts';

const slimCell = (cell: Cell): SearchableCell => {
  if (cell.absent) return ABSENT;
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

const slimFact = (fact: Fact | null) => fact && { text: fact.text };

/** The head of a notice, its texts without the lines that they stand on. */
export function slimHead({ source: _source, ...head }: NoticeHead): SearchableHead {
  return {
    ...head,
    addressees: slimFact(head.addressees),
    opening: slimFact(head.opening),
    preamble: slimFact(head.preamble),
    annexLine: slimFact(head.annexLine),
  };
}

/** As much of the published data as search needs; the rest would double the download. */
export function slim({ notice, sections, tasks, units }: NoticeData): Searchable {
  return {
    notice: slimHead(notice),
    sections: sections.map(({ number, id, label, part, title, nodes, clauses }) => ({
      number,
      ...(id === undefined ? {} : { id }),
      ...(label === undefined ? {} : { label }),
      ...(part === undefined ? {} : { part }),
      title,
      ...(nodes ? { nodes: nodes.map(({ id, label, title }) => ({ id, label, title })) } : {}),
      clauses: clauses.map(({ id, text }) => ({ id, text })),
    })),
    tasks: tasks.map(({ id, section, part, origin, text, lead, support, responsible, deadline }) => ({
      id,
      section,
      ...(part === undefined ? {} : { part }),
      ...(origin === undefined ? {} : { origin }),
      text,
      lead: slimCell(lead),
      support: slimCell(support),
      ...(responsible ? { responsible: slimCell(responsible) } : {}),
      deadline: withMayFall(
        { ...slimCell(deadline), ...(deadline.reading ? { reading: deadline.reading } : {}) },
        readPeriod,
      ),
    })),
    units: units.map(({ slug, name }) => ({ slug, name })),
  };
}
