import type { ReturnedObject } from '@/lib/letter/returned/returned-document';
import type { ProseMark, ProseNode } from '@/lib/letter/schema/prose-node';
import type { ObjectName } from '../../object-names';
import { isMarker, RETURNED_AS, shownText } from '../inline/markers';
import type { Reading } from '../reading';
import type { FoundObject } from './object-finder';
import { writtenText } from './written-text';

/**
 * The nodes of a line of text that a content control or bookmark of ours stands around, as the figure, citation or reference that it names. What
 * comments mark in it stays around it. Where nothing is left of its words, it is gone; where its control was found already, the bookmark adds nothing.
 */
export function objectNode(
  captured: readonly ProseNode[],
  names: readonly ObjectName[],
  by: 'control' | 'bookmark',
  isField: boolean,
  reading: Reading,
): readonly ProseNode[] {
  const words = captured.filter((node) => !isMarker(node));
  if (words.length === 0 || words.some(({ attrs }) => attrs?.[RETURNED_AS] !== undefined)) return captured;
  const found = find(names, isField, reading);
  if (!found) return captured;
  const shown = shownText(words);
  const key = reading.log.object(returnedObject(found, by, shown, reading));
  const node: ProseNode = { ...found.node, attrs: { ...found.node.attrs, [RETURNED_AS]: key } };
  const marks = commonTracking(words);
  const at = captured.findIndex((own) => !isMarker(own));
  const rest = captured.slice(at).filter(isMarker);
  return [...captured.slice(0, at), marks.length > 0 ? { ...node, marks } : node, ...rest];
}

export function returnedObject({ node, known }: FoundObject, by: ReturnedObject['by'], shown: string, reading: Reading): ReturnedObject {
  const written = known ? writtenText(known, reading) : null;
  return { kind: node.type as ReturnedObject['kind'], by, shown, written, altered: written !== null && !sameShown(written, shown) };
}

function find(names: readonly ObjectName[], isField: boolean, reading: Reading): FoundObject | null {
  const other = names.find((name) => name.kind === 'object' || name.kind === 'action');
  if (other) return reading.objects.other(other, isField ? 'crossReference' : 'citation');
  return reading.objects.figure(names, (type) => type === 'figureNumber', 'figureNumber');
}

/** Spaces of any kind are one: programs set others where a line would break. */
function sameShown(one: string, other: string): boolean {
  const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  return plain(one) === plain(other);
}

/** The changes that all of an object's words share: they come or go with it. Words changed inside of it are shown, and no change of the text. */
function commonTracking(words: readonly ProseNode[]): readonly ProseMark[] {
  const [first, ...others] = words.map(({ marks = [] }) => marks.filter(({ type }) => type === 'inserted' || type === 'deleted'));
  return (first ?? []).filter((mark) => others.every((marks) => marks.some(({ type }) => type === mark.type)));
}
