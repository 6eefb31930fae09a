import type { StoredTask } from '../data/stored.ts';
import type { Account, NoticeHead, NoticePart, Section, Task } from '../notice/model.ts';
import type { SourceFile } from './document.ts';
import type { Finding } from './finding.ts';

export type ImportedSection = Section;

/** A task with the cells that there are. */
export type ImportedTask = StoredTask & Pick<Task, 'clauseIds'>;

/** What every import makes of a notice; one whose annex was flattened has no parts. */
export interface Read {
  head: NoticeHead;
  parts?: NoticePart[];
  sections: Section[];
  tasks: ImportedTask[];
  account: Account;
}

/** What an import makes of a notice in any form. */
export interface Imported extends Read {
  parts: NoticePart[];
  files: SourceFile[];
  findings: Finding[];
  /** The joint text, for the source page. */
  text: string;
}
