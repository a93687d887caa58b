import { Node as PmNode } from '@tiptap/pm/model';
import { updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { longestRising } from '@/lib/letter/compare/longest-rising';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import { IDENTITY_ATTRIBUTES } from '@/lib/letter/schema/identity-attributes';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { ROOM_FRAGMENT } from '@/lib/letter/schema/room-fragment';
import { sectionSchema } from '@/lib/letter/schema/section-schema';
import { textEdits } from './text-edits';

/**
 * Makes a room's document say what `body` says, with as few changes as that takes: blocks are found by their names, words by comparison, and
 * what is the same is not touched, so that what others write there at the same moment stays. The body has to be of the section's form.
 */
export function writeRoomBody(document: Y.Doc, body: ProseNode): void {
  const fragment = document.getXmlFragment(ROOM_FRAGMENT);
  document.transact(() => {
    // what is read from a document has every node named and every attribute filled in: that is settled in the document first
    updateYFragment(document, fragment, nodeOf(bodyOfRoom(document).body), noMapping());
    writeBlocks(document, fragment, nodeOf(body));
  });
}

function writeBlocks(document: Y.Doc, parent: Y.XmlFragment, target: PmNode): void {
  const places = new Map(target.children.map((child, index) => [nameOf(child.type.name, child.attrs), index]));
  const found = parent.toArray().flatMap((child, index): (readonly [number, number])[] => {
    const place = child instanceof Y.XmlElement ? places.get(nameOf(child.nodeName, child.getAttributes())) : undefined;
    return place === undefined ? [] : [[index, place]];
  });
  const kept = inOrder(found);
  const stays = new Set(kept.map(([index]) => index));
  for (let index = parent.length - 1; index >= 0; index--) if (!stays.has(index)) parent.delete(index, 1);

  const old = new Set(kept.map(([, place]) => place));
  for (const [place, child] of target.children.entries()) {
    if (!old.has(place)) parent.insert(place, [new Y.XmlElement(child.type.name)]);
    const element = parent.get(place);
    if (element instanceof Y.XmlElement) writeBlock(document, element, child);
  }
}

function writeBlock(document: Y.Doc, element: Y.XmlElement, target: PmNode): void {
  if (element.length === 0 || target.inlineContent || target.isLeaf) {
    if (target.inlineContent) writeWords(element, target);
    updateYFragment(document, element, target, noMapping());
    return;
  }
  writeAttributes(element, target);
  writeBlocks(document, element, target);
}

/** Settles the words of texts that stand between the same figures and footnotes as before; marks and everything else are settled after it. */
function writeWords(element: Y.XmlElement, target: PmNode): void {
  const pieces = piecesOf(target);
  const texts = element.toArray();
  const places = new Map(
    pieces.flatMap((piece, index) => (typeof piece === 'string' ? [] : [[nameOf(piece.type.name, piece.attrs), index]])),
  );
  const anchors = inOrder(
    texts.flatMap((child, index): (readonly [number, number])[] => {
      const place = child instanceof Y.XmlElement ? places.get(nameOf(child.nodeName, child.getAttributes())) : undefined;
      return place === undefined ? [] : [[index, place]];
    }),
  );
  let [from, start] = [0, 0];
  for (const [to, end] of [...anchors, [texts.length, pieces.length] as const]) {
    const [text, piece] = [texts[from], pieces[start]];
    if (to - from === 1 && end - start === 1 && text instanceof Y.XmlText && typeof piece === 'string') writeText(text, piece);
    [from, start] = [to + 1, end + 1];
  }
}

/** Marked text carries its marks beside the characters, so the characters alone are compared. */
function writeText(text: Y.XmlText, target: string): void {
  const before = (text.toDelta() as readonly { insert?: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
    .join('');
  for (const { at, removed, inserted } of [...textEdits(before, target)].reverse()) {
    if (removed > 0) text.delete(at, removed);
    if (inserted !== '') text.insert(at, inserted);
  }
}

/** Neighbouring texts as one, as a shared document holds them. */
function piecesOf(block: PmNode): (string | PmNode)[] {
  const pieces: (string | PmNode)[] = [];
  for (const child of block.children) {
    const last = pieces.at(-1);
    if (!child.isText) pieces.push(child);
    else if (typeof last === 'string') pieces[pieces.length - 1] = last + (child.text ?? '');
    else pieces.push(child.text ?? '');
  }
  return pieces;
}

function writeAttributes(element: Y.XmlElement, target: PmNode): void {
  const present: Record<string, unknown> = element.getAttributes();
  for (const [name, value] of Object.entries(target.attrs)) {
    if (value === null) {
      if (name in present) element.removeAttribute(name);
    } else if (JSON.stringify(present[name]) !== JSON.stringify(value)) {
      // attributes hold any JSON in the document, as the editor's binding writes them; the type says text
      element.setAttribute(name, value as string);
    }
  }
}

function nameOf(type: string, attrs: Readonly<Record<string, unknown>>): string {
  return `${type}/${IDENTITY_ATTRIBUTES.map((attribute) => attrs[attribute] ?? '').join('/')}`;
}

/** The most pairs that stand in the same order on both sides. */
function inOrder(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  return longestRising(pairs.map(([, place]) => place)).flatMap((index) => {
    const pair = pairs[index];
    return pair ? [pair] : [];
  });
}

const nodeOf = (body: ProseNode) => PmNode.fromJSON(sectionSchema, body);
const noMapping = () => ({ mapping: new Map(), isOMark: new Map() });
