import { Node as PmNode } from '@tiptap/pm/model';
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { contentHash } from '@/lib/core/hash';
import type { ProseNode } from './prose-node';
import { ROOM_FRAGMENT } from './room-fragment';
import { sectionSchema } from './section-schema';
import { uniqueIdentities } from './unique-identities';
import { validateBody } from './validate-body';

/** The author of first contents. The same body gives the same bytes, so that content given twice is there once. */
const FIRST_AUTHOR = 1;

/**
 * A room's first state as a Yjs update, made from a body; every node is named first. Only the server calls it, once per room and generation,
 * in the transaction that creates the section. Throws RangeError for a body that is not of the section's form.
 */
export function initialRoomState(body: ProseNode): Uint8Array {
  const checked = validateBody(body);
  if (!checked.ok) throw new RangeError(checked.failures.join(' '));
  const room = new Y.Doc();
  room.clientID = FIRST_AUTHOR;
  const named = PmNode.fromJSON(sectionSchema, uniqueIdentities(checked.value, contentHash(checked.value)));
  prosemirrorToYXmlFragment(named, room.getXmlFragment(ROOM_FRAGMENT));
  const state = Y.encodeStateAsUpdate(room);
  room.destroy();
  return state;
}
