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

/** What stands in a line and is held back by an attribute, because collaborative documents lose the marks of such nodes. */
export const PROTECTABLE_ATOMS = ['figureNumber', 'actionCitation', 'citation', 'crossReference'] as const;

/** Gives blocks, footnotes and what stands in a line the attribute `protection`: "confidential", "privileged" or null. */
export const BlockProtection = Extension.create({
  name: 'blockProtection',
  addGlobalAttributes() {
    return [
      {
        types: [...PROTECTABLE_BLOCKS, ...PROTECTABLE_ATOMS],
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
