import { readRow } from '../../client/read-row.ts';
import { withMayFall } from '../../notice/may-fall.ts';
import { type Coverage, UNIT_KINDS } from '../../notice/model.ts';
import { partOfKey, sectionOfClause } from '../../notice/names.ts';
import { kindName } from '../../notice/units.ts';
import { arrivedSounds } from '../../search/carried-sounds.ts';
import type { AnswerIndex, Searchable, UnitAnswer, Words } from '../../search/model.ts';
import { createSpell } from '../../search/spelling.ts';
import { unitDuties } from '../../search/unit-duties.ts';
import type { Embedded, Letters } from '../embedded.ts';
import { LETTERED, lettersOf, spelledPairs } from '../letters.ts';

type Task = Searchable['tasks'][number];

/** What the search knows. */
export interface Read {
  index: AnswerIndex;
  words: Words;
  /** The units that the notice does not name. */
  unnamed: UnitAnswer[];
  sounds: string;
  notice: Searchable;
}

const wordsOf = (element: Element | null | undefined): string => element?.textContent ?? '';

/** Writes the slugs of units to their places; of most they are as the names sound, and the file does not hold them. */
function nameUnits(sounds: string): void {
  const spell = createSpell(sounds);
  for (const head of document.querySelectorAll<HTMLElement>('.all-units dt')) {
    head.dataset['unit'] ??= spell(wordsOf(head).trim()).join('-');
  }
}

/** A unit's names and kind as the list of units has them; what it has to do, from the rows. */
function readUnit(head: HTMLElement, tasks: readonly Task[], covers: Coverage | undefined): UnitAnswer {
  const slug = head.dataset['unit'] ?? '';
  let kind = head.closest('dl')?.previousElementSibling;
  while (kind && kind.localName !== 'h3') kind = kind.previousElementSibling;
  const also = head.nextElementSibling;
  return {
    slug,
    name: wordsOf(head),
    kind: UNIT_KINDS.find((each) => kindName(each) === wordsOf(kind)) ?? '其他单位',
    aliases: also?.matches('.also') ? wordsOf(also).split('、') : [],
    ...unitDuties(slug, tasks),
    ...(covers ? { covers } : {}),
    named: document.querySelector(`td a[href="#${head.id}"]`) !== null,
  };
}

/** Reads the notice off the page that shows it, so that its words stand in the file once. */
export function readLibrary(): Read {
  const dataAt = (id: string) => JSON.parse(wordsOf(document.getElementById(id)));
  const { notice, covers, words, periods: said }: Omit<Embedded, 'letters'> = dataAt('embedded');
  const letters: Letters = dataAt('letters');
  const sounds = arrivedSounds(letters.sounds);
  const told = lettersOf([...[...document.querySelectorAll(LETTERED)].map(wordsOf), words.everyday]);
  const simplified = spelledPairs(letters.simplified, told);
  nameUnits(sounds);
  const periods = new Map(said);
  const readingOf = (words: string) => periods.get(words);
  const tasks = [...document.querySelectorAll<HTMLTableRowElement>('tr[id^="t-"]')]
    .map((row) => readRow(row, readingOf))
    .map((task) => ({ ...task, deadline: withMayFall(task.deadline, readingOf) }));
  const units = [...document.querySelectorAll<HTMLElement>('[data-unit]')]
    .map((head) => readUnit(head, tasks, covers[head.dataset['unit'] ?? '']))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const clauses = [...document.querySelectorAll('.full [id^="c-"]')].map((clause) => ({
    id: clause.id.slice(2),
    text: wordsOf(clause),
  }));
  const sections = [...document.querySelectorAll('h3[id^="section-"]')].map((heading) => {
    const key = heading.id.slice(8);
    const number = Number(/\d+$/u.exec(key)?.[0]);
    const title = (heading.firstChild?.textContent ?? '').replace(/^.*?、/u, '').trim();
    const part = /^\d+$/u.test(key) ? {} : { id: key, part: partOfKey(key) };
    return { number, ...part, title, clauses: clauses.filter(({ id }) => sectionOfClause(id) === key) };
  });
  const named = units.filter((unit) => unit.named);
  const { id, title, number, planTitle, dated } = notice;
  return {
    index: { notices: [{ id, title, number, planTitle, dated }], units: named, simplified },
    words,
    unnamed: units.filter((unit) => !unit.named),
    sounds,
    notice: { notice, sections, tasks, units: named.map(({ slug, name }) => ({ slug, name })) },
  };
}
