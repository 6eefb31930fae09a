import { UNIT_KINDS } from '../notice/model.ts';

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const slug = { type: 'string', pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)?$' };
const slugs = { type: 'array', items: slug };
const line = { type: 'integer', minimum: 1 };
const lines = { type: 'array', items: line };
const lineRange = { type: 'array', prefixItems: [line, line], items: line, minItems: 2, maxItems: 2 };
/** `13-8` from a table, `b3-2` from the text; a clause of the letter is `l-3-2`, a node `3-2-1`. */
const id = { type: 'string', pattern: '^([abl]\\d*b?-?)?\\d+(-\\d+)*$' };
const ids = { type: 'array', items: id };
const day = { type: 'string', format: 'date' };
const textOrNull = { type: ['string', 'null'] };
const monthOrDay = { type: 'string', pattern: '^\\d{4}-\\d{2}(-\\d{2})?$' };

/** An object whose keys are all required but those named, and which holds no others. */
const object = (properties: Record<string, object>, optional: string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  additionalProperties: false,
});

const fact = object({ text, lines: lineRange });
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });

const cell = {
  status: {
    enum: ['printed', 'inferred', 'open'],
    description:
      'printed 原文可定：原件排印位置可以确定；inferred 推定：由次序、裁定或官方文件得出，另有 mayBeMissing 的是“推定·可能漏录”，不能当作确定；open 待核：不能确定，见 candidates。',
  },
  text: { type: ['string', 'null'], description: '原文；“——”表示无；仅 open 时为 null。' },
  units: { ...slugs, description: '原文所列单位（slug），按原文次序。' },
  candidates: { type: 'array', items: text, description: 'open 时：可能是此格的全部已录出值；可为空。' },
  candidateUnits: { type: 'array', items: slugs, description: '各候选值所列单位，与 candidates 同序。' },
  mayBeMissing: {
    type: 'boolean',
    description:
      '本格原有的值可能未被录出，或各格错了行：inferred 时，text 也可能不是本格的值，不能与其他推定的格一并计数。',
  },
  why: { type: 'string', description: '非 printed 时的理由。' },
  label: { type: 'string', description: '这一列或这一职责在原文中的名称，与通常的不同时才有。' },
  source: { const: 'document', description: '此值读自官方文件，why 写明文件和行。' },
  lines: { ...lines, description: '依据的原文行号，自 1 起。' },
};
const optionalOfCell = ['units', 'candidates', 'candidateUnits', 'mayBeMissing', 'why', 'source', 'label'];

const reading = {
  description: '完成时限的含义，只读到文字明示的程度。',
  oneOf: [
    object({ kind: { const: 'ongoing' } }),
    object({ kind: { const: 'by' }, date: monthOrDay, milestone: text }, ['milestone']),
    object({ kind: { const: 'by-then-ongoing' }, date: monthOrDay, milestone: text }, ['milestone']),
    object({
      kind: { const: 'staged' },
      stages: { type: 'array', items: object({ who: text, date: monthOrDay }) },
    }),
    object({ kind: { const: 'recurring' }, every: text }),
    object({ kind: { const: 'after' }, event: text, within: text }),
  ],
};

const head = {
  id: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
  title: text,
  number: textOrNull,
  issuer: text,
  issuers: texts,
  place: text,
  dated: orNull(day),
  published: orNull(day),
  official: { type: 'string', format: 'uri' },
  status: text,
  addressees: orNull(fact),
  opening: orNull(fact),
  disclosure: orNull(text),
  planTitle: textOrNull,
  preamble: orNull(fact),
  annexLine: orNull(fact),
  annexTitle: orNull(text),
  attachment: orNull(text),
  source: object({
    file: { type: 'string', pattern: '^[^/\\\\]+$' },
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    lines: line,
  }),
};
const optionalOfHead = ['issuers', 'place', 'official', 'status'];
const notice = object(head, optionalOfHead);
const parts = { type: 'array', items: object({ id: text, title: textOrNull }) };

const nodes = {
  type: 'array',
  items: object({ id, label: text, level: { enum: [2, 3, 4] }, title: textOrNull, firstClause: id }, ['firstClause']),
};
const clause = object({ id, text, taskIds: ids, lines: lineRange });

const storedTask = {
  id,
  section: { type: 'integer', minimum: 0, description: '所属部分；0 为不属任何部分。' },
  node: { ...id, description: '所属的下级标题。' },
  origin: { enum: ['annex', 'text'], description: '出自附件表格或正文；没有此项的出自附件。' },
  part: { type: 'string', description: 'section 所在的部分；没有此项的为正文。' },
  annex: { type: 'integer', minimum: 2, description: '所在的附件；没有此项的在第一个附件。' },
  group: { type: 'string', description: '表中所属的组名。' },
  text,
  lead: { $ref: '#/$defs/cell' },
  support: { $ref: '#/$defs/cell' },
  responsible: { $ref: '#/$defs/cell' },
  deadline: object({ ...cell, reading }, [...optionalOfCell, 'reading']),
  other: { type: 'object', additionalProperties: text, description: '其余各列，用所印的列名。' },
  differsFromClause: {
    type: 'string',
    description: '{-仅正文有-}、{+仅附件有+}，其余为两处共有；原文中的 {、}、\\ 前加 \\。',
  },
  lines: { type: 'array', items: lineRange },
};
const optionalOfTask = [
  ...['node', 'origin', 'part', 'annex', 'group', 'lead', 'support', 'responsible', 'deadline', 'other'],
  'differsFromClause',
];
const task = object({ ...storedTask, clauseIds: ids }, optionalOfTask);

