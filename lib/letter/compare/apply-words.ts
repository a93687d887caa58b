import type { ProseMark, ProseNode } from '../schema/prose-node';
import { sectionSchema } from '../schema/section-schema';
import { type BodyTree, copyOf, type TreeNode } from './body-tree';
import { sameMark, sameValue } from './canonical-body';
import type { FormatChange, JoinChange, SplitChange, TextRun } from './change';
import type { ChangeOutcome } from './change-conflict';
import { findPlace } from './find-place';
import { isTextBlock, nodeName } from './node-name';
import { presentRun } from './present-run';
import { hunkOf, offsetInRun, textBlockName, unitAt, type WordChange } from './run-of-change';
import type { RunLines, RunPlaces } from './run-places';
import { borderName, contentOf, type TextLine } from './text-line';

const GONE = 'The paragraph is not there any more.';
const CHANGED = 'The same words were changed meanwhile.';

/** What is put in the place of a stretch of present units. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly content: readonly ProseNode[];
  readonly border: SplitChange | null;
}

/** Makes changes of one run in a tree, all at once; tells for each why not, or null where it is made. */
export function applyWords(tree: BodyTree, run: TextRun, changes: readonly WordChange[]): ChangeOutcome[] {
  let hunks: readonly number[] = [];
  const found = presentRun(tree, run, (lines) => {
    hunks = changes.map((change) => hunkOf(change, run, lines));
    return new Set(hunks);
  });
  if (!found) return changes.map(() => GONE);
  const { lines, blocks, now: present, places } = found;
  const now = { ...present, sources: [...present.sources] };
  const edits: Edit[] = [];
  const outcomes = changes.map((change, index) => {
    if (change.kind === 'format') return reformat(change, lines, run, places, now);
    const place = places.hunks[hunks[index] as number];
    if (!place || place.state === null) return CHANGED;
    if (place.state === 'after') return null;
    const problem =
      change.kind === 'join' ? cannotJoin(tree, change) : cannotTake(now, place.from, place.to, change, lines, hunks[index] as number);
    if (problem !== null) return problem;
    const { from, to } = place;
    edits.push({ from, to, content: change.kind === 'text' ? change.inserted : [], border: change.kind === 'split' ? change : null });
    return null;
  });
  const order = new Map(edits.map((edit, index) => [edit, index]));
  edits.sort((one, other) => one.from - other.from || one.to - other.to || (order.get(one) ?? 0) - (order.get(other) ?? 0));
  rewrite(tree, now, blocks, edits);
  return outcomes;
}

/** A figure or footnote that other people changed is not taken out with what they wrote. */
function cannotTake(now: TextLine, from: number, to: number, change: WordChange, { before, hunks }: RunLines, hunk: number): ChangeOutcome {
  if (change.kind !== 'text') return null;
  const start = hunks[hunk]?.[0] ?? 0;
  for (let unit = from; unit < to; unit += 1) {
    const [source, was] = [now.sources[unit] as ProseNode, before.sources[start + unit - from] as ProseNode];
    if (source.type !== 'text' && !(sameValue(source.attrs ?? {}, was.attrs ?? {}) && sameValue(source.content ?? [], was.content ?? []))) {
      return source.type === 'footnote' ? 'The footnote was changed meanwhile.' : 'The figure was changed meanwhile.';
    }
  }
  return null;
}

function cannotJoin(tree: BodyTree, { joined, joinedId }: JoinChange): ChangeOutcome {
  if (isTextBlock(joined)) return null;
  const block = tree.find(joinedId);
  const item = block && tree.parentOf(block);
  return item?.type === joined.type && item.content?.length === 1 ? null : 'The list item holds more than its words meanwhile.';
}

