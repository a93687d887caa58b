import { mergeAttributes, Node } from '@tiptap/core';
import { textAttributeSpec } from '../text-attribute';

/**
 * A citation of a source of the letter, in the text or in a footnote. Only what it cites is stored; its words (long form, short form, id.,
 * supra) follow from its order in the letter wherever it is drawn.
 */
export const Citation = Node.create({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes() {
    return {
      sourceId: textAttributeSpec('sourceId', 'source-id'),
      /** "see", "see also", "cf.", "but see" …; null for none */
      signal: textAttributeSpec('signal', 'signal'),
      /** "at 37880", "(c)(2)(vi)", "n.12" as it is printed behind the form */
      pinpoint: textAttributeSpec('pinpoint', 'pinpoint'),
      /** words in parentheses behind the citation */
      parenthetical: textAttributeSpec('parenthetical', 'parenthetical'),
      nodeId: textAttributeSpec('nodeId', 'node-id'),
    };
  },
  parseHTML() {
    return [{ tag: 'span[data-citation]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes, { 'data-citation': '' })];
  },
});
