import type { Paragraph } from '../document.ts';
import type { Seed } from '../seed.ts';
import { decimalOf, LABEL_KINDS, type Label, type LabelKind, labelOf } from './labels.ts';

export type OutlineLevel = 1 | 2 | 3 | 4;

/** The labels of a part, with the level that each kind of them begins. */
export interface Labelled {
  labels: Map<Paragraph, Label>;
  levels: Map<LabelKind, OutlineLevel>;
  /** The first line that begins with a decimal number which fits no outline. */
  strange?: Paragraph;
}

const DECIMALS: readonly LabelKind[] = ['decimal2', 'decimal3', 'decimal4'];
/** The kinds of labels that a level is kept for, whether they occur or not. */
const USUAL: readonly LabelKind[] = ['han', 'hanBracket', 'digit', 'digitBracket', 'circle'];
const isDecimal = ({ kind }: Label) => DECIMALS.includes(kind);
/** 1 总则: a heading that has a number, and no sign behind it. */
const BARE = /^\s*(\d{1,2})(?=[^\S\n]*[\p{Script=Han}\p{Nl}“《])/u;
/** What a number without a sign counts, where no blank parts the two: 3月, 5个. */
const COUNTED = /^\d{1,2}(?:[月日年个家名项所次份天周号级时点分条种类件人户处座]|小时)/u;
const LONGEST_BARE = 24;

interface Candidate {
  paragraph: Paragraph;
  label: Label;
  /** 2, 1, 3 of 2.1.3; of another label its value alone. */
  numbers: number[];
}

function plainCandidate(paragraph: Paragraph): Candidate | undefined {
  const label = labelOf(paragraph.chars.text);
  return label && !isDecimal(label) ? { paragraph, label, numbers: [label.value] } : undefined;
}

function candidateIn(seed: Seed, paragraph: Paragraph): Candidate | undefined {
  const raw = seed.line(paragraph.line).trim();
  // The row of a table that was lost: a heading has no cells.
  const cells = raw.split(/\s+/u).filter((part) => part.length > 1 && !/^[\d.．]+$/u.test(part));
  if (raw.includes('\t') || cells.length > 2) return plainCandidate(paragraph);
  const { text } = paragraph.chars;
  const decimal = decimalOf(raw);
  if (decimal) return { paragraph, label: decimal, numbers: decimal.numbers };
  if (labelOf(text)) return plainCandidate(paragraph);
  const [, number] = BARE.exec(raw) ?? [];
  const isHeading = text.length <= LONGEST_BARE && !/[。；;，,：:\d]$/u.test(text) && !COUNTED.test(raw);
  if (number === undefined || !isHeading) return undefined;
  return { paragraph, label: { kind: 'bare', text: number, value: Number(number) }, numbers: [Number(number)] };
}

/** Where labels begin a level: in their order, kinds that do not occur left out above the first. */
function plainLevels(kinds: Set<LabelKind>): LabelKind[] {
  const legal = (['plain', 'plainBelow', 'chapter', 'part', 'article', 'roman'] as const).some((kind) =>
    kinds.has(kind),
  );
  const plain = LABEL_KINDS.filter((kind) => USUAL.includes(kind) || kinds.has(kind));
  const order = legal ? plain.filter((kind) => kinds.has(kind)) : plain;
  return order.slice(
    Math.max(
      0,
      order.findIndex((kind) => kinds.has(kind)),
    ),
  );
}

const numbered = (order: LabelKind[]): Labelled['levels'] =>
  new Map(order.map((kind, index) => [kind, Math.min(4, index + 1) as OutlineLevel]));

/** The first decimal number behind the heading that it counts under: 1.1 behind 1 总则, 1. or 一、. */
function beginOf(candidates: Candidate[]): { at: number; top: LabelKind } | undefined {
  for (const [at, { numbers }] of candidates.entries()) {
    if (numbers.length !== 2 || numbers[1] !== 1) continue;
    const above = candidates[at - 1];
    if (above && above.numbers.length === 1 && above.label.value === numbers[0]) return { at, top: above.label.kind };
  }
  return undefined;
}

