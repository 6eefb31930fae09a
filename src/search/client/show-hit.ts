import { areLists, candidatesOf, separatorBehind } from '../../notice/candidates.ts';
import { COLUMN_NAMES } from '../../notice/columns.ts';
import { ROLE_NAMES } from '../../notice/duties.ts';
import { toNumeral } from '../../notice/numerals.ts';
import { STATUS_NAMES } from '../../notice/statuses.ts';
import type { Excerpt, FieldPart, Hit, SearchField, SearchRecord } from '../model.ts';
import { element } from './dom.ts';
import type { Addresses } from './host.ts';

const PART_NAMES: Record<FieldPart, string> = {
  ...COLUMN_NAMES,
  title: '',
  text: '',
  fact: '',
};

const statusMark = (status: SearchField['status']): Node[] =>
  status && status !== 'printed' ? [element('span', { class: `mark ${status}` }, STATUS_NAMES[status])] : [];

/** The values that an open cell may have, in words: 可能是 2022年8月前、10月前，或持续推进. */
function possible(texts: string[]): string {
  const values = candidatesOf({ candidates: texts }).map(({ text }) => text);
  return `可能是 ${values.map((value, at) => value + separatorBehind(at, values.length, areLists(texts))).join('')}`;
}

/** A cell in short: its value, or that it is open, and what it may be. */
function cell(label: string, { texts, status }: SearchField): HTMLElement {
  const value = status !== 'open' ? (texts[0] ?? '') : texts.length > 0 ? possible(texts) : '原件此格未能录出';
  return element('span', { class: 'cell' }, `${label} `, ...statusMark(status), value);
}

const field = ({ fields }: SearchRecord, part: FieldPart) => fields.find((each) => each.part === part);

/** Section, lead unit and deadline of what was found. */
function factsOf(record: SearchRecord): HTMLElement[] {
  const { section, kind } = record;
  const lead = field(record, 'lead');
  const deadline = field(record, 'deadline');
  const pieces = [
    ...(section && kind !== 'unit'
      ? [element('span', { class: 'cell' }, `第${toNumeral(section.number)}部分 ${section.title}`)]
      : []),
    ...(lead ? [cell(ROLE_NAMES.lead, lead)] : []),
    ...(deadline ? [cell('时限', deadline)] : []),
  ];
  return pieces.length > 0 ? [element('p', { class: 'hit-facts' }, ...pieces)] : [];
}

function excerpt({ part, status, pieces }: Excerpt): HTMLElement {
  const label = PART_NAMES[part];
  return element(
    'p',
    { class: label ? 'from-cell' : 'excerpt' },
    ...(label ? [element('span', { class: 'count' }, label)] : []),
    ...statusMark(status),
    ...(status === 'open' ? ['可能是：'] : []),
    ...pieces.map(({ text, found }) => (found ? element('mark', {}, text) : text)),
  );
}

/** One hit as an article whose heading holds its one link. @param notice the name of its notice, where there are several */
export function showHit(hit: Hit, addresses: Addresses, notice?: string): HTMLElement {
  const { kind, url, title, facts = [], record, excerpts, phrases, possible, same } = hit;
  return element(
    'article',
    { 'data-hit': kind, 'data-possible': possible ? '' : undefined },
    element('h2', {}, element('a', { href: addresses.hit(url, phrases) }, title)),
    ...(notice ? [element('p', { class: 'of-notice' }, notice)] : []),
    ...(possible ? [element('p', { class: 'note' }, '只有原件待查或可能漏录的内容里有，可能是，也可能不是')] : []),
    ...facts.map((fact) => element('p', { class: 'fact' }, fact)),
    ...(record ? factsOf(record) : []),
    ...(kind === 'unit' ? [] : excerpts.map(excerpt)),
    ...(same
      ? [
          element(
            'p',
            { class: 'note' },
            '正文里同一句话：',
            element('a', { href: addresses.hit(same.url, same.phrases) }, same.title),
          ),
        ]
      : []),
  );
}
