import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInWithPassword } from '@/lib/auth/sign-in-with-password';
import { sha256Hex } from '@/lib/core/hash';
import { migrate } from '@/lib/db/migrations/migrate';
import { MIGRATIONS_FOLDER } from '@/lib/db/migrations/migrations-folder';
import { readMigrations } from '@/lib/db/migrations/read-migrations';
import { startWorker } from '@/lib/jobs/start-worker';
import { roomName } from '@/lib/letter/schema/room-name';
import { verifyAuditLog } from '@/lib/services/audit/verify-audit-log';
import { backUpInstance } from '@/lib/services/backup/back-up-instance';
import { type Restored, restoreInstance } from '@/lib/services/backup/restore-instance';
import { verifyBackup } from '@/lib/services/backup/verify-backup';
import { exportLetter } from '@/lib/services/export/export-letter';
import { openExport } from '@/lib/services/export/open-export';
import { writeBuild } from '@/lib/services/export/render-letter';
import { readStoredFile } from '@/lib/services/file/read-stored-file';
import { hashPassword } from '@/lib/services/member/password-hash';
import { addSample } from '@/lib/services/sample/add-sample';
import { waitForTask } from '@/lib/services/task/wait-for-task';
import { changeTable } from '@/tests/support/backup-file';
import { joinRoom, startCollab } from '@/tests/support/collab';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, TEST_NOW, type TestFirm } from '@/tests/support/firm';

const PASSWORD = 'a long and quiet afternoon';
const LEFT_OUT = ['Session', 'RateWindow', '_prisma_migrations'];
const migrations = readMigrations(MIGRATIONS_FOLDER);
const [clock, ids] = [() => TEST_NOW, () => randomUUID()];