/** What a line without a number may hold that heads the text under it. */
const HEADING = /^(?!.*(?:[局委厅办院会]|公司|中心)$)[\p{Script=Han}“”《》（）\d]{2,24}$/u;
const SENTENCE = /[，。；].*[。；）)〕\]】]$|。$/u;

/**
 * Lines that are headings without a number, by their style, or by where they stand: in a text without any numbers each
 * above a sentence, in one whose numbers begin anew each above a number 1.
 */
function headingsAmong(paragraphs: Paragraph[], candidates: Candidate[]): Candidate[] {
  const of = new Map(candidates.map((each) => [each.paragraph, each.label]));
  const kinds = new Set(candidates.map(({ label }) => label.kind));
  const top = LABEL_KINDS.find((kind) => kinds.has(kind));
  if (top !== undefined && LABEL_KINDS.indexOf(top) < LABEL_KINDS.indexOf('digit')) return [];
  const isLine = (at: number) => {
    const paragraph = paragraphs[at];
    return paragraph !== undefined && !of.has(paragraph) && HEADING.test(paragraph.chars.text);
  };
  const heads = (at: number): boolean => {
    const next = paragraphs[at + 1];
    const label = next && of.get(next);
    if (!next) return false;
    if (paragraphs[at]?.heads !== undefined) return true;
    return top === undefined ? SENTENCE.test(next.chars.text) : label?.kind === top && label.value === 1;
  };
  const above = paragraphs.flatMap((_, at) => (isLine(at) && heads(at) ? [at] : []));
  if (above.length < 2) return [];
  // 重点任务 above the first of its tasks, a heading too.
  const all = paragraphs.flatMap((_, at) => (isLine(at) && (heads(at) || above.includes(at + 1)) ? [at] : []));
  const found = all.flatMap((at) => paragraphs[at] ?? []);
  const styled = found.every(({ heads }) => heads !== undefined);
  const widest = Math.min(...found.map(({ heads = 0 }) => heads));
  return found.map((paragraph, index) => {
    const isWidest = !styled || paragraph.heads === widest;
    const label: Label = { kind: isWidest ? 'plain' : 'plainBelow', text: '', value: index + 1 };
    return { paragraph, label, numbers: [index + 1] };
  });
}

/** 2.50个小区 between 1. and 3. is item 2: a number that only the items around it tell from 2.50. */
function withSkipped(seed: Seed, paragraphs: Paragraph[], candidates: Candidate[]): Candidate[] {
  return candidates.flatMap((candidate, at) => {
    let behind = at + 1;
    while (behind < candidates.length && candidates[behind]?.label.kind !== candidate.label.kind) behind++;
    const next = candidates[behind];
    const number = candidate.label.value + 1;
    if (candidate.label.kind !== 'digit' || next?.label.value !== number + 1) return [candidate];
    const form = new RegExp(`^\\s*${number}[.．](?=\\d)`, 'u');
    const between = paragraphs.slice(paragraphs.indexOf(candidate.paragraph) + 1, paragraphs.indexOf(next.paragraph));
    const [only, ...more] = between.filter(({ line }) => form.test(seed.line(line)));
    if (!only || more.length > 0) return [candidate];
    const label: Label = { kind: 'digit', text: only.chars.text.slice(0, String(number).length + 1), value: number };
    return [candidate, { paragraph: only, label, numbers: [number] }];
  });
}

/**
 * The labels that paragraphs begin with. Headings numbered 1, 1.1, 1.1.1 are an outline where each number follows from
 * those before it; where none does, a number with a point stands as text.
 */
