import type { Editor, NodeViewRendererProps } from '@tiptap/core';
import { DOMSerializer, type Node as PmNode } from '@tiptap/pm/model';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { EditorView, NodeView, NodeViewConstructor } from '@tiptap/pm/view';
import { drawObject } from '@/components/citations/draw-object';
import { footnoteObject } from '@/components/citations/footnote-object';
import type { ReferenceStore } from '@/components/citations/reference-store';
import type { FigureEntry } from '@/lib/letter/figures/figure-entry';
import { Footnote } from '@/lib/letter/schema/nodes/footnote';
import { actionWords } from './action-words';
import { bindingOf, chipText } from './figure-binding';
import { focusFootnoteText, openFootnoteText, showFootnoteText } from './footnote-text';

type Figures = () => ReadonlyMap<string, FigureEntry> | null;

declare module '@tiptap/core' {
  interface Storage {
    /** The editor of the footnote that is open, if one is. */
    footnote: { text: EditorView | null };
  }
}

/**
 * A footnote in the editor: its number in the line; while it is selected a box under it, in which its text is edited. The number is counted by
 * the style sheet through the whole letter. The outer editor sees one undivided thing, so that its cursor never falls into the box by chance.
 */
export function footnoteView(figures: Figures, references: ReferenceStore | null) {
  return Footnote.extend({
    addStorage: () => ({ text: null }),
    addNodeView: () => (props) => new FootnoteNodeView(props, figures, references),
    addKeyboardShortcuts() {
      return {
        ...this.parent?.(),
        // a footnote that was reached by arrow keys is entered by Enter
        Enter: () => {
          const text = selectedFootnote(this.editor) ? this.editor.storage.footnote.text : null;
          if (text) focusFootnoteText(text);
          return text !== null;
        },
      };
    },
  });
}

function selectedFootnote(editor: Editor): PmNode | null {
  const { selection } = editor.state;
  return selection instanceof NodeSelection && selection.node.type.name === 'footnote' ? selection.node : null;
}

class FootnoteNodeView implements NodeView {
  readonly dom = document.createElement('span');
  private readonly mark = document.createElement('button');
  private readonly box = document.createElement('span');
  private readonly editor: Editor;
  private readonly position: () => number | undefined;
  private node: PmNode;
  private text: EditorView | null = null;
  /** Ends listening for words that changed. */
  private readonly deaf: (() => void) | null;

  constructor(
    { node, editor, getPos }: NodeViewRendererProps,
    private readonly figures: Figures,
    private readonly references: ReferenceStore | null,
  ) {
    this.node = node;
    this.editor = editor;
    this.position = getPos;
    this.dom.className = 'footnote';
    this.dom.contentEditable = 'false';
    this.mark.type = 'button';
    this.mark.tabIndex = -1;
    this.mark.className = 'footnote-mark';
    this.mark.setAttribute('aria-label', 'Footnote: edit its text');
    this.box.className = 'footnote-box';
    this.box.setAttribute('role', 'note');
    this.dom.append(this.mark, this.box);
    this.mark.addEventListener('click', () => this.enter());
    this.drawClosed();
    this.deaf = references?.subscribe(() => this.text === null && this.drawClosed()) ?? null;
  }

  update(node: PmNode): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    if (this.text) showFootnoteText(this.text, node);
    else this.drawClosed();
    return true;
  }

  selectNode(): void {
    this.dom.classList.add('is-open');
    if (!this.text) this.open();
    this.keepOnPage();
    // a footnote that was just made is written at once
    if (this.node.textContent === '' && this.editor.isFocused && this.text) {
      const { text } = this;
      queueMicrotask(() => this.text === text && focusFootnoteText(text));
    }
  }

  deselectNode(): void {
    this.dom.classList.remove('is-open');
    this.close();
    this.drawClosed();
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof Node && (this.box.contains(event.target) || this.mark.contains(event.target));
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.deaf?.();
    this.close();
  }

  private enter(): void {
    const position = this.position();
    if (position === undefined) return;
    const { view } = this.editor;
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, position)));
    if (this.text) focusFootnoteText(this.text);
  }

  private open(): void {
    this.box.replaceChildren();
    this.text = openFootnoteText(this.box, {
      outer: this.editor.view,
      node: this.node,
      label: 'Text of the footnote',
      position: this.position,
      nodeViews: {
        figureNumber: this.atom((node) => chipText(this.figures(), bindingOf(node.attrs))),
        actionCitation: this.atom((node) => actionWords(node.attrs.actionKey)),
        citation: footnoteObject(this.references),
        crossReference: footnoteObject(this.references),
      },
      undo: () => this.editor.commands.undo(),
      redo: () => this.editor.commands.redo(),
      leave: (to) => this.leave(to),
    });
    this.editor.storage.footnote.text = this.text;
  }

  private close(): void {
    if (!this.text) return;
    if (this.editor.storage.footnote.text === this.text) this.editor.storage.footnote.text = null;
    this.text.destroy();
    this.text = null;
  }

  private leave(to: 'before' | 'after' | 'remove'): void {
    const position = this.position();
    if (position === undefined) return;
    const { view } = this.editor;
    const tr = view.state.tr;
    if (to === 'remove') tr.delete(position, position + this.node.nodeSize);
    const at = to === 'after' ? position + this.node.nodeSize : position;
    view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at), to === 'before' ? -1 : 1)));
    view.focus();
  }

  /** The text as it is read on hover. */
  private drawClosed(): void {
    const text = document.createElement('span');
    text.className = 'footnote-text';
    text.append(DOMSerializer.fromSchema(this.node.type.schema).serializeFragment(this.node.content));
    const atoms: string[] = [];
    const objects: PmNode[] = [];
    this.node.descendants((inner) => {
      if (inner.type.name === 'figureNumber') atoms.push(chipText(this.figures(), bindingOf(inner.attrs)));
      if (inner.type.name === 'actionCitation') atoms.push(actionWords(inner.attrs.actionKey));
      if (inner.type.name === 'citation' || inner.type.name === 'crossReference') objects.push(inner);
    });
    for (const [index, element] of [...text.querySelectorAll('[data-figure-number], [data-action-citation]')].entries()) {
      element.textContent = atoms[index] ?? '';
    }
    const view = this.references?.getView() ?? null;
    for (const [index, element] of [...text.querySelectorAll<HTMLElement>('[data-citation], [data-cross-reference]')].entries()) {
      const object = objects[index];
      if (object) drawObject(element, object.type.name, object.attrs, view);
    }
    this.box.replaceChildren(text);
  }

  private atom(words: (node: PmNode) => string): NodeViewConstructor {
    return (node) => {
      const dom = document.createElement('span');
      dom.className = 'figure-chip';
      dom.textContent = words(node);
      return { dom };
    };
  }

  private keepOnPage(): void {
    this.box.style.setProperty('--shift', '0px');
    const over = this.box.getBoundingClientRect().right - this.editor.view.dom.getBoundingClientRect().right;
    if (over > 0) this.box.style.setProperty('--shift', `${-over}px`);
  }
}