let folder: string;
let original: TestDatabase;
let firm: TestFirm;
let sectionId: string;
let exportId: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marginalia-backup-'));
  original = await createTestDatabase();
  firm = await makeFirm(original.db);
  // threads open the database by themselves
  process.env.DATABASE_URL = original.url;
  const worker = await startWorker({ db: original.db, databaseUrl: original.url });
  const steps = { progress: () => undefined, wait: (taskId: string) => waitForTask(original.db, taskId, () => undefined) };
  const { letterId } = await addSample(firm.ctxAs('administrator'), steps);
  await worker.stop();
  const request = { build: 'clean', agency: null, against: null, privileged: false } as const;
  ({ exportId } = await exportLetter(firm.ctxAs('legal'), { letterId, request, overrideReason: 'A test', overrides: {} }, writeBuild));
  sectionId = (await original.db.section.findFirstOrThrow({ where: { letterId, kind: 'introduction' } })).id;
  await original.db.member.update({ where: { id: firm.memberId('legal') }, data: { passwordHash: await hashPassword(PASSWORD) } });
  await typeInto(original.db, 'Typed and acknowledged, in the log alone.');
});
afterAll(async () => {
  await original.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function typeInto(db: TestDatabase['db'], line: string | null): Promise<string> {
  const server = await startCollab(db);
  const client = joinRoom(server.host, { room: roomName({ sectionId, generation: 1 }), cookie: await firm.cookieAs('legal') });
  await client.synced();
  if (line !== null) client.write(line);
  await client.acknowledged();
  const text = client.text();
  client.leave();
  await server.stop();
  return text;
}

let files = 0;
async function backUp({ db, url } = original): Promise<string> {
  const path = join(folder, `${files++}.tar.gz`);
  await backUpInstance({ db, url, clock, ids, path });
  return path;
}

async function restore(path: string, url: string, options: { replace?: boolean } = {}): Promise<Restored> {
  return restoreInstance({ url, path, manifest: await verifyBackup(path), migrations, replace: options.replace ?? false, clock, ids });
}

async function query<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Every table of a database with its rows, as PostgreSQL writes them. */
async function contents(url: string): Promise<Record<string, string[]>> {
  const names = await query<{ name: string }>(url, `select tablename as name from pg_tables where schemaname = 'public' order by 1`);
  const tables: Record<string, string[]> = {};
  for (const { name } of names.filter((each) => !LEFT_OUT.includes(each.name))) {
    const rows = await query<{ row: string }>(url, `select md5(t::text) as row from public."${name}" t order by t::text`);
    tables[name] = rows.map(({ row }) => row);
  }
  return tables;
}

describe('a restored instance', () => {
  let copy: TestDatabase;
  let before: Record<string, string[]>;
  beforeAll(async () => {
    before = await contents(original.url);
    const path = await backUp();
    copy = await createTestDatabase({ empty: true });
    await restore(path, copy.url);
  });
  afterAll(() => copy.drop());

  it('holds every row of every table, and one event more in the audit log', async () => {
    const { AuditEvent, ...rest } = await contents(copy.url);
    const { AuditEvent: eventsBefore, ...restBefore } = before;
    expect(rest).toEqual(restBefore);
    expect(AuditEvent).toHaveLength((eventsBefore?.length ?? 0) + 1);
    expect(AuditEvent).toEqual(expect.arrayContaining(eventsBefore ?? []));
    // the comparison would be of little, were most tables empty
    expect(Object.values(rest).filter((rows) => rows.length > 0).length).toBeGreaterThan(18);
  });

  it('goes on counting where the original does', async () => {
    const last = (url: string) =>
      query(url, `select sequencename as name, last_value from pg_sequences where schemaname = 'public' order by 1`);
    expect(await last(copy.url)).toEqual(await last(original.url));
  });

  it('has the rules of its tables: foreign keys, keys, and that a version never changes', async () => {
    const rules = (url: string) =>
      query(url, `select conname::text as name from pg_constraint where connamespace = 'public'::regnamespace order by 1`);
    expect(await rules(copy.url)).toEqual(await rules(original.url));
    await expect(query(copy.url, `update "LetterSnapshot" set number = 99`)).rejects.toThrow('is immutable');
  });

  it('opens its rooms with the same text, and takes more', async () => {
    await copy.db.session.create({
      data: {
        id: firm.ctxAs('legal').actor.sessionId,
        memberId: firm.memberId('legal'),
        createdAt: TEST_NOW,
        lastSeenAt: new Date('2199-01-01'),
        expiresAt: new Date('2199-01-01'),
      },
    });
    const text = await typeInto(copy.db, null);
    expect(text).toContain('Typed and acknowledged, in the log alone.');
    expect(text).toBe(await typeInto(original.db, null));
    expect(await typeInto(copy.db, 'And on.')).toContain('And on.');
  });

  it('gives out the same bytes of an export', async () => {
    const bytesOf = async (db: TestDatabase['db']) => {
      const { fileId } = await openExport({ ...firm.ctxAs('legal'), db }, exportId);
      const pieces: Uint8Array[] = [];
      for await (const piece of readStoredFile(db, fileId)) pieces.push(piece);
      return Buffer.concat(pieces);
    };
    const bytes = await bytesOf(copy.db);
    expect(bytes.length).toBeGreaterThan(10_000);
    expect(sha256Hex(bytes)).toBe(sha256Hex(await bytesOf(original.db)));
  });

  it('lets members sign in with the passwords they had, and knows none of their sessions', async () => {
    const input = { email: firm.emailOf('legal'), password: PASSWORD, address: '127.0.0.1', userAgent: '' };
    const id = await signInWithPassword({ db: copy.db, clock, ids }, input);
    const sessions = await copy.db.session.findMany({ select: { id: true }, where: { NOT: { id: firm.ctxAs('legal').actor.sessionId } } });
    expect(sessions).toEqual([{ id }]);
  });

  it('has a whole audit log, whose last event tells of the restoring', async () => {
    expect(await verifyAuditLog({ ...firm.ctxAs('administrator'), db: copy.db })).toMatchObject({ whole: true });
    const events = await copy.db.auditEvent.findMany({ where: { type: { in: ['firm.restored', 'firm.backed-up'] } } });
    expect(events.map(({ type, actorName, data }) => ({ type, actorName, data }))).toEqual([
      {
        type: 'firm.restored',
        actorName: 'Command line',
        data: { backupId: expect.any(String), takenAt: TEST_NOW.toISOString(), replaced: null },
      },
    ]);
  });
});

describe('backing up', () => {
  it('tells the log of the original which file it made, and holds a private file', async () => {
    const path = await backUp();
    const event = await original.db.auditEvent.findFirstOrThrow({ where: { type: 'firm.backed-up' }, orderBy: { sequence: 'desc' } });
    expect(event.data).toMatchObject({ sha256: sha256Hex(readFileSync(path)), events: String(event.sequence - 1n) });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await verifyAuditLog(firm.ctxAs('administrator'))).toMatchObject({ whole: true });
  });

  it('sees one moment, however much is written meanwhile', async () => {
    // a signature of what belongs together: a parent that is deleted with its child, again and again
    let going = true;
    const writing = (async () => {
      while (going) {
        const id = randomUUID();
        const common = { id, firmId: firm.firmId, createdAt: TEST_NOW, createdById: firm.memberId('legal') };
        await original.db.storedFile.create({
          data: { ...common, name: 'x', mediaType: 'x', size: 1, sha256: 'x', parts: { create: { ordinal: 0, bytes: Buffer.from('x') } } },
        });
        await original.db.storedFile.delete({ where: { id } });
      }
    })();
    const path = await backUp();
    going = false;
    await writing;
    const copy = await createTestDatabase({ empty: true });
    // a part without its file would not come in
    await restore(path, copy.url);
    await copy.drop();
  });

  it('never writes over a file, and leaves nothing where it fails', async () => {
    const path = join(folder, 'taken');
    writeFileSync(path, 'mine');
    const common = { db: original.db, url: original.url, clock, ids };
    await expect(backUpInstance({ ...common, path })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    await expect(backUpInstance({ ...common, path: join(folder, 'no', 'such') })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const empty = await createTestDatabase();
    await expect(backUpInstance({ ...common, db: empty.db, url: empty.url, path: join(folder, 'none') })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await empty.drop();
    expect(existsSync(join(folder, 'none'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });
});

describe('restoring', () => {
  let other: TestDatabase;
  beforeAll(async () => {
    other = await createTestDatabase();
    await makeFirm(other.db, 'Pier Road Capital LP');
    await backUp(other);
    await other.db.$disconnect();
  });
  afterAll(() => other.drop());

  it('replaces an instance only when it is told to', async () => {
    const path = await backUp();
    const before = await contents(other.url);
    await expect(restore(path, other.url)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Pier Road Capital LP'),
    });
    expect(await contents(other.url)).toEqual(before);
  });

  it('is refused while anybody uses the database', async () => {
    const path = await backUp();
    const user = new pg.Client({ connectionString: other.url });
    await user.connect();
    await expect(restore(path, other.url, { replace: true })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('stop the server'),
    });
    await user.end();
  });

  it('is refused in a database of another program', async () => {
    const foreign = await createTestDatabase({ empty: true });
    await query(foreign.url, 'create table wages (id int)');
    const path = await backUp();
    await expect(restore(path, foreign.url, { replace: true })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('not of Marginalia'),
    });
    expect(await query(foreign.url, 'select count(*)::int as n from wages')).toEqual([{ n: 0 }]);
    await foreign.drop();
  });

  it.each([
    ['has rows that its tables do not take', (text: string) => text.replace(/^/, 'no uuid')],
    ['has a row without what it refers to', (text: string) => text.replace(/^[0-9a-f-]{36}/, randomUUID())],
  ])('leaves everything as it was where the file %s', async (_, change) => {
    const broken = await backUp();
    await changeTable(broken, 'SectionRoom', change);
    const before = await contents(other.url);
    await expect(restore(broken, other.url, { replace: true })).rejects.toMatchObject({
      code: 'UNREADABLE_FILE',
      message: expect.stringContaining('SectionRoom'),
    });
    expect(await contents(other.url)).toEqual(before);
  });

  it('replaces an instance when it is told to', async () => {
    expect((await restore(await backUp(), other.url, { replace: true })).replaced).toEqual(['Pier Road Capital LP']);
    expect(await query(other.url, 'select name from "Firm"')).toEqual([{ name: 'Harbor Street Securities LLC' }]);
  });

  it('to an earlier state says in the log where the log that it replaced ended', async () => {
    const instance = await createTestDatabase();
    await makeFirm(instance.db);
    const earlier = await backUp(instance);
    await backUp(instance);
    const end = `select sequence::text as events, hash as "lastHash", data from "AuditEvent" order by sequence desc limit 1`;
    const [replaced] = await query<{ events: string; lastHash: string }>(instance.url, end);
    await instance.db.$disconnect();
    await restore(earlier, instance.url, { replace: true });
    const [last] = await query<{ events: string; data: unknown }>(instance.url, end);
    expect(replaced?.events).toBe('2');
    expect(last).toMatchObject({ events: '1', data: { replaced: { events: '2', lastHash: replaced?.lastHash } } });
    await instance.drop();
  });

  it('takes up again what waited in the queue', async () => {
    const waiting = await createTestDatabase();
    const its = await makeFirm(waiting.db);
    const task = {
      id: randomUUID(),
      firmId: its.firmId,
      kind: 'test',
      status: 'queued',
      input: {},
      createdById: its.memberId('legal'),
      createdAt: TEST_NOW,
    };
    await waiting.db.task.create({ data: task });
    const copy = await createTestDatabase({ empty: true });
    await restore(await backUp(waiting), copy.url);
    const done: string[] = [];
    const handlers = { test: async () => void done.push('test') };
    const worker = await startWorker({ db: copy.db, databaseUrl: copy.url, handlers, endings: {} });
    await waitForTask(copy.db, task.id, () => undefined);
    await worker.stop();
    expect(done).toEqual(['test']);
    await copy.drop();
    await waiting.drop();
  });

  it('brings a backup of an older release up to date', async () => {
    const older = await createTestDatabase({ empty: true });
    await migrate(older.url, migrations.slice(0, -1));
    await query(older.url, `insert into "Firm" (id, name, "createdAt") values ('${randomUUID()}', 'An older firm', now())`);
    const copy = await createTestDatabase({ empty: true });
    const { migrated } = await restore(await backUp(older), copy.url);
    expect(migrated).toEqual([migrations.at(-1)?.name]);
    expect(await query(copy.url, 'select name from "Firm"')).toEqual([{ name: 'An older firm' }]);
    expect(await migrate(copy.url, migrations)).toEqual([]);
    expect(await copy.db.submission.count()).toBe(0);
    await copy.drop();
    await older.drop();
  });
});
