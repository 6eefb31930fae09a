import type { Nodes, RootContent } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFileMessage } from 'vfile-message';
import { parse as parseYaml } from 'yaml';
import type { Clause, Section } from './model.ts';
import { NoticeError, type Place } from './problem.ts';

/** A section as its MDX file tells it: all but the lines of the source, which `notice.json` holds. */
export interface StoredSection extends Omit<Section, 'clauses'> {
  clauses: (Omit<Clause, 'lines'> & { place: Place })[];
}

/** Alone between blank lines and without a letter of its own an element is a block, else it stands in a paragraph. */
type Element = MdxJsxFlowElement | MdxJsxTextElement;

const parser = unified().use(remarkParse).use(remarkMdx);

/** Whatever is not a visible letter, digit or sign beyond ASCII: it may be syntax, or be overlooked. */
const STRETCH = /[^[\p{L}\p{N}\p{P}\p{S}]--\p{ASCII}--\p{Default_Ignorable_Code_Point}]+/gv;
const WORDS = /^[0-9A-Za-z]+(?: [0-9A-Za-z]+)*$/;
/** What a reader of the file would not see. */
const UNSEEN = /[^[[\p{L}\p{N}\p{P}\p{S}]--\p{Default_Ignorable_Code_Point}] ]/gv;

const escaped = (char: string) =>
  Array.from({ length: char.length }, (_, at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');

/** A text as a literal that JSON, JavaScript and YAML read alike, nothing invisible in it. */
const literal = (text: string) => JSON.stringify(text).replace(UNSEEN, escaped);

/** Words that no syntax can arise from: letters stay plain, and all that might be markup is a string in braces. */
const encoded = (text: string) =>
  text.replace(STRETCH, (stretch) => (WORDS.test(stretch) ? stretch : `{${literal(stretch)}}`));

/**
 * A section as MDX: front matter, then each clause with the tasks made of it on a line of its own.
 * @throws Error when what is read back is not the section to the letter
 */
export function sectionMdx({ clauses, ...head }: Section): string {
  const { number, title } = head;
  const lines = clauses.map(({ id, text, taskIds }) => {
    const tasks = taskIds.length > 0 ? ` tasks="${taskIds.join(' ')}"` : '';
    return `<Clause id="${id}"${tasks}>${encoded(text)}</Clause>\n`;
  });
  const source = `---\n${frontMatterOf(head)}---\n\n${lines.join('')}`;
  const read = readSectionMdx(`section ${number}`, source);
  const same = (clause: Clause, index: number) => {
    const { id, text, taskIds } = read.clauses[index] ?? {};
    return id === clause.id && text === clause.text && taskIds?.join() === clause.taskIds.join();
  };
  if (
    read.title !== title ||
    JSON.stringify(read.nodes) !== JSON.stringify(head.nodes) ||
    read.clauses.length !== clauses.length ||
    !clauses.every(same)
  ) {
    throw new Error(`section ${number} does not survive as MDX`);
  }
  return source;
}

/** A value of the front matter, a list an item a line. */
const yamlOf = (value: unknown): string =>
  Array.isArray(value) ? `\n${value.map((item) => `  - ${literalOf(item)}`).join('\n')}` : ` ${literalOf(value)}`;

/** JSON, which YAML reads alike, nothing invisible in it. */
const literalOf = (value: unknown): string => JSON.stringify(value).replace(UNSEEN, escaped);

/** The body's number and the title stand alone, as ever; a section of another part, or with nodes, says so. */
const frontMatterOf = ({ number, id, label, part, title, nodes }: Omit<Section, 'clauses'>): string =>
  Object.entries({ number, id, label, part, title, nodes })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}:${yamlOf(value)}\n`)
    .join('');

const FRONT_MATTER = /^---\n(?<yaml>[\s\S]*?)\n---\n/;
const CLAUSE = 'Write each clause on a line of its own: <Clause id="2-3" tasks="2-4">…</Clause>.';
const WORDS_ONLY =
  'Between the tags stand words alone, and in braces strings in double quotes for what might be markup: {"<"}.';

/**
 * Reads a section's MDX.
 * @param file its path, for errors
 * @throws NoticeError on front matter without number and title, and on anything that is no clause of plain words
 */
export function readSectionMdx(file: string, source: string): StoredSection {
  const sourceLines = source.split('\n');
  const placeAt = (line = 1, column = 1): Place => ({ file, line, column, excerpt: sourceLines[line - 1] ?? '' });
  const fail = (what: string, hint: string, node?: Nodes): never => {
    const { line, column } = node?.position?.start ?? {};
    throw new NoticeError(what, hint, placeAt(line, column));
  };
  const [head = '', yaml = ''] = FRONT_MATTER.exec(source) ?? [];
  const { number, id, label, part, title, nodes } = frontMatter(yaml) as Partial<StoredSection>;
  if (!Number.isInteger(number) || (typeof title !== 'string' && title !== null)) {
    return fail('the front matter does not tell number and title', 'Write number: 2 and title: "…" between two ---.');
  }

  const key = id ?? String(number);
  const words = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    const isExpression = node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression';
    const value = isExpression ? stringOf(node.value) : undefined;
    return value ?? fail('a clause holds more than words', WORDS_ONLY, node);
  };
  const clause = (node: Element, at: number): StoredSection['clauses'][number] => {
    const { id, tasks, ...more } = attributesOf(node);
    const expected = `${key}-${at + 1}`;
    if (id !== expected) return fail(`clause ${expected} is missing, or out of order`, CLAUSE, node);
    if (Object.keys(more).length > 0 || !/^(?:[ab\dl]+-\d+(?: [ab\dl]+-\d+)*)?$/.test(tasks ?? '')) {
      return fail(`clause ${id} has an attribute that is none`, CLAUSE, node);
    }
    const { line, column } = node.position?.start ?? {};
    return {
      id,
      text: node.children.map(words).join(''),
      taskIds: tasks ? tasks.split(' ') : [],
      place: placeAt(line, column),
    };
  };
  const elements = parseBody(source.replace(head, head.replace(/[^\n]/g, '')), placeAt).flatMap((block) =>
    block.type === 'paragraph'
      ? block.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''))
      : [block],
  );
  return {
    number: number as number,
    ...(id === undefined ? {} : { id }),
    ...(label === undefined ? {} : { label }),
    ...(part === undefined ? {} : { part }),
    title: title as string | null,
    ...(nodes === undefined ? {} : { nodes }),
    clauses: elements.map((node, at) =>
      (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') && node.name === 'Clause'
        ? clause(node, at)
        : fail('this is no clause', CLAUSE, node),
    ),
  };
}

function parseBody(body: string, placeAt: (line?: number, column?: number) => Place): RootContent[] {
  try {
    return parser.parse(body).children;
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    throw new NoticeError(`this is not MDX: ${error.reason}`, WORDS_ONLY, placeAt(error.line, error.column));
  }
}

function frontMatter(yaml: string): Record<string, unknown> {
  try {
    return { ...parseYaml(yaml) };
  } catch {
    return {};
  }
}

/** The string that an expression is; `undefined` when it is anything else. */
function stringOf(expression: string): string | undefined {
  try {
    const value: unknown = JSON.parse(expression);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Attributes with a plain value; one with an expression or without a value gets a name that is none. */
function attributesOf({ attributes }: Element): Record<string, string> {
  const plain = (attribute: Element['attributes'][number]): attribute is MdxJsxAttribute =>
    attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string';
  return Object.fromEntries(
    attributes.map((attribute) => (plain(attribute) ? [attribute.name, String(attribute.value)] : ['', ''])),
  );
}
