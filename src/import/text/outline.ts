import { placeAt, quoted } from '../../notice/problem.ts';
import type { Paragraph } from '../document.ts';
import type { Findings } from '../finding.ts';
import type { Seed } from '../seed.ts';
import { type Chars, slice } from './chars.ts';
import { labelled, type OutlineLevel } from './decimals.ts';
import { LABEL_KINDS, type Label, type LabelKind } from './labels.ts';
import { bracketsOf, sentencesOf } from './sentences.ts';

/** A numbered node of a part: a section, an article, an item. */
export interface Node {
  label: Label | null;
  level: OutlineLevel;
  title: string | null;
  /** Label, heading and the heading's own signs. */
  heading: Chars;
  /** A bracket that stands behind the heading, before any text: it speaks of the whole node. */
  headingBracket: Chars | undefined;
  /** Its text, a paragraph each, headings left out. */
  paragraphs: Chars[];
  children: Node[];
  line: number;
}

interface Draft extends Node {
  own: Chars;
  parent: Draft | undefined;
}

const LONGEST_HEADING = 30;
const LONGEST_LINE = 50;

/** Whether the words of a bracket behind a heading or a sentence give a duty. */
export type IsDuty = (text: string) => boolean;

/** How much of a node's first paragraph is its heading: characters behind the label, 0 for none. */
interface HeadingGuess {
  /** Characters of title and the sign that ends it. */
  length: number;
  title: string;
  /** Whether the heading is a line of its own. */
  line: boolean;
  /** Whether it is so only beside others: a short sentence in a line of its own (（二）严格验收。), with text below. */
  weak?: true;
}

