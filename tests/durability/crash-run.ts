import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '@/bench/measure/free-port';
import { createDatabaseClient } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrations/migrate';
import { MIGRATIONS_FOLDER } from '@/lib/db/migrations/migrations-folder';
import { readMigrations } from '@/lib/db/migrations/read-migrations';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { forkName, parseForkName } from '@/lib/letter/schema/fork-name';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { parseRoomName, roomName } from '@/lib/letter/schema/room-name';
import { SampleDraw } from '@/lib/sample/sample-draw';
import { openFork } from '@/lib/services/fork/open-fork';
import { readForkTexts } from '@/lib/services/fork/read-fork-texts';
import { compactRoom } from '@/lib/services/room/compact-room';
import { readSectionBodies } from '@/lib/services/section/read-section-body';
import { KillablePostgres } from './killable-postgres';
import { KillableServer } from './killable-server';
import { pretendPage } from './node-page';
import { TypingEditor, type Writer } from './typing-editor';
import { type Breaches, breachesOf } from './word-ledger';
import { contextOf, makeWritingFirm, type WritingFirm } from './writing-firm';

export interface CrashOptions {
  readonly seed: number;
  readonly serverRounds: number;
  readonly postgresRounds: number;
  readonly editors: number;
  readonly tell?: (line: string) => void;
}

export interface CrashResult {
  readonly rounds: number;
  /** edits, words typed and taken back, of which the page said "Saved" */
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  /** what went wrong, in words; empty where all is well */
  readonly faults: readonly string[];
}

const SECTIONS = 6;
const SECTIONS_OF_EDITOR = 3;
const COUNSEL = 2;
const SETTLE_MS = 60_000;

type Victim = 'server' | 'PostgreSQL';

/**
 * Kills the server, and PostgreSQL under it, again and again while editors type, and compares after each kill what the database holds with
 * what the pages were told is saved; at the end also what every page holds.
 */
