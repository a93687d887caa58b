import { randomUUID } from 'node:crypto';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { validateBody } from '@/lib/letter/schema/validate-body';
import type { Actor } from '@/lib/policies/actor';
import { SampleDraw } from '@/lib/sample/sample-draw';
import { changeRoomText } from '@/lib/services/room/change-room-text';
import { compactRoom } from '@/lib/services/room/compact-room';
import { readRoom } from '@/lib/services/room/read-room';
import { roomDocument } from '@/lib/services/room/room-document';
import { makeSection } from '@/tests/support/letter-section';
import { doc, p } from '@/tests/support/section-body';
import { ACTS, type Act } from './acts';
import { firstDifference } from './first-difference';
import { RoomClient } from './room-client';
import { RoomServer } from './room-server';
import { contentOf, sameText, sameWords } from './same-text';
import { Suggesting } from './suggesting';
import { WordWatch, wordOf } from './word-watch';
import type { World } from './world';

export interface ScheduleResult {
  readonly seed: number;
  /** empty where everything came out the same everywhere */
  readonly divergences: readonly string[];
  readonly acts: number;
  readonly words: number;
  /** Words that are gone or there twice because two took the same block apart without seeing each other: what merging does, not the server. */
  readonly mergedAway: number;
  readonly mergedTwice: number;
}

const SETTLE_MS = 60_000;
const ASK_AGAIN_MS = 20;
/** the number under which the server's words are */
const SERVER = 99;
/** and those of who suggests */
const COUNSEL = 88;

/**
 * One random story: three to six persons write in one section, with slow and broken connections and servers that are replaced; then all are
 * online and quiet, and every document must be the same, hold every change that anybody made, and nothing else.
 */
export async function runSchedule(world: World, seed: number): Promise<ScheduleResult> {
  const schedule = new Schedule(world, seed);
  try {
    await schedule.prepare();
    await schedule.play();
    return await schedule.compare();
  } catch (error) {
    return schedule.result([`it broke: ${error instanceof Error ? error.stack : String(error)}`], { missing: [], doubled: [] });
  } finally {
    await schedule.end();
  }
}

class Schedule {
  private readonly draw: SampleDraw;
  private readonly watch = new WordWatch();
  /** every change that anybody made, and what was there first: the text must be exactly their sum */
  private readonly sum = new Y.Doc();
  private readonly acts: readonly Act[];
  private readonly rebuilds: boolean;
  private clients: RoomClient[] = [];
  private server!: RoomServer;
  private sectionId = '';
  private room = '';
  private suggesting: Suggesting | null = null;
  private done = 0;
  private ids = 0;

  constructor(
    private readonly world: World,
    private readonly seed: number,
  ) {
    this.draw = new SampleDraw(seed);
    this.rebuilds = this.draw.between(0, 1) === 1;
    this.acts = ACTS.filter((act) => this.rebuilds || !act.rebuilds).flatMap((act) => Array<Act>(act.weight).fill(act));
  }

  async prepare(): Promise<void> {
    const { db, announcements, firm, members } = this.world;
    const body = doc(p('One. '), p('Two. '), p('Three. '));
    const { letterId, sectionId, room } = await makeSection(db, firm.firmId, members[0]?.memberId ?? '', body);
    this.sectionId = sectionId;
    this.room = room;
    Y.applyUpdate(this.sum, (await readRoom(db, firm.firmId, sectionId)).state);
    this.server = await RoomServer.start(db, announcements);
    const count = this.draw.between(3, 6);
    for (let index = 0; index < count; index++) this.join(index);
    if (this.draw.between(0, 1) === 1) {
      this.suggesting = new Suggesting(this.world, { sectionId, letterId, host: this.server.host, newId: () => this.newId('f') });
      await this.suggesting.open(this.draw.between(1, 2));
    }
    await this.until(
      () => this.clients.every((client) => client.isSaved) && this.suggesting?.isSaved !== false,
      () => 'not all came in',
    );
  }

