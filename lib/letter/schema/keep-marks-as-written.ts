import type * as Y from 'yjs';

/**
 * Keeps Yjs from tidying up marks in a document of the server: after a change from elsewhere it deletes what looks superfluous, by deletions of
 * its own. Those are in nobody's message and so in no log, and where several set marks at the same moment they are more than tidying. Pages tidy
 * up as ever, and send it like anything they write.
 */
export function keepMarksAsWritten(document: Y.Doc): void {
  // texts ask, when they are told of a change, whether it is from elsewhere: then they want to be tidied up. Afterwards the truth is told again,
  // because Yjs gives a document another number where somebody else writes under its own
  const fromElsewhere = new WeakSet<Y.Transaction>();
  document.on('beforeObserverCalls', (transaction: Y.Transaction) => {
    if (transaction.local) return;
    fromElsewhere.add(transaction);
    transaction.local = true;
  });
  document.on('afterTransaction', (transaction: Y.Transaction) => {
    if (fromElsewhere.delete(transaction)) transaction.local = false;
  });
}
