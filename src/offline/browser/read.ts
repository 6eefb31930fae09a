import { readDeadline } from '../../notice/deadlines.ts';
import { GRADES, type Grade } from '../../notice/grades.ts';
import type { Coverage, UnitKind } from '../../notice/model.ts';
import type { AnswerIndex, Searchable, SearchableCell, UnitAnswer, Words } from '../../search/model.ts';
import { unitDuties } from '../../search/unit-duties.ts';
import type { Embedded } from '../embedded.ts';

type Task = Searchable['tasks'][number];

/** What the search knows. */
export interface Read {
  index: AnswerIndex;
  words: Words;
  sounds: string;
  notice: Searchable;
}

const wordsOf = (element: Element | null | undefined): string => element?.textContent ?? '';

function slugsIn(cell: Element, slugs: readonly string[]): { units?: string[] } {
  const links = cell.querySelectorAll<HTMLAnchorElement>('a[href^="#u"]');
  const units = [...links].map(({ hash }) => slugs[Number(hash.slice(2))] ?? '');
  return units.length > 0 ? { units } : {};
}

/** A cell: its words stand before its grade, and units are the only links in them. */
function readCell(cell: Element | undefined, slugs: readonly string[]): SearchableCell {
  if (!cell) throw new Error('A row of the annex has five cells');
  const found: Grade = GRADES.findLast((each) => cell.querySelector(`:scope > .${each}`)) ?? 'printed';
  if (found === 'open') {
    const items = [...cell.querySelectorAll('li')];
    const named = items.map((item) => slugsIn(item, slugs).units ?? []);
    const candidateUnits = named.some((each) => each.length > 0) ? { candidateUnits: named } : {};
    return { status: found, text: null, candidates: items.map(wordsOf), ...candidateUnits };
  }
  const nodes = [...cell.childNodes];
  const grade = nodes.findIndex((node) => node instanceof Element && !node.matches('[href^="#u"]'));
  const text = nodes.slice(0, grade).map(({ textContent }) => textContent);
  return {
    ...(found === 'unsure' ? { status: 'inferred', mayBeMissing: true } : { status: found }),
    text: text.join('').trim(),
    ...slugsIn(cell, slugs),
  };
}

function readTask(row: HTMLTableRowElement, slugs: readonly string[]): Task {
  const [, text, lead, support, deadline] = row.cells;
  const id = row.id.slice(2);
  const due = readCell(deadline, slugs);
  const reading = due.text === null ? undefined : readDeadline(due.text);
  return {
    id,
    section: Number.parseInt(id, 10),
    text: text?.firstChild?.textContent ?? '',
    lead: readCell(lead, slugs),
    support: readCell(support, slugs),
    deadline: { ...due, ...(reading ? { reading } : {}) },
  };
}

/** A unit's names and kind as the list of units has them; what it has to do, from the rows. */
function readUnit(slug: string, position: number, tasks: readonly Task[], covers: Coverage | undefined): UnitAnswer {
  const head = document.getElementById(`u${position}`);
  let kind = head?.closest('dl')?.previousElementSibling;
  while (kind && kind.localName !== 'h3') kind = kind.previousElementSibling;
  const also = head?.nextElementSibling;
  return {
    slug,
    name: wordsOf(head),
    kind: wordsOf(kind) as UnitKind,
    aliases: also?.matches('.also') ? wordsOf(also).split('、') : [],
    ...unitDuties(slug, tasks),
    ...(covers ? { covers } : {}),
    named: document.querySelector(`td a[href="#u${position}"]`) !== null,
  };
}

/** Reads the notice off the page that shows it, so that its words stand in the file once. */
export function readLibrary(): Read {
  const embedded = JSON.parse(wordsOf(document.getElementById('embedded'))) as Embedded;
  const { notice, covers, synonyms, slugs: all, simplified, sounds } = embedded;
  const slugs = all.split(' ');
  const tasks = [...document.querySelectorAll<HTMLTableRowElement>('tr[id^="t-"]')].map((row) => readTask(row, slugs));
  const units = slugs.map((slug, position) => readUnit(slug, position, tasks, covers[slug]));
  const clauses = [...document.querySelectorAll('p[id^="c-"]')].map((clause) => ({
    id: clause.id.slice(2),
    text: wordsOf(clause),
  }));
  const sections = [...document.querySelectorAll('h3[id^="section-"]')].map((heading) => {
    const number = Number(heading.id.slice(8));
    const title = (heading.firstChild?.textContent ?? '').replace(/^.*?、/u, '').trim();
    return { number, title, clauses: clauses.filter(({ id }) => Number.parseInt(id, 10) === number) };
  });
  const named = units.filter((unit) => unit.named);
  const { id, title, number, planTitle, dated } = notice;
  return {
    index: { notices: [{ id, title, number, planTitle, dated }], units: named, simplified },
    words: { synonyms, unnamed: units.filter((unit) => !unit.named) },
    sounds,
    notice: { notice, sections, tasks, units: named.map(({ slug, name }) => ({ slug, name })) },
  };
}
