import fc from 'fast-check';
import type { ProseMark, ProseNode } from '@/lib/letter/schema/prose-node';

/** Bodies as an editor leaves them, every node named, of a few words each, so that changes meet; and what people do to them. */
const WORDS = ['margin', 'netting', 'of', 'the', 'the', 'swap', 'a', 'cost', '5.30', 'initial', 'rule', 'both', 'legs', 'é', '😀'] as const;
const word = fc.constantFrom(...WORDS);
export const anyWords = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
const mark = fc.constantFrom<ProseMark>(
  { type: 'bold' },
  { type: 'italic' },
  { type: 'superscript' },
  { type: 'subscript' },
  { type: 'link', attrs: { href: 'https://example.org/a' } },
  { type: 'link', attrs: { href: 'https://example.org/b' } },
  { type: 'definedTerm' },
  { type: 'protectedText', attrs: { protection: 'confidential' } },
  { type: 'protectedText', attrs: { protection: 'privileged' } },
);
const anyText = fc
  .tuple(anyWords, fc.option(mark, { freq: 4 }))
  .map(([text, own]): ProseNode => ({ type: 'text', text, ...(own ? { marks: [own] } : {}) }));
const binding = fc
  .constantFrom('f1', 'f2')
  .map((figureId) => ({ figureId, runId: 'r1', path: 'a/b', format: null, valueAtInsertion: '1' }));
const anyAtom = fc.oneof(
  binding.map((attrs): ProseNode => ({ type: 'figureNumber', attrs })),
  fc.constant<ProseNode>({ type: 'actionCitation', attrs: { actionKey: 'order' } }),
  fc
    .tuple(fc.constantFrom('s1', 's2'), fc.constantFrom(null, '37880'))
    .map(([sourceId, pinpoint]): ProseNode => ({ type: 'citation', attrs: { sourceId, pinpoint, signal: null, parenthetical: null } })),
  fc
    .constantFrom('a', 'b')
    .map((targetId): ProseNode => ({ type: 'crossReference', attrs: { target: 'section', targetId, form: 'number' } })),
  fc.constant<ProseNode>({ type: 'hardBreak' }),
);
const plain = fc.array(anyText, { maxLength: 2 }).map((content): ProseNode => ({ type: 'paragraph', content }));
const anyNote = fc.array(plain, { minLength: 1, maxLength: 2 }).map((content): ProseNode => ({ type: 'footnote', content }));
const inlines = fc.array(fc.oneof({ weight: 6, arbitrary: anyText }, anyAtom, anyNote), { maxLength: 4 });
const protection = fc.option(fc.constantFrom('confidential', 'privileged'), { freq: 5 });
const anyParagraph = fc
  .tuple(inlines, protection)
  .map(([content, value]): ProseNode => ({ type: 'paragraph', ...(value ? { attrs: { protection: value } } : {}), content }));
const anyHeading = inlines.map((content): ProseNode => ({ type: 'heading', attrs: { level: 1 }, content }));
const anyFigure = fc
  .tuple(binding, protection)
  .map(
    ([attrs, value]): ProseNode => ({ type: 'figureTable', attrs: { ...attrs, caption: 'Cost', ...(value ? { protection: value } : {}) } }),
  );
const cell = fc.array(anyParagraph, { minLength: 1, maxLength: 2 }).map((content): ProseNode => ({ type: 'tableCell', content }));
const anyTable = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([rows, columns]) =>
  fc
    .array(
      fc.array(cell, { minLength: columns, maxLength: columns }).map((content): ProseNode => ({ type: 'tableRow', content })),
      { minLength: rows, maxLength: rows },
    )
    .map((content): ProseNode => ({ type: 'table', content })),
);
const { anyBlock } = fc.letrec<{ anyBlock: ProseNode; item: ProseNode }>((tie) => ({
  anyBlock: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    { weight: 5, arbitrary: anyParagraph },
    anyHeading,
    anyFigure,
    anyTable,
    fc
      .tuple(fc.constantFrom('bulletList', 'orderedList'), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
      .map(([type, content]): ProseNode => ({ type, content })),
    fc.array(tie('anyBlock'), { minLength: 1, maxLength: 2 }).map((content): ProseNode => ({ type: 'blockquote', content })),
  ),
  item: fc
    .tuple(anyParagraph, fc.array(tie('anyBlock'), { maxLength: 1 }))
    .map(([first, rest]): ProseNode => ({ type: 'listItem', content: [first, ...rest] })),
}));

const IDS: ReadonlySet<string> = new Set(
  'paragraph heading bulletList orderedList listItem blockquote table tableRow tableHeader tableCell figureTable figureChart footnote'.split(
    ' ',
  ),
);

const NODE_IDS: ReadonlySet<string> = new Set(['figureNumber', 'figureTable', 'figureChart', 'citation', 'crossReference']);

/** The same with a name of its own on every node that has none. */
export function named(node: ProseNode, next: () => string): ProseNode {
  const attrs = { ...node.attrs };
  if (IDS.has(node.type) && !attrs.id) attrs.id = next();
  if (NODE_IDS.has(node.type) && !attrs.nodeId) attrs.nodeId = next();
  return {
    ...node,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(node.content ? { content: node.content.map((child) => named(child, next)) } : {}),
  };
}

export function counter(prefix: string): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `${prefix}${last}`;
  };
}

/** A body with a name on every node. */
export const anyNamedBody: fc.Arbitrary<ProseNode> = fc
  .array(anyBlock, { minLength: 1, maxLength: 5 })
  .map((content) => named({ type: 'doc', content }, counter('n')));

/** One thing that a person does; `at`, `to` and `more` choose where, among whatever there is. */
export interface Edit {
  readonly act: (typeof ACTS)[number];
  readonly at: number;
  readonly to: number;
  readonly more: number;
  readonly content: ProseNode;
}

export const ACTS = [
  'type',
  'type',
  'delete words',
  'delete words',
  'mark',
  'split',
  'join',
  'retype',
  'wrap',
  'lift',
  'nest',
  'quote',
  'insert block',
  'delete block',
  'move block',
  'insert inline',
  'rebind',
  'insert row',
  'delete row',
  'insert column',
  'delete column',
] as const;

export const anyEdits = (acts: readonly Edit['act'][] = ACTS, maxLength = 6): fc.Arbitrary<Edit[]> =>
  fc.array(
    fc.record({
      act: fc.constantFrom(...acts),
      at: fc.nat({ max: 10_000 }),
      to: fc.nat({ max: 10_000 }),
      more: fc.nat({ max: 10_000 }),
      content: fc.oneof(
        anyBlock,
        anyAtom.map((atom): ProseNode => ({ type: 'paragraph', content: [atom] })),
        anyNote.map((note): ProseNode => ({ type: 'paragraph', content: [note] })),
      ),
    }),
    { minLength: 1, maxLength },
  );
