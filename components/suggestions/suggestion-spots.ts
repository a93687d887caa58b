import type { BlockPlace, Change, Stretch } from '@/lib/letter/compare/change';
import { locateChange } from '@/lib/letter/compare/locate-change';
import type { ProseNode } from '@/lib/letter/schema/prose-node';

/** What a suggestion does to a place of the text. */
export type SpotManner = 'inserted' | 'deleted' | 'changed' | 'moved';

/** One thing to draw for a suggestion, named by blocks and offsets as lib/letter/compare counts them, so that it outlives a redrawn document. */
export type Spot =
  | { readonly kind: 'stretch'; readonly manner: SpotManner; readonly blockId: string; readonly from: number; readonly to: number }
  /** words that are not in this document, at a place in a text block */
  | {
      readonly kind: 'words';
      readonly manner: 'inserted' | 'deleted';
      readonly blockId: string;
      readonly at: number;
      readonly nodes: readonly ProseNode[];
    }
  /** the mark of a paragraph's end; `end` means the end of the block as it is now */
  | { readonly kind: 'break'; readonly manner: 'inserted' | 'deleted'; readonly blockId: string; readonly at: number | 'end' }
  | { readonly kind: 'node'; readonly manner: SpotManner; readonly nodeId: string }
  /** blocks, items, rows or cells that are not in this document */
  | {
      readonly kind: 'blocks';
      readonly manner: 'inserted' | 'deleted';
      readonly place: BlockPlace;
      readonly nodes: readonly ProseNode[];
    };

/** What to draw in the section's own text for a change that somebody proposes; empty where its place is not there any more. */
export function spotsOfProposed(change: Change, body: ProseNode): readonly Spot[] {
  const place = locateChange(change, body);
  if (!place) return [];
  switch (change.kind) {
    case 'text':
      if (!isStretch(place)) return [];
      return [
        ...stretch('deleted', place),
        ...(change.inserted.length > 0
          ? [{ kind: 'words', manner: 'inserted', blockId: place.blockId, at: place.to, nodes: change.inserted } as const]
          : []),
      ];
    case 'format':
      return isStretch(place) ? stretch('changed', place) : [];
    case 'split':
      return isStretch(place) ? [{ kind: 'break', manner: 'inserted', blockId: place.blockId, at: place.from }] : [];
    case 'join':
      return [{ kind: 'break', manner: 'deleted', blockId: change.blockId, at: 'end' }];
    case 'node':
      return [{ kind: 'node', manner: 'changed', nodeId: change.nodeId }];
    case 'insert':
      return [{ kind: 'blocks', manner: 'inserted', place: change.place, nodes: change.nodes }];
    case 'delete':
      return nodes('deleted', change.nodes);
    case 'move':
      return [
        { kind: 'node', manner: 'moved', nodeId: change.nodeId },
        { kind: 'blocks', manner: 'inserted', place: change.to, nodes: [change.node] },
      ];
    case 'replace':
      return [
        ...nodes('deleted', change.deleted),
        { kind: 'blocks', manner: 'inserted', place: behind(change.place, change.deleted), nodes: change.inserted },
      ];
  }
}

/** What to draw for a change in the copy in which it was made. */
export function spotsOfMade(change: Change): readonly Spot[] {
  switch (change.kind) {
    case 'text':
      return [
        ...(change.deleted.length > 0
          ? [{ kind: 'words', manner: 'deleted', blockId: change.after.blockId, at: change.after.from, nodes: change.deleted } as const]
          : []),
        ...stretch('inserted', change.after),
      ];
    case 'format':
      return stretch('changed', change.after);
    case 'split':
      return [{ kind: 'break', manner: 'inserted', blockId: change.blockId, at: 'end' }];
    case 'join':
      return [{ kind: 'break', manner: 'deleted', blockId: change.blockId, at: change.at }];
    case 'node':
      return [{ kind: 'node', manner: 'changed', nodeId: change.nodeId }];
    case 'insert':
      return nodes('inserted', change.nodes);
    case 'delete':
      return [{ kind: 'blocks', manner: 'deleted', place: change.place, nodes: change.nodes }];
    case 'move':
      return [{ kind: 'node', manner: 'moved', nodeId: change.nodeId }];
    case 'replace':
      return [{ kind: 'blocks', manner: 'deleted', place: change.place, nodes: change.deleted }, ...nodes('inserted', change.inserted)];
  }
}

function isStretch(place: object): place is Stretch {
  return 'blockId' in place && typeof place.blockId === 'string';
}

function stretch(manner: SpotManner, { blockId, from, to }: Stretch): Spot[] {
  return to > from ? [{ kind: 'stretch', manner, blockId, from, to }] : [];
}

function nodes(manner: SpotManner, all: readonly ProseNode[]): Spot[] {
  return all.flatMap((node) => {
    const nodeId = node.attrs?.id ?? node.attrs?.nodeId;
    return typeof nodeId === 'string' ? [{ kind: 'node', manner, nodeId } as const] : [];
  });
}

function behind(place: BlockPlace, all: readonly ProseNode[]): BlockPlace {
  const last = all.at(-1)?.attrs?.id;
  return typeof last === 'string' ? { ...place, afterId: last } : place;
}
