import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '@/lib/letter/compare/apply-changes';
import { canonicalBody } from '@/lib/letter/compare/canonical-body';
import type { Change } from '@/lib/letter/compare/change';
import { compareBodies } from '@/lib/letter/compare/compare-bodies';
import { invertChange } from '@/lib/letter/compare/invert-change';
import { validateBody } from '@/lib/letter/schema/validate-body';
import { anyEdits, anyNamedBody } from '@/tests/support/any-body';
import { editBody } from '@/tests/support/edit-body';

const RUNS = Number(process.env.COMPARE_RUNS ?? 300);
/** Two versions of a body, the second as edits left it. */
const versions = fc
  .tuple(anyNamedBody, anyEdits())
  .map(([body, edits]) => ({ before: canonicalBody(body), after: canonicalBody(editBody(body, edits, 'e')) }));
const stored = (changes: readonly Change[]): Change[] => JSON.parse(JSON.stringify(changes)) as Change[];

describe('the changes between two bodies', () => {
  it('lead from the one to the other', () => {
    fc.assert(
      fc.property(versions, ({ before, after }) => {
        const { body, conflicts } = applyChanges(before, stored(compareBodies(before, after)));
        expect(conflicts).toEqual([]);
        expect(body).toEqual(after);
      }),
      { numRuns: RUNS },
    );
  });

  it('can be made in any choice and then the others, each time leaving what the schema allows', () => {
    fc.assert(
      fc.property(versions, fc.infiniteStream(fc.boolean()), ({ before, after }, coin) => {
        const changes = stored(compareBodies(before, after));
        const chosen = changes.filter(() => coin.next().value);
        const first = applyChanges(before, chosen);
        expect(first.conflicts).toEqual([]);
        expect(validateBody(first.body).ok).toBe(true);
        const then = applyChanges(
          first.body,
          changes.filter((change) => !chosen.includes(change)),
        );
        expect(then.conflicts).toEqual([]);
        expect(then.body).toEqual(after);
      }),
      { numRuns: RUNS },
    );
  });

  it('undo it when they are turned round', () => {
    fc.assert(
      fc.property(versions, ({ before, after }) => {
        const { body, conflicts } = applyChanges(after, stored(compareBodies(before, after).map(invertChange)));
        expect(conflicts).toEqual([]);
        expect(body).toEqual(before);
      }),
      { numRuns: RUNS },
    );
  });

  it('are none between a body and itself', () => {
    fc.assert(fc.property(anyNamedBody, (body) => void expect(compareBodies(body, structuredClone(body))).toEqual([])));
  });
});
