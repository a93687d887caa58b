import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { exportAuditLog } from '@/lib/services/audit/export-audit-log';
import { listAuditEvents } from '@/lib/services/audit/list-audit-events';
import { verifyAuditLog } from '@/lib/services/audit/verify-audit-log';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { transact } from '@/lib/services/context/transact';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm } from '@/tests/support/firm';

let database: TestDatabase;
let db: PrismaClient;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
});
afterAll(() => database.drop());

const note = (ctx: ServiceContext, name: string) =>
  transact(ctx, async (_tx, audit) => audit({ type: 'firm.created', subject: { type: 'firm', id: ctx.actor.firmId }, data: { name } }));

async function text(lines: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const line of lines) all += line;
  return all;
}

describe('the audit log', () => {
  it('numbers events without gaps while many transactions write at once', async () => {
    const firm = await makeFirm(db);
    const ctx = firm.ctxAs('administrator');
    await Promise.all(Array.from({ length: 40 }, (_, index) => note(ctx, `event ${index}`)));
    const rows = await db.auditEvent.findMany({ where: { firmId: firm.firmId }, orderBy: { sequence: 'asc' } });
    expect(rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 40 }, (_, index) => BigInt(index + 1)));
    expect(await verifyAuditLog(ctx)).toMatchObject({ whole: true, events: '40', lastHash: rows.at(-1)?.hash });
  });

  it('keeps a change and its events together: neither stays when the change fails', async () => {
    const firm = await makeFirm(db);
    const ctx = firm.ctxAs('administrator');
    await note(ctx, 'kept');
    const failing = transact(ctx, async (tx, audit) => {
      await tx.firm.update({ where: { id: firm.firmId }, data: { name: 'never' } });
      audit({ type: 'firm.created', subject: { type: 'firm', id: firm.firmId }, data: { name: 'never' } });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await db.firm.findUnique({ where: { id: firm.firmId } })).not.toMatchObject({ name: 'never' });
    expect(await verifyAuditLog(ctx)).toMatchObject({ whole: true, events: '1' });
  });

  it('gives each firm a chain of its own, and shows no other', async () => {
    const [one, two] = [await makeFirm(db), await makeFirm(db)];
    await note(one.ctxAs('administrator'), 'ours');
    await note(two.ctxAs('administrator'), 'theirs');
    expect((await listAuditEvents(one.ctxAs('administrator'), {})).events.map(({ data }) => data)).toEqual([{ name: 'ours' }]);
    expect(await text(await exportAuditLog(one.ctxAs('administrator')))).not.toContain('theirs');
  });

  it('finds what somebody changed or removed in the database itself', async () => {
    const firm = await makeFirm(db);
    const ctx = firm.ctxAs('administrator');
    for (const name of ['a', 'b', 'c']) await note(ctx, name);
    await db.auditEvent.updateMany({ where: { firmId: firm.firmId, sequence: 2n }, data: { data: { name: 'x' } } });
    expect(await verifyAuditLog(ctx)).toEqual({ whole: false, sequence: '2', reason: 'Event 2 was changed after it was written.' });
    await db.auditEvent.deleteMany({ where: { firmId: firm.firmId, sequence: 2n } });
    expect(await verifyAuditLog(ctx)).toEqual({ whole: false, sequence: '2', reason: 'Event 2 is missing.' });
  });

  it('verifies data that the database writes down in its own way', async () => {
    const firm = await makeFirm(db);
    const ctx = firm.ctxAs('administrator');
    await transact(ctx, async (_tx, audit) =>
      audit({
        type: 'firm.settings-changed',
        subject: { type: 'firm', id: firm.firmId },
        data: { changed: { zero: -0, big: 1e21, small: 1e-7, nested: { z: [1.5, null], a: 'é “x” \\ \n' }, left: undefined } },
      }),
    );
    expect(await verifyAuditLog(ctx)).toMatchObject({ whole: true, events: '1' });
  });

  it('lists newest first, by kind and by member, a page at a time', async () => {
    const firm = await makeFirm(db);
    const [administrator, legal] = [firm.ctxAs('administrator'), firm.ctxAs('legal')];
    for (let index = 0; index < 60; index += 1) await note(index % 2 ? legal : administrator, `event ${index}`);
    const first = await listAuditEvents(administrator, {});
    expect(first.events.map(({ sequence }) => sequence).slice(0, 2)).toEqual(['60', '59']);
    expect(first).toMatchObject({ next: '11', types: ['firm.created'] });
    const second = await listAuditEvents(administrator, { before: BigInt(first.next ?? 0) });
    expect(second.events).toHaveLength(10);
    expect(second.next).toBeNull();
    const byLegal = await listAuditEvents(administrator, { actorId: firm.memberId('legal') });
    expect(byLegal.events.map(({ actorName }) => actorName)).toEqual(Array(30).fill(legal.actor.name));
    expect((await listAuditEvents(administrator, { type: 'member.joined' })).events).toEqual([]);
  });

  it('is read by administrators and approvers only', async () => {
    const firm = await makeFirm(db);
    for (const role of ['legal', 'risk', 'observer', 'outside-counsel'] as const) {
      const ctx = firm.ctxAs(role);
      await expect(listAuditEvents(ctx, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(verifyAuditLog(ctx)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(exportAuditLog(ctx)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await verifyAuditLog(firm.ctxAs('approver'))).toMatchObject({ whole: true, events: '0' });
  });

  it('exports every event, formulas neutralised, and notes the export', async () => {
    const firm = await makeFirm(db);
    const ctx = firm.ctxAs('administrator');
    await note({ ...ctx, actor: { ...ctx.actor, name: '=HYPERLINK("http://evil.example")' } }, 'a');
    const lines = (await text(await exportAuditLog(ctx))).trimEnd().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(lines[2]).toContain('firm.audit-exported');
  });
});
