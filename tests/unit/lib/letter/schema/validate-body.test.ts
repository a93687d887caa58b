import { describe, expect, it } from 'vitest';
import { validateBody } from '@/lib/letter/schema/validate-body';
import { doc, footnote, p, text } from '@/tests/support/section-body';

describe('validateBody', () => {
  it('fills in the attributes of what fits', () => {
    const result = validateBody(doc(p('Answer.')));
    expect(result).toEqual({ ok: true, value: doc({ type: 'paragraph', attrs: { id: null }, content: [text('Answer.')] }) });
  });

  it('gives plain objects, as pages are handed them', () => {
    const result = validateBody(doc(p(text('a', { type: 'link', attrs: { href: 'https://example.org' } }))));
    const [paragraph] = (result.ok && result.value.content) || [];
    const attributes = [paragraph?.attrs, paragraph?.content?.[0]?.marks?.[0]?.attrs];
    expect(attributes.map((attrs) => Object.getPrototypeOf(attrs))).toEqual([Object.prototype, Object.prototype]);
  });

  const refused: [string, unknown][] = [
    ['null', null],
    ['a text', 'doc'],
    ['a node that is no document', p('a')],
    ['an unknown node', doc({ type: 'iframe' })],
    ['an unknown mark', doc(p(text('a', { type: 'blink' })))],
    ['text outside a paragraph', doc(text('loose'))],
    [
      'a list item that starts with a list',
      doc({ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'bulletList' }] }] }),
    ],
    ['a table without rows', doc({ type: 'table' })],
    ['a footnote in a footnote', doc(p('a', footnote(p('b', footnote(p('c'))))))],
    ['a link that runs code', doc(p(text('a', { type: 'link', attrs: { href: 'javascript:alert(1)' } })))],
    ['a link with hidden code', doc(p(text('a', { type: 'link', attrs: { href: ' java\nscript:alert(1)' } })))],
    ['an empty text', doc({ type: 'paragraph', content: [{ type: 'text', text: '' }] })],
  ];
  it.each(refused)('refuses %s', (_name, body) => {
    const result = validateBody(body);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.failures[0]).toMatch(/\.$/);
  });
});
