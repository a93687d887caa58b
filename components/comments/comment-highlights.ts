import { type Editor, Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { type CommentMark, findMarks, mapMarks, marksOf } from './comment-marks';
import type { CommentStore } from './comment-store';
import './comments.css';

interface Highlights {
  readonly marks: readonly CommentMark[];
  readonly decorations: DecorationSet;
}

const KEY = new PluginKey<Highlights>('commentHighlights');

/**
 * Marks in a section's editor what its open threads are about, live while everybody types; nothing of it is in the document. A click on a mark opens
 * the thread. Mod+Alt+M begins a comment on what is selected, and opens the thread at the cursor where nothing is. Works without the right to write.
 *
 * In somebody's own copy of a section (`inCopy`) no comment begins on words, because the section may not have them.
 */
export function commentHighlights(store: CommentStore, sectionId: string, { inCopy = false }: { readonly inCopy?: boolean } = {}) {
  return Extension.create({
    name: 'commentHighlights',
    addProseMirrorPlugins() {
      const { editor } = this;
      const drawn = (marks: readonly CommentMark[], view: Parameters<typeof draw>[1]): Highlights => ({
        marks,
        decorations: draw(marks, view, store),
      });
      return [
        new Plugin<Highlights>({
          key: KEY,
          state: {
            init: (_, state) => drawn(marksOf(store.openIn(sectionId), [], state.doc), state.doc),
            apply: (tr, present, before, after) => {
              if (tr.getMeta(KEY)) return drawn(marksOf(store.openIn(sectionId), present.marks, after.doc), after.doc);
              if (!tr.docChanged || present.marks.length === 0) return present;
              const marks = isChangeOrigin(tr)
                ? findMarks(present.marks, before.doc, after.doc)
                : mapMarks(present.marks, tr.mapping, before.doc, after.doc);
              return drawn(marks, after.doc);
            },
          },
          props: {
            decorations: (state) => KEY.getState(state)?.decorations,
            // a text that is only read takes the focus too, so that its words can be selected and commented on
            attributes: (): Record<string, string> => (editor.isEditable ? {} : { tabindex: '0' }),
          },
          view: (view) => new HighlightView(view, editor, store, sectionId, inCopy),
        }),
      ];
    },
  });
}

/** Begins a comment on the selection; without one, opens the thread at the cursor, else begins one on the section. */
function commentAtCursor(store: CommentStore, sectionId: string, editor: Editor, inCopy: boolean): void {
  const { selection } = editor.state;
  const here =
    selection.empty || inCopy
      ? KEY.getState(editor.state)?.marks.find(({ range }) => range && range.from <= selection.head && selection.head <= range.to)
      : undefined;
  if (here) store.open(here.threadId);
  else store.compose(sectionId, inCopy ? null : editor);
}

function draw(marks: readonly CommentMark[], doc: Parameters<typeof DecorationSet.create>[0], store: CommentStore): DecorationSet {
  const { activeId } = store.snapshot();
  const decorations = marks.flatMap(({ threadId, privileged, anchor, range }) => {
    if (!range) return [];
    const attributes = {
      class: `commented${privileged ? ' is-privileged' : ''}${threadId === activeId ? ' is-active' : ''}`,
      'data-thread': threadId,
    };
    return anchor.kind === 'node'
      ? [Decoration.node(range.from, range.to, attributes)]
      : [Decoration.inline(range.from, range.to, { ...attributes, nodeName: 'span' })];
  });
  return DecorationSet.create(doc, decorations);
}

/** Keeps the marks in step with the threads, opens threads on a click, and says when something is selected. */
class HighlightView {
  private shown: unknown[] = [];
  private readonly stop: () => void;

  constructor(
    private readonly view: EditorView,
    private readonly editor: Editor,
    private readonly store: CommentStore,
    private readonly sectionId: string,
    private readonly inCopy: boolean,
  ) {
    this.stop = store.subscribe(() => this.follow());
    view.dom.addEventListener('click', this.onClick, true);
    view.dom.addEventListener('blur', this.onBlur);
    // before the editor and the ones of footnotes inside it, which keep their keys to themselves
    view.dom.addEventListener('keydown', this.onKey, true);
    queueMicrotask(() => this.follow());
  }

  update(view: EditorView): void {
    if (this.inCopy) return;
    const { selection } = view.state;
    const here = view.hasFocus() || (!view.editable && view.dom.contains(document.getSelection()?.anchorNode ?? null));
    const offered = this.store.snapshot().offer?.sectionId === this.sectionId;
    if (!selection.empty && here) this.store.offer(this.sectionId, this.editor);
    else if (offered) this.store.offer(this.sectionId, null);
  }

  destroy(): void {
    this.stop();
    this.view.dom.removeEventListener('click', this.onClick, true);
    this.view.dom.removeEventListener('blur', this.onBlur);
    this.view.dom.removeEventListener('keydown', this.onKey, true);
    if (!this.inCopy) this.store.offer(this.sectionId, null);
  }

  private follow(): void {
    if (this.view.isDestroyed) return;
    const { letter, activeId } = this.store.snapshot();
    const shown = [letter, activeId];
    if (shown.every((each, index) => each === this.shown[index])) return;
    this.shown = shown;
    this.view.dispatch(this.view.state.tr.setMeta(KEY, true).setMeta('addToHistory', false));
  }

  private readonly onClick = (event: Event): void => {
    const marked = event.target instanceof Element ? event.target.closest('[data-thread]') : null;
    const threadId = marked?.getAttribute('data-thread');
    if (threadId && document.getSelection()?.isCollapsed !== false) this.store.open(threadId);
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const asked = event.code === 'KeyM' && event.altKey && (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph');
    if (!asked) return;
    event.preventDefault();
    event.stopPropagation();
    this.selectFocusedNode(event.target);
    commentAtCursor(this.store, this.sectionId, this.editor, this.inCopy);
  };

  /** A figure that has the focus is what the comment is about, also where the text is only read. */
  private selectFocusedNode(target: EventTarget | null): void {
    const { view } = this;
    if (!(target instanceof HTMLElement) || target === view.dom || !view.state.selection.empty) return;
    const position = view.posAtDOM(target, 0, -1);
    if (view.state.doc.nodeAt(position)?.type.spec.atom) {
      view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, position)));
    }
  }

  private readonly onBlur = (): void => {
    if (this.view.editable && !this.inCopy) this.store.offer(this.sectionId, null);
  };
}
