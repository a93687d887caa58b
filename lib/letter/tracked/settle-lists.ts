import type { ProseNode } from '../schema/prose-node';

/**
 * Lists in tracked form. Word keeps a list as the numbering of paragraphs; so does `trackedForm`: `before.attrs.list` is the kind of list that
 * a paragraph was an item of (bulletList, orderedList), or null where it was in none; `before.attrs.start` where the list began. Absent: as it is.
 */
const LIST_BEFORE = Symbol('list before');

interface ListBefore {
  readonly list: 'bulletList' | 'orderedList' | null;
  readonly start: unknown;
}

type Remembering = ProseNode & { readonly [LIST_BEFORE]?: ListBefore };

/** A block of which the list it was in is remembered until its surroundings are settled. */
export function withListBefore(node: ProseNode): ProseNode {
  if (!node.attrs || !('list' in node.attrs)) return node;
  const { list, start, ...attrs } = node.attrs;
  const before = { list: list === 'bulletList' || list === 'orderedList' ? list : null, start };
  return { type: node.type, attrs, [LIST_BEFORE]: before } as Remembering;
}

/** The children of one parent with each block in the list that it was in: items taken out, paragraphs put in, kinds of lists changed back. */
export function settleLists(blocks: readonly ProseNode[]): ProseNode[] {
  if (!blocks.some(isConcerned)) return [...blocks];
  const out: { node: ProseNode; readonly made: boolean }[] = [];
  const add = (node: ProseNode, made: boolean) => {
    const last = out.at(-1);
    if (last && (made || last.made) && isList(node) && last.node.type === node.type) {
      out[out.length - 1] = { node: { ...last.node, content: [...(last.node.content ?? []), ...(node.content ?? [])] }, made };
    } else out.push({ node, made });
  };
  for (const block of blocks) {
    const own = (block as Remembering)[LIST_BEFORE];
    if (own) {
      if (own.list === null) add(plain(block), false);
      else add(listOf(own, [{ type: 'listItem', content: [plain(block)] }], undefined), true);
    } else if (isList(block)) for (const { node, made } of itemsApart(block)) add(node, made);
    else add(block, false);
  }
  return out.map(({ node }) => node);
}

function isList({ type }: ProseNode): boolean {
  return type === 'bulletList' || type === 'orderedList';
}

function isConcerned(block: ProseNode): boolean {
  return LIST_BEFORE in block || (isList(block) && (block.content ?? []).some((item) => beforeOf(item) !== undefined));
}

function beforeOf(item: ProseNode): ListBefore | undefined {
  return (item.content?.[0] as Remembering | undefined)?.[LIST_BEFORE];
}

/** A list of which items were in another or in none. */
function itemsApart(list: ProseNode): { readonly node: ProseNode; readonly made: boolean }[] {
  const out: { node: ProseNode; readonly made: boolean }[] = [];
  for (const item of list.content ?? []) {
    const before = beforeOf(item);
    const content = (item.content ?? []).map(plain);
    if (before?.list === null) out.push(...content.map((node) => ({ node, made: false })));
    else {
      const isOther = before !== undefined && (before.list !== list.type || before.start !== undefined);
      const own = isOther ? listOf(before, [{ ...item, content }], list) : { ...list, content: [{ ...item, content }] };
      const last = out.at(-1);
      if (last && isList(last.node) && last.node.type === own.type) {
        out[out.length - 1] = { ...last, node: { ...last.node, content: [...(last.node.content ?? []), ...(own.content ?? [])] } };
      } else out.push({ node: own, made: isOther });
    }
  }
  return out;
}

function listOf({ list, start }: ListBefore, content: readonly ProseNode[], was: ProseNode | undefined): ProseNode {
  const { start: _start, type: _type, ...attrs } = was?.attrs ?? {};
  const type = list ?? 'bulletList';
  return { type, attrs: { ...attrs, ...(type === 'orderedList' && start !== undefined ? { start } : {}) }, content };
}

function plain(node: ProseNode): ProseNode {
  const { [LIST_BEFORE]: _before, ...rest } = node as Remembering;
  return rest;
}
