import { mergeAttributes, Node } from '@tiptap/core';
import { textAttributeSpec } from '../text-attribute';

/** A reference to another place of the letter. Only where it leads is stored; number, title and page are computed wherever it is drawn. */
export const CrossReference = Node.create({
  name: 'crossReference',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes() {
    return {
      /** section | heading | exhibit | question | footnote */
      target: textAttributeSpec('target', 'target'),
      /** the section's id, the heading's or footnote's id, the exhibit's nodeId, the question's key */
      targetId: textAttributeSpec('targetId', 'target-id'),
      /** number ("Section II", "Table 3", "note 12"; the default) | title | page */
      form: textAttributeSpec('form', 'form'),
      nodeId: textAttributeSpec('nodeId', 'node-id'),
    };
  },
  parseHTML() {
    return [{ tag: 'span[data-cross-reference]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes, { 'data-cross-reference': '' })];
  },
});
