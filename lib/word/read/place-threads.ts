import type { ReturnedThread } from '@/lib/letter/returned/returned-document';
import type { CommentEdge } from './finish-body';
import type { FileThread } from './read-comments';
import type { ReadSection } from './sections/read-section';

/** Gives every thread its place by the edges that were found in the sections; a thread whose edges are nowhere has none. */
export function placeThreads(threads: readonly FileThread[], sections: readonly ReadSection[]): readonly ReturnedThread[] {
  return threads.map(({ ids, resolved, comments }) => ({ ...placeOf(ids, sections), resolved, comments }));
}

function placeOf(ids: readonly string[], sections: readonly ReadSection[]): Pick<ReturnedThread, 'place' | 'quote'> {
  for (const id of ids) {
    for (const [section, { edges, texts }] of sections.entries()) {
      const own = edges.filter(({ comment }) => comment === id);
      const [first] = own;
      if (!first) continue;
      const start = own.find(({ edge }) => edge === 'start') ?? first;
      const end = own.find(({ edge }) => edge === 'end') ?? start;
      return placed(section, start, end, texts);
    }
  }
  return { place: null, quote: '' };
}

/** A comment on several blocks stands at the first; what it quotes goes on to the last. */
function placed(
  section: number,
  start: CommentEdge,
  end: CommentEdge,
  texts: ReadSection['texts'],
): Pick<ReturnedThread, 'place' | 'quote'> {
  const text = texts.get(start.blockId) ?? '';
  const same = start.blockId === end.blockId;
  const to = same ? Math.max(end.offset, start.offset) : text.length;
  const quote = same ? text.slice(start.offset, to) : [...quotedBlocks(start, end, texts)].join('\n');
  return { place: { section, blockId: start.blockId, from: start.offset, to }, quote: quote.replaceAll('\ufffc', '') };
}

function* quotedBlocks(start: CommentEdge, end: CommentEdge, texts: ReadSection['texts']): Generator<string> {
  let within = false;
  for (const [blockId, text] of texts) {
    if (blockId === start.blockId) {
      within = true;
      yield text.slice(start.offset);
    } else if (within && blockId === end.blockId) {
      yield text.slice(0, end.offset);
      return;
    } else if (within) yield text;
  }
}
