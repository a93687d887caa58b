import * as Y from 'yjs';
import type { Change } from '@/lib/letter/compare/change';
import { compareBodies } from '@/lib/letter/compare/compare-bodies';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import { keepMarksAsWritten } from '@/lib/letter/schema/keep-marks-as-written';
import type { StoredRoom } from '../room/read-room';
import { fillRoomDocument } from '../room/room-document';

/**
 * What a client wrote into an ended generation of a fork and had not sent: the difference between the generation as the server kept it and the
 * same with the client's update. The update may hold the client's whole document; what the generation or the section has already is left out.
 */
export function lateChanges(past: Uint8Array, update: Uint8Array, section: StoredRoom | null): readonly Change[] {
  const known = documentOf(past, section);
  const late = Y.diffUpdate(update, Y.encodeStateVector(known));
  known.destroy();
  const before = documentOf(past, null);
  const after = documentOf(past, null);
  Y.applyUpdate(after, late);
  // it was written beside something that the section had only later
  if (after.store.pendingStructs && section) for (const document of [before, after]) fillRoomDocument(document, section);
  try {
    return compareBodies(bodyOfRoom(before).body, bodyOfRoom(after).body);
  } finally {
    before.destroy();
    after.destroy();
  }
}

function documentOf(state: Uint8Array, section: StoredRoom | null): Y.Doc {
  const document = new Y.Doc();
  keepMarksAsWritten(document);
  Y.applyUpdate(document, state);
  if (section) fillRoomDocument(document, section);
  return document;
}
