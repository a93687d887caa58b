import { describe, expect, it } from 'vitest';
import { authoredTree, legendOf } from '@/components/versions/authored-tree';
import type { MarkedNode } from '@/components/versions/marked-node';
import type { AuthoredNode } from '@/lib/letter/authorship/authored-body';
import type { Authorship } from '@/lib/letter/authorship/authorship';

const AT = '2026-07-01T14:00:00.000Z';
const by = (memberId: string): Authorship => ({ by: 'member', memberId, at: AT });
const DRAFT: Authorship = { by: 'first-draft' };
const words = (text: string, author: Authorship): AuthoredNode => ({ type: 'text', text, author });
const p = (...content: AuthoredNode[]): AuthoredNode => ({ type: 'paragraph', content, author: DRAFT });
const doc = (...content: AuthoredNode[]): AuthoredNode => ({ type: 'doc', content });
const NAMES = { ada: 'Ada Abbott', alan: 'Alan Archer', lee: 'Lee Legal' };

/** Marked text as a line: the letters that stand before a passage in brackets. */
function line(node: MarkedNode): string {
  const label = node.signs?.map((sign) => (sign.kind === 'author' && sign.label ? `[${sign.label}]` : '')).join('') ?? '';
  return label + (node.text ?? '') + (node.content ?? []).map(line).join('');
}
const draw = (body: AuthoredNode) => line(authoredTree(body, legendOf([body], NAMES, 'Ada Abbott')));

describe('the legend of authors', () => {
  it('has whoever wrote most first, tells the same letters apart, and names whose the first draft is', () => {
    const body = doc(
      p(words('abc', by('alan')), words('abcdef', by('ada')), words('x', DRAFT), words('y', { by: 'unknown' }), words('z', by('gone'))),
    );
    expect(legendOf([body], NAMES, 'Ada Abbott').map(({ name, short }) => [name, short])).toEqual([
      ['Ada Abbott', 'AA'],
      ['Alan Archer', 'AA2'],
      ['A member who is gone', 'AM'],
      ['First draft, Ada Abbott', 'FD'],
      ['Not noted', 'NN'],
    ]);
  });
});

describe('a text with its authors', () => {
  it('names each where a passage begins, and leaves the first draft plain', () => {
    expect(draw(doc(p(words('It is ', DRAFT), words('very ', by('ada')), words('high', by('lee')), words('.', DRAFT))))).toBe(
      'It is [AA]very [LL]high.',
    );
  });

  it('names an author again in the next paragraph, but not behind a space that stayed', () => {
    expect(draw(doc(p(words('At', by('ada')), words(' ', DRAFT), words('present', by('ada'))), p(words('Next', by('ada')))))).toBe(
      '[AA]At present[AA]Next',
    );
  });
});
