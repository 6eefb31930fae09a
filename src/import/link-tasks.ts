import { NoticeError, placeAt } from '../notice/problem.ts';
import { Linker } from './clause-links.ts';
import { Effort } from './effort.ts';
import type { Findings } from './finding.ts';
import { difference } from './marked-difference.ts';
import type { ImportedSection, ImportedTask } from './result.ts';
import type { Seed } from './seed.ts';

/** How many pairs of letters of annex and body are compared; a real notice needs some millions. */
const MOST_STEPS = 600_000_000;

/**
 * Links each task of an annex to the sentences that it repeats; one that repeats none is no error. Where looking for
 * them has no end, none is linked.
 */
export function linkTasks(seed: Seed, all: ImportedTask[], sections: ImportedSection[], findings: Findings): void {
  const place = placeAt(seed, 0);
  const effort = new Effort(MOST_STEPS, () => new NoticeError('too many sentences are alike', '', place));
  const body = sections.filter(({ part }) => part === 'body');
  const clausesOf = new Map(body.flatMap(({ clauses }) => clauses.map((clause) => [clause.id, clause])));
  const tasks = all.filter(({ origin }) => origin === 'annex');
  try {
    const linker = new Linker(body, effort);
    const found = tasks.map((task) => {
      const links = linker.linksOf(task.text);
      const within = new Set(links.map(({ section }) => section));
      const section = task.section === 0 && within.size === 1 ? ([...within][0] ?? 0) : task.section;
      const clauses = links.filter((link) => section === 0 || link.section === section).map(({ clause }) => clause);
      return { task, section, clauses, differs: difference(task.text, clauses, effort) };
    });
    for (const { task, section, clauses, differs } of found) {
      task.section = section;
      task.clauseIds = clauses.map(({ id }) => id);
      for (const id of task.clauseIds) clausesOf.get(id)?.taskIds.push(task.id);
      if (differs) task.differsFromClause = differs;
    }
  } catch (error) {
    if (!(error instanceof NoticeError)) throw error;
    findings.warn(
      'the tasks of the annex and the sentences of the body are too much alike to tell which repeats which: none is linked',
      'Nothing needs to be done where the notice is phrased so; a piece of it may also stand many times.',
      place,
    );
  }
}