  async play(): Promise<void> {
    for (let steps = this.draw.between(30, 80); steps > 0; steps--) {
      const client = this.clients[this.draw.between(0, this.clients.length - 1)];
      const dice = this.draw.between(1, 100);
      if (!client) continue;
      if (this.suggesting && this.draw.between(1, 4) === 1) await this.suggest(this.suggesting);
      if (dice <= 70) this.act(client);
      else if (dice <= 76) client.link.slowDown();
      else if (dice <= 84) client.link.trickle(this.draw);
      else if (dice <= 88) client.link.speedUp();
      else if (dice <= 91) client.goOffline();
      else if (dice <= 95) client.comeBack();
      else if (dice <= 96) client.link.drop();
      else if (dice <= 97) this.server.restart();
      else if (dice <= 98) await this.fold();
      else await this.serverAct();
      // sometimes the others hear of it before the next step, sometimes not
      if (this.draw.between(1, 3) === 1) await wait(this.draw.between(0, 3));
      else await turn();
    }
  }

  async compare(): Promise<ScheduleResult> {
    for (const client of this.clients) client.comeBack();
    this.suggesting?.comeBack();
    await this.until(
      () => this.suggesting?.isSaved !== false,
      () => `a copy of the section was not saved: ${this.suggesting?.states()}`,
    );
    await this.until(
      () => this.clients.every((client) => client.isSaved && sameWords(client.document, this.sum)),
      () =>
        `not all came to hold the same:\n  ${contentOf(this.sum)}\n  ${this.clients.map((client) => this.stateOf(client)).join('\n  ')}`,
    );
    const divergences: string[] = [];
    const check = (holds: boolean, otherwise: string) => {
      if (!holds) divergences.push(otherwise);
    };
    const stored = await this.storedDocument();
    check(sameWords(stored, this.sum), 'the database does not hold what was written');
    const newcomer = this.join(90);
    await this.until(
      () => newcomer.isSaved,
      () => 'nobody new could come in',
    );
    check(sameText(newcomer.document, stored), 'the memory of the server does not hold what the database holds');
    await this.fold();
    check(sameText(await this.storedDocument(), stored), 'folding the log changed the text');

    const { body } = bodyOfRoom(stored);
    const checked = validateBody(body);
    check(checked.ok, `the text is not of a section's form: ${checked.ok ? '' : checked.failures.join(' ')}`);
    for (const [index, { document, editor }] of this.clients.entries()) {
      check(
        sameText(document, stored),
        `client ${index} holds another text than the database: ${contentOf(document)} and ${contentOf(stored)}`,
      );
      check(editor !== null, `client ${index} has no editor`);
    }
    divergences.push(...(await this.lasting(async () => this.otherEditors())));
    for (const word of this.suggesting?.watch.deleted ?? []) this.watch.deleted.add(word);
    const breaches = this.watch.breaches(plainTextOf(body));
    divergences.push(...(await this.lasting(async () => (await this.suggesting?.differences()) ?? [])));
    const missing = (await this.suggesting?.missing(plainTextOf(body))) ?? [];
    if (!this.rebuilds) {
      check(missing.length === 0, `suggested words are nowhere: ${missing.join(' ')}`);
      check(breaches.missing.length === 0, `words are missing: ${breaches.missing.join(' ')}`);
      check(breaches.doubled.length === 0, `words stand there twice: ${breaches.doubled.join(' ')}`);
    }
    return this.result(divergences, breaches);
  }

  async end(): Promise<void> {
    for (const client of this.clients) client.leave();
    this.suggesting?.leave();
    // what the servers still do to their end need not hold up the next schedule
    if (this.server) this.world.ending.push(this.server.stop());
    this.sum.destroy();
  }

  result(divergences: readonly string[], { missing, doubled }: ReturnType<WordWatch['breaches']>): ScheduleResult {
    const server = divergences.length > 0 ? [`the server said: ${this.server?.errors.slice(0, 3).join(' | ')}`] : [];
    return {
      seed: this.seed,
      divergences: [...divergences, ...server],
      acts: this.done,
      words: this.watch.typed.size,
      mergedAway: missing.length,
      mergedTwice: doubled.length,
    };
  }

  private otherEditors(): readonly string[] {
    const first = this.clients[0]?.editor?.doc;
    return this.clients.flatMap(({ editor }, index) =>
      first && editor?.doc.eq(first) === false
        ? [`the editor of client ${index} shows another text: ${firstDifference(editor.doc.toJSON(), first.toJSON())}`]
        : [],
    );
  }

