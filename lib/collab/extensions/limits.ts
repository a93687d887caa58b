import type { Extension } from '@hocuspocus/server';
import { messageYjsSyncStep1 } from 'y-protocols/sync';
import type { CollabLimits } from '../collab-options';
import type { OpenRooms } from '../open-rooms';
import type { RoomContext } from '../room-context';
import { RoomRefused } from '../room-refused';

/** What a client that has nothing new answers at the handshake is smaller than this, bytes. */
const MOSTLY_NOTHING = 64;

/** Keeps a member to so many sockets, a socket to so many rooms, a message and a room to so many bytes. */
export function limits(limit: CollabLimits, rooms: OpenRooms): Extension<RoomContext> {
  const socketsOf = new Map<string, Map<string, number>>();
  return {
    extensionName: 'limits',
    async connected({ context: { access }, socketId }) {
      if (!access) return;
      const sockets = socketsOf.get(access.actor.memberId) ?? new Map<string, number>();
      socketsOf.set(access.actor.memberId, sockets);
      sockets.set(socketId, (sockets.get(socketId) ?? 0) + 1);
    },
    async onAuthenticate({ context: { actor }, socketId }) {
      const sockets = actor && socketsOf.get(actor.memberId);
      if (!sockets) return;
      const rooms = sockets.get(socketId);
      if (rooms === undefined ? sockets.size >= limit.socketsPerMember : rooms >= limit.roomsPerSocket) throw new RoomRefused('too-many');
    },
    async onDisconnect({ context: { access }, socketId }) {
      const sockets = access && socketsOf.get(access.actor.memberId);
      const rooms = sockets?.get(socketId);
      if (!sockets || rooms === undefined) return;
      if (rooms > 1) sockets.set(socketId, rooms - 1);
      else sockets.delete(socketId);
      if (sockets.size === 0) socketsOf.delete(access.actor.memberId);
    },
    async beforeHandleMessage({ update }) {
      if (update.length > limit.messageBytes) throw new RoomRefused('too-large');
    },
    async beforeSync({ type, payload, documentName }) {
      // a room that is full is still read
      if (
        type !== messageYjsSyncStep1 &&
        payload.length > MOSTLY_NOTHING &&
        (rooms.get(documentName)?.bytes ?? 0) + payload.length > limit.roomBytes
      ) {
        throw new RoomRefused('too-large');
      }
    },
    async onChange({ documentName, update }) {
      const room = rooms.get(documentName);
      if (room) room.bytes += update.length;
    },
  };
}
