import type { SectionHandle } from '@/components/editor/section-handle';
import { insertInline } from '@/components/editor/text-target';
import type { CitationChoice } from './citation-dialog';
import type { ReferenceChoice } from './cross-reference-dialog';

/** Puts a citation where the cursor is, or into a footnote of its own there, ended by a full stop. */
export function insertCitation({ editor }: SectionHandle, choice: CitationChoice, footnote: boolean): void {
  const attrs = { ...choice, nodeId: crypto.randomUUID() };
  if (!footnote || editor.storage.footnote.text) {
    const node = editor.schema.nodes.citation?.create(attrs);
    if (node) insertInline(editor, node);
    return;
  }
  const citation = { type: 'citation', attrs };
  const note = { type: 'footnote', content: [{ type: 'paragraph', content: [citation, { type: 'text', text: '.' }] }] };
  editor.chain().focus().insertContentAt(editor.state.selection.to, note).run();
}

export function insertCrossReference({ editor }: SectionHandle, choice: ReferenceChoice): void {
  const node = editor.schema.nodes.crossReference?.create({ ...choice, nodeId: crypto.randomUUID() });
  if (node) insertInline(editor, node);
}

/** Whether the cursor is in a footnote, which takes no footnote. */
export function isInFootnote({ editor }: SectionHandle): boolean {
  return editor.storage.footnote.text !== null;
}
