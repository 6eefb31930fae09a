import type { NoticeHead, Section, SectionNode, Task } from './model.ts';
import { toNumeral } from './numerals.ts';

type Named = Pick<NoticeHead, 'title' | 'planTitle' | 'number'>;

/** What a notice is called: the plan that it issues, else its own title. */
export const nameOfNotice = ({ title, planTitle }: Omit<Named, 'number'>): string => planTitle ?? title;

/** The name of one of several notices by its id. */
export function nameIn(notices: readonly (Omit<Named, 'number'> & { id: string })[], id: string | undefined): string {
  const notice = notices.find((each) => each.id === id);
  return notice ? nameOfNotice(notice) : (id ?? '');
}

/** What tells a notice apart in a few letters: its number, else its name. */
export const markOf = (notice: Named): string => notice.number ?? nameOfNotice(notice);

/** A notice as it is cited: 《…》（渝府办发〔2022〕34号）. */
export const citedAs = (notice: Named): string =>
  `《${nameOfNotice(notice)}》${notice.number === null ? '' : `（${notice.number}）`}`;

type Numbered = Pick<Section, 'number' | 'id' | 'part' | 'label'>;

/** What stands for a section in addresses: `3`, `l-3`, `a2-3`. */
export const sectionKey = ({ number, id }: { number: number; id?: string | undefined }): string => id ?? String(number);

/** The part that a section's place in addresses names: `l-3` is of the letter. */
export const partOfKey = (key: string): string =>
  key.startsWith('l') ? 'letter' : key.startsWith('a') ? `annex-${/\d+/.exec(key)?.[0]}` : 'body';

/** The section that a deeper heading stands in: `3` of `3-2-1`, `a2-1` of `a2-1-4`. */
export const sectionOfNode = (node: string): string => /^(?:[al]\d*-)?\d+/.exec(node)?.[0] ?? node;

/** The section that a clause's id names. */
export const sectionOfClause = (clause: string): string => clause.replace(/-\d+$/, '');

export const inBody = ({ part }: Pick<Section, 'part'>): boolean => part === undefined || part === 'body';

/** Whether a task belongs to a section. */
export const belongsTo = (task: Pick<Task, 'section' | 'part'>, section: Pick<Section, 'number' | 'part'>): boolean =>
  task.section === section.number && (task.part ?? 'body') === (section.part ?? 'body');

const CLOSED = /[、.．。：:）)]$/u;
const headed = (label: string, title: string | null): string =>
  title === null ? label.replace(/、$/u, '') : `${label}${label === '' || CLOSED.test(label) ? '' : '　'}${title}`;

/** A section's heading as printed; a text under no heading is called what it is. */
export function sectionHeading({ number, id, label, title }: Numbered & Pick<Section, 'title'>): string {
  if (label === undefined && title === null) return '正文';
  return headed(label ?? (id === undefined ? `${toNumeral(number)}、` : ''), title);
}

export const nodeHeading = ({ label, title }: Pick<SectionNode, 'label' | 'title'>): string => headed(label, title);

/** Where a section stands, in words: 第三部分, 附件二第三部分. */
export function sectionPlace({ number, part }: Numbered): string {
  const annex = /^annex-(\d+)$/u.exec(part ?? '')?.[1];
  const within = part === 'letter' ? '印发通知' : annex ? `附件${toNumeral(Number(annex))}` : '';
  return `${within}第${toNumeral(number)}部分`;
}

const PARTS: [RegExp, (number: number) => string][] = [
  [/^l-?/u, () => '印发通知'],
  [/^a(\d+)[b-]?/u, (number) => `附件${toNumeral(number)}`],
];

/** The numbers of an id, and the part that its beginning names. */
function readId(id: string): { part: string; first: number; second: number } {
  for (const [pattern, words] of PARTS) {
    const match = pattern.exec(id);
    if (!match) continue;
    const [first = 0, second = 0] = id.slice(match[0].length).split('-').map(Number);
    return { part: words(Number(match[1])), first, second };
  }
  const [first = 0, second = 0] = id.replace(/^b/u, '').split('-').map(Number);
  return { part: '', first, second };
}

/** Where a sentence stands, in words: 第十三部分第三句. */
export function placeOfClause(id: string): string {
  const { part, first, second } = readId(id);
  return `${part}第${toNumeral(first)}部分第${second}句`;
}

/** Where a task stands, in words: 附件第十三部分第8行; from the text, 第三部分第2项任务. */
export function placeOfTask(id: string): string {
  const { part, first, second } = readId(id);
  const isRow = /^\d/u.test(id);
  return isRow ? `附件第${toNumeral(first)}部分第${second}行` : `${part}第${toNumeral(first)}部分第${second}项任务`;
}