function reformat(
  { before, added, removed }: FormatChange,
  lines: RunLines,
  run: TextRun,
  places: RunPlaces,
  now: { readonly sources: ProseNode[] },
): ChangeOutcome {
  const start = offsetInRun(run.before, before.blockId);
  const units: number[] = [];
  for (let unit = unitAt(lines.before, start + before.from); unit < unitAt(lines.before, start + before.to); unit += 1) {
    const place = places.units[unit] as number;
    if (place >= 0) units.push(place);
  }
  if (units.length === 0) return 'The words are not there any more.';
  const made = new Map<ProseNode, ProseNode>();
  for (const unit of units) {
    const source = now.sources[unit] as ProseNode;
    const marks = source.marks ?? [];
    const other = added.some((mark) =>
      marks.some((own) => own.type === mark.type && !sameMark(own, mark) && !removed.some((gone) => sameMark(gone, own))),
    );
    if (other) return 'The words were given another link meanwhile.';
    if (!made.has(source)) made.set(source, { ...source, marks: remarked(marks, added, removed) });
  }
  for (const unit of units) {
    const source = now.sources[unit] as TreeNode;
    const marked = made.get(source) as ProseNode;
    if (source.type === 'text') now.sources[unit] = marked;
    else source.marks = marked.marks;
  }
  return null;
}

function remarked(
  marks: readonly ProseMark[],
  added: readonly ProseMark[],
  removed: readonly ProseMark[],
): readonly ProseMark[] | undefined {
  const kept = marks.filter(
    (mark) =>
      !removed.some((gone) => sameMark(gone, mark)) &&
      !added.some((own) => own.type === mark.type || sectionSchema.marks[own.type]?.excludes(typeOf(mark))),
  );
  const all = [...kept, ...added];
  return all.length > 0 ? all : undefined;
}

function typeOf(mark: ProseMark) {
  const type = sectionSchema.marks[mark.type];
  if (!type) throw new RangeError(`applyChanges: no mark ${mark.type}`);
  return type;
}

/** Writes the present units with the edits made into the blocks; blocks whose border went go, new ones come. */
function rewrite(tree: BodyTree, now: TextLine, blocks: readonly TreeNode[], edits: readonly Edit[]): void {
  const rows: { readonly block: TreeNode | SplitChange; content: ProseNode[] }[] = [{ block: blocks[0] as TreeNode, content: [] }];
  const joined: TreeNode[] = [];
  const write = (...content: ProseNode[]) => rows.at(-1)?.content.push(...content);
  const copy = (from: number, to: number) => {
    let start = from;
    for (let unit = from; unit < to; unit += 1) {
      if (borderName(now.keys[unit]) === null) continue;
      write(...contentOf(now, start, unit));
      rows.push({ block: now.sources[unit] as TreeNode, content: [] });
      start = unit + 1;
    }
    write(...contentOf(now, start, to));
  };
  let at = 0;
  for (const { from, to, content, border } of edits) {
    copy(at, from);
    for (let unit = from; unit < to; unit += 1) if (borderName(now.keys[unit]) !== null) joined.push(now.sources[unit] as TreeNode);
    write(...content.map(copyOf));
    if (border) rows.push({ block: border, content: [] });
    at = Math.max(at, to);
  }
  copy(at, now.keys.length);
  let last = blocks[0] as TreeNode;
  for (const { block, content } of rows) {
    if ('kind' in block) last = addBlock(tree, block, last, content as TreeNode[]);
    else {
      tree.setContent(block, content as TreeNode[]);
      last = block;
    }
  }
  for (const block of joined) tree.remove(unitOf(tree, block));
}

function addBlock(tree: BodyTree, change: SplitChange, last: TreeNode, content: readonly TreeNode[]): TreeNode {
  const unit = copyOf(change.newBlock);
  const beside = change.newBlock.type === 'listItem' ? (tree.parentOf(last) ?? last) : last;
  const parent = tree.parentOf(beside) ?? tree.root;
  const own = change.place && change.place.parentId === nodeName(parent) ? change.place : null;
  const index = own ? findPlace(parent, own) : (parent.content ?? []).indexOf(beside) + 1;
  const name = textBlockName(unit);
  tree.insert(parent, index, [unit]);
  const block = nodeName(unit) === name ? unit : (unit.content?.[0] as TreeNode);
  tree.setContent(block, content);
  return block;
}

/** A joined block with the list item that it was all of. */
function unitOf(tree: BodyTree, block: TreeNode): TreeNode {
  const parent = tree.parentOf(block);
  return parent?.type === 'listItem' && parent.content?.length === 1 ? parent : block;
}
