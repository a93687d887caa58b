import { nodeSize } from '@/lib/letter/compare/node-size';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { MarkedNode, RedlineSign } from './marked-node';

/** What happens in one text block, by offsets into it as it is now. */
export interface InlineEvents {
  readonly ranges: readonly { readonly from: number; readonly to: number; readonly sign: RedlineSign }[];
  /** What is drawn at a place although it is gone. */
  readonly ghosts: readonly { readonly at: number; readonly nodes: readonly ProseNode[]; readonly sign: RedlineSign }[];
}

/**
 * The inline content of a block cut where changes begin and end, what is gone drawn in its place before what took it. `marked` are the same nodes
 * as `content`, marked inside already: footnotes grow by what is drawn in them, so that offsets are counted in `content`.
 */
export function redlineInline(
  content: readonly ProseNode[],
  marked: readonly MarkedNode[],
  { ranges, ghosts }: InlineEvents,
): MarkedNode[] {
  const drawn: MarkedNode[] = [];
  const waiting = [...ghosts].sort((a, b) => a.at - b.at);
  const drawGhosts = (through: number) => {
    while (waiting[0] && waiting[0].at <= through) {
      const { nodes, sign } = waiting.shift() as (typeof waiting)[number];
      for (const node of nodes) drawn.push({ ...node, signs: [sign] });
    }
  };
  const cuts = [...new Set([...ranges.flatMap(({ from, to }) => [from, to]), ...ghosts.map(({ at }) => at)])].sort((a, b) => a - b);
  let position = 0;
  for (const [index, node] of content.entries()) {
    const [begin, end] = [position, position + nodeSize(node)];
    const inside = node.type === 'text' ? cuts.filter((cut) => cut > begin && cut < end) : [];
    for (const to of [...inside, end]) {
      drawGhosts(position);
      const part =
        node.type === 'text' ? { ...node, text: (node.text ?? '').slice(position - begin, to - begin) } : (marked[index] ?? node);
      drawn.push(signed(part, ranges, position, to));
      position = to;
    }
  }
  drawGhosts(Number.POSITIVE_INFINITY);
  return drawn;
}

function signed(node: MarkedNode, ranges: InlineEvents['ranges'], from: number, to: number): MarkedNode {
  const own = ranges.filter((range) => range.from <= from && range.to >= to).map(({ sign }) => sign);
  return own.length === 0 ? node : { ...node, signs: [...(node.signs ?? []), ...own] };
}
