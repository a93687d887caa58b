import { describe, expect, it } from 'vitest';
import type { LetterContent } from '@/lib/letter/letter-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { WrittenThread } from '@/lib/word/letter-build';
import { placeThreads } from '@/lib/word/write/comments/place-threads';
import { letter, section, uuid } from '@/tests/support/letters';
import { doc, fig, figTable, li, note, p, table, td, tr, ul } from '@/tests/support/named-body';

const SECTION = uuid(1);
const by = { author: 'Ada Example', at: '2026-11-20T10:00:00.000Z' };

function thread(place: WrittenThread['place'], comments = 1, sectionId = SECTION): WrittenThread {
  return { sectionId, place, resolved: false, comments: Array.from({ length: comments }, () => ({ ...by, text: 'Why?' })) };
}

/** The text with "‹0" where comment 0 begins and "0›" where it ends. */
function told(node: ProseNode): string {
  const ids = (node.attrs?.ids as readonly number[] | undefined)?.join(',');
  if (node.type === 'writtenCommentStart') return `‹${ids}`;
  if (node.type === 'writtenCommentEnd') return `${ids}›`;
  if (node.type === 'text') return node.text ?? '';
  const threads = node.attrs?.writtenThreads as readonly (readonly number[])[] | undefined;
  if (threads) return `[exhibit ${threads.map((own) => own.join(',')).join(' ')}]`;
  const inner = (node.content ?? []).map(told).join(node.type === 'doc' ? '|' : '');
  return node.type === 'footnote' ? `(${inner})` : node.type === 'figureNumber' ? '#' : inner;
}

function placed(body: ProseNode, threads: readonly WrittenThread[], kind: 'discussion' | 'introduction' = 'discussion') {
  const content: LetterContent = letter([section(kind, 'Costs', body)]);
  const { content: made, bySection } = placeThreads(content, threads);
  return { text: made.sections.map((own) => told(own.body)).join('||'), bySection };
}

const inserted = (words: string): ProseNode => ({ type: 'text', text: words, marks: [{ type: 'inserted', attrs: by }] });
const ended = (node: ProseNode): ProseNode => ({ ...node, attrs: { ...node.attrs, trackedEnd: { kind: 'inserted', ...by } } });

describe('the place of a comment in a file', () => {
  it.each<[string, ProseNode, WrittenThread['place'], string]>([
    ['is a stretch of words', doc(p('a', 'one two three')), { blockId: 'a', from: 4, to: 7 }, 'one ‹0two0› three'],
    ['is a whole paragraph', doc(p('a', 'one'), p('b', 'two')), { blockId: 'b', from: 0, to: 3 }, 'one|‹0two0›'],
    ['is a point between words', doc(p('a', 'one two')), { blockId: 'a', from: 3, to: 3 }, 'one‹00› two'],
    ['reaches to the end where its stretch is longer', doc(p('a', 'one')), { blockId: 'a', from: 1, to: 99 }, 'o‹0ne0›'],
    ['never divides a character', doc(p('a', 'x😀y')), { blockId: 'a', from: 2, to: 2 }, 'x‹0😀0›y'],
    ['takes in the whole characters at its ends', doc(p('a', '😀 and 😀')), { blockId: 'a', from: 1, to: 8 }, '‹0😀 and 😀0›'],
    ['is in the words of an item', doc(ul('l', li('i', p('a', 'one two')))), { blockId: 'a', from: 0, to: 3 }, '‹0one0› two'],
    ['is in a cell', doc(table('t', tr('r', td('c', p('a', 'one two'))))), { blockId: 'a', from: 4, to: 7 }, 'one ‹0two0›'],
    [
      'leaves out of its offsets what a suggestion puts in',
      doc(p('a', 'one ', inserted('new '), 'two')),
      { blockId: 'a', from: 4, to: 7 },
      'one new ‹0two0›',
    ],
    [
      'goes on in the paragraph that a suggestion splits off',
      doc(ended(p('a', 'one ')), p('b', 'two')),
      { blockId: 'a', from: 2, to: 6 },
      'on‹0e |tw0›o',
    ],
    ['is a bound number', doc(p('a', 'of ', fig('f'), '.')), { nodeId: 'f' }, 'of ‹0#0›.'],
    ['is a note', doc(p('a', 'one', note('n', p('b', 'two')))), { nodeId: 'n' }, 'one‹0(two)0›'],
    ['is the whole note for words in it', doc(p('a', 'one', note('n', p('b', 'two')))), { blockId: 'b', from: 0, to: 2 }, 'one‹0(two)0›'],
    ['is the whole note for its paragraph', doc(p('a', 'one', note('n', p('b', 'two')))), { nodeId: 'b' }, 'one‹0(two)0›'],
    ['is the whole note for a number in it', doc(p('a', 'one', note('n', p('b', 'of ', fig('f'))))), { nodeId: 'f' }, 'one‹0(of #)0›'],
    ['is the caption of a table', doc(figTable('f')), { nodeId: 'f' }, '[exhibit 0]'],
    ['is the first words of a list', doc(ul('l', li('i', p('a', 'one')), li('j', 'two'))), { nodeId: 'l' }, '‹0one0›two'],
  ])('%s', (_, body, place, expected) => {
    expect(placed(body, [thread(place)])).toEqual({ text: expected, bySection: new Map() });
  });

  it.each<[string, WrittenThread['place']]>([
    ['about the section', null],
    ['about words that are gone', { blockId: 'gone', from: 0, to: 3 }],
    ['about a node that is gone', { nodeId: 'gone' }],
  ])('is the heading for one %s', (_, place) => {
    expect(placed(doc(p('a', 'one')), [thread(place)])).toEqual({ text: 'one', bySection: new Map([[SECTION, [[0]]]]) });
  });

  it('is the first words of an opening, which has no heading, or a sign where it has none', () => {
    expect(placed(doc(p('a'), p('b', 'one')), [thread(null)], 'introduction').text).toBe('|‹0one0›');
    expect(placed(doc(p('a')), [thread(null)], 'introduction').text).toBe('‹0[No text]0›|');
  });

  it('is the heading of the first section where its own is not in the letter', () => {
    expect(placed(doc(p('a', 'one')), [thread(null, 1, uuid(99))]).bySection).toEqual(new Map([[SECTION, [[0]]]]));
  });

  it('is shared by the replies of a thread, which are counted through the letter', () => {
    const threads = [thread({ blockId: 'a', from: 0, to: 3 }, 2), thread({ blockId: 'a', from: 2, to: 7 }, 3)];
    expect(placed(doc(p('a', 'one two')), threads).text).toBe('‹0,1on‹2,3,4e0,1› two2,3,4›');
  });
});
