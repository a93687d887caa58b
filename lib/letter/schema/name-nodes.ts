import type { Node as PmNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import type { IdSource } from '@/lib/core/ids';
import { IDENTITY_ATTRIBUTES } from './identity-attributes';
import { isOwnChange } from './is-own-change';

/**
 * Names the nameless and keeps names unique with every own change; what others change is theirs to name. `isReady` is false until the room's
 * first synchronisation: naming before it would change text that is not loaded yet.
 */
export function nameNodes(newId: IdSource, isReady: () => boolean): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, after) {
      const own = transactions.some(isOwnChange);
      return own && isReady() ? naming(transactions, before, after, newId) : null;
    },
  });
}

function naming(transactions: readonly Transaction[], before: EditorState, after: EditorState, newId: IdSource): Transaction | null {
  const holders = new Map<string, number[]>();
  const nameless: { position: number; attribute: string }[] = [];
  eachIdentity(after.doc, (attribute, value, position) => {
    if (typeof value !== 'string' || value === '') nameless.push({ position, attribute });
    else {
      const key = `${attribute}:${value}`;
      const positions = holders.get(key);
      if (positions) positions.push(position);
      else holders.set(key, [position]);
    }
  });
  const doubled = [...holders].filter(([, positions]) => positions.length > 1);
  if (nameless.length === 0 && doubled.length === 0) return null;

  const places = doubled.length > 0 ? mappedPlaces(transactions, before, new Set(doubled.map(([key]) => key))) : new Map<string, number>();
  for (const [key, positions] of doubled) {
    const place = places.get(key);
    const keeper = place !== undefined && positions.includes(place) ? place : positions[0];
    const attribute = key.slice(0, key.indexOf(':'));
    for (const position of positions) if (position !== keeper) nameless.push({ position, attribute });
  }
  const tr = after.tr;
  for (const { position, attribute } of nameless) tr.setNodeAttribute(position, attribute, newId());
  return tr;
}

/** Where the nodes that had these names before stand now; those that were deleted are missing. */
function mappedPlaces(transactions: readonly Transaction[], before: EditorState, keys: ReadonlySet<string>): Map<string, number> {
  const places = new Map<string, number>();
  eachIdentity(before.doc, (attribute, value, position) => {
    const key = `${attribute}:${String(value)}`;
    if (!keys.has(key)) return;
    let place = position;
    for (const transaction of transactions) {
      const mapped = transaction.mapping.mapResult(place, 1);
      if (mapped.deletedAfter) return;
      place = mapped.pos;
    }
    places.set(key, place);
  });
  return places;
}

function eachIdentity(doc: PmNode, visit: (attribute: string, value: unknown, position: number) => void): void {
  doc.descendants((node, position) => {
    for (const attribute of IDENTITY_ATTRIBUTES) if (attribute in node.attrs) visit(attribute, node.attrs[attribute], position);
  });
}
