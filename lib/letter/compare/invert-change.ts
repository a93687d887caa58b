import type { ProseNode } from '../schema/prose-node';
import type { Change, TextRun } from './change';
import { nodeName } from './node-name';
import { isWordChange, runOf, textBlockName, type WordChange } from './run-of-change';

/** The change that undoes it: from what was after to what was before. */
export function invertChange(change: Change): Change {
  if (isWordChange(change)) return invertWords(change);
  switch (change.kind) {
    case 'node':
      return { ...change, before: change.after, after: change.before };
    case 'insert':
      return { ...change, kind: 'delete' };
    case 'delete':
      return { ...change, kind: 'insert' };
    case 'move':
      return { ...change, from: change.to, to: change.from };
    case 'replace':
      return { ...change, deleted: change.inserted, inserted: change.deleted };
  }
}

function invertWords(change: WordChange): Change {
  const run = invertRun(runOf(change));
  const contentOf = (blockId: string): readonly ProseNode[] => run.before.find((block) => nodeName(block) === blockId)?.content ?? [];
  switch (change.kind) {
    case 'text': {
      const { before, after, deleted, inserted } = change;
      return { kind: 'text', before: after, after: before, deleted: inserted, inserted: deleted, base: contentOf(after.blockId), run };
    }
    case 'format': {
      const { before, after, text, added, removed } = change;
      return { kind: 'format', before: after, after: before, text, added: removed, removed: added, base: contentOf(after.blockId), run };
    }
    case 'split': {
      const { blockId, at, newBlock: joined, place } = change;
      const joinedId = textBlockName(joined);
      return { kind: 'join', blockId, joinedId, joined, at, base: contentOf(blockId), joinedBase: contentOf(joinedId), place, run };
    }
    case 'join': {
      const { blockId, at, joined: newBlock, place } = change;
      return { kind: 'split', blockId, at, newBlock, base: contentOf(blockId), place, run };
    }
  }
}

function invertRun({ before, after, hunks, within }: TextRun): TextRun {
  return {
    before: after,
    after: before,
    hunks: hunks.map(([from, to, afterFrom, afterTo]) => [afterFrom, afterTo, from, to] as const),
    within,
  };
}
