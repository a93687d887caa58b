import { cleanLine } from '@/lib/core/clean-text';
import { captionOf, headingLevel } from '../numbering/number-letter';
import { INLINE_NODES } from '../schema/inline-nodes';
import type { ProseNode } from '../schema/prose-node';
import { type GridCell, tableGrid } from '../tables/table-grid';
import { hasContent } from '../walk-prose';
import { heldInline, named } from './held-inline';
import { HELD_INDENT, type HeldList, type HeldRow } from './held-row';
import { listIndent, placeRows, quoteIndent } from './place-rows';

/** Where blocks stand while they are laid out as rows, as the Word writer places them. */
interface Place {
  readonly indent: number;
  readonly quoted: boolean;
  readonly depth: number;
  readonly within: readonly ProseNode[];
}

const OUTERMOST: Place = { indent: 0, quoted: false, depth: 0, within: [] };

/** The rows that the Word writer makes of blocks. */
export function rowsOfBody(nodes: readonly ProseNode[]): HeldRow[] {
  let lists = 0;
  const nextList = () => {
    lists += 1;
    return lists;
  };
  return rowsOf(nodes, OUTERMOST, nextList);
}

function rowsOf(nodes: readonly ProseNode[], place: Place, nextList: () => number): HeldRow[] {
  const rows: HeldRow[] = [];
  let loose: ProseNode[] = [];
  const close = () => {
    if (loose.length > 0) rows.push(...paragraph({ type: 'paragraph', content: loose }, place));
    loose = [];
  };
  for (const node of nodes) {
    if (INLINE_NODES.has(node.type)) {
      loose.push(node);
      continue;
    }
    close();
    rows.push(...block(node, place, nextList));
  }
  close();
  return rows;
}

function block(node: ProseNode, place: Place, nextList: () => number): readonly HeldRow[] {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node, place);
    case 'heading':
      return heading(node);
    case 'bulletList':
    case 'orderedList':
      return list(node, place, nextList);
    case 'blockquote': {
      const indent = quoteIndent(place.indent, place.quoted);
      return rowsOf(node.content ?? [], { ...place, indent, quoted: true, within: [...place.within, node] }, nextList);
    }
    case 'table':
      return table(node, place);
    case 'figureTable':
    case 'figureChart':
      return [{ node: heldFigure(node), kind: 'block', left: place.indent, list: null, within: place.within }];
    default:
      return rowsOf(node.content ?? [], place, nextList);
  }
}

function paragraph(node: ProseNode, place: Place, number: HeldList | null = null): readonly HeldRow[] {
  if (!hasContent(node)) return [];
  const held = { ...named(node), content: heldInline(node.content ?? []) };
  if (!hasContent(held)) return [];
  const left = place.indent > 0 || !place.quoted ? place.indent : HELD_INDENT.quote;
  return [{ node: held, kind: place.quoted ? 'quote' : 'text', left, list: number, within: place.within }];
}

function heading(node: ProseNode): readonly HeldRow[] {
  if (!hasContent(node)) return [];
  const content = heldInline(node.content ?? []);
  const held = { type: 'heading', attrs: { ...named(node).attrs, level: headingLevel(node) }, content };
  return hasContent(held) ? [{ node: held, kind: 'heading', left: 0, list: null }] : [];
}

function list(node: ProseNode, place: Place, nextList: () => number): readonly HeldRow[] {
  const ordered = node.type === 'orderedList';
  const level = Math.min(place.depth, 8);
  const key = ordered ? `ordered ${nextList()}` : 'bullets';
  const number: HeldList = { key, ordered, level, start: ordered ? startOf(node) : 1 };
  const indent = listIndent(place.indent, place.depth);
  return (node.content ?? []).flatMap((item) => {
    const inner: Place = { ...place, indent, depth: place.depth + 1, within: [...place.within, node, item] };
    const [first, ...rest] = (item.content ?? []).filter(hasContent);
    if (first === undefined) return [];
    if (first.type !== 'paragraph') return rowsOf([first, ...rest], inner, nextList);
    return [...paragraph(first, inner, number), ...rowsOf(rest, inner, nextList)];
  });
}

/** The number at which an ordered list starts, as Word can count; 1 where it does not say. */
function startOf(node: ProseNode): number {
  const start = node.attrs?.start;
  return typeof start === 'number' && Number.isInteger(start) && start >= 0 && start <= 32767 ? start : 1;
}

function heldFigure({ type, attrs }: ProseNode): ProseNode {
  const { protection: _protection, ...held } = attrs ?? {};
  return { type, attrs: { ...held, caption: cleanLine(captionOf({ type, attrs: held }) ?? '') } };
}

function table(node: ProseNode, place: Place): readonly HeldRow[] {
  const grid = tableGrid(node);
  if (grid.rows.length === 0) return [];
  const sources = (node.content ?? []).filter(({ type }) => type === 'tableRow');
  const content = grid.rows.map((cells, index) => ({
    ...named(sources[index] as ProseNode),
    content: cells.map((cell) => tableCell(cell, index < grid.headRows)),
  }));
  return [{ node: { ...named(node), content }, kind: 'block', left: place.indent, list: null, within: place.within }];
}

/** A head cell is known by its row or by the style of a paragraph that stands in it directly. */
function tableCell({ node, columnSpan, rowSpan }: GridCell, headRow: boolean): ProseNode {
  const rows = rowsOfBody(node.content ?? []);
  const styled = rows.length === 0 || rows.some(({ kind, list: number, left }) => kind === 'text' && !number && left === 0);
  const type = headRow || (node.type === 'tableHeader' && styled) ? 'tableHeader' : 'tableCell';
  const blocks = placeRows(rows);
  return {
    type,
    attrs: { ...named(node).attrs, colspan: columnSpan, rowspan: rowSpan, colwidth: null },
    content: blocks.length > 0 ? blocks : [emptyOf(node)],
  };
}

/** The empty paragraph of a cell, by the name of the one that was there. */
function emptyOf(cell: ProseNode): ProseNode {
  const own = cell.content?.find(({ type }) => type === 'paragraph');
  return own ? named(own) : { type: 'paragraph' };
}
