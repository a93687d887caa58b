import type { LetterContent } from '../letter-content';
import type { ProseNode } from '../schema/prose-node';
import { hasContent } from '../walk-prose';
import { holdsPrivileged, inlineProtections, protectionOfNode } from './inline-protections';
import { withoutUnused } from './without-unused';

/**
 * The letter as it may be filed at all: privileged words, notes and blocks are gone without a trace, and with them figures and sources that
 * stand nowhere else. What is confidential stays as it is. Numbers follow from what is left, in every file of the letter alike.
 */
export function withoutPrivileged(content: LetterContent): LetterContent {
  if (!content.sections.some(({ body }) => holdsPrivileged(body))) return content;
  return withoutUnused({
    ...content,
    sections: content.sections.map((section) => ({ ...section, body: bodyWithoutPrivileged(section.body) })),
  });
}

/** A body without what is privileged in it; blocks that say nothing any more go with it. */
export function bodyWithoutPrivileged(body: ProseNode): ProseNode {
  if (!holdsPrivileged(body)) return body;
  const content = blocksLeft(body);
  return { ...body, content: content.length > 0 ? content : [{ type: 'paragraph', attrs: { id: null } }] };
}

function blocksLeft(node: ProseNode): ProseNode[] {
  return (node.content ?? []).flatMap((child) => {
    if (protectionOfNode(child) === 'privileged') return [];
    if (!holdsPrivileged(child)) return [child];
    const left = TEXT_BLOCKS.has(child.type) ? { ...child, content: inlineLeft(child) } : { ...child, content: blocksLeft(child) };
    if (CELLS.has(child.type)) return [hasBlocks(left) ? left : { ...left, content: [{ type: 'paragraph', attrs: { id: null } }] }];
    if (child.type === 'listItem' && left.content?.[0]?.type !== 'paragraph') {
      return hasContent(left) ? [{ ...left, content: [{ type: 'paragraph', attrs: { id: null } }, ...(left.content ?? [])] }] : [];
    }
    // a row of cells that are empty now is still one of the table's rows
    return child.type === 'tableRow' || hasContent(left) ? [left] : [];
  });
}

function inlineLeft(block: ProseNode): ProseNode[] {
  const nodes = block.content ?? [];
  const kinds = inlineProtections(nodes);
  const out: ProseNode[] = [];
  let cut = false;
  nodes.forEach((node, index) => {
    if (kinds[index] === 'privileged') {
      cut = true;
      return;
    }
    // what was held back by its neighbours stays so when one of them goes
    const kept =
      kinds[index] === 'confidential' && node.type !== 'text' ? { ...node, attrs: { ...node.attrs, protection: 'confidential' } } : node;
    const left = kept.type === 'footnote' ? { ...kept, content: blocksLeft(kept) } : kept;
    if (node.type === 'footnote' && (!hasBlocks(left) || (hasContent(node) && !hasContent(left)))) return;
    out.push(cut ? withoutDoubleSpace(left, out.at(-1)) : left);
    cut = false;
  });
  return out.filter((node) => node.type !== 'text' || node.text !== '');
}

/** Of the two spaces around words that are gone, one stays. */
function withoutDoubleSpace(node: ProseNode, before: ProseNode | undefined): ProseNode {
  const double =
    node.type === 'text' && /^[ \u00a0]/.test(node.text ?? '') && (before === undefined || /[ \u00a0]$/.test(before.text ?? ''));
  return double ? { ...node, text: (node.text ?? '').slice(1) } : node;
}

function hasBlocks(node: ProseNode): boolean {
  return (node.content ?? []).length > 0;
}

const TEXT_BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading']);
const CELLS: ReadonlySet<string> = new Set(['tableCell', 'tableHeader']);
