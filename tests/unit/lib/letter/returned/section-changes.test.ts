import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '@/lib/letter/compare/apply-changes';
import { canonicalBody } from '@/lib/letter/compare/canonical-body';
import { asWordHolds } from '@/lib/letter/returned/as-word-holds';
import { sectionChanges } from '@/lib/letter/returned/section-changes';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { trackBodies } from '@/lib/letter/tracked/track-bodies';
import { hasContent, walkProse } from '@/lib/letter/walk-prose';
import { anyEdits, anyNamedBody } from '@/tests/support/any-body';
import { editBody } from '@/tests/support/edit-body';
import { withoutNames } from '@/tests/support/returned';

/** The same cases every time; SEED and the number of runs ask for others. */
const SEED = Number(process.env.SEED ?? 20261122);
const RUNS = Number(process.env.RETURN_RUNS ?? 60);
const shown = () => null;

/** A text as it is read, whatever its nodes are called. */
const read = (body: ProseNode) => withoutNames(asWordHolds(body));

/** What it says and shows: which of two figures of the same publication is which says no file, and marks have no order. */
const saying = (body: ProseNode): unknown =>
  JSON.parse(
    JSON.stringify(read(body), (key, value) => {
      if (key === 'marks') return [...value].sort((one, other) => (one.type < other.type ? -1 : 1));
      return key === 'nodeId' ? undefined : value;
    }),
  );

function parentsOf(node: ProseNode, parents = new Map<unknown, unknown>()): Map<unknown, unknown> {
  for (const child of node.content ?? []) {
    if (child.attrs?.id) parents.set(child.attrs.id, node.attrs?.id);
    parentsOf(child, parents);
  }
  return parents;
}

/** An edit around a footnote in which nothing is written, which no file holds, comes back as a conflict. */
function hasEmptyNote(body: ProseNode): boolean {
  return [...walkProse(body)].some((node) => node.type === 'footnote' && !hasContent(node));
}

describe('what came back of a section', () => {
  it('is nothing where nothing was edited', () => {
    fc.assert(
      fc.property(anyNamedBody, (body) => {
        const sent = canonicalBody(body);
        expect(sectionChanges(sent, read(sent), { shown }).changes).toEqual([]);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('makes the file’s text of the one that was sent, without tracking', () => {
    fc.assert(
      fc.property(anyNamedBody, anyEdits(), (body, edits) => {
        const sent = canonicalBody(body);
        // what a file puts elsewhere (a table out of its quotation, a list behind the list before it) may come back as a conflict
        const parents = parentsOf(sent);
        fc.pre([...parentsOf(asWordHolds(sent))].every(([name, parent]) => parents.get(name) === parent));
        fc.pre(!hasEmptyNote(sent));
        const edited = editBody(sent, edits, 'new');
        const { changes, unfit } = sectionChanges(sent, read(edited), { shown });
        expect(unfit).toEqual([]);
        const made = applyChanges(
          sent,
          changes.map(({ change }) => change),
        );
        expect(made.conflicts).toEqual([]);
        expect(saying(made.body)).toEqual(saying(edited));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('makes the file’s text of the one that was sent, under the name of whoever tracked it', () => {
    const jane = { author: 'Jane Counsel', at: '2026-09-01T10:00:00Z' };
    fc.assert(
      fc.property(anyNamedBody, anyEdits(), (body, edits) => {
        const sent = asWordHolds(canonicalBody(body));
        const edited = asWordHolds(editBody(sent, edits, 'new'));
        const { changes, unfit } = sectionChanges(sent, withoutNames(trackBodies(sent, edited, jane)), { shown });
        expect(unfit).toEqual([]);
        expect([...new Set(changes.map(({ name }) => name))].filter((name) => name !== 'Jane Counsel')).toEqual([]);
        const made = applyChanges(
          sent,
          changes.map(({ change }) => change),
        );
        expect(made.conflicts).toEqual([]);
        expect(saying(made.body)).toEqual(saying(edited));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});
