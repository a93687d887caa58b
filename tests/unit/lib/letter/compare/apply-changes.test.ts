import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '@/lib/letter/compare/apply-changes';
import { canonicalBody } from '@/lib/letter/compare/canonical-body';
import { compareBodies } from '@/lib/letter/compare/compare-bodies';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { validateBody } from '@/lib/letter/schema/validate-body';
import { anyEdits, anyNamedBody } from '@/tests/support/any-body';
import { editBody } from '@/tests/support/edit-body';
import { doc, em, fig, h, li, note, p, table, td, tr, ul } from '@/tests/support/named-body';

const body = doc(p('a', 'the first sentence stands here, the second there'), p('b', 'one'), p('c', 'six'));
const withFirst = (text: string) => doc(p('a', text), p('b', 'one'), p('c', 'six'));
const row = (name: string, ...words: string[]) => tr(name, ...words.map((word) => td(`${name}-${word}`, word)));

describe('applyChanges to a text that others changed', () => {
  it.each<[string, ProseNode, ProseNode, ProseNode, ProseNode]>([
    [
      'another place of the same paragraph',
      body,
      withFirst('the first sentence stands here, the last there'),
      withFirst('the long first sentence stands here, the second there'),
      withFirst('the long first sentence stands here, the last there'),
    ],
    ['neighbouring words', withFirst('one two three'), withFirst('one two 3'), withFirst('1 two three'), withFirst('1 two 3')],
    [
      'both put in at one place',
      withFirst('one two'),
      withFirst('one mine two'),
      withFirst('one yours two'),
      withFirst('one yours mine two'),
    ],
    [
      'another paragraph',
      body,
      doc(p('a', 'new'), p('b', 'one'), p('c', 'six')),
      doc(p('a', 'the first sentence stands here, the second there'), p('b', 'two'), p('c', 'six')),
      doc(p('a', 'new'), p('b', 'two'), p('c', 'six')),
    ],
    [
      'marks over words that were edited',
      withFirst('one two three'),
      doc(p('a', 'one ', em('two three')), p('b', 'one'), p('c', 'six')),
      withFirst('one two and three'),
      doc(p('a', 'one ', em('two'), ' and', em(' three')), p('b', 'one'), p('c', 'six')),
    ],
    [
      'a paragraph that was moved',
      body,
      doc(p('a', 'the first sentence stands here, the second there'), p('b', 'one more'), p('c', 'six')),
      doc(p('b', 'one'), p('a', 'the first sentence stands here, the second there'), p('c', 'six')),
      doc(p('b', 'one more'), p('a', 'the first sentence stands here, the second there'), p('c', 'six')),
    ],
    [
      'a paragraph that was split: its end',
      body,
      withFirst('the first sentence stands here, the last there'),
      doc(p('a', 'the first sentence stands here, '), p('x', 'the second there'), p('b', 'one'), p('c', 'six')),
      doc(p('a', 'the first sentence stands here, '), p('x', 'the last there'), p('b', 'one'), p('c', 'six')),
    ],
    [
      'a paragraph that was joined to the one before it',
      doc(p('a', 'one'), p('b', 'the words of the second')),
      doc(p('a', 'one'), p('b', 'the first words of the second')),
      doc(p('a', 'one the words of the second')),
      doc(p('a', 'one the first words of the second')),
    ],
    [
      'a paragraph behind one that is gone',
      body,
      doc(p('a', 'the first sentence stands here, the second there'), p('b', 'one'), p('x', 'new'), p('c', 'six')),
      doc(p('a', 'the first sentence stands here, the second there'), p('c', 'six')),
      doc(p('a', 'the first sentence stands here, the second there'), p('x', 'new'), p('c', 'six')),
    ],
    [
      'a row and words in another',
      doc(table('t', row('r', 'a', 'b'), row('s', 'c', 'd'))),
      doc(table('t', row('r', 'a', 'b'), row('x', 'e', 'f'), row('s', 'c', 'd'))),
      doc(table('t', row('r', 'a', 'b'), tr('s', td('s-c', 'changed'), td('s-d', 'd')))),
      doc(table('t', row('r', 'a', 'b'), row('x', 'e', 'f'), tr('s', td('s-c', 'changed'), td('s-d', 'd')))),
    ],
    [
      'a heading and its words',
      withFirst('one'),
      doc(h('a', 1, 'one'), p('b', 'one'), p('c', 'six')),
      withFirst('one two'),
      doc(h('a', 1, 'one two'), p('b', 'one'), p('c', 'six')),
    ],
    [
      'a footnote and the words around it',
      doc(p('a', 'one', note('n', p('m', 'why')), ' two')),
      doc(p('a', 'one', note('n', p('m', 'why not')), ' two')),
      doc(p('a', '1', note('n', p('m', 'why')), ' 2')),
      doc(p('a', '1', note('n', p('m', 'why not')), ' 2')),
    ],
    [
      'an item where another came',
      doc(ul('l', li('i', 'one'))),
      doc(ul('l', li('i', 'one'), li('j', 'mine'))),
      doc(ul('l', li('i', 'one'), li('k', 'yours'))),
      doc(ul('l', li('i', 'one'), li('j', 'mine'), li('k', 'yours'))),
    ],
    ['what was made already', withFirst('one'), withFirst('one two'), withFirst('one two'), withFirst('one two')],
  ])('carries over: %s', (_name, base, mine, theirs, both) => {
    const { body: merged, conflicts } = applyChanges(theirs, compareBodies(base, mine));
    expect(conflicts).toEqual([]);
    expect(merged).toEqual(canonicalBody(both));
  });

  it.each<[string, ProseNode, ProseNode, ProseNode, string]>([
    [
      'the same words',
      withFirst('one two three'),
      withFirst('one 2 three'),
      withFirst('one zwei three'),
      'The same words were changed meanwhile.',
    ],
    [
      'words inside of those taken out',
      withFirst('one two three four'),
      withFirst('one four'),
      withFirst('one two new three four'),
      'The same words were changed meanwhile.',
    ],
    [
      'words put in where all around is gone',
      withFirst('some long words of old'),
      withFirst('some long new words of old'),
      doc(p('a', 'other'), p('b', 'one'), p('c', 'six')),
      'The same words were changed meanwhile.',
    ],
    [
      'a paragraph that is gone',
      body,
      withFirst('the first sentence'),
      doc(p('b', 'one'), p('c', 'six')),
      'The paragraph is not there any more.',
    ],
    [
      'a paragraph taken out that was edited',
      body,
      doc(p('a', 'the first sentence stands here, the second there'), p('c', 'six')),
      doc(p('a', 'the first sentence stands here, the second there'), p('b', 'one more'), p('c', 'six')),
      'What it takes out was changed meanwhile.',
    ],
    [
      'another run of the same figure',
      doc(p('a', fig('g'))),
      doc(p('a', fig('g', 'r2'))),
      doc(p('a', fig('g', 'r3'))),
      'It was changed otherwise meanwhile.',
    ],
    [
      'a footnote taken out that was edited',
      doc(p('a', 'x', note('n', p('m', 'why')))),
      doc(p('a', 'x')),
      doc(p('a', 'x', note('n', p('m', 'why not')))),
      'The footnote was changed meanwhile.',
    ],
    [
      'a row of a table that is gone',
      doc(p('a'), table('t', row('r', 'a'))),
      doc(p('a'), table('t', row('r', 'a'), row('s', 'b'))),
      doc(p('a')),
      'What it stood in is not there any more.',
    ],
    [
      'a block that was taken elsewhere',
      doc(p('a'), p('b'), p('c'), p('d')),
      doc(p('b'), p('c'), p('a'), p('d')),
      doc(p('b'), p('c'), p('d'), p('a')),
      'The block was moved elsewhere meanwhile.',
    ],
  ])('says what conflicts and leaves it: %s', (_name, base, mine, theirs, reason) => {
    const changes = compareBodies(base, mine);
    const { body: left, applied, conflicts } = applyChanges(theirs, changes);
    expect(conflicts).toEqual([{ change: changes[0], reason }]);
    expect(applied).toEqual([]);
    expect(left).toEqual(canonicalBody(theirs));
  });

  it('comes to the same, whoever is first, where two people edit different blocks', () => {
    fc.assert(
      fc.property(anyNamedBody, anyEdits(), anyEdits(), (start, edits, others) => {
        const heading = h('between', 1, 'What follows');
        const halves = (first: ProseNode, second: ProseNode) => doc(...(first.content ?? []), heading, ...(second.content ?? []));
        const other = JSON.parse(JSON.stringify(start).replaceAll('Id":"n', 'Id":"o').replaceAll('"id":"n', '"id":"o')) as ProseNode;
        const base = canonicalBody(halves(start, other));
        const mine = canonicalBody(halves(editBody(start, edits, 'mine'), other));
        const theirs = canonicalBody(halves(start, editBody(other, others, 'theirs')));
        const both = canonicalBody(halves(editBody(start, edits, 'mine'), editBody(other, others, 'theirs')));
        expect(applyChanges(theirs, compareBodies(base, mine))).toMatchObject({ body: both, conflicts: [] });
        expect(applyChanges(mine, compareBodies(base, theirs))).toMatchObject({ body: both, conflicts: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('leaves what the schema allows and every change accounted for, whatever two people did', () => {
    fc.assert(
      fc.property(anyNamedBody, anyEdits(), anyEdits(), (start, edits, others) => {
        const base = canonicalBody(start);
        const changes = compareBodies(base, canonicalBody(editBody(base, edits, 'mine')));
        const theirs = canonicalBody(editBody(base, others, 'theirs'));
        const { body: merged, applied, conflicts } = applyChanges(theirs, changes);
        expect(validateBody(merged).ok).toBe(true);
        expect(applied.length + conflicts.length).toBe(changes.length);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves fewer differences with each change that is made', () => {
    fc.assert(
      fc.property(anyNamedBody, anyEdits(), (start, edits) => {
        const before = canonicalBody(start);
        const after = canonicalBody(editBody(before, edits, 'e'));
        let present = before;
        for (const change of compareBodies(before, after)) {
          const { body: next, conflicts } = applyChanges(present, [change]);
          expect(conflicts).toEqual([]);
          expect(next).not.toEqual(present);
          present = next;
        }
        expect(present).toEqual(after);
      }),
      { numRuns: 300 },
    );
  });
});
