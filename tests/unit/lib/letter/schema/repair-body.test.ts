import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { repairBody } from '@/lib/letter/schema/repair-body';
import { validateBody } from '@/lib/letter/schema/validate-body';
import { anyBody, doc, figureNumber, footnote, p, text } from '@/tests/support/section-body';

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

  it('gives an empty document one empty paragraph', () => {
    expect(repairBody({ type: 'doc' })).toEqual({ body: doc({ type: 'paragraph', attrs: { id: null } }), repaired: false });
  });
});
