import type { Anchor } from '../anchors/anchor';
import { blockText } from '../anchors/block-text';
import { findBlock } from './against-now';
import { likeness, plainTitle } from './match-sections';
import type { ReturnedNewThread, ReturnedReplies } from './return-report';
import type { ReturnedDocument, ReturnedThread } from './returned-document';

/** A thread that the letter has, with its comments, oldest first. */
export interface KnownThread {
  readonly id: string;
  /** for legal alone */
  readonly privileged: boolean;
  readonly comments: readonly { readonly author: string; readonly text: string }[];
}

export interface ComparedThreads {
  readonly threads: readonly ReturnedNewThread[];
  readonly replies: readonly ReturnedReplies[];
  readonly unchanged: number;
}

/**
 * What the comments of a file add. One that begins as a thread of the letter does, by the same author with the same words, is that thread,
 * however it came to be in the file; only what was answered in the file is new. A file in which a privileged thread comes back was written for
 * legal alone, and so are all comments in it. `sectionOf` gives the letter's section of each of the file's, `elsewhere` the one under which
 * comments on no section go.
 */
export function compareThreads(
  returned: ReturnedDocument,
  known: readonly KnownThread[],
  sectionOf: (index: number) => string | null,
  elsewhere: string,
): ComparedThreads {
  const waiting = new Set(known);
  const threads: Omit<ReturnedNewThread, 'privileged'>[] = [];
  let privileged = false;
  const replies: ReturnedReplies[] = [];
  let unchanged = 0;
  for (const thread of returned.threads) {
    const comments = thread.comments.filter(({ text }) => text.trim() !== '');
    const [first] = comments;
    if (!first) continue;
    const same =
      [...waiting].find(({ comments: own }) => own[0] && isSame(own[0], first)) ??
      // a program may have changed the name; a privileged thread must not come back as a thread of everybody
      [...waiting].find(({ comments: own }) => own[0] && plainTitle(own[0].text) === plainTitle(first.text)) ??
      // or somebody may have changed some of the words
      [...waiting].find(({ privileged: isLegal, comments: own }) => isLegal && own[0] && likeness(own[0].text, first.text) >= ALIKE);
    // some programs lose what a comment answers, so that an answer stands by itself
    const answered = same ?? known.find(({ comments: own }) => own.slice(1).some((each) => isSame(each, first)));
    if (!answered) {
      const sectionId = (thread.place && sectionOf(thread.place.section)) ?? elsewhere;
      threads.push({ sectionId, anchor: anchorOf(thread, returned), resolved: thread.resolved, comments });
      continue;
    }
    if (same) waiting.delete(same);
    privileged ||= answered.privileged;
    const own = [...answered.comments];
    const fresh = comments.filter((comment) => {
      const at = own.findIndex((each) => isSame(each, comment));
      if (at >= 0) own.splice(at, 1);
      return at < 0;
    });
    if (fresh.length > 0) replies.push({ threadId: answered.id, comments: fresh });
    else if (same) unchanged += 1;
  }
  return { threads: threads.map((thread) => ({ ...thread, privileged })), replies, unchanged };
}

/** From this share of words in common on, a comment is taken for one that was changed in the file. */
const ALIKE = 0.6;

function isSame(
  one: { readonly author: string; readonly text: string },
  other: { readonly author: string; readonly text: string },
): boolean {
  return plainTitle(one.text) === plainTitle(other.text) && plainTitle(one.author) === plainTitle(other.author);
}

/** The place as the file has it; the letter finds it by the block's name or the quotation. */
function anchorOf({ place, quote }: ReturnedThread, { sections }: ReturnedDocument): Anchor {
  const body = place ? sections[place.section]?.body : undefined;
  const block = place?.blockId && body ? findBlock(body, place.blockId) : null;
  if (!place?.blockId || !block || quote.trim() === '') return { kind: 'section' };
  const text = blockText(block);
  const [from, to] = [Math.min(place.from, text.length), Math.min(place.to, text.length)];
  return { kind: 'text', blockId: place.blockId, from, to, quote, blockText: text };
}
