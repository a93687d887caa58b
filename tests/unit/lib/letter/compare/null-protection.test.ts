import { describe, expect, it } from 'vitest';
import { contentHash } from '@/lib/core/hash';
import { applyChanges } from '@/lib/letter/compare/apply-changes';
import { canonicalBody } from '@/lib/letter/compare/canonical-body';
import { compareBodies } from '@/lib/letter/compare/compare-bodies';
import { isSameChange } from '@/lib/letter/compare/same-change';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { validateBody } from '@/lib/letter/schema/validate-body';
import { doc, p } from '@/tests/support/section-body';

const named = (node: ProseNode, id: string, protection?: string | null): ProseNode => ({
  ...node,
  attrs: { ...node.attrs, id, ...(protection === undefined ? {} : { protection }) },
});

const without = doc(named(p('Margin is computed twice.'), 'a'), named(p('We ask for one rule.'), 'b'));
const withNull = doc(named(p('Margin is computed twice.'), 'a', null), named(p('We ask for one rule.'), 'b', null));

describe('a body that protects nothing', () => {
  it('is the same with and without the attribute, in either direction', () => {
    expect(compareBodies(without, withNull)).toEqual([]);
    expect(compareBodies(withNull, without)).toEqual([]);
  });

  it('has one form and so one hash', () => {
    expect(canonicalBody(withNull)).toEqual(without);
    expect(contentHash(canonicalBody(withNull))).toBe(contentHash(canonicalBody(without)));
    const [checked, other] = [validateBody(withNull), validateBody(without)];
    expect(checked.ok && other.ok && contentHash(checked.value) === contentHash(other.value)).toBe(true);
  });

  it('takes a change that was kept before there were protections', () => {
    const changed = doc(named(p('Margin is computed twice a day.'), 'a', null), named(p('We ask for one rule.'), 'b', null));
    const plain = doc(named(p('Margin is computed twice a day.'), 'a'), named(p('We ask for one rule.'), 'b'));
    const [now, kept] = [compareBodies(withNull, changed), compareBodies(without, plain)];
    expect(now).toHaveLength(1);
    expect(now.every((change, index) => isSameChange(change, kept[index] as (typeof kept)[number]))).toBe(true);
    expect(compareBodies(applyChanges(withNull, kept).body, plain)).toEqual([]);
  });
});

describe('a block that is held back', () => {
  it('is one change of the block, which can be made in a text of before', () => {
    const held = doc(named(p('Margin is computed twice.'), 'a', 'confidential'), named(p('We ask for one rule.'), 'b'));
    const changes = compareBodies(without, held);
    expect(changes.map(({ kind }) => kind)).toEqual(['node']);
    expect(compareBodies(applyChanges(withNull, changes).body, held)).toEqual([]);
    expect(compareBodies(applyChanges(held, compareBodies(held, without)).body, withNull)).toEqual([]);
  });
});
