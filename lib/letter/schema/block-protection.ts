import { Extension } from '@tiptap/core';
import { protectionOf } from '../protection/protection';

/** The blocks that may be held back as a whole. */
export const PROTECTABLE_BLOCKS = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'table',
  'tableRow',
  'figureTable',
  'figureChart',
  'footnote',
] as const;

/** Gives blocks the attribute `protection`: "confidential", "privileged" or null. */
export const BlockProtection = Extension.create({
  name: 'blockProtection',
  addGlobalAttributes() {
    return [
      {
        types: [...PROTECTABLE_BLOCKS],
        attributes: {
          protection: {
            default: null,
            parseHTML: (element) => protectionOf(element.getAttribute('data-protection')),
            renderHTML: (attributes) => (attributes.protection ? { 'data-protection': String(attributes.protection) } : {}),
          },
        },
      },
    ];
  },
});
