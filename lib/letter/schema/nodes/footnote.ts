import { mergeAttributes, Node } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { liftNestedFootnotes } from './lift-nested-footnotes';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    footnote: {
      /** Puts an empty footnote after the selection and selects it; false inside a footnote. */
      insertFootnote: () => ReturnType;
    };
  }
}

/** A footnote at the place of its mark, with its text as content. It is numbered by its order in the letter, which is never stored. */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  content: 'paragraph+',
  isolating: true,
  defining: true,
  selectable: true,
  draggable: false,
  parseHTML() {
    return [{ tag: 'span[data-footnote]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes, { 'data-footnote': '' }), 0];
  },
  addCommands() {
    return {
      insertFootnote:
        () =>
        ({ state, tr, dispatch }) => {
          const node = state.schema.nodes.footnote?.createAndFill();
          const { $to } = state.selection;
          if (!node || !$to.parent.inlineContent || isInFootnote($to)) return false;
          if (dispatch) {
            tr.insert($to.pos, node);
            tr.setSelection(NodeSelection.create(tr.doc, $to.pos)).scrollIntoView();
          }
          return true;
        },
    };
  },
  addKeyboardShortcuts() {
    return { 'Mod-Alt-f': () => this.editor.commands.insertFootnote() };
  },
  addProseMirrorPlugins() {
    return [liftNestedFootnotes()];
  },
});

interface Place {
  readonly depth: number;
  node(depth: number): { readonly type: { readonly name: string } };
}

function isInFootnote(place: Place): boolean {
  for (let depth = place.depth; depth > 0; depth--) if (place.node(depth).type.name === 'footnote') return true;
  return false;
}
