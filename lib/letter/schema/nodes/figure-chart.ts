import { mergeAttributes, Node } from '@tiptap/core';
import { captionAttribute, figureAttributes } from './figure-attributes';

/** A chart of a run, as a block with a caption. Its content is computed from the publication wherever it is drawn. */
export const FigureChart = Node.create({
  name: 'figureChart',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes() {
    return { ...figureAttributes(), ...captionAttribute() };
  },
  parseHTML() {
    return [{ tag: 'figure[data-figure-chart]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['figure', mergeAttributes(HTMLAttributes, { 'data-figure-chart': '' })];
  },
});