export async function crashRun(options: CrashOptions): Promise<CrashResult> {
  pretendPage();
  process.env.NEXTAUTH_SECRET ??= randomBytes(16).toString('hex');
  const dataFolder = mkdtempSync(join(tmpdir(), 'marginalia-crash-'));
  const postgres = await KillablePostgres.create(dataFolder);
  const db = createDatabaseClient(postgres.url);
  const port = await freePort();
  const server = new KillableServer(port, { DATABASE_URL: postgres.url, MARGINALIA_DATA: dataFolder });
  const run = new CrashRun(options, db, postgres, server);
  try {
    await migrate(postgres.url, readMigrations(MIGRATIONS_FOLDER));
    await server.start();
    return await run.run(`127.0.0.1:${port}`, await makeWritingFirm(db, SECTIONS));
  } finally {
    run.stop();
    await server.kill();
    await db.$disconnect().catch(() => undefined);
    postgres.kill();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}

class CrashRun {
  private readonly draw: SampleDraw;
  private readonly faults: string[] = [];
  private readonly lost = new Set<string>();
  private readonly doubled = new Set<string>();
  private editors: TypingEditor[] = [];
  private rooms: readonly string[] = [];
  private firm: WritingFirm | null = null;
  private typing = false;

  constructor(
    private readonly options: CrashOptions,
    private readonly db: PrismaClient,
    private readonly postgres: KillablePostgres,
    private readonly server: KillableServer,
  ) {
    this.draw = new SampleDraw(options.seed);
  }

  async run(host: string, firm: WritingFirm): Promise<CrashResult> {
    this.firm = firm;
    const { serverRounds, postgresRounds, tell } = this.options;
    for (let count = 0; count < this.options.editors; count++) this.editors.push(new TypingEditor(host, await this.writer(firm, count)));
    this.rooms = [...new Set(this.editors.flatMap(({ ledgers }) => [...ledgers.keys()]))];
    this.typing = true;
    const work = Promise.all([...this.editors.map((editor) => this.keepTyping(editor)), this.keepCompacting()]);
    const victims = this.shuffled([...Array<Victim>(serverRounds).fill('server'), ...Array<Victim>(postgresRounds).fill('PostgreSQL')]);
    for (const [round, victim] of victims.entries()) {
      const started = Date.now();
      await this.killOnce(victim);
      await this.compareWithDatabase();
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      tell?.(`round ${round + 1} of ${victims.length}: ${victim}; acknowledged ${this.acknowledged()}, ${this.verdict()} (${seconds} s)`);
    }
    this.typing = false;
    await work;
    await this.settle();
    await this.compareWithDatabase();
    await this.comparePages();
    return {
      rounds: victims.length,
      acknowledged: this.acknowledged(),
      lost: this.lost.size,
      doubled: this.doubled.size,
      faults: this.faults,
    };
  }

  /** Legal and risk write in the sections; outside counsel, the last two, each in a copy of their own of them. */
  private async writer(firm: WritingFirm, count: number): Promise<Writer> {
    const counsel = count >= this.options.editors - COUNSEL;
    const member = await firm.addMember(counsel ? 'outside-counsel' : count % 2 === 0 ? 'legal' : 'risk');
    const rooms: string[] = [];
    for (let place = 0; place < SECTIONS_OF_EDITOR; place++) {
      const sectionId = firm.sectionIds[(count + place * 2) % SECTIONS] ?? '';
      if (counsel) rooms.push(forkName(await openFork(contextOf(this.db, firm.firmId, member), sectionId)));
      else rooms.push(roomName({ sectionId, generation: 1 }));
    }
    return { name: `e${count}`, ...member, rooms };
  }

  stop(): void {
    this.typing = false;
    for (const editor of this.editors) editor.close();
  }

  private async killOnce(victim: Victim): Promise<void> {
    const before = this.acknowledged();
    // somebody was told "Saved" since the last kill, so that each kill can lose something
    await this.until(() => this.acknowledged() > before + 5, `nothing was acknowledged before the kill of ${victim}`);
    await wait(this.draw.between(0, 400));
    if (victim === 'server') await this.server.kill();
    else this.postgres.kill();
    if (this.draw.between(1, 4) === 1) this.editors[this.draw.between(0, this.editors.length - 1)]?.startFromNothing();
    await wait(this.draw.between(0, 500));
    if (victim === 'server') await this.server.start();
    else await this.postgres.start();
    if (this.server.endedWith !== null) {
      this.faults.push(`The server ended by itself after PostgreSQL was killed: ${this.server.endedWith.slice(-1000)}`);
      await this.server.start();
    }
  }

  private async keepTyping(editor: TypingEditor): Promise<void> {
    while (this.typing) {
      editor.act(this.draw);
      await wait(this.draw.between(5, 80));
    }
  }

  /** Folds logs from another process while all this goes on: what a kill interrupts must have happened wholly or not at all. */
  private async keepCompacting(): Promise<void> {
    while (this.typing && this.firm) {
      const { firmId, sectionIds } = this.firm;
      const sectionId = sectionIds[this.draw.between(0, sectionIds.length - 1)] ?? '';
      await compactRoom({ db: this.db, clock: () => new Date(), ids: randomUUID }, { firmId, sectionId }).catch(() => undefined);
      await wait(this.draw.between(100, 600));
    }
  }

  private async compareWithDatabase(): Promise<void> {
    for (const room of this.rooms) {
      // what is promised is noted first: the text that is read afterwards must hold it
      const claims = this.editors.flatMap((editor) => editor.ledgers.get(room)?.claims() ?? []);
      this.note(breachesOf(await this.storedText(room), claims), `in the database, ${room}`);
    }
  }

  private async comparePages(): Promise<void> {
    for (const room of this.rooms) {
      const stored = await this.storedText(room);
      for (const [index, editor] of this.editors.entries()) {
        if (!editor.ledgers.has(room) || editor.textOf(room) === stored) continue;
        this.faults.push(`The page of editor ${index} shows another text than the database, ${room}.`);
      }
    }
  }

  private note({ lost, doubled, returned }: Breaches, where: string): void {
    for (const word of lost) this.lost.add(word);
    for (const word of doubled) this.doubled.add(word);
    if (lost.length > 0) this.faults.push(`Lost ${where}: ${lost.slice(0, 10).join(' ')}`);
    if (doubled.length > 0) this.faults.push(`Doubled ${where}: ${doubled.slice(0, 10).join(' ')}`);
    if (returned.length > 0) this.faults.push(`Removed, saved and there again ${where}: ${returned.slice(0, 10).join(' ')}`);
  }

  /** Reads as a new process would; a connection of the pool that died with PostgreSQL is tried again. */
  private async storedText(room: string): Promise<string> {
    for (let round = 0; ; round++) {
      try {
        const body = await this.storedBody(this.firm?.firmId ?? '', room);
        return body ? plainTextOf(body) : '';
      } catch (error) {
        if (round === 20) throw error;
        await wait(100);
      }
    }
  }

  private async storedBody(firmId: string, room: string): Promise<ProseNode | null> {
    const fork = parseForkName(room);
    if (fork) return (await readForkTexts(this.db, firmId, fork.forkId)).fork;
    const sectionId = parseRoomName(room)?.sectionId ?? '';
    return (await readSectionBodies(this.db, firmId, [sectionId])).get(sectionId) ?? null;
  }

  /** All who stayed come back by themselves, and what they typed meanwhile arrives. */
  private async settle(): Promise<void> {
    await this.until(() => this.editors.every((editor) => editor.isSettled), 'not every page came to say "Saved" in the end').catch(
      (error: Error) => this.faults.push(`${error.message}: ${this.editors.map((editor) => editor.states()).join(' | ')}`),
    );
  }

  private async until(holds: () => boolean, otherwise: string): Promise<void> {
    const end = Date.now() + SETTLE_MS;
    while (!holds()) {
      if (Date.now() > end) throw new Error(`${otherwise}: ${this.editors.map((editor) => editor.states()).join(' | ')}`);
      await wait(10);
    }
  }

  private acknowledged(): number {
    return this.editors.reduce((sum, { ledgers }) => sum + [...ledgers.values()].reduce((of, ledger) => of + ledger.acknowledged, 0), 0);
  }

  private verdict(): string {
    return this.faults.length === 0 ? 'all there' : `${this.faults.length} faults`;
  }

  private shuffled<T>(list: T[]): T[] {
    for (let at = list.length - 1; at > 0; at--) {
      const other = this.draw.between(0, at);
      [list[at], list[other]] = [list[other] as T, list[at] as T];
    }
    return list;
  }
}
