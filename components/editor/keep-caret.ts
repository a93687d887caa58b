import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { getRelativeSelection, type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

/** The binding's own record of where the caret stands before others' changes come in; its type leaves the counts no way to be absent. */
type HeldSelection = Omit<ReturnType<typeof getRelativeSelection>, 'absAnchor' | 'absHead'>;

/**
 * Keeps one's own caret at its letter while others type before it in the same paragraph. The binding holds the caret by the letter, but then
 * distrusts that place whenever the paragraph's text changed and, because our paragraphs are named, puts the caret back to the old count of
 * letters (y-tiptap 3.0.9): what was typed next landed in the middle of a word. Without the counts it has nothing to go back to.
 */
export const KeepCaret = Extension.create<{ document: Y.Doc | null }>({
  name: 'keepCaret',
  addOptions: () => ({ document: null }),
  addProseMirrorPlugins() {
    const { document } = this.options;
    if (!document) return [];
    return [
      new Plugin({
        key: new PluginKey('keepCaret'),
        view: (view) => {
          const forgetCounts = () => {
            const binding = ySyncPluginKey.getState(view.state)?.binding as ProsemirrorBinding | undefined;
            if (!binding) return;
            const { type, depth, anchor, head } = binding.beforeTransactionSelection ?? getRelativeSelection(binding, view.state);
            const held: HeldSelection = { type, depth, anchor, head };
            Object.assign(binding, { beforeTransactionSelection: held });
          };
          document.on('beforeAllTransactions', forgetCounts);
          return { destroy: () => document.off('beforeAllTransactions', forgetCounts) };
        },
      }),
    ];
  },
});
