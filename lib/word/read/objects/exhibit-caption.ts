import { cleanLine } from '@/lib/core/clean-text';
import { captionOf } from '@/lib/letter/numbering/number-letter';
import type { FileParagraph } from '../blocks/file-block';
import { formerText, shownText } from '../inline/markers';
import type { FoundObject } from './object-finder';

/** The attributes of a table or chart with the caption that stands in the file: the figure's own name is no caption of somebody's. */
export function captionNode({ node, known }: FoundObject, caption: FileParagraph | undefined): Record<string, unknown> {
  // of a figure that goes, the caption goes with it
  const words = caption ? captionWords(shownText(caption.content) || formerText(caption.content)) : '';
  const ownName = known && captionOf(known.node) === null && words === cleanLine(known.figure?.name ?? '');
  return { ...node.attrs, caption: ownName ? '' : words };
}

/** "Table 2. Initial margin" without its number. */
export function captionWords(text: string): string {
  return cleanLine(text).replace(/^(table|chart|figure|exhibit)\s*(\d+|[ivxlc]+)?\s*[.:\u2013\u2014-]?\s*/i, '');
}
