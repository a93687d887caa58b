import type { Node as PmNode, ResolvedPos } from '@tiptap/pm/model';
import { Decoration } from '@tiptap/pm/view';
import type { BlockPlace } from '@/lib/letter/compare/change';
import { type AtomWords, drawSuggested } from './draw-suggested';
import type { Spot } from './suggestion-spots';

/** A suggestion with what to draw of it in the document as it was when that was found. */
export interface PlacedMark {
  readonly id: string | null;
  readonly label: string;
  readonly form: string;
  readonly active: boolean;
  readonly spots: readonly Spot[];
}

/** The decorations of suggestions in a document; what has no place in it is left out. One pass over the document's blocks. */
export function decorateSpots(doc: PmNode, marks: readonly PlacedMark[], words: AtomWords): Decoration[] {
  if (marks.every((mark) => mark.spots.length === 0)) return [];
  const index = indexDocument(doc);
  return marks.flatMap((mark, number) => mark.spots.flatMap((spot) => decorate(doc, index, mark, spot, `${mark.id ?? number}`, words)));
}

type Index = ReadonlyMap<string, { readonly node: PmNode; readonly position: number }>;

function indexDocument(doc: PmNode): Index {
  const index = new Map<string, { node: PmNode; position: number }>();
  doc.descendants((node, position) => {
    for (const name of [node.attrs.id, node.attrs.nodeId]) if (typeof name === 'string') index.set(name, { node, position });
    return !node.isText;
  });
  return index;
}

function decorate(doc: PmNode, index: Index, mark: PlacedMark, spot: Spot, key: string, words: AtomWords): Decoration[] {
  const attributes = { ...attributesOf(mark), class: classOf(mark, spot) };
  const spec = { suggestion: mark.id };
  if (spot.kind === 'node') {
    const found = index.get(spot.nodeId);
    if (!found) return [];
    const { node, position } = found;
    const form = spot.manner === 'changed' && mark.form !== '' && node.isTextblock ? { 'data-form': mark.form } : {};
    return [Decoration.node(position, position + node.nodeSize, { ...attributes, ...form }, spec)];
  }
  if (spot.kind === 'blocks') {
    const at = positionOf(doc, index, spot.place);
    if (at === null) return [];
    return spot.nodes.map((node, order) =>
      Decoration.widget(at, () => drawBlock(doc, node, mark, spot, words), {
        ...spec,
        side: 10 + order,
        key: `${key}/blocks/${order}/${spot.manner}/${mark.active}/${JSON.stringify(node)}`,
        ignoreSelection: true,
      }),
    );
  }
  const found = index.get(spot.blockId);
  if (!found?.node.isTextblock) return [];
  const start = found.position + 1;
  const end = start + found.node.content.size;
  const note = footnoteAround(doc.resolve(start));
  // the text of a footnote is not drawn in the line: its number is marked
  if (note) return [Decoration.node(note.position, note.position + note.size, { ...attributes, class: classOf(mark, spot) }, spec)];
  if (spot.kind === 'stretch') {
    const [from, to] = [Math.min(start + spot.from, end), Math.min(start + spot.to, end)];
    return from < to ? decorateStretch(doc, from, to, { ...attributes }, tagOf(spot), spec) : [];
  }
  const at = spot.kind === 'break' && spot.at === 'end' ? end : Math.min(start + Number(spot.at), end);
  const content = spot.kind === 'break' ? '¶' : JSON.stringify(spot.nodes);
  return [
    Decoration.widget(at, () => drawInline(doc, mark, spot, words), {
      ...spec,
      // what is gone stands before what came, and both before a cursor that goes on writing behind them
      side: spot.manner === 'deleted' ? -2 : -1,
      marks: [],
      key: `${key}/${spot.kind}/${spot.manner}/${mark.active}/${content}`,
      ignoreSelection: true,
    }),
  ];
}

/**
 * Text is wrapped in an element of its own; a figure or footnote only gets the class, because what is typed at the edge of a wrapper around it
 * would count as the footnote's own and be lost.
 */
function decorateStretch(
  doc: PmNode,
  from: number,
  to: number,
  attributes: Readonly<Record<string, string>>,
  nodeName: string,
  spec: object,
): Decoration[] {
  const drawn: Decoration[] = [];
  doc.nodesBetween(from, to, (node, position) => {
    if (node.isText) {
      const [begin, end] = [Math.max(from, position), Math.min(to, position + node.nodeSize)];
      drawn.push(Decoration.inline(begin, end, { ...attributes, nodeName }, { ...spec, inclusiveEnd: end === to }));
    } else if (node.isInline && position >= from) {
      drawn.push(Decoration.node(position, position + node.nodeSize, attributes, spec));
      return false;
    }
    return true;
  });
  return drawn;
}

function positionOf(doc: PmNode, index: Index, { parentId, afterId }: BlockPlace): number | null {
  if (afterId !== null) {
    const after = index.get(afterId);
    if (after) return after.position + after.node.nodeSize;
  }
  if (parentId === null) return 0;
  const parent = index.get(parentId);
  return parent && !parent.node.isLeaf ? parent.position + 1 : afterId === null ? null : doc.content.size;
}

function footnoteAround(place: ResolvedPos): { readonly position: number; readonly size: number } | null {
  for (let depth = place.depth; depth > 0; depth--) {
    const node = place.node(depth);
    if (node.type.name === 'footnote') return { position: place.before(depth), size: node.nodeSize };
  }
  return null;
}

function drawInline(doc: PmNode, mark: PlacedMark, spot: Extract<Spot, { kind: 'words' | 'break' }>, words: AtomWords): HTMLElement {
  const element = dress(document.createElement(tagOf(spot)), mark, spot);
  if (spot.kind === 'break') element.textContent = '¶';
  else element.append(...drawSuggested(doc.type.schema, spot.nodes, words));
  return element;
}

/** A row stays a row and an item an item, so that it stands among its own kind. */
function drawBlock(
  doc: PmNode,
  node: Extract<Spot, { kind: 'blocks' }>['nodes'][number],
  mark: PlacedMark,
  spot: Spot,
  words: AtomWords,
): HTMLElement {
  const [drawn] = drawSuggested(doc.type.schema, [node], words);
  const element = drawn instanceof HTMLElement ? drawn : document.createElement('div');
  return dress(element, mark, spot);
}

function dress(element: HTMLElement, mark: PlacedMark, spot: Spot): HTMLElement {
  element.contentEditable = 'false';
  element.classList.add(...classOf(mark, spot).split(' '), 'suggested-widget');
  for (const [name, value] of Object.entries(attributesOf(mark))) element.setAttribute(name, value);
  return element;
}

function attributesOf({ id, label }: PlacedMark): Record<string, string> {
  return { 'data-suggestion': id ?? '', title: label };
}

function classOf({ active }: PlacedMark, { manner }: Spot): string {
  return `suggested suggested-${manner}${active ? ' is-active' : ''}`;
}

function tagOf({ manner }: Spot): string {
  return manner === 'inserted' ? 'ins' : manner === 'deleted' ? 'del' : 'span';
}
