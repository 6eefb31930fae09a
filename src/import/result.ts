import type { Account, Cell, DeadlineCell, Fact, LineRange, NoticeHead, Section, Task } from '../notice/model.ts';
import type { SourceFile } from './document.ts';
import type { Finding } from './finding.ts';

/** A numbered node below a section. */
export interface SectionNode {
  id: string;
  label: string;
  level: 2 | 3 | 4;
  title: string | null;
  firstClause?: string;
}

export interface ImportedSection extends Omit<Section, 'title'> {
  id?: string;
  label?: string;
  part?: string;
  title: string | null;
  nodes?: SectionNode[];
}

export interface ImportedTask extends Omit<Task, 'lead' | 'support' | 'deadline' | 'lines'> {
  node?: string;
  origin?: 'annex' | 'text';
  /** The heading that the row comes under in its table, as printed. */
  group?: string;
  lead?: Cell;
  support?: Cell;
  responsible?: Cell;
  deadline?: DeadlineCell;
  other?: Record<string, string>;
  lines: LineRange[];
}

export interface ImportedHead
  extends Omit<NoticeHead, 'number' | 'dated' | 'published' | 'addressees' | 'opening' | 'planTitle' | 'preamble'> {
  number: string | null;
  issuers?: string[];
  place?: string;
  dated: string | null;
  published: string | null;
  addressees: Fact | null;
  opening: Fact | null;
  planTitle: string | null;
  preamble: Fact | null;
}

/** What an import makes of a notice in any form. */
export interface Imported {
  head: ImportedHead;
  parts: { id: string; title: string | null }[];
  sections: ImportedSection[];
  tasks: ImportedTask[];
  account: Account;
  files: SourceFile[];
  findings: Finding[];
  /** The joint text, for the source page. */
  text: string;
}
