import { joinText } from '../compare/canonical-body';
import { isTextBlock } from '../compare/node-name';
import type { ProseNode } from '../schema/prose-node';
import { settleLists, withListBefore } from './settle-lists';
import { isGoing, isGone, marksOn, plainAttrs, type Side, trackedEndOf, trackedFormOf, trackedOf } from './side';
import type { TrackedBody } from './tracked';

/**
 * What Word leaves when all tracked changes of a body are accepted, or all rejected: a body of the schema.
 *
 * - A text block whose paragraph mark goes is joined with the next one of the same story (the section, a cell, a footnote): its words come
 *   first, the form and the place are the next one's, as the mark that stays is the next one's. With no words left it vanishes. Before a table,
 *   a figure or the story's end there is nothing to join: it stays, or vanishes where it holds nothing.
 * - A block that lost its words but not its mark stays, empty, as in Word.
 * - Items, lists, quotations and tables in which nothing is left vanish; a cell or footnote keeps an empty paragraph.
 * - A block with another form before (trackedForm) has it again where changes are rejected, lists included: see settleLists.
 */
export function settleTracked(body: TrackedBody, side: Side): ProseNode {
  const content = story(body.content ?? [], side);
  return { type: body.type, ...plainAttrs(body), content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

/** A block while it is settled: a list's or quotation's children are settled with it. */
interface Settling {
  node: ProseNode;
  inline: readonly ProseNode[];
  children: Settling[] | null;
  gone: boolean;
}

/** The blocks of a section, cell or footnote: paragraphs are joined within it and never beyond. */
function story(blocks: readonly ProseNode[], side: Side): ProseNode[] {
  const settling = new Story(side);
  const found = settling.blocks(blocks);
  settling.close();
  return plainBlocks(found, side);
}

class Story {
  /** the block whose mark goes, so that the next one takes its words */
  private open: Settling | null = null;

  constructor(private readonly side: Side) {}

  blocks(nodes: readonly ProseNode[]): Settling[] {
    return nodes.map((node) => this.block(node));
  }

  /** At the end of a story, and before a table or figure, a block with words stays. */
  close(): void {
    if (this.open && this.open.inline.length === 0) this.open.gone = true;
    this.open = null;
  }

  private block(node: ProseNode): Settling {
    if (isTextBlock(node)) return this.text(node);
    const own = trackedOf(node);
    const gone = own !== null && isGoing(own.kind, this.side);
    if (node.type === 'table') return this.table(node);
    if (!node.content) {
      if (!gone) this.close();
      return { node: { type: node.type, ...plainAttrs(node) }, inline: [], children: null, gone };
    }
    const children = this.blocks(node.content);
    return { node: { type: node.type, ...plainAttrs(node) }, inline: [], children, gone };
  }

  private text(node: ProseNode): Settling {
    const inline = [...(this.open?.inline ?? []), ...settleInline(node.content ?? [], this.side)];
    const id = this.open && this.open.inline.length > 0 ? this.open.node.attrs?.id : undefined;
    if (this.open) this.open.gone = true;
    const formed = formOn(node, this.side);
    const named = id === undefined ? formed : { ...formed, attrs: { ...formed.attrs, id } };
    const settling: Settling = { node: named, inline, children: null, gone: false };
    const end = trackedEndOf(node);
    this.open = end !== null && isGoing(end.kind, this.side) ? settling : null;
    return settling;
  }

  private table(node: ProseNode): Settling {
    const rows = (node.content ?? []).filter((row) => {
      const own = trackedOf(row);
      return own === null || !isGoing(own.kind, this.side);
    });
    const gone = rows.length === 0;
    if (!gone) this.close();
    const content = rows.map((row) => ({
      type: row.type,
      ...plainAttrs(row),
      content: (row.content ?? []).map((cell) => ({ type: cell.type, ...plainAttrs(cell), content: atLeastOne(cell, this.side) })),
    }));
    return { node: { type: node.type, ...plainAttrs(node), content }, inline: [], children: null, gone };
  }
}

function atLeastOne(container: ProseNode, side: Side): ProseNode[] {
  const blocks = story(container.content ?? [], side);
  return blocks.length > 0 ? blocks : [{ type: 'paragraph' }];
}

function settleInline(nodes: readonly ProseNode[], side: Side): ProseNode[] {
  return nodes.flatMap((node): ProseNode[] => {
    if (isGone(node, side)) return [];
    const marks = marksOn(node, side);
    const { marks: _marks, ...bare } = node;
    const content = node.type === 'footnote' ? { content: atLeastOne(node, side) } : {};
    return [{ ...bare, ...plainAttrs(node), ...content, ...(marks.length > 0 ? { marks } : {}) }];
  });
}

/** A text block in the form that it has once a side is chosen, without its words. */
function formOn(node: ProseNode, side: Side): ProseNode {
  const before = side === 'reject' ? trackedFormOf(node)?.before : undefined;
  const { attrs } = plainAttrs(node);
  if (!before) return { type: node.type, ...(attrs ? { attrs } : {}) };
  const { id } = attrs ?? {};
  return withListBefore({ type: before.type, attrs: { ...(id === undefined ? {} : { id }), ...before.attrs } });
}

/** What is left of blocks, as nodes of the schema. */
function plainBlocks(blocks: readonly Settling[], side: Side, parent = 'doc'): ProseNode[] {
  const out: ProseNode[] = [];
  for (const { node, inline, children, gone } of blocks) {
    if (gone) continue;
    if (children === null) {
      const words = joinText(inline);
      out.push(words.length > 0 ? { ...node, content: words } : node);
      continue;
    }
    const content = plainBlocks(children, side, node.type);
    if (content.length === 0) continue;
    const startsWrong = node.type === 'listItem' && content[0]?.type !== 'paragraph';
    out.push({ ...node, content: startsWrong ? [{ type: 'paragraph' }, ...content] : content });
  }
  if (side === 'accept') return out;
  // whether an item was one, and of which list, is its list's to settle
  return parent === 'listItem' ? [...out.slice(0, 1), ...settleLists(out.slice(1))] : settleLists(out);
}
