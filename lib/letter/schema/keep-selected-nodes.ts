import { Extension } from '@tiptap/core';
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state';
import { INLINE_ATOMS } from './inline-nodes';

const KEPT: ReadonlySet<string> = new Set(['footnote', 'figureTable', 'figureChart', ...INLINE_ATOMS]);

/** Typing while a footnote or figure is selected goes behind it. Elsewhere it would replace the selected thing, which nobody means here. */
export const KeepSelectedNodes = Extension.create({
  name: 'keepSelectedNodes',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleTextInput(view, _from, _to, text) {
            const { selection } = view.state;
            if (!(selection instanceof NodeSelection) || !KEPT.has(selection.node.type.name)) return false;
            const tr = view.state.tr;
            if (selection.node.isInline) {
              tr.insertText(text, selection.to);
              tr.setSelection(TextSelection.create(tr.doc, selection.to + text.length));
            } else {
              const paragraph = view.state.schema.nodes.paragraph?.create(null, view.state.schema.text(text));
              if (!paragraph) return false;
              tr.insert(selection.to, paragraph);
              tr.setSelection(TextSelection.create(tr.doc, selection.to + 1 + text.length));
            }
            view.dispatch(tr.scrollIntoView());
            return true;
          },
        },
      }),
    ];
  },
});
