import { baseKeymap, toggleMark } from '@tiptap/pm/commands';
import { keymap } from '@tiptap/pm/keymap';
import type { Node as PmNode } from '@tiptap/pm/model';
import { type Command, EditorState, type Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import { StepMap } from '@tiptap/pm/transform';
import { EditorView, type NodeViewConstructor } from '@tiptap/pm/view';
import type { Protection } from '@/lib/letter/protection/protection';
import { PROTECTION_KEYS } from '@/lib/letter/schema/marks/protected-text';
import { protectionAt, protectSelection } from '@/lib/letter/schema/protect-selection';

interface FootnoteText {
  readonly outer: EditorView;
  readonly node: PmNode;
  readonly label: string;
  readonly nodeViews: Readonly<Record<string, NodeViewConstructor>>;
  /** Where the footnote stands in the outer document; undefined once it is gone. */
  readonly position: () => number | undefined;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Goes back to the outer text: to before or after the footnote, or takes the empty footnote away. */
  readonly leave: (to: 'before' | 'after' | 'remove') => void;
}

const FROM_OUTSIDE = 'fromOutside';

/**
 * The editor of a footnote's text inside its node. It holds no truth of its own: each change goes to the outer document at once, and what the
 * outer document gets from others comes back through `showFootnoteText`. History is the outer document's.
 */
export function openFootnoteText(place: HTMLElement, options: FootnoteText): EditorView {
  const { outer, node, label, position } = options;
  const inner: EditorView = new EditorView(place, {
    state: EditorState.create({ doc: node, plugins: keys(options) }),
    nodeViews: { ...options.nodeViews },
    editable: () => outer.editable,
    attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, class: 'footnote-text', spellcheck: 'true' },
    dispatchTransaction(transaction: Transaction) {
      const { state, transactions } = inner.state.applyTransaction(transaction);
      inner.updateState(state);
      if (transaction.getMeta(FROM_OUTSIDE)) return;
      const start = position();
      if (start === undefined) return;
      const offset = StepMap.offset(start + 1);
      const tr = outer.state.tr;
      for (const { steps } of transactions) {
        for (const step of steps) {
          const mapped = step.map(offset);
          if (mapped) tr.step(mapped);
        }
      }
      // an empty transaction tells toolbars that the cursor moved
      outer.dispatch(tr);
    },
  });
  return inner;
}

/** Brings what the outer document now holds into an open footnote editor, leaving the cursor where it was. */
export function showFootnoteText(inner: EditorView, node: PmNode): void {
  const { state } = inner;
  const start = node.content.findDiffStart(state.doc.content);
  const end = node.content.findDiffEnd(state.doc.content);
  if (start === null || end === null) return;
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const tr = state.tr.replace(start, end.b + overlap, node.slice(start, end.a + overlap));
  if (tr.doc.content.size === state.doc.content.size) {
    const { anchor, head } = state.selection;
    tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head)));
  }
  inner.dispatch(tr.setMeta(FROM_OUTSIDE, true).setMeta('addToHistory', false));
}

/** Puts the cursor at the end of the footnote's text. */
export function focusFootnoteText(inner: EditorView): void {
  inner.dispatch(inner.state.tr.setSelection(TextSelection.atEnd(inner.state.doc)).setMeta(FROM_OUTSIDE, true));
  inner.focus();
}

function keys({ node, undo, redo, leave }: FootnoteText): Plugin[] {
  const { marks } = node.type.schema;
  const toggle = (name: string): Command => (marks[name] ? toggleMark(marks[name]) : () => false);
  const protect =
    (protection: Protection): Command =>
    (state, dispatch) =>
      protectSelection(protectionAt(state) === protection ? null : protection)(state, dispatch);
  const always =
    (run: () => void): Command =>
    () => {
      run();
      return true;
    };
  const leaveAt =
    (edge: 'before' | 'after'): Command =>
    ({ selection, doc }) => {
      const limit = edge === 'before' ? TextSelection.atStart(doc).from : TextSelection.atEnd(doc).to;
      if (!selection.empty || selection.head !== limit) return false;
      leave(edge);
      return true;
    };
  const removeEmpty: Command = ({ doc }) => {
    if (doc.childCount > 1 || (doc.firstChild?.content.size ?? 0) > 0) return false;
    leave('remove');
    return true;
  };
  return [
    keymap({
      'Mod-z': always(undo),
      'Mod-y': always(redo),
      'Shift-Mod-z': always(redo),
      'Mod-b': toggle('bold'),
      'Mod-i': toggle('italic'),
      'Mod-u': toggle('underline'),
      'Mod-Shift-k': toggle('smallCaps'),
      'Mod-Shift-s': toggle('strike'),
      'Mod-.': toggle('superscript'),
      'Mod-,': toggle('subscript'),
      [PROTECTION_KEYS.confidential]: protect('confidential'),
      [PROTECTION_KEYS.privileged]: protect('privileged'),
      Escape: always(() => leave('after')),
      'Mod-Enter': always(() => leave('after')),
      Tab: always(() => leave('after')),
      ArrowLeft: leaveAt('before'),
      ArrowRight: leaveAt('after'),
      Backspace: removeEmpty,
      Delete: removeEmpty,
    }),
    keymap(baseKeymap),
  ];
}
