import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockText } from '@/lib/letter/anchors/block-text';
import { locateAnchor } from '@/lib/letter/anchors/locate-anchor';
import { textAnchor } from '@/lib/letter/anchors/make-anchor';
import { canonicalBody } from '@/lib/letter/compare/canonical-body';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { sectionSchema } from '@/lib/letter/schema/section-schema';
import { walkProse } from '@/lib/letter/walk-prose';
import { anyEdits, anyNamedBody } from '@/tests/support/any-body';
import { editBody } from '@/tests/support/edit-body';
import { doc, em, fig, figTable, li, note, p, table, td, tr, ul } from '@/tests/support/named-body';

const TEXT = 'both legs of one hedge, and the other rule';
const body = doc(p('z', 'first'), p('a', TEXT), p('b', 'another paragraph'));
const anchored = (own: ProseNode, blockId: string, words: string) => {
  const block = [...walkProse(own)].find(({ attrs }) => attrs?.id === blockId) as ProseNode;
  const from = blockText(block).indexOf(words);
  return textAnchor(own, blockId, from, from + words.length);
};
const words = (own: ProseNode, place: ReturnType<typeof locateAnchor>) => {
  if (place === null || place === 'section') return place;
  if ('nodeId' in place) return place.nodeId;
  const block = [...walkProse(own)].find(({ attrs }) => attrs?.id === place.blockId) as ProseNode;
  return `${place.blockId}: ${blockText(block).slice(place.from, place.to)}`;
};

describe('locateAnchor', () => {
  it.each<[string, ProseNode, string | null]>([
    ['the same text', body, 'a: one hedge'],
    ['words before it', doc(p('a', `We say that ${TEXT}`)), 'a: one hedge'],
    ['words in it', doc(p('a', TEXT.replace('one hedge', 'one single hedge'))), 'a: one single hedge'],
    ['part of it gone', doc(p('a', TEXT.replace('one hedge', 'hedge'))), 'a: hedge'],
    ['all of it gone', doc(p('a', TEXT.replace('one hedge', ''))), null],
    ['the block gone', doc(p('b', 'another paragraph')), null],
    ['the block split before it', doc(p('a', 'both legs of '), p('x', 'one hedge, and the other rule')), 'x: one hedge'],
    ['the block joined to another', doc(p('z', `first ${TEXT}`)), 'z: one hedge'],
    ['the block in a list', doc(ul('l', li('i', p('a', TEXT)))), 'a: one hedge'],
    ['cut and put elsewhere', doc(p('a', 'both legs of , and the other rule'), p('b', 'another one hedge paragraph')), 'b: one hedge'],
    ['other marks', doc(p('a', 'both ', em('legs of one'), ' hedge, and the other rule')), 'a: one hedge'],
    [
      'a footnote put in before it',
      doc(p('a', 'both legs', note('n', p('m', 'see')), ' of one hedge, and the other rule')),
      'a: one hedge',
    ],
    ['twice elsewhere, once like here', doc(p('q', 'one hedge'), p('r', 'legs of one hedge, and more')), 'r: one hedge'],
    ['twice elsewhere, both alike', doc(p('q', 'one hedge'), p('r', 'one hedge')), null],
  ])('%s', (_name, now, expected) => {
    expect(words(now, locateAnchor(anchored(body, 'a', 'one hedge'), now))).toBe(expected);
  });

  it('finds nodes by id and nodeId, and a section always', () => {
    const own = doc(p('a', fig('g')), figTable('f'), table('t', tr('r', td('x', 'one'))));
    for (const nodeId of ['g', 'f', 'f-node', 't']) expect(locateAnchor({ kind: 'node', nodeId, quote: '' }, own)).toEqual({ nodeId });
    expect(locateAnchor({ kind: 'node', nodeId: 'gone', quote: '' }, own)).toBeNull();
    expect(locateAnchor({ kind: 'section' }, own)).toBe('section');
  });

  it('refuses an anchor where there is no such block or stretch', () => {
    expect(() => textAnchor(body, 'none', 0, 1)).toThrow(RangeError);
    expect(() => textAnchor(body, 'b', 0, 99)).toThrow(RangeError);
  });

  it('counts as ProseMirror does', () => {
    fc.assert(
      fc.property(anyNamedBody, (own) => {
        for (const node of walkProse(canonicalBody(own))) {
          if (node.type !== 'paragraph') continue;
          expect(blockText(node).length).toBe(sectionSchema.nodeFromJSON(node).content.size);
        }
      }),
    );
  });

  it('finds words that stay in a block where nobody else wrote the same', () => {
    fc.assert(
      fc.property(
        anyNamedBody,
        anyEdits(['type', 'delete words', 'mark', 'insert block', 'move block', 'quote', 'split']),
        (start, edits) => {
          const before = canonicalBody(doc(p('own', 'before it QUOTED WORDS behind it'), ...(start.content ?? [])));
          const after = canonicalBody(editBody(before, edits, 'e'));
          const found = words(after, locateAnchor(anchored(before, 'own', 'QUOTED WORDS'), after));
          const holder = [...walkProse(after)].find((node) => node.type === 'paragraph' && blockText(node).includes('QUOTED WORDS'));
          if (holder) expect(found).toContain('QUOTED WORDS');
        },
      ),
      { numRuns: 300 },
    );
  });
});
