import { isChangeOrigin } from '@tiptap/extension-collaboration';
import type { Transaction } from '@tiptap/pm/state';

/**
 * Whether a transaction is a change by whoever sits at this editor. What a plugin adds to a change of somebody else (a cell that a row lacks) is
 * drawn and not written to the shared document, so it is no change of theirs: every page draws the same until one of them writes.
 */
export function isOwnChange(transaction: Transaction): boolean {
  const root: unknown = transaction.getMeta('appendedTransaction');
  const from = isTransaction(root) ? root : transaction;
  return transaction.docChanged && !isChangeOrigin(transaction) && !isChangeOrigin(from);
}

function isTransaction(value: unknown): value is Transaction {
  return typeof value === 'object' && value !== null && 'getMeta' in value;
}