  private join(index: number): RoomClient {
    const { members } = this.world;
    const client = new RoomClient({
      host: this.server.host,
      room: this.room,
      cookie: members[index % members.length]?.cookie ?? '',
      clientId: 1_000 + index,
      newId: () => this.newId(`n${index}`),
      onOwnUpdate: (update) => Y.applyUpdate(this.sum, update),
    });
    this.clients.push(client);
    return client;
  }

  private newId(prefix: string): string {
    return `${prefix}-${++this.ids}`;
  }

  private act(client: RoomClient): void {
    const { editor } = client;
    const act = this.acts[this.draw.between(0, this.acts.length - 1)];
    if (!editor || !act) return;
    const before = editor.doc;
    act.run(editor, this.draw, () => wordOf(this.clients.indexOf(client), ++this.done));
    this.watch.note(before, editor.doc);
  }

  /** Something in a copy of the section, or a decision on what is suggested so far. */
  private async suggest(suggesting: Suggesting): Promise<void> {
    if (this.draw.between(1, 6) > 1) {
      const act = this.acts[this.draw.between(0, this.acts.length - 1)];
      if (act) suggesting.act(act, this.draw, () => wordOf(COUNSEL, ++this.done));
    } else if (await suggesting.decide(this.draw)) {
      // what the server wrote is not heard here as the clients' changes are
      const { state, updates } = await readRoom(this.world.db, this.world.firm.firmId, this.sectionId);
      for (const update of [state, ...updates.map((row) => row.update)]) Y.applyUpdate(this.sum, update);
    }
  }

  /** A change by the server itself, as an accepted suggestion is: a word before a paragraph's others, or a paragraph of its own. */
  private async serverAct(): Promise<void> {
    const { db, firm } = this.world;
    const [word, dice, place] = [wordOf(SERVER, ++this.done), this.draw.between(0, 1), this.draw.between(0, 1_000)];
    const change = (body: ProseNode): ProseNode => {
      const blocks = [...(body.content ?? [])];
      const at = place % (blocks.length + 1);
      const block = blocks[at];
      if (dice === 1 && block?.type === 'paragraph') {
        blocks[at] = { ...block, content: [{ type: 'text', text: `${word} ` }, ...(block.content ?? [])] };
      } else blocks.splice(at, 0, { ...p(`${word} `), attrs: { id: randomUUID() } });
      return { ...body, content: blocks };
    };
    const update = await db.$transaction(
      async (tx) => {
        const ctx = { actor: { firmId: firm.firmId } as Actor, clock: () => new Date() };
        await changeRoomText(ctx, tx, { sectionId: this.sectionId, memberId: null, change });
        return tx.sectionUpdate.findFirst({ where: { sectionId: this.sectionId }, orderBy: { id: 'desc' } });
      },
      { maxWait: 10_000, timeout: 10_000 },
    );
    if (update) Y.applyUpdate(this.sum, update.update);
    this.watch.typed.add(word);
  }

  private async fold(): Promise<void> {
    const { db, firm } = this.world;
    await compactRoom({ db, clock: () => new Date(), ids: randomUUID }, { firmId: firm.firmId, sectionId: this.sectionId });
  }

  private async storedDocument(): Promise<Y.Doc> {
    return roomDocument(await readRoom(this.world.db, this.world.firm.firmId, this.sectionId));
  }

  private stateOf({ document, isSaved, refusals }: RoomClient): string {
    const same = sameWords(document, this.sum) ? 'the same' : contentOf(document);
    return `${isSaved ? 'saved' : 'not saved'} ${same} ${[...new Set(refusals)].join(',')}`;
  }

  /** What is still so after all had time to hear of everything; nothing where it is gone sooner. */
  private async lasting(look: () => Promise<readonly string[]>): Promise<readonly string[]> {
    const end = Date.now() + SETTLE_MS;
    for (;;) {
      const seen = await look();
      if (seen.length === 0 || Date.now() > end) return seen;
      await wait(ASK_AGAIN_MS);
    }
  }

  private async until(holds: () => boolean, seen: () => string): Promise<void> {
    const end = Date.now() + SETTLE_MS;
    while (!holds()) {
      if (Date.now() > end) throw new Error(seen());
      await wait(4);
    }
  }
}
