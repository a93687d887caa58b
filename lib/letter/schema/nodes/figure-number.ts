import { mergeAttributes, Node } from '@tiptap/core';
import { figureAttributes } from './figure-attributes';

/** A number of a run inside a sentence. Its text is computed from the publication wherever it is drawn; only the binding is stored. */
export const FigureNumber = Node.create({
  name: 'figureNumber',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: false,
  addAttributes: figureAttributes,
  parseHTML() {
    return [{ tag: 'span[data-figure-number]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes, { 'data-figure-number': '' })];
  },
});
