import { announce } from '@/lib/services/live/announce';
import type { CollabOptions } from './collab-options';

const BEAT_MS = 5_000;
const GONE_AFTER_MS = 16_000;

/**
 * The other processes that hold rooms of the same database. Each says hello when it begins and is answered; a process that is alone says
 * nothing more, the others let themselves be heard every few seconds.
 */
export class FellowProcesses {
  readonly processId: string;
  private readonly heard = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly options: Pick<CollabOptions, 'db' | 'ids' | 'logger'>,
    /** called when this process is no longer alone, and every few seconds while it is not */
    private readonly together: (first: boolean) => void,
  ) {
    this.processId = options.ids();
  }

  get alone(): boolean {
    return this.heard.size === 0;
  }

  /** Says that this process is there, to whoever listens: at the beginning and after a gap. */
  greet(): Promise<void> {
    return this.say('hello');
  }

  async leave(): Promise<void> {
    clearInterval(this.timer);
    if (!this.alone) await this.say('bye');
  }

  hear(processId: string, says: 'hello' | 'here' | 'bye'): void {
    if (processId === this.processId) return;
    if (says === 'bye') this.heard.delete(processId);
    else {
      const first = this.alone;
      this.heard.set(processId, performance.now());
      if (says === 'hello') void this.say('here');
      if (first) this.begin();
    }
  }

  private begin(): void {
    clearInterval(this.timer);
    this.timer = setInterval(() => this.beat(), BEAT_MS).unref();
    this.together(true);
  }

  private beat(): void {
    for (const [processId, at] of this.heard) if (performance.now() - at > GONE_AFTER_MS) this.heard.delete(processId);
    if (this.alone) clearInterval(this.timer);
    void this.say('here');
    this.together(false);
  }

  private async say(says: 'hello' | 'here' | 'bye'): Promise<void> {
    const { db, logger } = this.options;
    await announce(db, { topic: 'process', firmId: null, processId: this.processId, says }).catch((error: unknown) =>
      logger.warn({ err: error }, 'other processes could not be told of this one; that is tried again'),
    );
  }
}
