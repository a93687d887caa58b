import { mergeAttributes, Node } from '@tiptap/core';
import { captionAttribute, figureAttributes } from './figure-attributes';

/** A table of a run, as a block with a caption. Its content is computed from the publication wherever it is drawn. */
export const FigureTable = Node.create({
  name: 'figureTable',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes() {
    return { ...figureAttributes(), ...captionAttribute() };
  },
  parseHTML() {
    return [{ tag: 'figure[data-figure-table]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['figure', mergeAttributes(HTMLAttributes, { 'data-figure-table': '' })];
  },
});
