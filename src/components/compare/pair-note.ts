import type { ComparedPair } from '../../notice/compare.ts';

/** Why two years' tasks are taken for one, and what of them was not compared: a sentence. */
export function pairNote({ reason, open, yearMoved, renamed }: ComparedPair): string {
  const notes = [
    reason,
    yearMoved && '年份顺延，不算变化',
    ...renamed.map((unit) => `${unit.was}已为${unit.is}，不算变化`),
    open.length > 0 && `${open.join('、')}有一年原件待查或可能漏录，没有比较`,
  ];
  return `${notes.filter(Boolean).join('；')}。`;
}
