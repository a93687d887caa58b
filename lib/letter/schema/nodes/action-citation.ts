import { mergeAttributes, Node } from '@tiptap/core';
import { textAttributeSpec } from '../text-attribute';

/** A citation of a related action of the catalogue (an order, a memorandum); its words are made from the catalogue where it is drawn. */
export const ActionCitation = Node.create({
  name: 'actionCitation',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes() {
    return { actionKey: textAttributeSpec('actionKey', 'action-key') };
  },
  parseHTML() {
    return [{ tag: 'span[data-action-citation]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes, { 'data-action-citation': '' })];
  },
});
