import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canonicalBody } from '@/lib/letter/compare/canonical-body';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { acceptSuggestions } from '@/lib/services/suggestion/accept-suggestions';
import { rejectSuggestions } from '@/lib/services/suggestion/reject-suggestions';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { makeSection } from '@/tests/support/letter-section';
import { text } from '@/tests/support/section-body';
import { Suggesting } from '@/tests/support/suggesting';
import { SUGGESTION_KINDS, suggestedText } from '@/tests/support/suggestion-kinds';

/** Two authors, each with suggestions of many kinds; no two want different things of one place. */
const AUTHORS = {
  risk: ['words put in', 'a list item put in', 'a figure’s run', 'a table row taken out', 'words of a footnote', 'words made bold'],
  approver: ['words replaced', 'a heading’s level', 'a table row put in', 'a list item taken out', 'a paragraph split', 'words of a cell'],
} as const;

let database: TestDatabase;
let firm: TestFirm;
beforeAll(async () => {
  database = await createTestDatabase();
  firm = await makeFirm(database.db);
});
afterAll(() => database.drop());

const editOf = (kind: string) => SUGGESTION_KINDS.find(([name]) => name === kind)![1];
const line = (step: number): ProseNode => ({ type: 'paragraph', attrs: { id: `line-${step}` }, content: [text(`Line ${step}.`)] });

it('gives the same text in whatever order two copies are decided, one by one, while others write', async () => {
  const kinds = Object.values(AUTHORS).flat();
  const plan = fc.record({
    order: fc.shuffledSubarray(kinds, { minLength: kinds.length }),
    rejected: fc.subarray(kinds, { maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(plan, async ({ order, rejected }) => {
      const section = await makeSection(database.db, firm.firmId, firm.memberId('legal'), suggestedText());
      const writing = new Suggesting(database.db, firm, section.sectionId);
      const rowsOf = new Map<string, readonly string[]>();
      const known = new Set<string>();
      for (const [role, names] of Object.entries(AUTHORS)) {
        for (const kind of names) {
          await writing.suggest(role as 'risk', editOf(kind));
          const fresh = (await writing.rows()).map(({ id }) => id).filter((id) => !known.has(id));
          expect(fresh.length, kind).toBeGreaterThan(0);
          for (const id of fresh) known.add(id);
          rowsOf.set(kind, fresh);
        }
      }
      for (const [step, kind] of order.entries()) {
        await writing.write('legal', (body) => ({ ...body, content: [...(body.content ?? []), line(step)] }));
        const ids = rowsOf.get(kind) ?? [];
        const decide = rejected.includes(kind) ? rejectSuggestions : acceptSuggestions;
        expect({ kind, ...(await decide(firm.ctxAs('legal'), section.letterId, { ids })) }).toEqual({ kind, done: ids, left: [] });
      }
      const accepted = kinds.filter((kind) => !rejected.includes(kind));
      const wanted = accepted.reduce((body, kind) => editOf(kind)(body), suggestedText());
      const lines = order.map((_kind, step) => line(step));
      expect(await writing.text()).toEqual(canonicalBody({ ...wanted, content: [...(wanted.content ?? []), ...lines] }));
      expect(await writing.rows()).toEqual([]);
      expect(await writing.copyOf('risk')).toEqual(await writing.text());
      expect(await writing.copyOf('approver')).toEqual(await writing.text());
    }),
    { numRuns: 3, seed: 20260701 },
  );
}, 240_000);
