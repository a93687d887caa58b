import type { ProseNode } from '../schema/prose-node';
import type { FormatChange, JoinChange, SplitChange, TextChange, TextRun } from './change';
import { stretchOf } from './compare-text';
import { nodeName } from './node-name';
import { contentSize } from './node-size';
import type { RunLines } from './run-places';
import { borderName, contentOf, type TextLine, textLine } from './text-line';

/** A change of what stands in text blocks. */
export type WordChange = TextChange | FormatChange | SplitChange | JoinChange;

export function isWordChange(change: { readonly kind: string }): change is WordChange {
  return change.kind === 'text' || change.kind === 'format' || change.kind === 'split' || change.kind === 'join';
}

/** The run of a change; for one made by hand, one that holds it alone. */
export function runOf(change: WordChange): TextRun {
  if (change.run) return change.run;
  const block = (id: string, content: readonly ProseNode[]): ProseNode => ({ type: 'paragraph', attrs: { id }, content });
  const cut = (content: readonly ProseNode[], from: number, to: number) => {
    const line = textLine([block('', content)]);
    return contentOf(line, unitAt(line, from), unitAt(line, to));
  };
  const { base } = change;
  const size = contentSize({ type: '', content: base });
  switch (change.kind) {
    case 'text': {
      const { blockId, from, to } = change.before;
      const put = contentSize({ type: '', content: change.inserted });
      const after = [...cut(base, 0, from), ...change.inserted, ...cut(base, to, size)];
      return { before: [block(blockId, base)], after: [block(blockId, after)], hunks: [[from, to, from, from + put]] };
    }
    case 'format':
      return { before: [block(change.before.blockId, base)], after: [block(change.before.blockId, base)], hunks: [] };
    case 'split': {
      const { at, blockId, newBlock } = change;
      const after = [block(blockId, cut(base, 0, at)), block(textBlockName(newBlock), cut(base, at, size))];
      return { before: [block(blockId, base)], after, hunks: [[at, at, at, at + 1]] };
    }
    case 'join': {
      const before = [block(change.blockId, base), block(change.joinedId, change.joinedBase)];
      return { before, after: [block(change.blockId, [...base, ...change.joinedBase])], hunks: [[size, size + 1, size, size]] };
    }
  }
}

/** The name of the text block of a block that is split off or joined: itself, or the paragraph of a list item. */
export function textBlockName(unit: ProseNode): string {
  return nodeName(unit.content?.[0] ?? unit) ?? '';
}

export function linesOf({ before, after, hunks }: TextRun): RunLines {
  const [old, now] = [textLine(before), textLine(after)];
  return {
    before: old,
    after: now,
    hunks: hunks.map(([from, to, nowFrom, nowTo]) => [unitAt(old, from), unitAt(old, to), unitAt(now, nowFrom), unitAt(now, nowTo)]),
  };
}

/** The unit that begins at an offset, or in which it lies. */
export function unitAt({ offsets }: TextLine, offset: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Which hunk of its run a change is; -1 for a change of marks, which is none. */
export function hunkOf(change: WordChange, run: TextRun, lines: RunLines): number {
  const same = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);
  return run.hunks.findIndex(([from, to, nowFrom, nowTo], index) => {
    const [unit, , nowUnit] = lines.hunks[index] as RunLines['hunks'][number];
    const gone = from < to ? borderName(lines.before.keys[unit]) : null;
    const come = nowFrom < nowTo ? borderName(lines.after.keys[nowUnit]) : null;
    if (change.kind === 'join') return gone === change.joinedId;
    if (change.kind === 'split') return come === textBlockName(change.newBlock);
    if (change.kind === 'format' || gone !== null || come !== null) return false;
    const [before, after] = [stretchOf(run.before, from, to), stretchOf(run.after, nowFrom, nowTo)];
    return same(order(before), order(change.before)) && same(order(after), order(change.after));
  });
}

function order({ blockId, from, to }: TextChange['before']): TextChange['before'] {
  return { blockId, from, to };
}

/** The names of the text blocks of a run in the order of both its sides, the first being the one that stays. */
export function blocksOfRun(run: TextRun, lines: RunLines): string[] {
  const names = [nodeName(run.before[0] ?? { type: '' }) ?? ''];
  for (const [from, to, nowFrom, nowTo] of lines.hunks) {
    for (const key of [...lines.before.keys.slice(from, to), ...lines.after.keys.slice(nowFrom, nowTo)]) {
      const name = borderName(key);
      if (name !== null) names.push(name);
    }
  }
  return names;
}

/** Where a block's content begins in the offsets of a row of blocks. */
export function offsetInRun(blocks: readonly ProseNode[], name: string): number {
  let offset = 0;
  for (const block of blocks) {
    if (nodeName(block) === name) return offset;
    offset += contentSize(block) + 1;
  }
  return 0;
}
