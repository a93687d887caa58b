import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { keepMarksAsWritten } from '@/lib/letter/schema/keep-marks-as-written';

/** A document that is told of marks that two set at the same moment over the same words; and what it wrote by itself. */
function told(prepare: (document: Y.Doc) => void): { readonly document: Y.Doc; readonly ownUpdates: number } {
  const first = new Y.Doc();
  first.getText('t').insert(0, 'one two three');
  const second = new Y.Doc();
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first));
  first.getText('t').format(0, 7, { bold: true });
  second.getText('t').format(0, 7, { bold: true });
  const document = new Y.Doc();
  document.getText('t');
  prepare(document);
  let ownUpdates = 0;
  Y.applyUpdate(document, Y.encodeStateAsUpdate(first), 'elsewhere');
  document.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== 'elsewhere') ownUpdates += 1;
  });
  Y.applyUpdate(document, Y.encodeStateAsUpdate(second), 'elsewhere');
  return { document, ownUpdates };
}

describe('a document that keeps marks as they were written', () => {
  it('writes nothing of its own when others set the same marks, as Yjs would', () => {
    expect(told(() => {}).ownUpdates).toBeGreaterThan(0);
    const { document, ownUpdates } = told(keepMarksAsWritten);
    expect(ownUpdates).toBe(0);
    expect(document.getText('t').toDelta()).toEqual([{ insert: 'one two', attributes: { bold: true } }, { insert: ' three' }]);
  });

  it('still takes another number where somebody else writes under its own', () => {
    const other = new Y.Doc();
    other.clientID = 7;
    other.getText('t').insert(0, 'mine');
    const document = new Y.Doc();
    document.clientID = 7;
    keepMarksAsWritten(document);
    Y.applyUpdate(document, Y.encodeStateAsUpdate(other));
    expect(document.clientID).not.toBe(7);
  });
});
