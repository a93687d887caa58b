import { Extension } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { protectionOf } from '@/lib/letter/protection/protection';

/** Shows that a figure, citation or footnote is held back, which draw themselves; other blocks carry their attribute in the text. */
export const ShowProtection = Extension.create({
  name: 'showProtection',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        // by its name it is found again when the editor is bound to another room
        key: new PluginKey('showProtection'),
        state: {
          init: (_config, { doc }) => decorated(doc),
          apply: (tr, before) => (tr.docChanged ? decorated(tr.doc) : before),
        },
        props: {
          decorations(state) {
            return this.getState(state);
          },
        },
      }),
    ];
  },
});

function decorated(doc: PmNode): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, at) => {
    const protection = protectionOf(node.attrs.protection);
    if (protection && DRAWN.has(node.type.name)) found.push(Decoration.node(at, at + node.nodeSize, { 'data-protection': protection }));
  });
  return DecorationSet.create(doc, found);
}

const DRAWN: ReadonlySet<string> = new Set([
  'figureNumber',
  'figureTable',
  'figureChart',
  'footnote',
  'actionCitation',
  'citation',
  'crossReference',
]);
