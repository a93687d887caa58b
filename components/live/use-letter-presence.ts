import { HocuspocusProvider } from '@hocuspocus/provider';
import { useEffect, useRef, useState } from 'react';
import * as Y from 'yjs';
import { caretColour } from '@/components/editor/caret-colour';
import { shareSocket } from '@/components/editor/shared-socket';
import { letterRoomName } from '@/lib/letter/schema/letter-room-name';
import { writeRoomToken } from '@/lib/letter/schema/room-token';
import { SCHEMA_VERSION } from '@/lib/letter/schema/schema-version';

/** Somebody who has the letter open. */
export interface PersonHere {
  readonly memberId: string;
  readonly name: string;
  readonly colour: string;
  /** the section that they are in; null while they are in none */
  readonly where: string | null;
}

/** Who else has the letter open and where they are, and telling them where this member is. Names and ids are the server's word. */
export function useLetterPresence(letterId: string, memberId: string, where: string | null): readonly PersonHere[] {
  const [people, setPeople] = useState<readonly PersonHere[]>([]);
  const provider = useRef<HocuspocusProvider | null>(null);
  const present = useRef(where);
  present.current = where;

  useEffect(() => {
    const { socket, release } = shareSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/collab`);
    const document = new Y.Doc();
    const own = new HocuspocusProvider({
      name: letterRoomName(letterId),
      document,
      websocketProvider: socket,
      token: () => writeRoomToken({ schemaVersion: SCHEMA_VERSION }),
      onAwarenessChange: ({ states }) => setPeople(othersOf(states, memberId)),
    });
    own.attach();
    own.setAwarenessField('user', { color: caretColour(memberId) });
    own.setAwarenessField('where', present.current);
    provider.current = own;
    return () => {
      provider.current = null;
      own.destroy();
      document.destroy();
      release();
    };
  }, [letterId, memberId]);
  useEffect(() => provider.current?.setAwarenessField('where', where), [where]);
  return people;
}

/** One entry per member, however many windows they have; the place of the window that said one. */
function othersOf(states: readonly Record<string, unknown>[], memberId: string): PersonHere[] {
  const people = new Map<string, PersonHere>();
  for (const state of states) {
    const user = state.user as { memberId?: unknown; name?: unknown; color?: unknown } | undefined;
    if (typeof user?.memberId !== 'string' || typeof user.name !== 'string' || user.memberId === memberId) continue;
    const where = typeof state.where === 'string' ? state.where : (people.get(user.memberId)?.where ?? null);
    people.set(user.memberId, { memberId: user.memberId, name: user.name, colour: caretColour(user.memberId), where });
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name));
}
