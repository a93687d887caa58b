import { setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import { type ForkAddress, forkName } from '@/lib/letter/schema/fork-name';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { carryOver } from '@/lib/services/fork/carry-over';
import { openFork } from '@/lib/services/fork/open-fork';
import { RoomClient } from './room-client';

const ASK_AGAIN_MS = 20;

/**
 * A member who suggests: a page with their own copy of the section open. When the copy was made anew it does as the page does: asks for the new
 * one, hands over what it had not sent, and goes on in the new one.
 */
export class ForkWriter {
  client: RoomClient | null = null;
  private address: ForkAddress | null = null;
  private renewing = false;
  private gone = false;
  private times = 0;

  constructor(
    private readonly ctx: ServiceContext,
    private readonly options: {
      readonly sectionId: string;
      readonly host: string;
      readonly cookie: string;
      /** a number of its own for each document that this writer has in turn */
      readonly clientId: (time: number) => number;
      readonly newId: () => string;
    },
  ) {}

  async open(): Promise<void> {
    this.enter(await openFork(this.ctx, this.options.sectionId));
  }

  get forkId(): string {
    return this.address?.forkId ?? '';
  }

  /** All that was written here is in the present generation of the copy. */
  get isSaved(): boolean {
    return !this.renewing && this.client?.isSaved === true;
  }

  /** Null while the copy is being made anew: then nothing is typed. */
  get editor(): RoomClient['editor'] {
    return this.renewing ? null : (this.client?.editor ?? null);
  }

  leave(): void {
    this.gone = true;
    this.client?.leave();
  }

  private enter(address: ForkAddress): void {
    const { host, cookie, clientId, newId } = this.options;
    this.address = address;
    this.client = new RoomClient({
      ...{ host, cookie, newId, room: forkName(address), clientId: clientId(++this.times) },
      onOwnUpdate: () => {},
      onRefused: (reason) => {
        if (reason === 'fork-generation') void this.renew();
      },
    });
  }

  private async renew(): Promise<void> {
    const [old, ended] = [this.client, this.address];
    if (this.renewing || !old || !ended) return;
    this.renewing = true;
    try {
      for (let asked = false; !asked && !this.gone; ) {
        const address = await openFork(this.ctx, this.options.sectionId);
        if (address.generation === ended.generation) {
          await wait(ASK_AGAIN_MS);
          continue;
        }
        asked = true;
        if (old.hasUnsent) await carryOver(this.ctx, { ...ended, update: Y.encodeStateAsUpdate(old.document) });
        old.leave();
        if (!this.gone) this.enter(address);
      }
    } finally {
      this.renewing = false;
    }
  }
}
