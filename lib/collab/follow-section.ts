import type { Document, Hocuspocus, LocalTransactionOrigin } from '@hocuspocus/server';
import * as Y from 'yjs';
import { type RoomAddress, roomName } from '@/lib/letter/schema/room-name';
import type { RoomContext } from './room-context';
import { RoomRefused } from './room-refused';

/** The origin of what a fork takes over from its section: it is in the section's log and belongs in no other. */
export const FOLLOWED: LocalTransactionOrigin = { source: 'local', skipStoreHooks: true, context: {} };

const TRIES = 3;

type SectionConnection = Awaited<ReturnType<Hocuspocus<RoomContext>['openDirectConnection']>>;

/**
 * Keeps a fork's document together with its section's: what the section has now, and every change of it from now on, is passed on to those
 * who have the fork open. Call the function it gives when the fork is closed.
 */
export async function followSection(
  instance: Hocuspocus<RoomContext>,
  fork: Document,
  section: RoomAddress,
  { actor }: RoomContext,
): Promise<() => void> {
  const connection = await openSection(instance, roomName(section), { actor });
  const source = connection.document;
  if (!source) throw new RoomRefused('load-failed');
  const follow = (update: Uint8Array) => Y.applyUpdate(fork, update, FOLLOWED);
  source.on('update', follow);
  follow(Y.encodeStateAsUpdate(source));
  return () => {
    source.off('update', follow);
    void connection.disconnect();
  };
}

/** A section's document may be on its way out of memory at this very moment: then it is asked for again. */
async function openSection(instance: Hocuspocus<RoomContext>, name: string, context: RoomContext): Promise<SectionConnection> {
  for (let tried = 1; ; tried++) {
    const connection = await instance.openDirectConnection(name, context);
    if (connection.document && instance.documents.get(name) === connection.document) return connection;
    if (tried === TRIES) throw new RoomRefused('load-failed');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
