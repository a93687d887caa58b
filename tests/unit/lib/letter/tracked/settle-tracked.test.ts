import { describe, expect, it } from 'vitest';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { settleTracked } from '@/lib/letter/tracked/settle-tracked';
import { doc, figTable, h, li, note, p, quote, table, td, text, tr, ul, uuid } from '@/tests/support/letters';

const by = { author: 'Redline', at: '2026-11-20T00:00:00.000Z' };
const ins = (words: string) => text(words, { type: 'inserted', attrs: by });
const del = (words: string) => text(words, { type: 'deleted', attrs: by });
const both = (words: string) => text(words, { type: 'inserted', attrs: by }, { type: 'deleted', attrs: by });
const end = (kind: 'inserted' | 'deleted', node: ProseNode): ProseNode => ({
  ...node,
  attrs: { ...node.attrs, trackedEnd: { kind, ...by } },
});
const whole = (kind: 'inserted' | 'deleted', node: ProseNode): ProseNode => ({
  ...node,
  attrs: { ...node.attrs, tracked: { kind, ...by } },
});
const was = (type: string, attrs: Record<string, unknown>, node: ProseNode): ProseNode => ({
  ...node,
  attrs: { ...node.attrs, trackedForm: { ...by, before: { type, attrs } } },
});
const bold = (words: string) => text(words, { type: 'bold' }, { type: 'reformatted', attrs: { ...by, before: [{ type: 'italic' }] } });

/** What a body says, a line each: enough to tell one from the other. */
function lines(node: ProseNode): string {
  if (node.type === 'text') return `${(node.marks ?? []).map(({ type }) => `<${type}>`).join('')}${node.text}`;
  if (node.type === 'figureTable') return '[table]';
  const inner = (node.content ?? []).map(lines).join('');
  const name = { doc: '', paragraph: 'p', heading: `h${node.attrs?.level}`, bulletList: 'ul', orderedList: 'ol', listItem: 'li' }[
    node.type
  ];
  return node.type === 'doc' ? inner : `${name ?? node.type}(${inner})`;
}

describe('settling tracked changes', () => {
  it.each<[string, ProseNode, string, string]>([
    ['words', doc(p('a ', del('b'), ins('c'), ' d')), 'p(a c d)', 'p(a b d)'],
    ['put in and taken out again', doc(p('a', both('b'))), 'p(a)', 'p(a)'],
    ['other marks', doc(p(bold('a'))), 'p(<bold>a)', 'p(<italic>a)'],
    ['a split', doc(end('inserted', p('a')), p('b')), 'p(a)p(b)', 'p(ab)'],
    ['a join', doc(end('deleted', p('a')), p('b')), 'p(ab)', 'p(a)p(b)'],
    ['a join of three', doc(end('deleted', p('a')), end('deleted', p('b')), h(1, 'c')), 'h1(abc)', 'p(a)p(b)h1(c)'],
    ['a new block', doc(end('inserted', p(ins('a'))), p('b')), 'p(a)p(b)', 'p(b)'],
    ['a new block at the end', doc(p('b'), end('inserted', p(ins('a')))), 'p(b)p(a)', 'p(b)'],
    ['nothing left', doc(end('deleted', p(del('a')))), 'p()', 'p(a)'],
    ['words gone, the mark not', doc(p(del('a')), p('b')), 'p()p(b)', 'p(a)p(b)'],
    [
      'a mark before a table',
      doc(end('deleted', p('a')), table(tr(td('b'))), p('c')),
      'p(a)table(tableRow(tableCell(p(b))))p(c)',
      'p(a)table(tableRow(tableCell(p(b))))p(c)',
    ],
    [
      'a row',
      doc(table(whole('deleted', tr(td('a'))), tr(td('b')))),
      'table(tableRow(tableCell(p(b))))',
      'table(tableRow(tableCell(p(a)))tableRow(tableCell(p(b))))',
    ],
    ['a whole table', doc(table(whole('inserted', tr(td('a')))), p('b')), 'table(tableRow(tableCell(p(a))))p(b)', 'p(b)'],
    [
      'a cell emptied',
      doc(table(tr({ type: 'tableCell', content: [end('deleted', p(del('a')))] }))),
      'table(tableRow(tableCell(p())))',
      'table(tableRow(tableCell(p(a))))',
    ],
    ['a figure', doc(whole('inserted', figTable(uuid(3))), p('a')), '[table]p(a)', 'p(a)'],
    ['items gone', doc(ul(li(end('deleted', p(del('a')))), li('b'))), 'ul(li(p(b)))', 'ul(li(p(a))li(p(b)))'],
    ['a list gone', doc(ul(li(end('deleted', p(del('a'))))), p('b')), 'p(b)', 'ul(li(p(a)))p(b)'],
    ['an item joined with the next', doc(ul(li(end('deleted', p('a'))), li('b'))), 'ul(li(p(ab)))', 'ul(li(p(a))li(p(b)))'],
    ['a quotation gone', doc(quote(end('deleted', p(del('a')))), p('b')), 'p(b)', 'blockquote(p(a))p(b)'],
    ['another level', doc(was('heading', { level: 1 }, h(2, 'a'))), 'h2(a)', 'h1(a)'],
    ['a paragraph from a heading', doc(was('heading', { level: 1 }, p('a'))), 'p(a)', 'h1(a)'],
    [
      'bullets from numbers',
      doc(ul(li(was('paragraph', { list: 'orderedList' }, p('a'))), li(was('paragraph', { list: 'orderedList' }, p('b'))))),
      'ul(li(p(a))li(p(b)))',
      'ol(li(p(a))li(p(b)))',
    ],
    [
      'an item that was none',
      doc(ul(li('a'), li(was('paragraph', { list: null }, p('b'))), li('c'))),
      'ul(li(p(a))li(p(b))li(p(c)))',
      'ul(li(p(a)))p(b)ul(li(p(c)))',
    ],
    [
      'an item taken out of its list',
      doc(ul(li('a')), was('paragraph', { list: 'bulletList' }, p('b')), ul(li('c'))),
      'ul(li(p(a)))p(b)ul(li(p(c)))',
      'ul(li(p(a))li(p(b))li(p(c)))',
    ],
    ['words of a footnote', doc(p('a', note(p('b', ins('c'))))), 'p(afootnote(p(bc)))', 'p(afootnote(p(b)))'],
    ['a paragraph of a footnote', doc(p('a', note(p('b'), end('deleted', p(del('c')))))), 'p(afootnote(p(b)))', 'p(afootnote(p(b)p(c)))'],
  ])('%s', (_, body, accepted, rejected) => {
    expect([lines(settleTracked(body, 'accept')), lines(settleTracked(body, 'reject'))]).toEqual([accepted, rejected]);
  });

  it('takes a footnote out with its mark', () => {
    const body = doc(p('a', { ...note('b'), marks: [{ type: 'deleted', attrs: by }] }));
    expect([lines(settleTracked(body, 'accept')), lines(settleTracked(body, 'reject'))]).toEqual(['p(a)', 'p(afootnote(p(b)))']);
  });

  it('leaves nothing of what tracking adds, on no side', () => {
    const body = doc(
      end('deleted', was('heading', { level: 1 }, p(del('a'), ins('b'), bold('c')))),
      whole('deleted', figTable(uuid(3))),
      p('d'),
    );
    for (const side of ['accept', 'reject'] as const)
      expect(JSON.stringify(settleTracked(body, side))).not.toMatch(/tracked|inserted|deleted|reformatted/);
  });
});
