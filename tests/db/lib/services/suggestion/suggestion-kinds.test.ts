import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canonicalBody } from '@/lib/letter/compare/canonical-body';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { acceptSuggestions } from '@/lib/services/suggestion/accept-suggestions';
import { rejectSuggestions } from '@/lib/services/suggestion/reject-suggestions';
import { undoDecision } from '@/lib/services/suggestion/undo-decision';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { makeSection, type TestSection } from '@/tests/support/letter-section';
import { p, text } from '@/tests/support/section-body';
import { replaced, Suggesting } from '@/tests/support/suggesting';
import { SUGGESTION_KINDS, suggestedText } from '@/tests/support/suggestion-kinds';

let database: TestDatabase;
let firm: TestFirm;
let section: TestSection;
let writing: Suggesting;
beforeAll(async () => {
  database = await createTestDatabase();
  firm = await makeFirm(database.db);
});
beforeEach(async () => {
  section = await makeSection(database.db, firm.firmId, firm.memberId('legal'), suggestedText());
  writing = new Suggesting(database.db, firm, section.sectionId);
});
afterAll(() => database.drop());

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe.each(SUGGESTION_KINDS)('%s', (_kind, edit) => {
  it('is suggested without touching the text, accepted, undone, and accepted again', async () => {
    const before = await writing.text();
    await writing.suggest('outside-counsel', edit);
    const wanted = canonicalBody(edit(before));
    const rows = await writing.rows();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.authorId === firm.memberId('outside-counsel'))).toBe(true);
    expect(await writing.text()).toEqual(before);

    const legal = firm.ctxAs('legal');
    expect(await acceptSuggestions(legal, section.letterId, { all: true })).toEqual({ done: idsOf(rows), left: [] });
    expect(await writing.text()).toEqual(wanted);
    expect(await writing.copyOf('outside-counsel')).toEqual(wanted);
    expect(idsOf(await writing.rows())).toEqual([]);

    expect((await undoDecision(legal, section.letterId, idsOf(rows))).left).toEqual([]);
    expect(await writing.text()).toEqual(before);
    expect(await writing.copyOf('outside-counsel')).toEqual(wanted);
    expect(idsOf(await writing.rows()).sort()).toEqual(idsOf(rows).sort());

    expect((await acceptSuggestions(legal, section.letterId, { all: true })).left).toEqual([]);
    expect(await writing.text()).toEqual(wanted);
  });

  it('is rejected and leaves its author’s copy, and comes back when that is undone', async () => {
    const before = await writing.text();
    await writing.suggest('approver', edit);
    const wanted = canonicalBody(edit(before));
    const rows = await writing.rows();
    const legal = firm.ctxAs('legal');
    expect(await rejectSuggestions(legal, section.letterId, { all: true }, 'Not now.')).toEqual({ done: idsOf(rows), left: [] });
    expect(await writing.text()).toEqual(before);
    expect(await writing.copyOf('approver')).toEqual(before);
    expect((await writing.rows('rejected')).map(({ reason }) => reason)).toEqual(rows.map(() => 'Not now.'));

    expect((await undoDecision(legal, section.letterId, idsOf(rows))).left).toEqual([]);
    expect(await writing.copyOf('approver')).toEqual(wanted);
    expect(idsOf(await writing.rows()).sort()).toEqual(idsOf(rows).sort());
    expect(await writing.text()).toEqual(before);
  });

  it('keeps its row and is accepted into a text that others went on writing around it', async () => {
    await writing.suggest('outside-counsel', edit);
    const rows = await writing.rows();
    const around = (body: ProseNode) => ({ ...body, content: [p('Written above.'), ...(body.content ?? []), p('Written below.')] });
    await writing.write('risk', around);
    await writing.write('legal', (body) =>
      replaced(body, 'first', (node) => ({ ...node, content: [text('Indeed. '), ...(node.content ?? [])] })),
    );
    expect(idsOf(await writing.rows())).toEqual(idsOf(rows));
    const wanted = await writing.copyOf('outside-counsel');
    expect((await acceptSuggestions(firm.ctxAs('administrator'), section.letterId, { all: true })).left).toEqual([]);
    expect(await writing.text()).toEqual(wanted);
    expect(JSON.stringify(wanted)).toContain('Written above.');
    expect(JSON.stringify(wanted)).toContain('Indeed. ');
    expect(JSON.stringify(wanted)).toContain('Written below.');
  });
});
