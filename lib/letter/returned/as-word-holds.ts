import { contentHash } from '@/lib/core/hash';
import { canonicalBody } from '../compare/canonical-body';
import type { ProseNode } from '../schema/prose-node';
import { placeRows } from './place-rows';
import { rowsOfBody } from './rows-of-body';

/**
 * A body as a Word file of it holds it, names kept: what the reader gives for a file that nobody edited. No file holds empty paragraphs and
 * items, characters that nobody sees, links to unsafe addresses, widths of columns, defined terms and what is held back as such; the border
 * between two lists of one kind or two quotations that follow one another; a heading as part of an item or quotation; a table as part of a
 * quotation. docs/formats/returned-word.md lists all of it. Doing it twice changes nothing.
 */
export function asWordHolds(body: ProseNode): ProseNode {
  const content = placeRows(rowsOfBody(body.content ?? []));
  const held = { type: 'doc', content: content.length > 0 ? content : [emptyParagraph(body)] };
  // what is new in one text bears the names of nothing in another one
  return canonicalBody(held, () => contentHash(held));
}

/** The paragraph that a body has to have, by the name of its own first one. */
function emptyParagraph(body: ProseNode): ProseNode {
  const id = body.content?.find(({ type }) => type === 'paragraph')?.attrs?.id;
  return { type: 'paragraph', ...(id === undefined ? {} : { attrs: { id } }) };
}
