import type { Change } from '@/lib/letter/compare/change';
import { INLINE_ATOMS } from '@/lib/letter/schema/inline-nodes';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { walkProse } from '@/lib/letter/walk-prose';
import type { BodyIndex } from './body-index';

/** What a reader may want to see alone. */
export const CHANGE_TOPICS = {
  figures: 'Figures',
  words: 'Words',
  footnotes: 'Footnotes',
  tables: 'Tables',
  blocks: 'Blocks',
  format: 'Form',
} as const;

export type ChangeTopic = keyof typeof CHANGE_TOPICS;

const FIGURES = new Set(['figureNumber', 'figureTable', 'figureChart']);
const TABLE_PARTS = new Set(['table', 'tableRow', 'tableHeader', 'tableCell']);

/** What each of the changes between two bodies is about: at least one topic each. */
export function changeTopics(before: BodyIndex, after: BodyIndex, changes: readonly Change[]): readonly (readonly ChangeTopic[])[] {
  return changes.map((change) => {
    const place = placeOf(change) ?? '';
    const found = after.nodes.get(place) ?? before.nodes.get(place);
    return topicsOf(change, found ? new Set([...found.around, found.node.type]) : new Set());
  });
}

function placeOf(change: Change): string | null {
  switch (change.kind) {
    case 'text':
    case 'format':
      return change.after.blockId;
    case 'split':
    case 'join':
      return change.blockId;
    case 'node':
      return change.nodeId;
    case 'move':
      return change.to.parentId;
    default:
      return change.place.parentId;
  }
}

/** `around` names the kinds of node that the place stands in, e.g. a table's cell. */
function topicsOf(change: Change, around: ReadonlySet<string>): readonly ChangeTopic[] {
  const topics = new Set<ChangeTopic>();
  if (around.has('footnote')) topics.add('footnotes');
  if (around.has('table')) topics.add('tables');
  switch (change.kind) {
    case 'text':
      for (const node of [...change.deleted, ...change.inserted]) topicsOfNode(node, topics);
      if (topics.size === 0) topics.add('words');
      break;
    case 'format':
      topics.add('format');
      break;
    case 'split':
    case 'join':
      topics.add('blocks');
      break;
    case 'node':
      if (FIGURES.has(change.after.type)) topics.add('figures');
      else if (TABLE_PARTS.has(change.after.type)) topics.add('tables');
      else topics.add('format');
      break;
    case 'move':
      topics.add(TABLE_PARTS.has(change.node.type) ? 'tables' : 'blocks');
      break;
    default: {
      const nodes = change.kind === 'replace' ? [...change.deleted, ...change.inserted] : change.nodes;
      topics.add(nodes.some((node) => TABLE_PARTS.has(node.type)) ? 'tables' : 'blocks');
      for (const node of nodes) topicsOfNode(node, topics);
      topics.delete('words');
    }
  }
  return [...topics];
}

function topicsOfNode(root: ProseNode, topics: Set<ChangeTopic>): void {
  for (const node of walkProse(root)) {
    if (FIGURES.has(node.type)) topics.add('figures');
    else if (node.type === 'footnote') topics.add('footnotes');
    else if (node.type === 'text' && root.type === 'text') topics.add('words');
    else if (INLINE_ATOMS.has(node.type)) topics.add('words');
  }
}
