import * as Y from 'yjs';
import { keepMarksAsWritten } from '@/lib/letter/schema/keep-marks-as-written';
import type { StoredRoom } from './read-room';

/** Brings a stored room into a document: the state, then every acknowledged update in order. Throws where the bytes are not a document. */
export function fillRoomDocument(document: Y.Doc, room: StoredRoom): void {
  Y.transact(document, () => {
    Y.applyUpdate(document, room.state);
    for (const { update } of room.updates) Y.applyUpdate(document, update);
  });
}

/** The document of a stored room; the caller destroys it. */
export function roomDocument(room: StoredRoom): Y.Doc {
  const document = new Y.Doc();
  keepMarksAsWritten(document);
  fillRoomDocument(document, room);
  return document;
}
