import { mergeAttributes, Node } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { liftNestedFootnotes } from './lift-nested-footnotes';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    footnote: {
      /** Puts an empty footnote after the selection and the cursor into it; false inside a footnote. */
      insertFootnote: () => ReturnType;
      /** Moves the cursor out of the footnote it stands in, to just after it. */
      leaveFootnote: () => ReturnType;
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
          const footnote = state.schema.nodes.footnote;
          const node = footnote?.createAndFill();
          const { $to } = state.selection;
          if (!footnote || !node || isInFootnote($to) || !$to.parent.type.validContent($to.parent.content.addToEnd(node))) return false;
          if (dispatch) {
            tr.insert($to.pos, node);
            tr.setSelection(TextSelection.create(tr.doc, $to.pos + 2));
            dispatch(tr.scrollIntoView());
          }
          return true;
        },
      leaveFootnote:
        () =>
        ({ state, tr, dispatch }) => {
          const { selection } = state;
          const selected = selection instanceof NodeSelection && selection.node.type.name === 'footnote';
          const after = selected ? selection.to : positionAfterFootnote(selection.$from);
          if (after === null) return false;
          dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(after))));
          return true;
        },
    };
  },
  addKeyboardShortcuts() {
    return {
      'Mod-Alt-f': () => this.editor.commands.insertFootnote(),
      Escape: () => this.editor.commands.leaveFootnote(),
    };
  },
  addProseMirrorPlugins() {
    return [liftNestedFootnotes()];
  },
});

interface Place {
  readonly depth: number;
  node(depth: number): { readonly type: { readonly name: string } };
  after(depth: number): number;
}

function isInFootnote(place: Place): boolean {
  return positionAfterFootnote(place) !== null;
}

function positionAfterFootnote(place: Place): number | null {
  for (let depth = place.depth; depth > 0; depth--) {
    if (place.node(depth).type.name === 'footnote') return place.after(depth);
  }
  return null;
}
