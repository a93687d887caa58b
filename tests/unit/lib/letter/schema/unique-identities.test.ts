import { describe, expect, it } from 'vitest';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { uniqueIdentities } from '@/lib/letter/schema/unique-identities';
import { doc, figureNumber, p } from '@/tests/support/section-body';

const named = (id: string | null): ProseNode => ({ type: 'paragraph', attrs: { id } });
const idsOf = (body: ProseNode) => (body.content ?? []).map((block) => block.attrs?.id);

describe('uniqueIdentities', () => {
  it('keeps names that are unique', () => {
    expect(idsOf(uniqueIdentities(doc(named('a'), named('b'))))).toEqual(['a', 'b']);
  });
  it('lets the first bearer keep a name and names the others anew, the same way each time', () => {
    const first = idsOf(uniqueIdentities(doc(named('a'), named('a'), named('a'))));
    expect(first[0]).toBe('a');
    expect(new Set(first).size).toBe(3);
    expect(idsOf(uniqueIdentities(doc(named('a'), named('a'), named('a'))))).toEqual(first);
  });
  it('names the nameless without meeting a name that was made before', () => {
    const once = uniqueIdentities(doc(named(null)));
    const again = uniqueIdentities(doc(named(null), ...(once.content ?? [])));
    expect(new Set(idsOf(again)).size).toBe(2);
    expect(idsOf(again)[1]).toBe(idsOf(once)[0]);
  });
  it('names figures by themselves', () => {
    const body = uniqueIdentities(doc(p(figureNumber({ nodeId: 'x' }), figureNumber({ nodeId: 'x' }))));
    const names = (body.content?.[0]?.content ?? []).map((node) => node.attrs?.nodeId);
    expect(names[0]).toBe('x');
    expect(names[1]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
