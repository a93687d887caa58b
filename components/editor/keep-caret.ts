import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { getRelativeSelection, type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { readCaret } from './read-caret';
import type { SectionProvider } from './section-provider';

/** The binding's own record of where the caret stands before others' changes come in; its type leaves the counts no way to be absent. */
type HeldSelection = Omit<ReturnType<typeof getRelativeSelection>, 'absAnchor' | 'absHead'>;

/**
 * Keeps one's own caret at its letter while others type before it in the same paragraph. The binding holds the caret by the letter, but then
 * distrusts that place whenever the paragraph's text changed and, because our paragraphs are named, puts the caret back to the old count of
 * letters (y-tiptap 3.0.9): what was typed next landed in the middle of a word. Without the counts it has nothing to go back to.
 * And it is asked where the browser has the caret before others' changes come in: what they redraw would else undo an arrow key pressed just before.
 */
export const KeepCaret = Extension.create<{ document: Y.Doc | null; provider: SectionProvider | null }>({
  name: 'keepCaret',
  addOptions: () => ({ document: null, provider: null }),
  addProseMirrorPlugins() {
    const { document, provider } = this.options;
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
          if (provider) provider.beforeMessage = () => readCaret(view);
          return {
            destroy: () => {
              document.off('beforeAllTransactions', forgetCounts);
              if (provider) provider.beforeMessage = () => {};
            },
          };
        },
      }),
    ];
  },
});
