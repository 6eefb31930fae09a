import type { DeadlineReading } from './model.ts';

const MONTH = '(\\d{4})年(\\d{1,2})月(底?)前';
const BY = new RegExp(`^${MONTH}(.*)$`, 'u');
const STAGED = new RegExp(`^${MONTH}([^，\\d]+)完成，(\\d{1,2})月(底?)前([^，\\d]+)完成$`, 'u');
const THEN_ONGOING = /^(?:完成并|完成，|(.+)，工作)持续推进$/u;

const monthEnd = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** `YYYY-MM` where the words name a month, `YYYY-MM-DD` where they name its end (底). */
function dateOf(year: string, month: string, end: string): string | undefined {
  const number = Number(month);
  if (number < 1 || number > 12) return undefined;
  const named = `${year}-${String(number).padStart(2, '0')}`;
  return end ? `${named}-${monthEnd(Number(year), number)}` : named;
}

/**
 * What the words of a deadline say, and no more. The forms are those of the annex of
 * 渝府办发〔2022〕34号, lines 76 to 496 of its seed.
 *
 * @param text a deadline cell, stray spaces healed
 * @returns `undefined` for words that are no deadline
 */
export function readDeadline(text: string): DeadlineReading | undefined {
  if (text === '持续推进') return { kind: 'ongoing' };
  const staged = STAGED.exec(text);
  if (staged) {
    const [, year = '', month = '', end = '', who = '', month2 = '', end2 = '', who2 = ''] = staged;
    const first = dateOf(year, month, end);
    const second = dateOf(year, month2, end2);
    if (!first || !second) return undefined;
    return {
      kind: 'staged',
      stages: [
        { who, date: first },
        { who: who2, date: second },
      ],
    };
  }
  const yearEnd = /^(\d{4})年底前(?:完成)?$/u.exec(text);
  if (yearEnd) return { kind: 'by', date: `${yearEnd[1]}-12-31` };
  const by = BY.exec(text);
  if (!by) return undefined;
  const [, year = '', month = '', end = '', rest = ''] = by;
  const date = dateOf(year, month, end);
  if (!date) return undefined;
  if (rest === '' || rest === '完成') return { kind: 'by', date };
  const ongoing = THEN_ONGOING.exec(rest);
  if (ongoing) {
    const milestone = ongoing[1];
    return { kind: 'by-then-ongoing', date, ...(milestone ? { milestone } : {}) };
  }
  return /^[\p{Script=Han}“”、]+$/u.test(rest) ? { kind: 'by', date, milestone: rest } : undefined;
}
