import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyWithoutPrivileged } from '@/lib/letter/protection/without-privileged';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { repairBody } from '@/lib/letter/schema/repair-body';
import { validateBody } from '@/lib/letter/schema/validate-body';
import { anyBody, bullets, doc, figureNumber, footnote, h, p, table, text } from '@/tests/support/section-body';

const letters = (node: ProseNode): string => [...plainTextOf(node).replace(/[\s[\]]/gu, '')].sort().join('');

describe('repairBody', { timeout: 60_000 }, () => {
  it('leaves what fits alone', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const result = repairBody(body);
        expect(result.repaired).toBe(false);
        expect(validateBody(result.body)).toEqual({ ok: true, value: result.body });
      }),
    );
  });

  it('loses no character of a body in which nodes have become unknown', () => {
    const broken = fc
      .tuple(anyBody, fc.constantFrom('paragraph', 'listItem', 'tableRow', 'heading', 'footnote', 'table'))
      .map(([body, name]) => JSON.parse(JSON.stringify(body).replaceAll(`"type":"${name}"`, '"type":"newerNode"')));
    fc.assert(
      fc.property(broken, (body: ProseNode) => {
        const result = repairBody(body);
        expect(validateBody(result.body).ok).toBe(true);
        expect(letters(result.body)).toBe(letters(body));
      }),
    );
  });

  it('keeps figures and footnotes of a block that is taken apart', () => {
    const figure = figureNumber({ figureId: 'f', runId: 'r', path: 'p', format: null, valueAtInsertion: '1', nodeId: 'n' });
    const result = repairBody(doc({ type: 'callout', attrs: { id: 'x' }, content: [text('Saves '), figure, footnote(p('See annex.'))] }));
    expect(result.repaired).toBe(true);
    expect(result.body.content?.map((block) => block.type)).toEqual(['paragraph']);
    expect(result.body.content?.[0]?.attrs?.id).toBe('x');
    expect(result.body.content?.[0]?.content?.map((node) => node.type)).toEqual(['text', 'figureNumber', 'footnote']);
  });

  it('takes unknown marks and unsafe links off the text, not the text', () => {
    const result = repairBody(doc(p(text('a', { type: 'glow' }), text('b', { type: 'link', attrs: { href: 'javascript:x' } }))));
    expect(plainTextOf(result.body)).toBe('ab');
    expect(JSON.stringify(result.body)).not.toContain('javascript');
  });

  const secret = { type: 'protectedText', attrs: { protection: 'privileged' } };
  const held = (type: string, ...content: ProseNode[]): ProseNode => ({ type, attrs: { protection: 'privileged' }, content });
  const cited: ProseNode = { type: 'actionCitation', attrs: { actionKey: 'order' } };
  it.each<[string, ProseNode]>([
    ['words of an unknown mark', p(text('secret', { type: 'glow' }, secret))],
    ['words marked twice', p(text('secret', { type: 'protectedText', attrs: { protection: 'confidential' } }, secret))],
    ['words of a block that is taken apart', held('callout', text('secret'))],
    ['words of a paragraph that is taken apart', held('paragraph', text('secret'), { type: 'glow', content: [text('secret')] })],
    ['a paragraph of a block that is taken apart', held('callout', p('secret'))],
    ['a heading, a table and a list of it', held('callout', h(1, 'secret'), table([p('secret')]), bullets([p('secret')]))],
    ['an item of a list that is taken apart', { type: 'bulletList', content: [held('listItem', h(1, 'secret'), { type: 'glow' })] }],
    ['a row of a table that is taken apart', { type: 'table', content: [held('tableRow', { type: 'glow', content: [p('secret')] })] }],
    ['a note and a citation', held('callout', cited, footnote(p('secret')), text('secret'))],
  ])('keeps held back %s', (_, block) => {
    const { body, repaired } = repairBody(doc(block));
    expect(repaired).toBe(true);
    expect(plainTextOf(body)).toContain('secret');
    const left = bodyWithoutPrivileged(body);
    expect(JSON.stringify(left)).not.toMatch(/secret|order/);
  });

  it('gives an empty document one empty paragraph', () => {
    expect(repairBody({ type: 'doc' })).toEqual({ body: doc({ type: 'paragraph', attrs: { id: null } }), repaired: false });
  });
});
