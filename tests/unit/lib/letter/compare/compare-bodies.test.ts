import { describe, expect, it } from 'vitest';
import { applyChanges } from '@/lib/letter/compare/apply-changes';
import { canonicalBody } from '@/lib/letter/compare/canonical-body';
import { compareBodies } from '@/lib/letter/compare/compare-bodies';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { changeLine } from '@/tests/support/change-line';
import { doc, em, fig, figTable, h, li, marked, note, ol, p, quote, table, td, tr, ul } from '@/tests/support/named-body';

const two = (first: string, second: string) => table('t', tr('r', td('x', first), td('y', second)));
const rows = (...own: ProseNode[]) => doc(table('t', ...own));

describe('compareBodies', () => {
  it.each<[string, ProseNode, ProseNode, string[]]>([
    ['a word put in', doc(p('a', 'the cat')), doc(p('a', 'the big cat')), ['text a 4-4 "" > "big "']],
    ['a word taken out', doc(p('a', 'the big cat')), doc(p('a', 'the cat')), ['text a 4-8 "big " > ""']],
    ['a word replaced', doc(p('a', 'one two')), doc(p('a', 'one six')), ['text a 4-7 "two" > "six"']],
    ['words at the end', doc(p('a', 'one.')), doc(p('a', 'one two.')), ['text a 3-3 "" > " two"']],
    ['a number, whole', doc(p('a', 'is 5.30 of')), doc(p('a', 'is 5.41 of')), ['text a 3-7 "5.30" > "5.41"']],
    ['neighbours as one', doc(p('a', 'one two three four')), doc(p('a', 'one 2 3 four')), ['text a 4-13 "two three" > "2 3"']],
    [
      'two places',
      doc(p('a', 'old words stand here for a long while, old')),
      doc(p('a', 'new words stand here for a long while, new')),
      ['text a 0-3 "old" > "new"', 'text a 39-42 "old" > "new"'],
    ],
    [
      'another text',
      doc(p('a', 'we ask for relief of both')),
      doc(p('a', 'no such thing is needed')),
      ['text a 0-25 "we ask for relief of both" > "no such thing is needed"'],
    ],
    ['a paragraph emptied', doc(p('a', 'one')), doc(p('a')), ['text a 0-3 "one" > ""']],
    ['marks put on', doc(p('a', 'one two')), doc(p('a', 'one ', em('two'))), ['format a "two" +italic']],
    ['other marks', doc(p('a', em('one'))), doc(p('a', marked('bold', 'one'))), ['format a "one" +bold -italic']],
    ['marks on half a word', doc(p('a', 'margin')), doc(p('a', em('mar'), 'gin')), ['format a "mar" +italic']],
    [
      'another address',
      doc(p('a', marked('link', 'here', { href: 'https://a.example' }))),
      doc(p('a', marked('link', 'here', { href: 'https://b.example' }))),
      ['format a "here" +link -link'],
    ],
    ['a figure put in', doc(p('a', 'is more')), doc(p('a', 'is ', fig('g'), ' more')), ['text a 3-3 "" > "<g> "']],
    ['another run of a figure', doc(p('a', fig('g'))), doc(p('a', fig('g', 'r2'))), ['node g figureNumberr1 > figureNumberr2']],
    ['another run of a table', doc(figTable('a')), doc(figTable('a', 'r2')), ['node a-node figureTabler1 > figureTabler2']],
    ['a footnote put in', doc(p('a', 'one')), doc(p('a', 'one', note('n', p('m', 'why')))), ['text a 3-3 "" > "<n>"']],
    [
      'words in a footnote',
      doc(p('a', 'one', note('n', p('m', 'see here')), ' two')),
      doc(p('a', 'one', note('n', p('m', 'see there')), ' two')),
      ['text m 4-8 "here" > "there"'],
    ],
    [
      'a paragraph more in a footnote',
      doc(p('a', note('n', p('m', 'why')))),
      doc(p('a', note('n', p('m', 'why'), p('m2', 'because')))),
      ['insert n/m: m2'],
    ],
    [
      'words behind a footnote',
      doc(p('a', 'x', note('n', p('m', 'why')), ' end')),
      doc(p('a', 'x', note('n', p('m', 'why')), ' stop')),
      ['text a 9-12 "end" > "stop"'],
    ],
    ['a paragraph split', doc(p('a', 'one two')), doc(p('a', 'one '), p('b', 'two')), ['split a 4 > b']],
    ['a word split', doc(p('a', 'some margin')), doc(p('a', 'some mar'), p('b', 'gin')), ['split a 8 > b']],
    ['split at the beginning', doc(p('a', 'one')), doc(p('a'), p('b', 'one')), ['split a 0 > b']],
    ['split, its space gone', doc(p('a', 'one two')), doc(p('a', 'one'), p('b', 'two')), ['text a 3-4 " " > ""', 'split a 4 > b']],
    [
      'split and edited',
      doc(p('a', 'the first part, the second part of it')),
      doc(p('a', 'the first part, '), p('b', 'the last part of it')),
      ['split a 16 > b', 'text a 20-26 "second" > "last" in b'],
    ],
    ['split twice', doc(p('a', 'one two six')), doc(p('a', 'one '), p('b', 'two '), p('c', 'six')), ['split a 4 > b', 'split a 8 > c']],
    [
      'split by a new paragraph',
      doc(p('a', 'one two')),
      doc(p('a', 'one '), p('x', 'new words between'), p('b', 'two')),
      ['split a 4 > b', 'insert null/a: x'],
    ],
    ['paragraphs joined', doc(p('a', 'one '), p('b', 'two')), doc(p('a', 'one two')), ['join a 4 < b']],
    ['joined with a space', doc(p('a', 'one'), p('b', 'two')), doc(p('a', 'one two')), ['text a 3-3 "" > " "', 'join a 3 < b']],
    [
      'joined and split elsewhere: another paragraph',
      doc(p('a', 'one two '), p('b', 'six ten')),
      doc(p('a', 'one '), p('c', 'two six ten')),
      ['text a 4-8 "two " > ""', 'delete null/a: b', 'insert null/a: c'],
    ],
    ['an item split', doc(ul('l', li('i', 'one two'))), doc(ul('l', li('i', 'one '), li('j', 'two'))), ["split i' 4 > j"]],
    ['items joined', doc(ul('l', li('i', 'one '), li('j', 'two'))), doc(ul('l', li('i', 'one two'))), ["join i' 4 < j"]],
    ['a heading made', doc(p('a', 'one')), doc(h('a', 2, 'one')), ['node a paragraph > heading2']],
    ['another level', doc(h('a', 1, 'one')), doc(h('a', 3, 'one')), ['node a heading1 > heading3']],
    ['a list numbered', doc(ul('l', li('i', 'one'))), doc(ol('l', li('i', 'one'))), ['node l bulletList > orderedList']],
    ['paragraphs put in', doc(p('a', 'one')), doc(p('a', 'one'), p('b', 'two'), p('c', '3')), ['insert null/a: b c']],
    ['a paragraph taken out', doc(p('a', 'one'), p('b', 'two')), doc(p('b', 'two')), ['delete null/null: a']],
    ['everything else', doc(p('a', 'one')), doc(h('b', 1, 'two')), ['replace null: a > b']],
    [
      'a block moved',
      doc(p('a', '1'), p('b', '2'), p('c', '3')),
      doc(p('c', '3'), p('a', '1'), p('b', '2')),
      ['move c null/b > null/null'],
    ],
    [
      'a block moved and edited',
      doc(p('a', '1'), p('b', '2'), p('c', 'three')),
      doc(p('c', 'three more'), p('a', '1'), p('b', '2')),
      ['move c null/b > null/null', 'text c 5-5 "" > " more"'],
    ],
    [
      'a block moved into a quotation',
      doc(p('a', '1'), quote('q', p('b', '2'))),
      doc(quote('q', p('b', '2'), p('a', '1'))),
      ['move a null/null > q/b'],
    ],
    ['a list made', doc(p('a', 'one'), p('b', 'two')), doc(p('a', 'one'), ul('l', li('i', p('b', 'two')))), ['replace null: b > l']],
    ['a list unmade', doc(p('a', 'x'), ul('l', li('i', p('b', 'two')))), doc(p('a', 'x'), p('b', 'two')), ['replace null: l > b']],
    [
      'an item nested',
      doc(ul('l', li('i', 'one'), li('j', 'two'), li('k', 'six'))),
      doc(ul('l', li('i', p("i'", 'one'), ul('m', li('j', 'two'))), li('k', 'six'))),
      ['replace l: i j > i'],
    ],
    ['an item put in', doc(ul('l', li('i', 'one'))), doc(ul('l', li('i', 'one'), li('j', 'new'))), ['insert l/i: j']],
    ['a row put in', rows(tr('r', td('x', '1'))), rows(tr('r', td('x', '1')), tr('s', td('y', '2'))), ['insert t/r: s']],
    ['a row taken out', rows(tr('r', td('x', '1')), tr('s', td('y', '2'))), rows(tr('s', td('y', '2'))), ['delete t/null: r']],
    [
      'a column put in',
      rows(tr('r', td('x', '1')), tr('s', td('y', '2'))),
      rows(tr('r', td('x2', 'a'), td('x', '1')), tr('s', td('y2', 'b'), td('y', '2'))),
      ['insert r/null: x2 and y2'],
    ],
    [
      'a column taken out',
      rows(tr('r', td('x', '1'), td('x2', 'a')), tr('s', td('y', '2'), td('y2', 'b'))),
      rows(tr('r', td('x', '1')), tr('s', td('y', '2'))),
      ['delete r/x: x2 and y2'],
    ],
    [
      'a row and a column',
      rows(tr('r', td('x', '1'))),
      rows(tr('r', td('x', '1'), td('x2', 'a')), tr('s', td('y', '2'), td('y2', 'b'))),
      ['replace t: r > r s'],
    ],
    ['words in a cell', doc(two('one', 'two')), doc(two('one', 'six')), ['text y\' 0-3 "two" > "six"']],
    [
      'all that a cell holds',
      doc(two('one', 'two')),
      doc(table('t', tr('r', td('x', 'one'), td('y', p('z', 'new'))))),
      ["replace y: y' > z"],
    ],
  ])('%s', (_name, before, after, expected) => {
    const changes = compareBodies(before, after);
    expect(changes.map(changeLine)).toEqual(expected);
    expect(applyChanges(before, changes)).toEqual({ body: canonicalBody(after), applied: changes, conflicts: [] });
  });

  it('takes a footnote for the same one when the words around it are others', () => {
    const around = (one: string, two: string, why: string) => doc(p('a', one, note('n', p('m', why)), two));
    const changes = compareBodies(around('some words ', ' that go', 'why'), around('other text ', ' and stay', 'why not'));
    expect(changes.map(({ kind }) => kind)).toEqual(['text', 'text', 'text']);
  });

  it('takes a figure for the same one in a long text of other words', () => {
    const words = (from: string) => Array.from({ length: 60 }, (_, index) => `${from}${index}`).join(' ');
    const around = (from: string) => doc(p('a', words(from), fig('g'), words(`${from}${from}`)));
    expect(
      compareBodies(around('x'), around('y')).map((change) => change.kind === 'text' && change.deleted.map(({ type }) => type)),
    ).toEqual([['text'], ['text']]);
  });
});
