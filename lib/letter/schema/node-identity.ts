import { Extension } from '@tiptap/core';
import type { IdSource } from '@/lib/core/ids';
import { nameNodes } from './name-nodes';

/** The nodes that carry `id`: every block, and the footnote. Figures carry `nodeId` of their own as well. */
export const NODES_WITH_ID = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
  'figureTable',
  'figureChart',
  'footnote',
] as const;

export interface NodeIdentityOptions {
  /** Makes a new id. Null where documents are only read: then nothing is ever named. */
  newId: IdSource | null;
  /** False until the room's first synchronisation: naming nodes before it would change text that is not loaded yet. */
  isReady: () => boolean;
}

/** Names every block and keeps the names unique: after a split or a paste the node that was there before keeps its name. */
export const NodeIdentity = Extension.create<NodeIdentityOptions>({
  name: 'nodeIdentity',
  addOptions() {
    return { newId: null, isReady: () => true };
  },
  addGlobalAttributes() {
    return [
      {
        types: [...NODES_WITH_ID],
        attributes: {
          id: {
            default: null,
            keepOnSplit: false,
            parseHTML: (element) => element.getAttribute('data-id'),
            renderHTML: (attributes) => (typeof attributes.id === 'string' ? { 'data-id': attributes.id } : {}),
          },
        },
      },
    ];
  },
  addProseMirrorPlugins() {
    const { newId, isReady } = this.options;
    if (newId === null) return [];
    return [nameNodes(newId, isReady)];
  },
});
