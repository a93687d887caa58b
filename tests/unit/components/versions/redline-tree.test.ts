import { describe, expect, it } from 'vitest';
import type { MarkedNode } from '@/components/versions/marked-node';
import { redlineTree } from '@/components/versions/redline-tree';
import type { Change } from '@/lib/letter/compare/change';
import type { ProseNode } from '@/lib/letter/schema/prose-node';

const named = (type: string, id: string, ...content: ProseNode[]): ProseNode => ({ type, attrs: { id }, content });
const words = (text: string): ProseNode => ({ type: 'text', text });
const p = (id: string, ...content: (ProseNode | string)[]) =>
  named('paragraph', id, ...content.map((item) => (typeof item === 'string' ? words(item) : item)));
const doc = (...content: ProseNode[]): ProseNode => ({ type: 'doc', content });

const SIGNS: Readonly<Record<string, [string, string]>> = {
  inserted: ['+', '+'],
  deleted: ['-', '-'],
  'moved-here': ['>', '>'],
  'moved-away': ['<', '<'],
  changed: ['*', '*'],
  reformatted: ['~', '~'],
};

/** A marked tree as a line: +in+ -out- >here> <away< ~format~ *changed*, blocks apart by a stroke. */
function line(node: MarkedNode): string {
  const inner =
    node.type === 'text'
      ? (node.text ?? '')
      : (node.content ?? []).map(line).join(node.type === 'paragraph' || node.type === 'footnote' ? '' : '|');
  return (node.signs ?? []).reduceRight((text, { kind }) => `${SIGNS[kind]?.[0] ?? ''}${text}${SIGNS[kind]?.[1] ?? ''}`, inner);
}

const text = (id: string, from: number, deleted: string, inserted: string, before = from): Change => ({
  kind: 'text',
  before: { blockId: id, from: before, to: before + deleted.length },
  after: { blockId: id, from, to: from + inserted.length },
  deleted: deleted ? [words(deleted)] : [],
  inserted: inserted ? [words(inserted)] : [],
  base: [],
});

describe('a redline', () => {
  it.each<[string, ProseNode, ProseNode, Change[], string]>([
    ['replaced words', doc(p('a', 'one two')), doc(p('a', 'one six')), [text('a', 4, 'two', 'six')], 'one -two-+six+'],
    ['words gone at the end', doc(p('a', 'one two')), doc(p('a', 'one')), [text('a', 3, ' two', '')], 'one- two-'],
    ['a paragraph emptied', doc(p('a', 'one')), doc({ type: 'paragraph', attrs: { id: 'a' } }), [text('a', 0, 'one', '')], '-one-'],
    [
      'two changes in one paragraph',
      doc(p('a', 'a b c')),
      doc(p('a', 'x b y')),
      [text('a', 0, 'a', 'x'), text('a', 4, 'c', 'y')],
      '-a-+x+ b -c-+y+',
    ],
    [
      'other marks',
      doc(p('a', 'one two')),
      doc(p('a', 'one two')),
      [
        {
          kind: 'format',
          before: { blockId: 'a', from: 4, to: 7 },
          after: { blockId: 'a', from: 4, to: 7 },
          text: 'two',
          added: [{ type: 'bold' }],
          removed: [],
          base: [],
        },
      ],
      'one ~two~',
    ],
    [
      'a paragraph parted',
      doc(p('a', 'one two')),
      doc(p('a', 'one '), p('b', 'two')),
      [{ kind: 'split', blockId: 'a', at: 4, newBlock: named('paragraph', 'b'), base: [] }],
      'one +¶+|two',
    ],
    [
      'paragraphs joined, with a word put in before the place',
      doc(p('a', 'one'), p('b', 'two')),
      doc(p('a', 'so onetwo')),
      [
        text('a', 0, '', 'so '),
        { kind: 'join', blockId: 'a', joinedId: 'b', joined: named('paragraph', 'b'), at: 3, base: [], joinedBase: [] },
      ],
      '+so +one-¶-two',
    ],
    [
      'a paragraph put in',
      doc(p('a', 'one')),
      doc(p('a', 'one'), p('b', 'two')),
      [{ kind: 'insert', place: { parentId: null, afterId: 'a' }, nodes: [p('b', 'two')] }],
      'one|+two+',
    ],
    [
      'paragraphs taken out in several places',
      doc(p('a', '1'), p('b', '2'), p('c', '3'), p('d', '4')),
      doc(p('c', '3')),
      [
        { kind: 'delete', place: { parentId: null, afterId: null }, nodes: [p('a', '1'), p('b', '2')] },
        { kind: 'delete', place: { parentId: null, afterId: 'c' }, nodes: [p('d', '4')] },
      ],
      '-1-|-2-|3|-4-',
    ],
    [
      'a paragraph moved over another',
      doc(p('a', '1'), p('b', '2')),
      doc(p('b', '2'), p('a', '1')),
      [{ kind: 'move', nodeId: 'a', node: p('a', '1'), from: { parentId: null, afterId: null }, to: { parentId: null, afterId: 'b' } }],
      '<1<|2|>1>',
    ],
    [
      'a block gone together with what it stood in',
      doc(named('blockquote', 'q', p('a', '1')), p('b', '2')),
      doc(p('b', '2')),
      [{ kind: 'delete', place: { parentId: 'q', afterId: null }, nodes: [p('a', '1')] }],
      '-1-|2',
    ],
    [
      'paragraphs made a list',
      doc(p('a', '1')),
      doc(named('bulletList', 'l', named('listItem', 'i', p('a', '1')))),
      [
        {
          kind: 'replace',
          place: { parentId: null, afterId: null },
          deleted: [p('a', '1')],
          inserted: [named('bulletList', 'l', named('listItem', 'i', p('a', '1')))],
        },
      ],
      '-1-|+1+',
    ],
    [
      'words behind a footnote in which words changed too',
      doc(p('a', 'one', named('footnote', 'f', p('n', 'see')), ' two')),
      doc(p('a', 'one', named('footnote', 'f', p('n', 'see also')), ' six')),
      [text('n', 3, '', ' also'), text('a', 16, 'two', 'six', 11)],
      'onesee+ also+ -two-+six+',
    ],
  ])('draws %s', (_, before, after, changes, expected) => {
    const drawn = redlineTree(before, after, changes);
    expect(line(drawn)).toBe(expected);
  });
});
