import { ROLE_NAMES } from '../notice/duties.ts';
import { nameOfNotice } from '../notice/names.ts';
import { toNumeral } from '../notice/numerals.ts';
import { STATUS_NAMES } from '../notice/statuses.ts';
import type { Understood } from './model.ts';
import type { Piece } from './understand.ts';

type Label = Omit<Understood, 'without'>;

/** What was understood, in words: for a chip that says it, and takes it away again. */
export function labelOf(meaning: Piece['meaning']): Label[] {
  switch (meaning.kind) {
    case 'unit':
      return meaning.units.filter(({ named }) => named).map(({ name }) => ({ kind: 'unit', label: name }));
    case 'role':
      return [{ kind: 'role', label: ROLE_NAMES[meaning.role] }];
    case 'month':
      return [
        {
          kind: 'due',
          label: `${meaning.year ? `${meaning.year}年` : ''}${Number(meaning.month)}月${meaning.until ? `至${Number(meaning.until)}月` : ''}`,
        },
      ];
    case 'ongoing':
      return [{ kind: 'due', label: '持续推进' }];
    case 'section':
      return [{ kind: 'section', label: `第${toNumeral(meaning.section)}部分` }];
    case 'task':
      return [
        { kind: 'task', label: `任务 ${meaning.section}-${meaning.row}${meaning.to ? ` 至 ${meaning.to}` : ''}` },
      ];
    case 'row':
      return [{ kind: 'task', label: `附件${meaning.row ? `第 ${meaning.row} ` : '最后一'}行` }];
    case 'clause':
      return [{ kind: 'section', label: `第${toNumeral(meaning.section)}部分第 ${meaning.sentence} 句` }];
    case 'notice':
      return [{ kind: 'notice', label: nameOfNotice(meaning.notice) }];
    case 'status':
      return [{ kind: 'status', label: STATUS_NAMES[meaning.status] }];
    case 'annex':
      return [{ kind: 'annex', label: '附件' }];
    case 'word':
      return meaning.word.topic ? [{ kind: 'topic', label: meaning.word.topic }] : [];
    default:
      return [];
  }
}
