import type { ProseNode } from '../schema/prose-node';
import { sectionSchema } from '../schema/section-schema';
import type { BlockPlace, Change } from './change';

/**
 * The body with the words of changes that do not fit into it any more as paragraphs of their own, behind the block that they were written in
 * or, where that is gone too, at the end: nothing that somebody wrote is dropped because another was quicker.
 */
export function keepBeside(body: ProseNode, changes: readonly Change[]): ProseNode {
  const blocks = [...(body.content ?? [])];
  for (const change of changes) {
    const words = wordsOf(change);
    if (words.length === 0) continue;
    const names = placesOf(change);
    const beside = blocks.findIndex((block) => names.some((name) => holds(block, name)));
    blocks.splice(beside < 0 ? blocks.length : beside + 1, 0, ...words);
  }
  return { ...body, content: blocks };
}

/** What a change puts in, as paragraphs without names; a change that only takes out, marks or moves has no words. */
function wordsOf(change: Change): ProseNode[] {
  switch (change.kind) {
    case 'text':
      return change.inserted.length > 0 ? [{ type: 'paragraph', content: change.inserted.map(nameless) }] : [];
    case 'insert':
      return [...change.nodes, ...(change.column ?? []).flatMap(({ nodes }) => nodes)].flatMap(paragraphsOf);
    case 'replace':
      return change.inserted.flatMap(paragraphsOf);
    default:
      return [];
  }
}

function paragraphsOf(node: ProseNode): ProseNode[] {
  if (sectionSchema.nodes[node.type]?.inlineContent)
    return node.content && node.content.length > 0 ? [{ type: 'paragraph', content: node.content.map(nameless) }] : [];
  if (node.content === undefined && sectionSchema.nodes[node.type]?.isBlock) return [nameless(node)];
  return (node.content ?? []).flatMap(paragraphsOf);
}

/** The names may be taken: what is kept is named anew. */
function nameless(node: ProseNode): ProseNode {
  const { id: _, nodeId: __, ...attrs } = node.attrs ?? {};
  return {
    ...node,
    ...(Object.keys(attrs).length > 0 ? { attrs } : { attrs: undefined }),
    ...(node.content ? { content: node.content.map(nameless) } : {}),
  };
}

function placesOf(change: Change): string[] {
  if (change.kind === 'text') return [change.before.blockId, change.after.blockId];
  if (change.kind === 'insert' || change.kind === 'replace') return namesOf(change.place);
  return [];
}

function namesOf({ afterId, parentId, around }: BlockPlace): string[] {
  return [afterId, ...(around?.behind ?? []), parentId].flatMap((name) => name ?? []);
}

function holds(block: ProseNode, name: string): boolean {
  return block.attrs?.id === name || (block.content ?? []).some((child) => holds(child, name));
}
