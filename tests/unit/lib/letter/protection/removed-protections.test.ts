import { describe, expect, it } from 'vitest';
import { protectedParts } from '@/lib/letter/protection/protected-parts';
import { removedProtections } from '@/lib/letter/protection/removed-protections';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { doc, fig, letter, note, p, section, text, uuid } from '@/tests/support/letters';

const mark = (protection: string) => ({ type: 'protectedText', attrs: { protection } });
const of = (id: string, node: ProseNode, protection: string | null = null): ProseNode => ({
  ...node,
  attrs: { ...node.attrs, id, protection },
});
const discussion = { ...section('discussion', 'Costs', doc()), id: 's' };
const one = (...blocks: ProseNode[]) => letter([{ ...discussion, body: doc(...blocks) }]);
const removed = (before: ProseNode[], after: ProseNode[]) =>
  removedProtections(one(...before), one(...after)).map(({ what, protection }) => [what, protection]);
const c = (words: string) => text(words, mark('confidential'));
const v = (words: string) => text(words, mark('privileged'));

describe('what is not held back any more', () => {
  it('is told of words in their paragraph, and of longer ones wherever they went', () => {
    expect(removed([of('a', p('by ', c('Acme')))], [of('a', p('by Acme'))])).toEqual([['words', 'confidential']]);
    expect(removed([of('a', p(c('our own loss was large')))], [of('b', p('Then our own loss was large.'))])).toEqual([
      ['words', 'confidential'],
    ]);
  });

  it('is told of blocks and figures', () => {
    expect(removed([of('a', p('all'), 'confidential')], [of('a', p('all'))])).toEqual([['paragraph', 'confidential']]);
    const figure = (protection: string | null) => fig(uuid(1), { nodeId: 'f', protection });
    expect(removed([of('a', p('x', figure('privileged')))], [of('a', p('x', figure(null)))])).toEqual([['figureNumber', 'privileged']]);
  });

  it('is told where privileged became confidential', () => {
    expect(removed([of('a', p('by ', v('counsel')))], [of('a', p('by ', c('counsel')))])).toEqual([['words', 'privileged']]);
  });

  it('is nothing where it is still held back, or was deleted', () => {
    expect(removed([of('a', p('by ', c('Acme')))], [of('a', p('here by ', c('Acme')))])).toEqual([]);
    expect(removed([of('a', p('by ', c('Acme')))], [of('a', p('by us'))])).toEqual([]);
    expect(removed([of('a', p('all'), 'confidential')], [])).toEqual([]);
    expect(removed([of('a', p('by ', c('Acme')))], [of('a', p('by Acme'), 'confidential')])).toEqual([]);
  });
});

describe('the parts that are held back', () => {
  it('are listed in order, what stands in a confidential block only where it is privileged', () => {
    const content = one(of('a', p('x ', c('y'), note(p('n ', v('m')))), null), of('b', p('all ', v('but')), 'confidential'));
    expect(protectedParts(content).map(({ what, protection, text: words }) => [what, protection, words])).toEqual([
      ['words', 'confidential', 'y'],
      ['words', 'privileged', 'm'],
      ['paragraph', 'confidential', 'all but'],
      ['words', 'privileged', 'but'],
    ]);
  });
});
