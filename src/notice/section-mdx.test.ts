import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import config from '../../astro.config.mjs';
import { anyText, HOSTILE, sectionOf } from './hostile.ts';
import { NoticeError } from './problem.ts';
import { readSectionMdx, sectionMdx } from './section-mdx.ts';

interface Compiled {
  id: string;
  tasks?: string;
  children: string;
}

/** What the build makes of a file: the props of each element, its words joined. */
async function compiled(source: string): Promise<Compiled[]> {
  const { createMdxRenderer } = config.markdown?.processor ?? {};
  if (!createMdxRenderer) throw new Error('the configured processor reads no MDX');
  const [, body = ''] = source.split(/^---\n[\s\S]*?\n---\n/);
  const renderer = await createMdxRenderer(
    { syntaxHighlight: false, shikiConfig: {}, gfm: true, smartypants: true },
    { optimize: false, srcDir: new URL('file:///src/'), sourcemap: false },
  );
  const { code } = await renderer.process(body, '/01.mdx', {});
  const runtime = code.replace('"astro/jsx-runtime"', JSON.stringify(import.meta.resolve('astro/jsx-runtime')));
  const { default: content } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(runtime)}`);
  const root = content({ components: { Clause: () => null } });
  // A lone element stands for itself.
  const children: (string | { props: Compiled })[] = root.props.id ? [root] : [root.props.children].flat();
  return children.flatMap((child) => {
    if (typeof child !== 'string') return { ...child.props, children: [child.props.children].flat().join('') };
    if (child.trim() !== '') throw new Error(`words outside a clause: ${child}`);
    return [];
  });
}

/** The same of the section itself. */
const expected = (texts: readonly string[]) =>
  sectionOf(texts).clauses.map(({ id, text, taskIds }) => ({
    id,
    ...(taskIds.length > 0 ? { tasks: taskIds.join(' ') } : {}),
    children: text,
  }));

describe('a section as MDX', () => {
  test('holds a clause a line with its tasks, Chinese plain, and what may be markup as strings', () => {
    const texts = ['推进“互联网＋政务”，覆盖率达90％以上。', '见 https://a.cn/{甲} 和 Internet of Things。'];
    expect(sectionMdx(sectionOf(texts, 1, '“题”\n---'))).toBe(
      [
        '---\nnumber: 1\ntitle: "“题”\\n---"\n---\n',
        '<Clause id="1-1">推进“互联网＋政务”，覆盖率达90％以上。</Clause>',
        '<Clause id="1-2" tasks="1-1 1-2">见{" https://a.cn/{"}甲{"} "}和{" Internet of Things"}。</Clause>\n',
      ].join('\n'),
    );
  });

  test('shows no character that cannot be seen', () => {
    expect(sectionMdx(sectionOf(['甲\u202e乙\u200b\u{e0100}'], 1, '题\u2066'))).toMatch(
      /^[\n\x20-\x7e\u4e00-\u9fff]*$/u,
    );
  });

  test('reaches the page as it is, whatever its words', async () => {
    expect(await compiled(sectionMdx(sectionOf(HOSTILE)))).toEqual(expected(HOSTILE));
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 40 }), async (texts) => {
        expect(await compiled(sectionMdx(sectionOf(texts)))).toEqual(expected(texts));
      }),
      { numRuns: 40 },
    );
  });

  test('has a title that YAML reads as it is', () => {
    fc.assert(
      fc.property(anyText, (title) => {
        const [, yaml = ''] = sectionMdx(sectionOf(['甲。'], 1, title)).split(/^---$/m);
        expect(parse(yaml)).toEqual({ number: 1, title });
      }),
    );
  });
});

describe('a section that was changed by hand is refused, with its place and what to do,', () => {
  const file = (...clauses: string[]) => `---\nnumber: 2\ntitle: "题"\n---\n\n${clauses.join('\n')}\n`;
  const read = (source: string) => {
    try {
      return readSectionMdx('02.mdx', source);
    } catch (error) {
      return error instanceof NoticeError ? error.format() : error;
    }
  };

  test('but not for plain words and references', () => {
    expect(read(file('<Clause id="2-1" tasks="2-1">甲&lt;乙</Clause>', '', '<Clause id="2-2">{"{"}</Clause>'))).toEqual(
      {
        number: 2,
        title: '题',
        clauses: [
          { id: '2-1', text: '甲<乙', taskIds: ['2-1'], place: expect.objectContaining({ line: 6, column: 1 }) },
          { id: '2-2', text: '{', taskIds: [], place: expect.objectContaining({ line: 8, column: 1 }) },
        ],
      },
    );
  });

  test.each([
    ['without front matter', '<Clause id="2-1">甲</Clause>\n', 'number and title', '1:1'],
    ['with broken front matter', '---\nnumber: [\n---\n', 'number and title', '1:1'],
    ['with a paragraph', file('<Clause id="2-1">甲</Clause>', '', '乙'), 'this is no clause', '8:1'],
    ['with a program', file('export const a = 1'), 'this is no clause', '6:1'],
    ['with another element', file('<Claus id="2-1">甲</Claus>'), 'this is no clause', '6:1'],
    ['with a clause over several lines', file('<Clause id="2-1">', '甲', '</Clause>'), 'more than words', '7:1'],
    ['with a clause left out', file('<Clause id="2-2">甲</Clause>'), 'clause 2-1 is missing', '6:1'],
    ['with a clause that has no id', file('<Clause {...a}>甲</Clause>'), 'clause 2-1 is missing', '6:1'],
    ['with an unknown attribute', file('<Clause id="2-1" task="2-1">甲</Clause>'), 'an attribute that is none', '6:1'],
    ['with tasks that are no ids', file('<Clause id="2-1" tasks="2-1,2-2">甲</Clause>'), 'an attribute', '6:1'],
    ['with emphasis', file('<Clause id="2-1">甲*乙*</Clause>'), 'more than words', '6:19'],
    ['with an expression', file('<Clause id="2-1">{1 + 1}</Clause>'), 'more than words', '6:18'],
    ['with an element in a clause', file('<Clause id="2-1">甲<b>乙</b></Clause>'), 'more than words', '6:19'],
    ['with a tag that is not closed', file('<Clause id="2-1">甲'), 'this is not MDX', '6:1'],
  ])('%s', (_, source, message, place) => {
    const failure = read(source);
    expect(failure).toContain(message);
    expect(failure).toContain(`02.mdx:${place}\n`);
    expect(failure).toMatch(/\n {2}help: ./u);
  });
});
