import type { Change, TextRun } from './change';

/** The change that undoes it: from what was after to what was before. */
export function invertChange(change: Change): Change {
  const run = 'run' in change && change.run ? { run: invertRun(change.run) } : {};
  switch (change.kind) {
    case 'text': {
      const { before, after, deleted, inserted } = change;
      const base = contentAfter(change.run, after.blockId) ?? change.base;
      return { kind: 'text', before: after, after: before, deleted: inserted, inserted: deleted, base, ...run };
    }
    case 'format': {
      const { before, after, text, added, removed } = change;
      const base = contentAfter(change.run, after.blockId) ?? change.base;
      return { kind: 'format', before: after, after: before, text, added: removed, removed: added, base, ...run };
    }
    case 'split': {
      const { blockId, at, newBlock, place } = change;
      const joinedId = textBlockOf(newBlock);
      const base = contentAfter(change.run, blockId) ?? change.base;
      const joinedBase = contentAfter(change.run, joinedId) ?? [];
      return { kind: 'join', blockId, joinedId, joined: newBlock, at, base, joinedBase, ...(place ? { place } : {}), ...run };
    }
    case 'join': {
      const { blockId, at, joined, place } = change;
      const base = contentAfter(change.run, blockId) ?? [...change.base, ...change.joinedBase];
      return { kind: 'split', blockId, at, newBlock: joined, base, ...(place ? { place } : {}), ...run };
    }
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

function invertRun({ before, after, hunks, within }: TextRun): TextRun {
  return {
    within,
    before: after,
    after: before,
    hunks: hunks.map(([from, to, afterFrom, afterTo]) => [afterFrom, afterTo, from, to] as const),
  };
}

function contentAfter(run: TextRun | undefined, blockId: string) {
  const block = run?.after.find(({ attrs }) => attrs?.id === blockId);
  return block ? (block.content ?? []) : null;
}

/** The name of the paragraph or heading of a block that was split off, which may be a list item. */
function textBlockOf(block: { readonly attrs?: Readonly<Record<string, unknown>>; readonly content?: readonly object[] }): string {
  const inner = (block.content?.[0] ?? block) as typeof block;
  return typeof inner.attrs?.id === 'string' ? inner.attrs.id : '';
}
