import type { RoomRefusal } from '@/lib/letter/schema/room-refusal';

/**
 * Thrown in a hook to refuse a room or to close one: Hocuspocus sends `reason` to the client. The message is empty, because Hocuspocus prints
 * messages of refused hooks to the console and a refusal is no defect.
 */
export class RoomRefused extends Error {
  readonly code = 4403;

  constructor(
    readonly reason: RoomRefusal,
    options?: ErrorOptions,
  ) {
    super('', options);
    this.name = 'RoomRefused';
  }
}

/** For a database that does not answer at the door: said with a reason that clients know, so that they ask again by themselves. */
export function refuseForNow(cause: unknown): never {
  throw new RoomRefused('load-failed', { cause });
}
