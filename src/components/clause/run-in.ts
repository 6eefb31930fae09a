import { loadSeed, type Notice } from '../../load.ts';
import { headingsBefore } from '../../notice/by-section.ts';
import type { Clause, Section, SectionNode } from '../../notice/model.ts';
import { sectionHeading, sectionKey } from '../../notice/names.ts';

const tight = (text: string): string => text.replaceAll(/\s/gu, '');

/**
 * What closes a section's heading where the notice runs it into the paragraph, as received: 。 as a rule; nothing where
 * the heading stands on a line of its own.
 */
export function runInClose(notice: Notice, section: Section): string | undefined {
  const { runs } = notice.account;
  const run = runs.find(({ kind, owner }) => kind === 'heading' && owner === `section-${sectionKey(section)}`);
  const [first] = section.clauses;
  if (section.title === null || !run || first?.lines[0] !== run.line) return undefined;
  const received = tight((loadSeed(notice)[run.line - 1] ?? '').slice(run.from - 1, run.to));
  const heading = tight(sectionHeading(section));
  return received.startsWith(heading) ? received.slice(heading.length) : undefined;
}

/** Sentences that follow one another, and the deeper headings that stand before them. */
export interface Paragraph {
  headings: SectionNode[];
  clauses: Clause[];
}

/** A section's paragraphs: one, or one behind each of its deeper headings. */
export function paragraphsOf(section: Section): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const clause of section.clauses) {
    const headings = headingsBefore(section, clause.id);
    const last = paragraphs.at(-1);
    if (last && headings.length === 0) last.clauses.push(clause);
    else paragraphs.push({ headings, clauses: [clause] });
  }
  return paragraphs;
}
