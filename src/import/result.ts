import type { Account, NoticeHead, NoticePart, Section, Task } from '../notice/model.ts';
import type { SourceFile } from './document.ts';
import type { Finding } from './finding.ts';

export type ImportedSection = Section;

/** A task with the cells that there are. */
export type ImportedTask = Omit<Task, 'lead' | 'support' | 'deadline'> &
  Partial<Pick<Task, 'lead' | 'support' | 'deadline'>>;

/** What an import makes of a notice in any form. */
export interface Imported {
  head: NoticeHead;
  parts: NoticePart[];
  sections: Section[];
  tasks: ImportedTask[];
  account: Account;
  files: SourceFile[];
  findings: Finding[];
  /** The joint text, for the source page. */
  text: string;
}
