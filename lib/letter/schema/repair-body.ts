import { protectionOfNode, stronger } from '../protection/inline-protections';
import type { Protection } from '../protection/protection';
import type { ProseMark, ProseNode } from './prose-node';
import { isSafeHref } from './safe-href';
import { sectionSchema } from './section-schema';
import { validateBody } from './validate-body';

/**
 * The nearest body that the schema allows, with every character of text, figure and footnote kept: a block that does not fit is taken apart
 * into paragraphs, marks and attributes that are not known go. What was held back, or stood in what was, stays so in its parts. A body that
 * fits comes back as it is, with its attributes filled in. Used wherever a collaborative document is read, because concurrent edits may leave
 * what no single editor could have made.
 */
export function repairBody(body: ProseNode): { readonly body: ProseNode; readonly repaired: boolean } {
  const valid = validateBody(body);
  if (valid.ok) return { body: valid.value, repaired: false };
  const blocks = repairBlocks(body.content ?? []);
  const checked = validateBody({ type: 'doc', content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] });
  if (!checked.ok) throw new Error(`repairBody: ${checked.failures.join(' ')}`);
  return { body: checked.value, repaired: (body.content ?? []).length > 0 };
}

/** Blocks that fit are kept; the others are replaced by what they hold, loose inline nodes gathered into paragraphs. `around` holds all of it back. */
function repairBlocks(nodes: readonly ProseNode[], id: string | null = null, around: Protection | null = null): ProseNode[] {
  const blocks: ProseNode[] = [];
  let loose: ProseNode[] = [];
  const close = () => {
    if (loose.length > 0) blocks.push({ type: 'paragraph', attrs: { id: blocks.length === 0 ? id : null }, content: loose });
    loose = [];
  };
  for (const node of nodes) {
    const candidate = withoutUnknown(node);
    const kind = stronger(around, protectionOfNode(node));
    if (candidate && fits([{ type: 'paragraph', content: [candidate] }])) loose.push(held(candidate, kind));
    else if (candidate && fits([candidate])) {
      close();
      blocks.push(held(candidate, kind));
    } else if (node.text) loose.push(held({ type: 'text', text: node.text }, kind));
    else {
      close();
      blocks.push(...repairBlocks(node.content ?? [], idOf(node), kind));
    }
  }
  close();
  return blocks;
}

/** The node held back: words by their mark, a block or what stands in a line by its attribute. */
function held(node: ProseNode, kind: Protection | null): ProseNode {
  if (kind === null || protectionOfNode(node) === kind) return node;
  if (node.type === 'text') {
    const others = (node.marks ?? []).filter(({ type }) => type !== 'protectedText');
    return { ...node, marks: [...others, { type: 'protectedText', attrs: { protection: kind } }] };
  }
  const isProtectable = 'protection' in (sectionSchema.nodes[node.type]?.spec.attrs ?? {});
  return isProtectable ? { ...node, attrs: { ...node.attrs, protection: kind } } : node;
}

function fits(content: readonly ProseNode[]): boolean {
  return validateBody({ type: 'doc', content }).ok;
}

/** The node without marks, attributes and children that the schema does not know; null where it is not known itself. */
function withoutUnknown(node: ProseNode): ProseNode | null {
  const type = sectionSchema.nodes[node.type];
  if (!type) return null;
  if (type.isText) {
    const marks = (node.marks ?? []).filter(isKnownMark);
    return { type: 'text', text: node.text ?? '', ...(marks.length > 0 ? { marks } : {}) };
  }
  const children = (node.content ?? []).map(withoutUnknown);
  if (children.some((child) => child === null)) return null;
  const attrs = Object.fromEntries(Object.entries(node.attrs ?? {}).filter(([name]) => name in (type.spec.attrs ?? {})));
  return {
    type: node.type,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(children.length > 0 ? { content: children as ProseNode[] } : {}),
  };
}

function isKnownMark(mark: ProseMark): boolean {
  if (!(mark.type in sectionSchema.marks)) return false;
  return mark.type !== 'link' || isSafeHref(mark.attrs?.href);
}

function idOf(node: ProseNode): string | null {
  const id = node.attrs?.id;
  return typeof id === 'string' ? id : null;
}
