import type { DeadlineReading } from './model.ts';

const YEAR = '((?:19|20)\\d{2})年';
const MONTH = `${YEAR}(\\d{1,2})月(底?)前`;
const BY = new RegExp(`^${MONTH}(.*)$`, 'u');
const STAGED = new RegExp(`^${MONTH}([^，\\d]+)完成，(\\d{1,2})月(底?)前([^，\\d]+)完成$`, 'u');
const YEAR_END = new RegExp(`^${YEAR}底前(.*)$`, 'u');
const THEN_ONGOING = /^(?:完成并|完成，|(.+)，工作)持续推进$/u;

/** The words that a milestone begins with. */
const DONE = /^(?:完成|实现|建立|建成|健全|制定|编制|出台|印发|发布|公布|启动|开通|上线|投用|形成)/u;
/** Words that say something else than what must be done by then: that it must not, that more follows, a second date. */
const OTHERWISE = /[不未无勿禁停暂除免并]|持续|推进|[年月日周季前后起内]/u;

/** Whether words say plainly what is done: nothing is read of words that may say more than that. */
const isPlain = (words: string) => /^[\p{Script=Han}“”、]+$/u.test(words) && !OTHERWISE.test(words);
const isMilestone = (words: string) => DONE.test(words) && isPlain(words);

/** The longest text that is taken for a deadline, in UTF-16 units. */
export const LONGEST_DEADLINE = 60;

const monthEnd = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** `YYYY-MM` where the words name a month, `YYYY-MM-DD` where they name its end (底). */
function dateOf(year: string, month: string, end: string): string | undefined {
  const number = Number(month);
  if (!year || number < 1 || number > 12) return undefined;
  const named = `${year}-${String(number).padStart(2, '0')}`;
  return end ? `${named}-${monthEnd(Number(year), number)}` : named;
}

/** The date of `Y年M月前…` or `Y年底前…`, and the words behind it. */
function dated(text: string): { date: string; words: string } | undefined {
  const yearEnd = YEAR_END.exec(text);
  if (yearEnd) return { date: `${yearEnd[1]}-12-31`, words: yearEnd[2] ?? '' };
  const [, year = '', month = '', end = '', words = ''] = BY.exec(text) ?? [];
  const date = dateOf(year, month, end);
  return date ? { date, words } : undefined;
}

/** `Y年M月前甲完成，M月前乙完成`: both in the one year that is named, so the second no earlier than the first. */
function readStaged(text: string): DeadlineReading | undefined {
  const [, year = '', month = '', end = '', who = '', month2 = '', end2 = '', who2 = ''] = STAGED.exec(text) ?? [];
  const first = dateOf(year, month, end);
  const second = dateOf(year, month2, end2);
  if (!first || !second || Number(month2) < Number(month) || !isPlain(who) || !isPlain(who2)) return undefined;
  return {
    kind: 'staged',
    stages: [
      { who, date: first },
      { who: who2, date: second },
    ],
  };
}

/**
 * What the words of a deadline say, and no more. The forms are those of the annex of
 * 渝府办发〔2022〕34号, lines 76 to 496 of its seed; other words are not read.
 *
 * @param text a deadline cell, stray spaces healed
 * @returns `undefined` for words that are no deadline, or one that is not read
 */
export function readDeadline(text: string): DeadlineReading | undefined {
  if (text === '持续推进') return { kind: 'ongoing' };
  if (text.length > LONGEST_DEADLINE || !text.includes('前')) return undefined;
  const staged = readStaged(text);
  if (staged) return staged;
  const { date, words } = dated(text) ?? {};
  if (date === undefined || words === undefined) return undefined;
  if (words === '' || words === '完成') return { kind: 'by', date };
  const ongoing = THEN_ONGOING.exec(words);
  if (ongoing) {
    const milestone = ongoing[1];
    if (milestone === undefined) return { kind: 'by-then-ongoing', date };
    return isMilestone(milestone) ? { kind: 'by-then-ongoing', date, milestone } : undefined;
  }
  return isMilestone(words) ? { kind: 'by', date, milestone: words } : undefined;
}

/**
 * Whether a text is a deadline, read or not: 持续推进, or a date and words behind it. What its words
 * say is not read unless {@link readDeadline} knows them; they stand as printed.
 */
export function isDeadline(text: string): boolean {
  if (text === '持续推进') return true;
  return (
    text.length <= LONGEST_DEADLINE &&
    text.includes('前') &&
    /^[\p{Script=Han}\d“”、，]+$/u.test(text) &&
    dated(text) !== undefined
  );
}

/** Whether a deadline that is read may begin with a text. */
export const mayBeginDeadline = (text: string): boolean =>
  '持续推进'.startsWith(text) || (text.length <= LONGEST_DEADLINE && /^(?:\d{1,4}$|\d{4}年)/u.test(text));