export function labelled(seed: Seed, paragraphs: Paragraph[]): Labelled {
  const candidates = withSkipped(
    seed,
    paragraphs,
    paragraphs.flatMap((paragraph) => candidateIn(seed, paragraph) ?? []),
  );
  const begin = beginOf(candidates);
  const isPlain = ({ label }: Candidate) => label.kind !== 'bare' && !isDecimal(label);
  if (!begin) {
    const plain = [...headingsAmong(paragraphs, candidates), ...candidates.filter(isPlain)];
    const labels = new Map(plain.map(({ paragraph, label }) => [paragraph, label]));
    const levels = numbered(plainLevels(new Set(plain.map(({ label }) => label.kind))));
    const decimals = candidates.filter(({ label }) => isDecimal(label));
    const isNumbered =
      decimals.length > 1 && candidates.some(({ label: { kind, value } }) => kind === 'bare' && value === 1);
    return isNumbered && decimals[0] ? { labels, levels, strange: decimals[0].paragraph } : { labels, levels };
  }
  return walk(candidates, begin);
}

function walk(candidates: Candidate[], { at: begin, top }: { at: number; top: LabelKind }): Labelled {
  const labels: Labelled['labels'] = new Map();
  let strange: Paragraph | undefined;
  let path: number[] = [];
  let item = 0;
  const next = (at: number) => candidates.slice(at + 1).find(({ label }) => isDecimal(label))?.numbers ?? [];
  const heads = (at: number, value: number) => next(at)[0] === value && next(at)[1] === 1;
  for (const [at, { paragraph, label, numbers }] of candidates.entries()) {
    if (isDecimal(label)) {
      const above = numbers.slice(0, -1);
      const follows =
        above.every((number, index) => number === path[index]) && label.value >= (path[above.length] ?? 0);
      // 3.5 behind 3.1 counts something where 3.2 is yet to come.
      const skips = label.value > (path[above.length] ?? 0) + 1;
      const isEarly = (each: Candidate) =>
        each.numbers.length === numbers.length &&
        above.every((number, index) => number === each.numbers[index]) &&
        each.label.value < label.value;
      if (follows && skips && candidates.slice(at + 1).some(isEarly)) continue;
      if (!follows) {
        if (at >= begin) strange ??= paragraph;
        continue;
      }
      path = numbers;
      item = 0;
      labels.set(paragraph, label);
      continue;
    }
    if (label.kind !== top) {
      if (label.kind !== 'bare') labels.set(paragraph, label);
      continue;
    }
    const isNext = label.value === (path[0] ?? 0) + 1;
    // 2. amid 1.1 and 1.2 is an item of a list.
    const isInside = path.length > 0 && next(at)[0] === path[0];
    const goesOn = top === 'digit' && item > 0 && label.value === item + 1;
    const isNumber = top === 'bare' || top === 'digit';
    if (isNext && goesOn && !isInside && !heads(at, label.value)) strange ??= paragraph;
    if (!isNumber || heads(at, label.value) || (isNext && !isInside)) {
      path = [label.value];
      item = 0;
      labels.set(paragraph, label);
    } else if (top === 'digit') {
      item = label.value;
      labels.set(paragraph, { ...label, kind: 'item' });
    }
  }
  const kinds = new Set([...labels.values()].map(({ kind }) => kind));
  const before = new Set(candidates.slice(0, begin).flatMap(({ paragraph }) => labels.get(paragraph)?.kind ?? []));
  const above = LABEL_KINDS.slice(0, LABEL_KINDS.indexOf(top) + 1).filter((kind) => before.has(kind));
  const below = LABEL_KINDS.filter((kind) => kinds.has(kind) && !above.includes(kind));
  const order = [
    ...above,
    ...DECIMALS.filter((kind) => kinds.has(kind)),
    ...below.filter((kind) => !DECIMALS.includes(kind)),
  ];
  return { labels, levels: numbered(order), ...(strange ? { strange } : {}) };
}

/** The lines that are headings by a number alone, 1 总则, which nothing else tells from a line of words. */
export function bareHeadings(seed: Seed, paragraphs: Paragraph[]): Set<Paragraph> {
  return new Set(
    [...labelled(seed, paragraphs).labels].filter(([, { kind }]) => kind === 'bare').map(([each]) => each),
  );
}
