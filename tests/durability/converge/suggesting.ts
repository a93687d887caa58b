import { AppError } from '@/lib/core/errors';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { SampleDraw } from '@/lib/sample/sample-draw';
import { readForkTexts } from '@/lib/services/fork/read-fork-texts';
import { acceptSuggestions } from '@/lib/services/suggestion/accept-suggestions';
import { reconcileSuggestions } from '@/lib/services/suggestion/reconcile-suggestions';
import { rejectSuggestions } from '@/lib/services/suggestion/reject-suggestions';
import { contextOf } from '../writing-firm';
import type { Act } from './acts';
import { ForkWriter } from './fork-writer';
import { countWords, WordWatch } from './word-watch';
import type { World } from './world';

interface Place {
  readonly letterId: string;
  readonly sectionId: string;
  readonly host: string;
  readonly newId: () => string;
}

/** Members who suggest changes of a section in copies of their own, and one who decides on them. */
export class Suggesting {
  readonly watch = new WordWatch();
  private writers: ForkWriter[] = [];

  constructor(
    private readonly world: World,
    private readonly place: Place,
  ) {}

  async open(count: number): Promise<void> {
    const { db, firm, counsel } = this.world;
    this.writers = counsel.slice(0, count).map((member, index) => {
      const { cookie } = member;
      return new ForkWriter(contextOf(db, firm.firmId, member), { ...this.place, cookie, clientId: (time) => 2_000 + index * 100 + time });
    });
    await Promise.all(this.writers.map((writer) => writer.open()));
  }

  get isSaved(): boolean {
    return this.writers.every((writer) => writer.isSaved);
  }

  states(): string {
    return this.writers
      .map(({ client, isSaved }) => `${isSaved} ${client?.isSaved} ${[...new Set(client?.refusals)].join(',')}`)
      .join('; ');
  }

  /** Somebody writes, or their connection is slow, ends or comes back. */
  act(act: Act, draw: SampleDraw, newWord: () => string): void {
    const writer = this.writers[draw.between(0, this.writers.length - 1)];
    const dice = draw.between(1, 100);
    if (!writer) return;
    if (dice <= 75) {
      const { editor } = writer;
      if (!editor) return;
      const before = editor.doc;
      act.run(editor, draw, newWord);
      this.watch.note(before, editor.doc);
    } else if (dice <= 85) writer.client?.goOffline();
    else if (dice <= 97) writer.client?.comeBack();
    else writer.client?.link.drop();
  }

  /** Accepts or rejects some of what is suggested now; whether there was anything to decide. */
  async decide(draw: SampleDraw): Promise<boolean> {
    const { db, firm, members } = this.world;
    const { sectionId, letterId } = this.place;
    const legal = members[0];
    if (!legal) return false;
    const ctx = contextOf(db, firm.firmId, legal);
    const [dice, some] = [draw.between(0, 1), draw.between(1, 3)];
    await reconcileSuggestions(ctx, { firmId: firm.firmId, sectionId });
    const open = await db.suggestion.findMany({ where: { sectionId, state: 'open' }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
    const ids = open.slice(0, some).map(({ id }) => id);
    if (ids.length === 0) return false;
    const decided = dice === 1 ? acceptSuggestions(ctx, letterId, { ids }) : rejectSuggestions(ctx, letterId, { ids });
    await decided.catch((error: unknown) => {
      // what does not fit any more is refused, and that is an answer
      if (!(error instanceof AppError)) throw error;
    });
    return true;
  }

  comeBack(): void {
    for (const { client } of this.writers) client?.comeBack();
  }

  /** What each page shows against what the database has of its copy: one who has not heard yet of a decision comes to it, so ask again. */
  async differences(): Promise<readonly string[]> {
    const { db, firm } = this.world;
    const faults: string[] = [];
    for (const [index, { client, forkId }] of this.writers.entries()) {
      const { fork } = await readForkTexts(db, firm.firmId, forkId);
      const shown = client ? bodyOfRoom(client.document).body : null;
      if (JSON.stringify(shown) !== JSON.stringify(fork)) {
        faults.push(`copy ${index} is another in the database: ${JSON.stringify(shown)} and ${JSON.stringify(fork)}`);
      }
    }
    return faults;
  }

  /** The words that were suggested and are in no copy, not in the section, and not kept with a suggestion. */
  async missing(sectionText: string): Promise<readonly string[]> {
    const { db, firm } = this.world;
    const places = [sectionText];
    for (const { forkId } of this.writers) {
      const { fork } = await readForkTexts(db, firm.firmId, forkId);
      if (fork) places.push(plainTextOf(fork));
    }
    const rows = await db.suggestion.findMany({ where: { sectionId: this.place.sectionId }, select: { change: true } });
    const found = countWords([...places, ...rows.map(({ change }) => JSON.stringify(change))].join(' '));
    return [...this.watch.typed].filter((word) => !this.watch.deleted.has(word) && !found.has(word));
  }

  leave(): void {
    for (const writer of this.writers) writer.leave();
  }
}
