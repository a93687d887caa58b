import type * as Y from 'yjs';
import { AppError } from '@/lib/core/errors';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { uniqueIdentities } from '@/lib/letter/schema/unique-identities';
import { validateBody } from '@/lib/letter/schema/validate-body';
import { writeRoomBody } from './write-room-body';

/**
 * Writes a text into a room's document and gives the change as an update, null where nothing changed, with the text as the document now has
 * it. Throws INVALID_INPUT where the text is not of a section's form, CONFLICT where the document does not take it.
 */
export function updateTo(document: Y.Doc, body: ProseNode): { readonly update: Uint8Array | null; readonly after: ProseNode } {
  const checked = validateBody(body);
  if (!checked.ok) throw new AppError('INVALID_INPUT', checked.failures.join(' '));
  const target = uniqueIdentities(checked.value);
  let update: Uint8Array | null = null;
  const keep = (made: Uint8Array) => {
    update = made;
  };
  document.once('update', keep);
  writeRoomBody(document, target);
  document.off('update', keep);
  const after = bodyOfRoom(document).body;
  if (JSON.stringify(after) !== JSON.stringify(target)) {
    throw new AppError('CONFLICT', 'The text could not be changed as asked. Nothing was changed: load the section again.');
  }
  return { update, after };
}
