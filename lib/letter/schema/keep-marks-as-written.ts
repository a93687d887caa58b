import type * as Y from 'yjs';

/**
 * Keeps Yjs from tidying up marks in this document: after a change from elsewhere it deletes what looks superfluous, by deletions of its own.
 * On a server those are in nobody's message and so in no log, and where several set marks at the same moment each copy tidies up what it happens
 * to see, which is more than tidying. What was written stays as it was written, in every copy alike.
 */
export function keepMarksAsWritten(document: Y.Doc): void {
  // the one thing that Yjs looks at is whether the change is from elsewhere; nothing of ours asks that later
  document.on('beforeObserverCalls', (transaction: Y.Transaction) => {
    transaction.local = true;
  });
}
