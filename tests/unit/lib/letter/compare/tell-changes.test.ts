import { describe, expect, it } from 'vitest';
import { applyChanges } from '@/lib/letter/compare/apply-changes';
import type { Change } from '@/lib/letter/compare/change';
import { compareBodies } from '@/lib/letter/compare/compare-bodies';
import { describeChange } from '@/lib/letter/compare/describe-change';
import { invertChange } from '@/lib/letter/compare/invert-change';
import { locateChange } from '@/lib/letter/compare/locate-change';
import { isSameChange, overlaps } from '@/lib/letter/compare/same-change';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { doc, em, fig, figTable, h, li, note, p, table, td, tr, ul } from '@/tests/support/named-body';

const only = (before: ProseNode, after: ProseNode, index = 0) => compareBodies(before, after)[index] as Change;
const start = doc(p('a', 'one two three'), p('b', 'six'));
const rows = (...own: ProseNode[]) => doc(table('t', ...own));

describe('describeChange', () => {
  it.each<[ProseNode, ProseNode, string]>([
    [doc(p('a', 'one')), doc(p('a', 'one two')), 'inserted in a paragraph:  [ two]'],
    [doc(p('a', 'one two')), doc(p('a', 'one six')), 'replaced in a paragraph: two [six]'],
    [doc(h('a', 2, 'one two')), doc(h('a', 2, 'one')), 'deleted in a heading 2:  two []'],
    [doc(p('a', note('n', p('m', 'one')))), doc(p('a', note('n', p('m', 'two')))), 'replaced in a footnote: one [two]'],
    [doc(p('a', 'one')), doc(p('a', em('one'))), 'made italic in a paragraph:  [one]'],
    [doc(p('a', 'one two')), doc(p('a', 'one '), p('b', 'two')), 'split a paragraph:  []'],
    [doc(p('a', 'one '), p('b', 'two')), doc(p('a', 'one two')), 'joined two paragraphs:  []'],
    [doc(p('a', 'one')), doc(h('a', 1, 'one')), 'changed a heading 1: paragraph [heading 1]'],
    [doc(p('a', fig('g'))), doc(p('a', fig('g', 'r2'))), 'changed a figure: figure r1 [figure r2]'],
    [doc(figTable('a', 'r1', 'Old')), doc(figTable('a', 'r1', 'New')), 'changed a table of a run: Old [New]'],
    [doc(p('a')), doc(p('a'), p('b', 'x'), p('c', 'y')), 'inserted 2 paragraphs:  [x\ny]'],
    [doc(p('a', 'x'), p('b', 'y')), doc(p('b', 'y'), p('a', 'x')), 'moved a paragraph:  [x]'],
    [rows(tr('r', td('x', '1'))), rows(tr('r', td('x', '1'), td('y', '2'))), 'inserted a cell:  [2]'],
    [
      rows(tr('r', td('x', '1')), tr('s', td('y', '2'))),
      rows(tr('r', td('x', '1'), td('v', '3')), tr('s', td('y', '2'), td('w', '4'))),
      'inserted a column:  [3\n4]',
    ],
    [doc(p('a', 'x'), p('b', 'y')), doc(p('a', 'x'), ul('l', li('i', p('b', 'y')))), 'redid a paragraph: y [y]'],
  ])('case %#', (before, after, expected) => {
    const words = { figureText: (node: ProseNode) => `figure ${String(node.attrs?.runId)}` };
    const { verb, where, deleted, inserted } = describeChange(only(before, after), words);
    expect(`${verb} ${where}: ${deleted} [${inserted}]`).toBe(expected);
  });
});

