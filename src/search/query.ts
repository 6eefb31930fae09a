import type { Fold } from './fold.ts';

/** Marks of a question; without one a query means its own letters. */
const ASKS = /[谁哪吗呢么几？?]|何时|如何|多少|多久|请问|有没有|是否/u;

/** Words that ask; what is left over is what is asked for. */
const ASKING = [
  '请问|我想知道|想知道|想问一下|想问|想查|帮我查|告诉我|查一下|查询一下|关于|有关',
  '归哪个单位管|归哪个部门管|归哪个单位|归哪个部门|归谁管|归谁|属于哪个部门|属于哪个单位|属于谁|是谁的事|是谁的',
  '由谁牵头|由谁负责|由谁配合|由谁管|由谁|谁来牵头|谁来负责|谁来管|谁牵头|谁负责|谁配合|谁主管|谁管|谁来办|谁办|谁做|谁的|找谁|谁来|谁',
  '哪个单位|哪个部门|哪个局|哪个委|哪家单位|哪家|哪些单位|哪些部门|哪些区县|哪些区|哪些|哪个|哪里|哪儿|哪|什么单位|什么部门',
  '牵头单位是|配合单位是|牵头单位|配合单位|负责单位|主管部门|责任单位|牵头|配合|负责|主管|参与|管理|管|归|由|属于|找',
  '什么时候|什么时间|何时|几月份|几月|哪个月|哪一年|多久|多少|截止时间|截止日期|完成时限|完成时间|时限|期限|截止|到期|最晚|之前|以前|前',
  '要完成|完成|做好|做完|做到|办好|办完|办成|实现|落实|推进|建成|上线|启动|开始',
  '享受|是什么|有什么|做什么|干什么|什么|怎么办理|怎么办|怎么|怎样|如何|为什么|几|么',
  '有哪些任务|有哪些事|有哪些|有没有|有多少|是否|要做|要干|要|需要|应该|应当|应|该|会|能|可以|能不能|可不可以',
  '任务|工作|事项|事情|事|内容|规定|要求|部分|章节|通知里|通知中|通知|文件里|文件|里面|里|中|上|在|说|讲|提到|办理|办|做|干|搞|弄|去|到|和|与|及|跟|把|被|对|的|地|得|了|着|过|吗|呢|吧|啊|是|有|都|也|就|还|为|给|这|那|个|项|我|我们|咱们|你|一下',
]
  .flatMap((line) => line.split('|'))
  .sort((a, b) => b.length - a.length);

const PUNCTUATION = /[？?！!。，,；;：:、]+/gu;

/**
 * The words of a query, each folded. Letters that stand alone belong together (`1 + N`, `办 不 成 事`): white space
 * between them is an accident, between words it means that all are wanted.
 */
export function wordsOf(query: string, fold: Fold): string[] {
  const words: string[] = [];
  let single = false;
  for (const piece of query.split(/\s+/u)) {
    const { text } = fold(piece);
    if (text === '') continue;
    const alone = [...text].length === 1;
    if (alone && single) words[words.length - 1] += text;
    else words.push(text);
    single = alone;
  }
  return [...new Set(words)];
}

interface Way {
  cost: number;
  words: string[];
}

const WORD_COST = 1;
const ASKING_COST = 0.3;
const SHORTEST_WORD = 2;
/** A longer text is no question, and every pair of its letters would have to be looked at. */
const LONGEST_QUESTION = 80;

/**
 * Cuts a text into words that are known, words that ask, and nothing else: the fewest known words win.
 *
 * @returns the known words, or `undefined` where something is left that is neither
 */
function segment(text: string, known: (word: string) => boolean): string[] | undefined {
  const ways: (Way | undefined)[] = [{ cost: 0, words: [] }];
  const offer = (end: number, way: Way) => {
    const other = ways[end];
    if (!other || way.cost < other.cost) ways[end] = way;
  };
  for (let from = 0; from < text.length; from++) {
    const way = ways[from];
    if (!way) continue;
    for (const asking of ASKING) {
      if (text.startsWith(asking, from)) {
        offer(from + asking.length, { cost: way.cost + ASKING_COST, words: way.words });
      }
    }
    for (let end = from + SHORTEST_WORD; end <= text.length; end++) {
      const word = text.slice(from, end);
      if (known(word)) offer(end, { cost: way.cost + WORD_COST, words: [...way.words, word] });
    }
  }
  return ways[text.length]?.words;
}

/**
 * What a question is about: 谁负责二手房交易 is about 二手房交易.
 *
 * @param known whether the notice, or the small index, has a word
 * @returns `undefined` where the query asks nothing, or asks for something that is not known
 */
export function contentOf(query: string, fold: Fold, known: (word: string) => boolean): string[] | undefined {
  if (!ASKS.test(query) || query.length > LONGEST_QUESTION) return undefined;
  const { text } = fold(query.replace(PUNCTUATION, ' '));
  const words = [...new Set(segment(text, known))];
  return words.length > 0 ? words : undefined;
}

const WORDLIKE = /[\p{L}\p{N}]{2}/u;

/** The longest parts of a query that are known, from left to right; none shorter than two letters. */
export function partsOf(query: string, known: (word: string) => boolean): string[] {
  const text = query.slice(0, LONGEST_QUESTION);
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    let end = text.length;
    while (end - from >= SHORTEST_WORD && !known(text.slice(from, end))) end--;
    if (end - from >= SHORTEST_WORD && WORDLIKE.test(text.slice(from, end))) {
      parts.push(text.slice(from, end));
      from = end;
    } else from++;
  }
  return [...new Set(parts)];
}
