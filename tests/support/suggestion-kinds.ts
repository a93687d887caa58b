import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { text } from './section-body';
import { replaced } from './suggesting';

const named = (type: string, id: string, content: readonly ProseNode[], attrs: Record<string, unknown> = {}): ProseNode => ({
  type,
  attrs: { id, ...attrs },
  content,
});
const para = (id: string, ...content: readonly (ProseNode | string)[]) =>
  named(
    'paragraph',
    id,
    content.map((part) => (typeof part === 'string' ? text(part) : part)),
  );
const item = (id: string, words: string) => named('listItem', id, [para(`${id}-text`, words)]);
const cell = (id: string, words: string) => named('tableCell', id, [para(`${id}-text`, words)]);
const row = (id: string, ...words: readonly string[]) =>
  named(
    'tableRow',
    id,
    words.map((word, column) => cell(`${id}-${column}`, word)),
  );
const figure = (nodeId: string, runId: string): ProseNode => ({
  type: 'figureNumber',
  attrs: { figureId: '11111111-1111-4111-8111-111111111111', runId, path: 'total', format: null, valueAtInsertion: '5.3', nodeId },
});

/** A section with everything that may be suggested on, each block named. */
export function suggestedText(): ProseNode {
  return {
    type: 'doc',
    content: [
      named('heading', 'head', [text('Costs')], { level: 1 }),
      para('first', 'The split costs our clients a great deal of margin.'),
      para('second', 'Two accounts hold one hedge. Both are margined alone.'),
      para('third', 'We ask for one account.'),
      para('fourth', 'It would lower the requirement.'),
      named('bulletList', 'list', [item('one', 'Swaps'), item('two', 'Futures'), item('three', 'Options')]),
      named('table', 'table', [row('r1', 'Regime', 'Margin'), row('r2', 'CFTC', '10'), row('r3', 'SEC', '12')]),
      para('noted', 'The figures are of June', named('footnote', 'note', [para('note-text', 'See the annex.')]), '.'),
      para('valued', 'The saving is ', figure('figure-1', '22222222-2222-4222-8222-222222222222'), ' per year.'),
      para('last', 'We thank the agencies.'),
    ],
  };
}

const words = (body: ProseNode, id: string, ...content: readonly (ProseNode | string)[]) =>
  replaced(body, id, (node) => ({ ...node, content: content.map((part) => (typeof part === 'string' ? text(part) : part)) }));
const behind = (body: ProseNode, id: string, node: ProseNode) => replaced(body, id, (before) => [before, node]);
const gone = (body: ProseNode, id: string) => replaced(body, id, () => []);

/** Every kind of suggestion, as what its author makes of the text; each touches places of its own. */
export const SUGGESTION_KINDS: readonly (readonly [string, (body: ProseNode) => ProseNode])[] = [
  ['words put in', (body) => words(body, 'first', 'The split costs our clients and their funds a great deal of margin.')],
  ['words taken out', (body) => words(body, 'third', 'We ask one account.')],
  ['words replaced', (body) => words(body, 'fourth', 'It would halve the requirement.')],
  ['words made bold', (body) => words(body, 'last', 'We thank ', text('the agencies', { type: 'bold' }), '.')],
  [
    'a paragraph split',
    (body) =>
      replaced(body, 'second', (node) => [
        { ...node, content: [text('Two accounts hold one hedge. ')] },
        para('second-b', 'Both are margined alone.'),
      ]),
  ],
  ['two paragraphs joined', (body) => gone(words(body, 'third', 'We ask for one account.It would lower the requirement.'), 'fourth')],
  [
    'a paragraph made a heading',
    (body) => replaced(body, 'third', ({ content }) => named('heading', 'third', content ?? [], { level: 2 })),
  ],
  ['a heading’s level', (body) => replaced(body, 'head', (node) => ({ ...node, attrs: { ...node.attrs, level: 2 } }))],
  ['a new paragraph', (body) => behind(body, 'fourth', para('new', 'This is new.'))],
  ['a paragraph taken out', (body) => gone(body, 'last')],
  ['a list item put in', (body) => behind(body, 'two', item('two-b', 'Forwards'))],
  ['a list item taken out', (body) => gone(body, 'three')],
  ['bullets made numbers', (body) => replaced(body, 'list', ({ content }) => named('orderedList', 'list', content ?? [], { start: 1 }))],
  [
    'a paragraph made a list',
    (body) => replaced(body, 'last', (node) => named('bulletList', 'last-list', [named('listItem', 'last-item', [node])])),
  ],
  ['a table row put in', (body) => behind(body, 'r2', row('r2-b', 'Joint', '15'))],
  ['a table row taken out', (body) => gone(body, 'r3')],
  ['words of a cell', (body) => words(body, 'r2-1-text', '11')],
  ['a column put in', (body) => ['r1', 'r2', 'r3'].reduce((table, id) => behind(table, `${id}-1`, cell(`${id}-2`, `new in ${id}`)), body)],
  [
    'a figure put in',
    (body) => words(body, 'fourth', 'It would lower the requirement by ', figure('figure-2', '22222222-2222-4222-8222-222222222222'), '.'),
  ],
  ['a figure taken out', (body) => gone(body, 'figure-1')],
  [
    'a figure’s run',
    (body) =>
      replaced(body, 'figure-1', (node) => ({
        ...node,
        attrs: { ...node.attrs, runId: '33333333-3333-4333-8333-333333333333', valueAtInsertion: '5.41' },
      })),
  ],
  [
    'a footnote put in',
    (body) =>
      words(
        body,
        'first',
        'The split costs our clients a great deal',
        named('footnote', 'note-2', [para('note-2-text', 'Or more.')]),
        ' of margin.',
      ),
  ],
  ['a footnote taken out', (body) => gone(body, 'note')],
  ['words of a footnote', (body) => words(body, 'note-text', 'See the second annex.')],
];