/** A heading at the front of a paragraph, as far as this paragraph and the one below it tell. */
function guessHeading(text: string, below: string, alone: boolean, isDuty: IsDuty): HeadingGuess | undefined {
  if (text === '') return undefined;
  const bracket = bracketsOf(text).find(([from, to]) => to === text.length && isDuty(text.slice(from + 1, to - 1)));
  const bare = bracket ? text.slice(0, bracket[0]) : text;
  if (bare !== '' && bare.length <= LONGEST_LINE && !/[。；;！？，,：:]$/u.test(bare) && !bare.includes('。'))
    return { length: bare.length, title: bare, line: true };
  if (bare !== '' && !alone && bare.length <= LONGEST_HEADING && /[：:]$/u.test(bare) && !bare.includes('。'))
    return { length: bare.length, title: bare.slice(0, -1), line: true };
  const colon = /^((?:[^，。；：:“（(〔［[【]|（[^（）]{1,8}）){2,14})[：:](?=.)/u.exec(text);
  if (colon) return { length: colon[0].length, title: colon[1] ?? '', line: false };
  const [first] = sentencesOf(text);
  if (!first) return undefined;
  const stop = text.slice(0, first[1]).search(/[。！？]/u);
  const title = text.slice(0, Math.max(0, stop));
  const rest = text.slice(stop + 1);
  const isAbove = below !== '' && !/^(?:[（(〔[［【｛{]|\p{Script=Han}{2,8}[：:])/u.test(below);
  if (rest === '' && isAbove && /^[^，；：]{2,16}$/u.test(title))
    return { length: stop + 1, title, line: true, weak: true };
  if (stop <= 0 || rest === '' || title.length > LONGEST_HEADING || title.split('，').length > 3) return undefined;
  return { length: stop + 1, title, line: false };
}

/** A heading parted from its text by a wide space (一、总体要求　　坚持…). */
function guessSpaced(seed: Seed, own: Chars): HeadingGuess | undefined {
  for (let index = 2; index <= 22 && index < own.text.length - 6; index++) {
    const [before = 0, here = 0] = [own.at[index - 1], own.at[index]];
    if (/[，。；：]/u.test(own.text[index - 1] ?? '')) return undefined;
    const gap = seed.text.slice(before + 1, here);
    if (/^[^\S\n]*[\u3000][^\S\n]*$|^[^\S\n]{2,}$/u.test(gap))
      return { length: index, title: own.text.slice(0, index), line: false };
  }
  return undefined;
}

/** Gives the nodes of one parent and one kind their headings: they are headed alike, or not at all. */
function headSiblings(seed: Seed, nodes: Draft[], isDuty: IsDuty): void {
  const inArticle = nodes.some(({ parent }) => parent?.label?.kind === 'article');
  const found = nodes.map((node) => {
    const alone = node.paragraphs.length === 0 && node.children.length === 0;
    if (node.label?.kind === 'article') return undefined;
    return guessHeading(node.own.text, node.paragraphs[0]?.text ?? '', alone, isDuty) ?? guessSpaced(seed, node.own);
  });
  const strong = found.some((guess) => guess && !guess.weak) || (nodes.length > 1 && found.every((guess) => guess));
  const guesses = found.map((guess) => (guess?.weak && !strong ? undefined : guess));
  const isList = nodes.some(({ own }) => /[；;]$/u.test(own.text));
  const headed = guesses.filter((guess) => guess !== undefined).length;
  // A paragraph of one sentence (（三）工作原则。) tells nothing of how its siblings are headed.
  const telling = nodes.filter(
    (node, index) => guesses[index] || sentencesOf(node.own.text).length > 1 || node.own.text.length > LONGEST_HEADING,
  ).length;
  for (const [index, node] of nodes.entries()) {
    const guess = guesses[index];
    const chapter = node.label?.kind === 'chapter' || node.label?.kind === 'part';
    const takes = guess && (chapter || (!inArticle && !isList && headed * 2 > telling));
    const cut = takes ? guess.length : 0;
    const label = node.heading;
    const rest = slice(node.own, cut);
    node.title = takes ? guess.title : null;
    node.heading = { text: label.text + node.own.text.slice(0, cut), at: [...label.at, ...node.own.at.slice(0, cut)] };
    if (takes && guess.line && rest.text !== '') node.headingBracket = rest;
    if (rest.text !== '') node.paragraphs.unshift(rest);
  }
}

/**
 * Reads the numbered nodes of one part, and what stands before the first.
 * A number that is missing, doubled or out of order is told, and kept as printed.
 */
export function readOutline(
  seed: Seed,
  paragraphs: Paragraph[],
  findings: Findings,
  isDuty: IsDuty,
): { before: Paragraph[]; nodes: Node[] } {
  const { labels, levels, strange } = labelled(seed, paragraphs);
  if (strange)
    findings.error(
      `this number fits no outline numbered 1, 1.1, 1.1.1: ${quoted(seed.line(strange.line).trim())}`,
      'Compare with the notice as issued: a heading may be missing before it. Else number the headings 一、（一）1. in a copy of the text, and import that.',
      placeAt(seed, strange.chars.at[0] ?? 0),
    );
  tellPlain(seed, labels, findings);
  const before: Paragraph[] = [];
  const roots: Draft[] = [];
  const path: Draft[] = [];
  let articles = 0;
  for (const paragraph of paragraphs) {
    const label = labels.get(paragraph);
    const level = label && levels.get(label.kind);
    const isReference = label?.kind === 'article' && label.value !== articles + 1 && articles > 0;
    if (!label || !level || isReference) {
      const open = path.at(-1);
      if (open) open.paragraphs.push(paragraph.chars);
      else before.push(paragraph);
      continue;
    }
    if (label.kind === 'article') articles = label.value;
    while (path.length > 0 && (path.at(-1)?.level ?? 0) >= level) path.pop();
    const parent = path.at(-1);
    const node: Draft = {
      label,
      level,
      title: null,
      heading: slice(paragraph.chars, 0, label.text.length),
      headingBracket: undefined,
      own: slice(paragraph.chars, label.text.length),
      paragraphs: [],
      children: [],
      line: paragraph.line,
      parent,
    };
    if (parent) parent.children.push(node);
    else roots.push(node);
    path.push(node);
  }
  const last = new Map<LabelKind, number>();
  const groups = (nodes: Draft[]): void => {
    for (const kind of LABEL_KINDS) {
      const alike = nodes.filter(({ label }) => label?.kind === kind);
      if (alike.length === 0) continue;
      headSiblings(seed, alike, isDuty);
      if (kind !== 'article' && !kind.startsWith('plain')) checkNumbers(seed, alike, findings, last);
    }
    for (const node of nodes) groups(node.children as Draft[]);
  };
  groups(roots);
  return { before, nodes: roots };
}

/** Tells which lines were taken for headings that have no number. */
function tellPlain(seed: Seed, labels: Map<Paragraph, Label>, findings: Findings): void {
  const plain = [...labels].filter(([, { kind }]) => kind === 'plain' || kind === 'plainBelow');
  const [first] = plain;
  if (!first) return;
  const levels = new Set(plain.map(([, { kind }]) => kind)).size;
  findings.note(
    `these headings have no numbers, and are told by ${levels > 1 ? 'their style' : 'where they stand'}: ${quoted(plain.map(([{ chars }]) => chars.text).join('，'))}`,
    levels > 1
      ? 'Compare their levels with the notice as issued.'
      : 'All of them stand on one level. Number them 一、（一）1. in a copy of the text to have more.',
    placeAt(seed, first[0].chars.at[0] ?? 0),
  );
}

/** Tells numbers that are missing or stand twice; numbers may run on through several parents. */
function checkNumbers(seed: Seed, nodes: Node[], findings: Findings, last: Map<LabelKind, number>): void {
  const [first] = nodes;
  const kind = first?.label?.kind ?? 'han';
  const running = !kind.startsWith('decimal') && first?.label?.value === (last.get(kind) ?? 0) + 1;
  let previous = running ? (last.get(kind) ?? 0) : 0;
  last.set(kind, nodes.at(-1)?.label?.value ?? 0);
  for (const { label, heading } of nodes) {
    const value = label?.value ?? 0;
    const place = placeAt(seed, heading.at[0] ?? 0);
    const asIs = 'It is kept as printed. Compare with the notice as issued.';
    if (value === previous) findings.warn(`${label?.text} stands twice`, asIs, place);
    else if (value < previous) findings.warn(`${label?.text} stands behind number ${previous}`, asIs, place);
    else if (value > previous + 1)
      findings.warn(
        `${label?.text} stands where number ${previous + 1} should come: ${value - previous === 2 ? `number ${previous + 1} is` : `numbers ${previous + 1} to ${value - 1} are`} missing before it`,
        asIs,
        place,
      );
    previous = value;
  }
}
