import type { Node as PmNode } from '@tiptap/pm/model';
import type { Mappable } from '@tiptap/pm/transform';
import type { Anchor } from '@/lib/letter/anchors/anchor';
import { locateAnchor } from '@/lib/letter/anchors/locate-anchor';
import { textAnchor } from '@/lib/letter/anchors/make-anchor';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { ThreadView } from '@/lib/services/comment/thread-view';

/** Where a thread is in the text that an editor holds now. */
export interface CommentMark {
  readonly threadId: string;
  readonly privileged: boolean;
  /** The place as it was when it was last seen: what is looked for where the range is lost. */
  readonly anchor: Anchor;
  /** Positions in the document; null where the place is gone. */
  readonly range: { readonly from: number; readonly to: number } | null;
}

/** The marks of these threads: those known already stay where they are, new ones are looked for. */
export function marksOf(threads: readonly ThreadView[], known: readonly CommentMark[], doc: PmNode): readonly CommentMark[] {
  const places = new Places(doc);
  return threads.flatMap((thread) => {
    if (thread.anchor.kind === 'section') return [];
    const before = known.find((mark) => mark.threadId === thread.id);
    if (before?.range) return [before];
    // what this editor saw last is nearer to what may come back than what the server did
    const again = before && { ...before, range: places.find(before.anchor) };
    if (again?.range) return [again];
    const range = places.find(thread.anchor);
    return [range || !again ? { threadId: thread.id, privileged: thread.privileged, anchor: thread.anchor, range } : again];
  });
}

/** Carries marks through a change that was made step by step in this editor. */
export function mapMarks(marks: readonly CommentMark[], mapping: Mappable, before: PmNode, after: PmNode): readonly CommentMark[] {
  let places: Places | null = null;
  return marks.map((mark) => {
    const { anchor, range } = mark;
    if (anchor.kind === 'node') {
      places ??= new Places(after);
      return { ...mark, range: places.find(anchor) };
    }
    if (!range) return mark;
    const [from, to] = [mapping.map(range.from, 1), mapping.map(range.to, -1)];
    return from < to ? { ...mark, range: { from, to } } : { ...mark, anchor: renewed(mark, before), range: null };
  });
}

/** Finds marks again after a change that put a whole new document in the place of the old one, as changes of others and undoing do. */
export function findMarks(marks: readonly CommentMark[], before: PmNode, after: PmNode): readonly CommentMark[] {
  const places = new Places(after);
  return marks.map((mark) => {
    const { range } = mark;
    if (range) {
      const $from = before.resolve(range.from);
      const same = places.at($from.parent.attrs.id);
      if (mark.anchor.kind === 'text' && same?.node.eq($from.parent) && range.to <= $from.end()) {
        const shift = same.position + 1 - $from.start();
        return shift === 0 ? mark : { ...mark, range: { from: range.from + shift, to: range.to + shift } };
      }
    }
    const anchor = range ? renewed(mark, before) : mark.anchor;
    return { ...mark, anchor, range: places.find(anchor) };
  });
}

/** The mark's place in a document in which it still has one, as an anchor. */
function renewed({ anchor, range }: CommentMark, doc: PmNode): Anchor {
  if (anchor.kind !== 'text' || !range) return anchor;
  const $from = doc.resolve(range.from);
  const block = $from.parent;
  if (!block.isTextblock || typeof block.attrs.id !== 'string') return anchor;
  const to = Math.min(range.to - $from.start(), block.content.size);
  const body: ProseNode = { type: 'doc', content: [block.toJSON()] };
  const found = to > $from.parentOffset ? textAnchor(body, block.attrs.id, $from.parentOffset, to) : anchor;
  return found.kind === 'text' ? { ...found, quote: anchor.quote } : anchor;
}

/** The named nodes of a document, and anchors looked for in it; made when first asked. */
class Places {
  private index: Map<string, { position: number; node: PmNode }> | null = null;
  private body: ProseNode | null = null;

  constructor(private readonly doc: PmNode) {}

  at(id: unknown): { position: number; node: PmNode } | undefined {
    return typeof id === 'string' ? this.named().get(id) : undefined;
  }

  find(anchor: Anchor): { from: number; to: number } | null {
    if (anchor.kind === 'node') return this.around(anchor.nodeId);
    this.body ??= this.doc.toJSON() as ProseNode;
    const place = locateAnchor(anchor, this.body);
    if (place === null || place === 'section') return null;
    if ('nodeId' in place) return this.around(place.nodeId);
    const block = this.at(place.blockId);
    if (!block || place.from >= place.to) return null;
    return { from: block.position + 1 + place.from, to: Math.min(block.position + 1 + place.to, block.position + block.node.nodeSize - 1) };
  }

  private around(nodeId: string): { from: number; to: number } | null {
    const found = this.at(nodeId);
    return found ? { from: found.position, to: found.position + found.node.nodeSize } : null;
  }

  private named(): Map<string, { position: number; node: PmNode }> {
    if (this.index) return this.index;
    const index = new Map<string, { position: number; node: PmNode }>();
    this.doc.descendants((node, position) => {
      for (const id of [node.attrs.id, node.attrs.nodeId]) if (typeof id === 'string' && !index.has(id)) index.set(id, { position, node });
    });
    this.index = index;
    return index;
  }
}
