import type { BlockPlace, Change } from '@/lib/letter/compare/change';
import type { ProseNode } from '@/lib/letter/schema/prose-node';

/** A change as a short line: text a 4-7 "two" > "six", move c null/a > null/null. */
export function changeLine(change: Change): string {
  switch (change.kind) {
    case 'text': {
      const { before, after, deleted, inserted } = change;
      const target = after.blockId === before.blockId ? '' : ` in ${after.blockId}`;
      return `text ${before.blockId} ${before.from}-${before.to} "${words(deleted)}" > "${words(inserted)}"${target}`;
    }
    case 'format':
      return `format ${change.before.blockId} "${change.text}" ${[...change.added.map(({ type }) => `+${type}`), ...change.removed.map(({ type }) => `-${type}`)].join(' ')}`;
    case 'split':
      return `split ${change.blockId} ${change.at} > ${names([change.newBlock])}`;
    case 'join':
      return `join ${change.blockId} ${change.at} < ${names([change.joined])}`;
    case 'node':
      return `node ${change.nodeId} ${form(change.before)} > ${form(change.after)}`;
    case 'insert':
    case 'delete':
      return `${change.kind} ${place(change.place)}: ${names(change.nodes)}${change.column ? ` and ${names(change.column.flatMap(({ nodes }) => nodes))}` : ''}`;
    case 'move':
      return `move ${change.nodeId} ${place(change.from)} > ${place(change.to)}`;
    case 'replace':
      return `replace ${change.place.parentId}: ${names(change.deleted)} > ${names(change.inserted)}`;
  }
}

function words(nodes: readonly ProseNode[]): string {
  return nodes.map(({ text, attrs }) => text ?? `<${String(attrs?.id ?? attrs?.nodeId)}>`).join('');
}

function names(nodes: readonly ProseNode[]): string {
  return nodes.map(({ attrs }) => attrs?.id).join(' ');
}

function place({ parentId, afterId }: BlockPlace): string {
  return `${parentId}/${afterId}`;
}

function form({ type, attrs }: { type: string; attrs: Readonly<Record<string, unknown>> }): string {
  return `${type}${attrs.level ?? attrs.runId ?? ''}`;
}
