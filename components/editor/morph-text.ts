import { type Fragment, type Node as PmNode, Slice } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { diffSequences } from '@/lib/letter/compare/diff-sequences';
import { IDENTITY_ATTRIBUTES } from '@/lib/letter/schema/identity-attributes';

/** A word, or one node, of a node's content. */
interface Piece {
  readonly key: string;
  readonly at: number;
  readonly end: number;
  readonly node: PmNode;
}

/**
 * Makes a transaction's text say what `target` says, replacing no more than what differs, so that the cursor and what is selected stay at
 * their words. Nodes are found again by their names, words by comparison.
 */
export function morphText(tr: Transaction, target: PmNode): void {
  try {
    morphContent(tr, tr.doc, target, 0);
  } catch {
    // a step on the way that the schema does not allow: all at once, then
  }
  if (!tr.doc.eq(target)) tr.replace(0, tr.doc.content.size, new Slice(target.content, 0, 0));
}

/** From the end to the start, so that what is still to be done keeps its positions; `start` is where the content begins. */
function morphContent(tr: Transaction, node: PmNode, target: PmNode, start: number): void {
  const [pieces, wanted] = [piecesOf(node), piecesOf(target)];
  const differences = diffSequences(
    pieces.map(({ key }) => key),
    wanted.map(({ key }) => key),
  );
  let [end, otherEnd] = [pieces.length, wanted.length];
  for (const [from, to, otherFrom, otherTo] of [...differences].reverse()) {
    morphKept(tr, pieces.slice(to, end), wanted.slice(otherTo, otherEnd), start);
    const [at, upTo] = [placeOf(pieces, from, node), placeOf(pieces, to, node)];
    const content = target.content.cut(placeOf(wanted, otherFrom, target), placeOf(wanted, otherTo, target));
    replace(tr, start + at, node.content.cut(at, upTo), content);
    [end, otherEnd] = [from, otherFrom];
  }
  morphKept(tr, pieces.slice(0, end), wanted.slice(0, otherEnd), start);
}

function morphKept(tr: Transaction, pieces: readonly Piece[], wanted: readonly Piece[], start: number): void {
  for (let index = pieces.length - 1; index >= 0; index--) {
    const [piece, other] = [pieces[index], wanted[index]];
    if (!piece || !other || piece.node.isText || piece.node.eq(other.node)) continue;
    const position = start + piece.at;
    if (!piece.node.isLeaf) morphContent(tr, piece.node, other.node, position + 1);
    if (!piece.node.sameMarkup(other.node)) tr.setNodeMarkup(position, other.node.type, other.node.attrs, other.node.marks);
  }
}

/** Of a replaced word only the letters that differ, where both are nothing but words. */
function replace(tr: Transaction, at: number, before: Fragment, after: Fragment): void {
  const start = isWords(before) && isWords(after) ? (before.findDiffStart(after) ?? 0) : 0;
  const rest = isWords(before) && isWords(after) ? before.cut(start).findDiffEnd(after.cut(start)) : null;
  const [from, to] = [at + start, at + (rest ? start + rest.a : before.size)];
  tr.replace(from, to, new Slice(after.cut(start, rest ? start + rest.b : after.size), 0, 0));
}

function piecesOf(node: PmNode): Piece[] {
  const pieces: Piece[] = [];
  node.forEach((child, offset) => {
    if (!child.isText) {
      pieces.push({ key: nameOf(child), at: offset, end: offset + child.nodeSize, node: child });
      return;
    }
    const marks = child.marks.length > 0 ? JSON.stringify(child.marks) : '';
    let at = offset;
    for (const word of child.text?.match(/\p{L}+|\p{N}+|\s+|[^\p{L}\p{N}\s]/gu) ?? []) {
      pieces.push({ key: `${marks}"${word}`, at, end: at + word.length, node: child });
      at += word.length;
    }
  });
  return pieces;
}

/** A list's items and a table's rows have no names of their own: they go by what they begin with. */
function nameOf({ attrs, type, firstChild }: PmNode): string {
  const name = IDENTITY_ATTRIBUTES.map((attribute) => attrs[attribute] as unknown).find((value) => typeof value === 'string');
  if (name !== undefined) return `/${name}`;
  return firstChild && !firstChild.isText ? `${type.name}${nameOf(firstChild)}` : type.name;
}

const placeOf = (pieces: readonly Piece[], index: number, node: PmNode): number => pieces[index]?.at ?? node.content.size;

function isWords(content: Fragment): boolean {
  return content.content.every((node) => node.isText);
}
