import type { NodeViewRendererProps } from '@tiptap/core';
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type NodeView } from '@tiptap/pm/view';
import { Footnote } from '@/lib/letter/schema/nodes/footnote';

/**
 * A footnote in the editor: its number in the line, and its text in a box under it while the cursor is in it, where it is edited like any
 * text. The number is counted by the style sheet through the whole letter.
 */
export const footnoteView = Footnote.extend({
  addNodeView() {
    return (props) => new FootnoteNodeView(props);
  },
  addProseMirrorPlugins() {
    return [...(this.parent?.() ?? []), openFootnotes()];
  },
});

class FootnoteNodeView implements NodeView {
  readonly dom = document.createElement('span');
  readonly contentDOM = document.createElement('span');
  private readonly mark = document.createElement('button');
  private readonly box = document.createElement('span');

  constructor({ view, getPos }: NodeViewRendererProps) {
    this.dom.className = 'footnote';
    this.mark.type = 'button';
    this.mark.className = 'footnote-mark';
    this.mark.contentEditable = 'false';
    this.mark.dataset.footnoteNumber = '';
    this.mark.setAttribute('aria-label', 'Footnote: open its text');
    this.box.className = 'footnote-box';
    this.box.setAttribute('role', 'note');
    this.contentDOM.className = 'footnote-text';
    this.box.append(this.contentDOM);
    this.dom.append(this.mark, this.box);
    this.mark.addEventListener('mousedown', (event) => event.preventDefault());
    this.mark.addEventListener('click', () => {
      const position = getPos();
      const node = position === undefined ? null : view.state.doc.nodeAt(position);
      if (position === undefined || !node) return;
      const end = TextSelection.near(view.state.doc.resolve(position + node.nodeSize - 1), -1);
      view.dispatch(view.state.tr.setSelection(end));
      view.focus();
    });
  }

  /** Only the text inside is ProseMirror's; the number and the box are ours. */
  ignoreMutation(mutation: { readonly target: Node; readonly type: string }): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof Node && this.mark.contains(event.target);
  }
}

/** Marks the footnote that holds the cursor or is selected, and keeps its box within the page. */
function openFootnotes(): Plugin {
  return new Plugin({
    props: {
      decorations({ selection, doc }) {
        if (selection instanceof NodeSelection && selection.node.type.name === 'footnote') {
          return DecorationSet.create(doc, [Decoration.node(selection.from, selection.to, { class: 'is-open' })]);
        }
        const { $from } = selection;
        for (let depth = $from.depth; depth > 0; depth--) {
          if ($from.node(depth).type.name === 'footnote') {
            return DecorationSet.create(doc, [Decoration.node($from.before(depth), $from.after(depth), { class: 'is-open' })]);
          }
        }
        return null;
      },
    },
    view: () => ({
      update({ dom }) {
        const box = dom.querySelector<HTMLElement>('.footnote.is-open > .footnote-box');
        if (!box) return;
        box.style.setProperty('--shift', '0px');
        const over = box.getBoundingClientRect().right - dom.getBoundingClientRect().right;
        if (over > 0) box.style.setProperty('--shift', `${-over}px`);
      },
    }),
  });
}
