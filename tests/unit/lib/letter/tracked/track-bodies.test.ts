import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asWordHolds } from '@/lib/letter/returned/as-word-holds';
import { saysSame } from '@/lib/letter/tracked/held-body';
import { settleTracked } from '@/lib/letter/tracked/settle-tracked';
import { trackBodies } from '@/lib/letter/tracked/track-bodies';
import { anyEdits, anyNamedBody } from '@/tests/support/any-body';
import { editBody } from '@/tests/support/edit-body';

const by = { author: 'Redline', at: '2026-11-20T00:00:00.000Z' };
const CASES = 300;

describe('tracking what makes one body another', () => {
  it('gives the new body where all is accepted and the old one where all is rejected', () => {
    fc.assert(
      fc.property(anyNamedBody, anyEdits(), (before, edits) => {
        const after = editBody(before, edits, 'e');
        const tracked = trackBodies(before, after, by);
        expect(asWordHolds(settleTracked(tracked, 'accept'))).toSatisfy((body) => saysSame(body, asWordHolds(after)));
        expect(asWordHolds(settleTracked(tracked, 'reject'))).toSatisfy((body) => saysSame(body, asWordHolds(before)));
      }),
      { numRuns: CASES },
    );
  });

  it('does so for any two bodies that have nothing in common', () => {
    fc.assert(
      fc.property(anyNamedBody, anyNamedBody, (before, after) => {
        const tracked = trackBodies(before, after, by);
        expect(asWordHolds(settleTracked(tracked, 'accept'))).toSatisfy((body) => saysSame(body, asWordHolds(after)));
        expect(asWordHolds(settleTracked(tracked, 'reject'))).toSatisfy((body) => saysSame(body, asWordHolds(before)));
      }),
      { numRuns: CASES },
    );
  });
});