const entry = {
  slug,
  name: text,
  kind: { enum: UNIT_KINDS },
  official: { type: 'array', items: text },
  aliases: { type: 'array', items: text },
  pinyin: text,
  initials: text,
  covers: object({ kind: { enum: UNIT_KINDS }, all: { type: 'boolean' }, suffix: text }, ['suffix']),
  place: text,
  proposed: { const: true, description: '未立档：名录中没有，按通知所印。' },
  from: { ...day, description: '自何日起有此单位。' },
  until: { ...day, description: '到何日止。' },
  successor: { ...slug, description: '承接其职责的单位（slug）。' },
};
const optionalOfEntry = ['covers', 'place', 'proposed', 'from', 'until', 'successor'];
const unit = object(
  {
    ...entry,
    leads: { ...ids, description: '点名由其牵头的任务；open 的格不计，mayBeMissing 的格在内（见 unsure）。' },
    supports: { ...ids, description: '点名由其配合的任务；计法同上。' },
    answersFor: { ...ids, description: '点名由其负责、原文未分牵头配合的任务；计法同上。' },
    unsure: {
      ...object({ leads: ids, supports: ids, answersFor: ids }, ['answersFor']),
      description: '以上任务中，相应的格带 mayBeMissing 的：不能确定，不应与其余的一并计数。',
    },
  },
  [...optionalOfEntry, 'unsure', 'answersFor'],
);

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const $defs = { cell: object(cell, optionalOfCell) };

/** JSON Schema (2020-12) of `/data/<notice-id>.json`; its types are those of `src/notice/model.ts`. */
export const noticeSchema = {
  $schema: DIALECT,
  title: '通知数据',
  ...object(
    {
      notice,
      parts,
      sections: {
        type: 'array',
        items: object(
          {
            number: line,
            id,
            label: text,
            part: text,
            title: textOrNull,
            nodes,
            clauses: { type: 'array', items: clause },
          },
          ['id', 'label', 'part', 'nodes'],
        ),
      },
      tasks: { type: 'array', items: task },
      units: { type: 'array', items: unit },
    },
    ['parts'],
  ),
  $defs,
};

const tasks = { type: 'array', items: task };
const duties = { type: 'array', items: object({ role: { enum: ['lead', 'support', 'responsible'] }, task }) };

const through = { type: 'array', items: object({ collective: text, all: { type: 'boolean' }, duties }) };

/** JSON Schema (2020-12) of `/data/units/<slug>.json`; its types are those of `src/data/task-records.ts`. */
export const unitSchema = {
  $schema: DIALECT,
  title: '单位数据',
  ...object({
    unit: object(entry, optionalOfEntry),
    notices: {
      type: 'array',
      items: object(
        {
          notice,
          leads: { ...tasks, description: '点名由本单位牵头的任务；牵头一格带 mayBeMissing 的不能确定。' },
          supports: { ...tasks, description: '点名由本单位配合的任务；配合一格带 mayBeMissing 的不能确定。' },
          answersFor: { ...tasks, description: '点名由本单位负责、原文未分牵头配合的任务。' },
          through: {
            ...through,
            description: '经集合称谓分到的任务；all 为 false 时，是否包括本单位原文未列明。',
          },
          open: { ...duties, description: '待核的格，候选值之一写有本单位；不能据此认定。' },
          maybeThrough: {
            ...through,
            description: '待核的格，候选值之一写有可能包括本单位的集合称谓；不能据此认定。',
          },
        },
        ['answersFor'],
      ),
    },
  }),
  $defs,
};

const count = { type: 'integer', minimum: 0 };
const owner = { enum: ['metadata', 'heading', 'clause', 'cell', 'discarded'] };
const column = { enum: ['lead', 'support', 'deadline'] };
const trial = object({ shown: count, wrong: count });
const block = object(
  {
    block: line,
    lines: lineRange,
    rows: ids,
    wholeRows: ids,
    complete: text,
    leads: count,
    supports: count,
    deadlines: count,
    values: object({ support: texts, deadline: texts }),
    displaced: { type: 'array', items: object({ text, line }) },
    trial: object({ runs: count, support: trial, deadline: trial }),
  },
  ['complete', 'trial'],
);
const settled = object({ row: id, column, was: cell.status, wasText: text, text, documentRow: line }, ['wasText']);
const account = object(
  {
    characters: object(Object.fromEntries([...owner.enum, 'total'].map((kind) => [kind, count]))),
    blocks: { type: 'array', items: block },
    discarded: { type: 'array', items: object({ text, line, reason: text }) },
    clausesWithoutTask: ids,
    tasksWithoutClause: ids,
    rulings: { type: 'array', items: object({ row: id, column: text, reason: text, lines }) },
    document: object({ file: text, sha256: text, rows: count, settled: { type: 'array', items: settled } }),
    runs: { type: 'array', items: object({ line, from: line, to: line, kind: owner, owner: text }) },
  },
  ['document'],
);

/** JSON Schemas of what `content/` holds beside the sections; its types are those of `src/data/stored.ts`. */
export const storedSchemas = {
  notice: object({ ...head, parts, clauseLines: { type: 'object', additionalProperties: lineRange } }, [
    ...optionalOfHead,
    'parts',
  ]),
  tasks: { type: 'array', items: object(storedTask, optionalOfTask), $defs },
  account,
  changes: {
    type: 'array',
    items: object(
      {
        on: text,
        row: id,
        column: { enum: ['text', 'lead', 'support', 'responsible', 'deadline', 'row', 'ruling'] },
        ruling: text,
        units: texts,
        was: text,
        is: text,
        reason: text,
      },
      ['ruling', 'was', 'is', 'reason'],
    ),
  },
  units: { type: 'array', items: object(entry, optionalOfEntry) },
} as const;
