import fc from 'fast-check';
import type { ProseMark, ProseNode } from '@/lib/letter/schema/prose-node';

/** Short builders for section bodies: doc(p('a', b('c'))) is one line. */
export const text = (value: string, ...marks: ProseMark[]): ProseNode =>
  marks.length > 0 ? { type: 'text', text: value, marks } : { type: 'text', text: value };
const inline = (children: readonly (ProseNode | string)[]) => children.map((child) => (typeof child === 'string' ? text(child) : child));
export const p = (...children: (ProseNode | string)[]): ProseNode =>
  children.length > 0 ? { type: 'paragraph', content: inline(children) } : { type: 'paragraph' };
export const h = (level: 1 | 2 | 3, ...children: (ProseNode | string)[]): ProseNode => ({
  type: 'heading',
  attrs: { level },
  content: inline(children),
});
export const bullets = (...items: ProseNode[][]): ProseNode => ({
  type: 'bulletList',
  content: items.map((content) => ({ type: 'listItem', content })),
});
export const footnote = (...paragraphs: ProseNode[]): ProseNode => ({ type: 'footnote', content: paragraphs });
export const table = (...rows: ProseNode[][]): ProseNode => ({
  type: 'table',
  content: rows.map((cells) => ({ type: 'tableRow', content: cells.map((cell) => ({ type: 'tableCell', content: [cell] })) })),
});
export const doc = (...content: ProseNode[]): ProseNode => ({ type: 'doc', content });
export const figureNumber = (attrs: Record<string, unknown>): ProseNode => ({ type: 'figureNumber', attrs });

const words = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'é', '漢', '😀', ' ', '&', '<', '"', '\u00a0', 'Z') });
const plainMark = fc.constantFrom('bold', 'italic', 'underline', 'strike', 'smallCaps').map((type): ProseMark => ({ type }));
const raised = fc.constantFrom('superscript', 'subscript').map((type): ProseMark => ({ type }));
const link = fc
  .constantFrom('https://www.example.org/a?b=c', 'mailto:a@example.org')
  .map((href): ProseMark => ({ type: 'link', attrs: { href } }));
const protection = fc.constantFrom('confidential', 'privileged');
const marks = fc
  .tuple(
    fc.uniqueArray(plainMark, { selector: (mark) => mark.type, maxLength: 3 }),
    fc.option(raised),
    fc.option(link),
    fc.option(fc.constant<ProseMark>({ type: 'definedTerm' }), { freq: 4 }),
    fc.option(
      protection.map((value): ProseMark => ({ type: 'protectedText', attrs: { protection: value } })),
      { freq: 3 },
    ),
  )
  .map(([plain, ...others]) => [...plain, ...others.filter((own) => own !== null)]);
const textNode = fc.tuple(words, marks).map(([value, list]) => text(value, ...list));
const format = fc.record(
  {
    style: fc.constantFrom('money', 'percent', 'count'),
    currency: fc.constantFrom('USD', null),
    scale: fc.constantFrom('units', 'millions'),
    decimals: fc.integer({ min: 0, max: 6 }),
  },
  { noNullPrototype: true },
);
const binding = fc.record(
  {
    figureId: fc.uuid(),
    runId: fc.uuid(),
    path: fc.constantFrom('impacts/cftc-account/saving', 'frameworks/sec-account/total'),
    format: fc.option(format),
    valueAtInsertion: fc.option(fc.constantFrom('-1234567.89', '0', '0.0530000000000000000001')),
    nodeId: fc.uuid(),
  },
  { noNullPrototype: true },
);
const inlineAtom = fc.oneof(
  binding.map((attrs): ProseNode => ({ type: 'figureNumber', attrs })),
  fc.constantFrom('mou-2026-03-11', 'order').map((actionKey): ProseNode => ({ type: 'actionCitation', attrs: { actionKey } })),
  fc
    .record({
      sourceId: fc.option(fc.uuid()),
      signal: fc.option(fc.constantFrom('see', 'cf.')),
      pinpoint: fc.option(fc.constantFrom('37880', '(c)(2)(vi)')),
      parenthetical: fc.option(fc.constant('emphasis added')),
      nodeId: fc.uuid(),
    })
    .map((attrs): ProseNode => ({ type: 'citation', attrs })),
  fc
    .record({
      target: fc.constantFrom('section', 'heading', 'exhibit', 'question', 'footnote'),
      targetId: fc.option(fc.uuid()),
      form: fc.option(fc.constantFrom('number', 'title', 'page')),
      nodeId: fc.uuid(),
    })
    .map((attrs): ProseNode => ({ type: 'crossReference', attrs })),
  fc.constant<ProseNode>({ type: 'hardBreak' }),
);
const held = (node: ProseNode, value: string | null): ProseNode =>
  value === null ? node : { ...node, attrs: { ...node.attrs, protection: value } };
const plainParagraph = fc.array(fc.oneof(textNode, inlineAtom), { maxLength: 4 }).map((content) => p(...content));
const note = fc
  .tuple(fc.array(plainParagraph, { minLength: 1, maxLength: 2 }), fc.option(protection, { freq: 4 }))
  .map(([content, value]) => held(footnote(...content), value));
const inlines = fc.array(fc.oneof({ weight: 4, arbitrary: textNode }, inlineAtom, note), { maxLength: 6 });
const paragraph = fc.tuple(inlines, fc.option(protection, { freq: 4 })).map(([content, value]) => held(p(...content), value));
const heading = fc.tuple(fc.constantFrom(1, 2, 3), inlines).map(([level, content]) => h(level as 1 | 2 | 3, ...content));
const figureBlock = fc
  .tuple(fc.constantFrom('figureTable', 'figureChart'), binding, words, fc.option(protection, { freq: 4 }))
  .map(([type, attrs, caption, value]) => held({ type, attrs: { ...attrs, caption } }, value));

const { block } = fc.letrec<{ block: ProseNode; item: ProseNode[] }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    paragraph,
    heading,
    figureBlock,
    fc
      .tuple(fc.constantFrom('bulletList', 'orderedList'), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
      .map(([type, items]): ProseNode => ({ type, content: items.map((content) => ({ type: 'listItem', content })) })),
    fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((content): ProseNode => ({ type: 'blockquote', content })),
    fc
      .array(fc.array(fc.tuple(fc.constantFrom('tableCell', 'tableHeader'), tie('block')), { minLength: 2, maxLength: 2 }), {
        minLength: 1,
        maxLength: 3,
      })
      .map(
        (rows): ProseNode => ({
          type: 'table',
          content: rows.map((cells) => ({ type: 'tableRow', content: cells.map(([type, cell]) => ({ type, content: [cell] })) })),
        }),
      ),
  ),
  item: fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 1 })).map(([first, rest]) => [first, ...rest]),
}));

/** Any body that the section schema allows, with every node and mark of it. */
export const anyBody: fc.Arbitrary<ProseNode> = fc.array(block, { minLength: 1, maxLength: 5 }).map((content) => doc(...content));