describe('locateChange', () => {
  const moved = (text: string, ...others: ProseNode[]) => doc(p('x', 'new'), p('a', text), p('b', 'six'), ...others);
  it.each<[string, Change, ProseNode, object | null]>([
    [
      'words before they are made',
      only(start, doc(p('a', 'one 2 three'), p('b', 'six'))),
      moved('and one two three'),
      { blockId: 'a', from: 8, to: 11 },
    ],
    [
      'words after they are made',
      only(start, doc(p('a', 'one 2 three'), p('b', 'six'))),
      moved('and one 2 three'),
      { blockId: 'a', from: 8, to: 9 },
    ],
    [
      'words to be put in',
      only(start, doc(p('a', 'one new two three'), p('b', 'six'))),
      moved('and one two three'),
      { blockId: 'a', from: 8, to: 8 },
    ],
    ['words that are gone', only(start, doc(p('a', 'one 2 three'), p('b', 'six'))), moved('else'), null],
    ['a block that is gone', only(start, doc(p('a', 'one 2 three'), p('b', 'six'))), doc(p('b', 'six')), null],
    [
      'marks',
      only(start, doc(p('a', 'one ', em('two'), ' three'), p('b', 'six'))),
      moved('and one two three'),
      { blockId: 'a', from: 8, to: 11 },
    ],
    [
      'a split to be made',
      only(doc(p('a', 'one two')), doc(p('a', 'one '), p('s', 'two'))),
      moved('and one two'),
      { blockId: 'a', from: 8, to: 8 },
    ],
    [
      'a block to be put in',
      only(start, doc(...(start.content ?? []), p('c', 'new'))),
      moved('one two three', p('d', 'end')),
      { blockId: null, from: 25, to: 25 },
    ],
    [
      'a block put in',
      only(start, doc(...(start.content ?? []), p('c', 'new'))),
      doc(...(start.content ?? []), p('c', 'new')),
      { nodeId: 'c' },
    ],
    ['a block to be taken out', only(start, doc(p('a', 'one two three'))), moved('one two three'), { nodeId: 'b' }],
    ['a block taken out', only(start, doc(p('a', 'one two three'))), doc(p('a', 'one two three')), { blockId: null, from: 15, to: 15 }],
  ])('%s', (_name, change, now, expected) => {
    expect(locateChange(change, now)).toEqual(expected);
  });
});

describe('isSameChange and overlaps', () => {
  const at = (text: string, base = 'one two three') => only(doc(p('a', base)), doc(p('a', text)));
  it.each<[string, Change, Change, boolean, boolean]>([
    ['the same, shifted', at('one 2 three'), at('and one 2 three', 'and one two three'), true, true],
    ['grown while it is typed', at('one new two three'), at('one new words two three'), false, true],
    ['another place of the block', at('1 two three'), at('one two 3'), false, false],
    ['another block', at('one 2 three'), only(doc(p('b', 'two')), doc(p('b', '2'))), false, false],
    ['words, then the whole block', at('one 2 three'), only(start, doc(p('b', 'six'))), false, true],
    [
      'one more paragraph put in',
      only(start, doc(...(start.content ?? []), p('c', 'x'))),
      only(start, doc(...(start.content ?? []), p('c', 'x'), p('d', 'y'))),
      false,
      true,
    ],
    ['a heading and its words', only(start, doc(h('a', 1, 'one two three'), p('b', 'six'))), at('one 2 three'), false, false],
  ])('%s', (_name, one, other, same, touching) => {
    expect([isSameChange(one, other), overlaps(one, other), overlaps(other, one)]).toEqual([same, touching, touching]);
  });
});

describe('a change made by hand, without a run', () => {
  const words = (text: string) => [{ type: 'text', text }];
  const base = words('one two three');
  it.each<[string, Change, ProseNode]>([
    [
      'text',
      {
        kind: 'text',
        before: { blockId: 'a', from: 4, to: 7 },
        after: { blockId: 'a', from: 4, to: 5 },
        deleted: words('two'),
        inserted: words('2'),
        base,
      },
      doc(p('a', 'one 2 three'), p('b', 'six')),
    ],
    [
      'format',
      {
        kind: 'format',
        before: { blockId: 'a', from: 0, to: 3 },
        after: { blockId: 'a', from: 0, to: 3 },
        text: 'one',
        added: [{ type: 'italic' }],
        removed: [],
        base,
      },
      doc(p('a', em('one'), ' two three'), p('b', 'six')),
    ],
    ['split', { kind: 'split', blockId: 'a', at: 4, newBlock: p('n'), base }, doc(p('a', 'one '), p('n', 'two three'), p('b', 'six'))],
    [
      'join',
      { kind: 'join', blockId: 'a', joinedId: 'b', joined: p('b'), at: 13, base, joinedBase: words('six') },
      doc(p('a', 'one two threesix')),
    ],
    [
      'insert',
      { kind: 'insert', place: { parentId: null, afterId: 'a' }, nodes: [p('n', 'new')] },
      doc(p('a', 'one two three'), p('n', 'new'), p('b', 'six')),
    ],
    ['delete', { kind: 'delete', place: { parentId: null, afterId: 'a' }, nodes: [p('b', 'six')] }, doc(p('a', 'one two three'))],
  ])('%s is made and undone', (_name, change, expected) => {
    const made = applyChanges(start, [change]);
    expect(made.conflicts).toEqual([]);
    expect(compareBodies(made.body, expected)).toEqual([]);
    expect(compareBodies(applyChanges(made.body, [invertChange(change)]).body, start)).toEqual([]);
  });
});
