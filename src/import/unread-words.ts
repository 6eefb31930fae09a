import { placeAt } from '../notice/problem.ts';
import type { DutyReader } from './duty-reader.ts';
import type { Findings } from './finding.ts';
import { isPeriod } from './period-words.ts';
import type { Seed } from './seed.ts';
import type { Chars } from './text/chars.ts';

/** What a person is told of words that may say who must do it or by when, and give no certain duty. */

const SPEAKS_OF_ROLES =
  /[（(〔[【｛{](?!包括|含|如|即|以下|简称|见|详见|附|注|其中|除|原)[^）)]*(?:牵头|配合|按(?:照)?职责|(?:责任|主责|负责)(?:单位|部门)|负责[，。；）)〕\]】｝}])|.{2}(?:责任|牵头|主责|主办|承办)(?:单位|部门|[科处股]室)[：:]/u;

/** Words that say who or when behind several items may speak of the last alone. */
export function warnOfItems(seed: Seed, findings: Findings, count: number, { at }: Chars): void {
  findings.warn(
    `these words say who must do it or by when, behind ${count} items of which no other says it: they are taken for all of them`,
    'Compare with the notice as issued: they may speak of the last item alone.',
    placeAt(seed, at[0] ?? 0),
  );
}

/** Words that say who must do items by their numbers, where the items do not stand around them. */
export function tellItems(seed: Seed, findings: Findings, { text, at }: Chars): void {
  findings.warn(
    `these words say who must do numbered items or by when, and are read as text: ${text.slice(0, 40)}`,
    'The items that they name were not found, or say otherwise who must do them. Compare with the notice as issued.',
    placeAt(seed, at[0] ?? 0),
  );
}

/** Whether a bracket in a text speaks of who must do something. */
export const speaksOfRoles = (text: string): boolean => SPEAKS_OF_ROLES.test(text);

/** Tells words that say who, and give no duty. */
export function tellUnread(seed: Seed, findings: Findings, { text, at }: Chars): void {
  findings.warn(
    `this bracket speaks of who must do it, and is read as text: ${text.slice(0, 40)}`,
    'Compare with the notice as issued. A unit that it names may be missing in seeds/units.yaml.',
    placeAt(seed, at[0] ?? 0),
  );
}

/** A bracket that speaks of roles, and gives no duty that could be read, asks a person. @returns whether it does */
export function tellBracket(
  seed: Seed,
  findings: Findings,
  duties: DutyReader,
  bracket: Chars,
  inside: string,
  atEnd: boolean,
): boolean {
  if (duties.names.mayBeNames(inside))
    findings.note(
      `this bracket may name who must do it, and is read as text: ${bracket.text.slice(0, 40)}`,
      'Nothing tells that these are units. If so, put them into seeds/units.yaml.',
      placeAt(seed, bracket.at[0] ?? 0),
    );
  if (atEnd && isPeriod(inside) && /前|底|末|完成|长期|持续|常态/u.test(inside)) tellTime(seed, findings, bracket);
  const isUnread =
    speaksOfRoles(bracket.text) || (atEnd && !duties.names.mayBeNames(inside) && duties.names.namesSome(inside));
  if (isUnread) tellUnread(seed, findings, bracket);
  return isUnread;
}

/** A bracket that says by when alone. */
export function tellTime(seed: Seed, findings: Findings, { text, at }: Chars): void {
  findings.note(
    `this bracket says by when, and nothing says who: it is read as text: ${text.slice(0, 40)}`,
    'Compare with the notice as issued.',
    placeAt(seed, at[0] ?? 0),
  );
}
