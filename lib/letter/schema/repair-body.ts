import type { ProseMark, ProseNode } from './prose-node';
import { isSafeHref } from './safe-href';
import { sectionSchema } from './section-schema';
import { validateBody } from './validate-body';

/**
 * The nearest body that the schema allows, with every character of text, figure and footnote kept: a block that does not fit is taken apart
 * into paragraphs, marks and attributes that are not known go. A body that fits comes back as it is, with its attributes filled in. Used
 * wherever a collaborative document is read, because concurrent edits may leave what no single editor could have made.
 */
export function repairBody(body: ProseNode): { readonly body: ProseNode; readonly repaired: boolean } {
  const valid = validateBody(body);
  if (valid.ok) return { body: valid.value, repaired: false };
  const blocks = repairBlocks(body.content ?? []);
  const checked = validateBody({ type: 'doc', content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] });
  if (!checked.ok) throw new Error(`repairBody: ${checked.failures.join(' ')}`);
  return { body: checked.value, repaired: (body.content ?? []).length > 0 };
}

/** Blocks that fit are kept; the others are replaced by what they hold, loose inline nodes gathered into paragraphs. */
function repairBlocks(nodes: readonly ProseNode[], id: string | null = null): ProseNode[] {
  const blocks: ProseNode[] = [];
  let loose: ProseNode[] = [];
  const close = () => {
    if (loose.length > 0) blocks.push({ type: 'paragraph', attrs: { id: blocks.length === 0 ? id : null }, content: loose });
    loose = [];
  };
  for (const node of nodes) {
    const candidate = withoutUnknown(node);
    if (candidate && fits([{ type: 'paragraph', content: [candidate] }])) loose.push(candidate);
    else if (candidate && fits([candidate])) {
      close();
      blocks.push(candidate);
    } else if (node.text) loose.push({ type: 'text', text: node.text });
    else {
      close();
      blocks.push(...repairBlocks(node.content ?? [], idOf(node)));
    }
  }
  close();
  return blocks;
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
