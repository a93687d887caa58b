import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { hasContent } from '@/lib/letter/walk-prose';
import { isMarker } from '../inline/markers';
import type { ReadNote } from '../inline/read-inline';
import type { XmlElement } from '../package/xml-tree';
import type { Story } from '../reading';
import type { FileBlock } from './file-block';

/** Reads a footnote with all of its paragraphs. An endnote is a footnote of ours; what else stands in a note than paragraphs is told. */
export function readNote(readBlocks: (elements: readonly XmlElement[], story: Story) => FileBlock[]): ReadNote {
  return (kind, id, around) => {
    const { reading } = around;
    const found = around.isNote ? null : reading.note(kind, id);
    if (!found) {
      reading.log.notUnderstood(around.part, `a mark of a ${kind} that is not in the file`, id);
      return null;
    }
    if (kind === 'endnote') reading.log.notUnderstood(found.part, 'an endnote, which is read as a footnote', '');
    const story: Story = {
      reading,
      part: found.part,
      relationships: reading.file.relationships(found.part),
      bookmarks: found.bookmarks,
      fields: [],
      isNote: true,
    };
    const blocks = readBlocks(found.element.children, story);
    const paragraphs = blocks.flatMap((block) => paragraphsOf(block, story));
    const kept = paragraphs.filter((node, index) => isWritten(node) || hasEnd(node) || hasEnd(paragraphs[index - 1]));
    return { type: 'footnote', content: kept.length > 0 ? kept : [{ type: 'paragraph' }] };
  };
}

function paragraphsOf(block: FileBlock, story: Story): ProseNode[] {
  if (block.kind === 'mark') return [];
  if (block.kind === 'table') {
    story.reading.log.notUnderstood(story.part, 'a table in a footnote, of which the words are kept', block.words);
    return block.lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
  }
  if (block.list) story.reading.log.notUnderstood(story.part, 'a list in a footnote, of which the paragraphs are kept', '');
  return [{ type: 'paragraph', ...(block.end ? { attrs: { trackedEnd: block.end } } : {}), content: block.content }];
}

function isWritten(paragraph: ProseNode): boolean {
  return hasContent({ type: 'paragraph', content: (paragraph.content ?? []).filter((node) => !isMarker(node)) });
}

function hasEnd(paragraph: ProseNode | undefined): boolean {
  return paragraph?.attrs?.trackedEnd !== undefined;
}
