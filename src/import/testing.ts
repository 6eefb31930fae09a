import { join } from 'node:path';
import { ROLES } from '../notice/duties.ts';
import { formatFinding } from './finding.ts';
import { contextOf, importNamed, readVocabulary } from './folder.ts';
import type { Given } from './given.ts';
import type { ImportContext } from './notice-import.ts';
import { type NamedBytes, sourcesIn } from './receive.ts';
import type { Imported, ImportedTask } from './result.ts';
import type { ProposedUnit, UnitBook } from './units/unit-book.ts';

/** What tests of the import share: the corpus, and ways to import files and texts. */

export const CORPUS = 'tests/fixtures/notices';

/** The project's own vocabulary, read once: it takes longer than to import a text. */
export const vocabulary = readVocabulary('seeds');
export const { columns } = vocabulary;
/** A book of units, without any that a run named before unless given. */
export const newBook = (known: ProposedUnit[] = []): UnitBook => contextOf(vocabulary, known).book;

export interface Run {
  notice: Imported | undefined;
  /** Every finding as the command line prints it. */
  told: string[];
  refused: boolean;
  context: ImportContext;
  /** Names of a task's units in a role, in printed order. */
  names(task: ImportedTask | undefined, role: 'lead' | 'support' | 'responsible'): string[];
}

/** Imports files given by name and bytes. */
export async function importBytes(id: string, files: NamedBytes[], given?: Given): Promise<Run> {
  const context = contextOf(vocabulary);
  const { notice, findings } = await importNamed(id, files, context, given);
  return {
    notice,
    told: findings.all.map(formatFinding),
    refused: findings.refused,
    context,
    names: (task, role) =>
      (task?.[role]?.units ?? []).map((slug) => context.book.entries.find((unit) => unit.slug === slug)?.name ?? slug),
  };
}

/** Imports one text. */
export const importText = (text: string): Promise<Run> =>
  importBytes('test', [['notice.txt', new TextEncoder().encode(text)]]);

/** Imports an order of a county's office that issues a plan, with the lines of the plan; the first is the eighth of all. */
export const importPlan = (plan: string, ...lines: string[]): Promise<Run> =>
  importText(`石泓县人民政府办公室关于印发石泓县${plan}的通知
石政办发〔2024〕6号
各乡镇人民政府：
现印发给你们，请认真组织实施。
石泓县人民政府办公室
2024年2月20日
石泓县${plan}
${lines.join('\n')}
`);

/** Imports a folder of the corpus. */
export function importFolder(path: string): Promise<Run> {
  return importBytes(path.split('/').at(-1) ?? path, sourcesIn(join(CORPUS, path)));
}

/** The duties that a run read: the words of each, its units by role, and its deadline as printed. */
export function dutiesOf({ notice, names }: Run): Record<string, string | null>[] {
  return (notice?.tasks ?? []).map((task) => ({
    text: task.text,
    ...Object.fromEntries(ROLES.flatMap((role) => (task[role] ? [[role, names(task, role).join('、')]] : []))),
    ...(task.deadline ? { deadline: task.deadline.text } : {}),
  }));
}
