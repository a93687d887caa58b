import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import type { Node as PmNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { DecorationSet, type EditorView } from '@tiptap/pm/view';
import { readCaret } from '@/components/editor/read-caret';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { decorateSpots, type PlacedMark } from './decorate-spots';
import type { AtomWords } from './draw-suggested';
import { MarkSource } from './mark-source';

interface SuggestionMarksOptions {
  readonly source: MarkSource;
  /** The words of figures and citations. */
  readonly words: AtomWords;
}

interface Marked {
  readonly placed: readonly PlacedMark[];
  readonly decorations: DecorationSet;
}

const key = new PluginKey<Marked>('suggestionMarks');
const PLACE = 'place';

/** Places are looked for again so long after the last change of the text: never on a key's path. */
const SETTLED_MS = 250;

/**
 * Marks suggestions in an editor without touching its text. While somebody types, the marks move with the text; when it has settled, their
 * places are found anew. A change of others redraws the whole document, so marks are then put back by the names of their blocks.
 */
export const SuggestionMarks = Extension.create<SuggestionMarksOptions>({
  name: 'suggestionMarks',
  addOptions: () => ({ source: new MarkSource(), words: () => '' }),
  addProseMirrorPlugins() {
    const { source, words } = this.options;
    const draw = (doc: PmNode, placed: readonly PlacedMark[]): Marked => {
      const active = source.getActive();
      const marks = placed.map((mark) => ({ ...mark, active: mark.id !== null && mark.id === active }));
      return { placed, decorations: DecorationSet.create(doc, decorateSpots(doc, marks, words)) };
    };
    const place = (doc: PmNode): Marked => {
      const marks = source.getMarks();
      if (marks.length === 0) return { placed: [], decorations: DecorationSet.empty };
      const body = doc.toJSON() as ProseNode;
      return draw(
        doc,
        marks.map(({ id, label, form, spots }) => ({ id, label, form, active: false, spots: spots(body) })),
      );
    };
    return [
      new Plugin<Marked>({
        key,
        state: {
          init: (_, state) => place(state.doc),
          apply: (tr, marked, _before, after) => {
            const asked = tr.getMeta(key);
            if (asked === PLACE) return place(after.doc);
            if (asked || (tr.docChanged && isChangeOrigin(tr))) return draw(after.doc, marked.placed);
            return tr.docChanged ? { placed: marked.placed, decorations: marked.decorations.map(tr.mapping, tr.doc) } : marked;
          },
        },
        props: {
          decorations: (state) => key.getState(state)?.decorations,
          handleDOMEvents: {
            click: (_view, event) => {
              const id = suggestionAt(event.target);
              if (id) source.onLook(id);
              return false;
            },
          },
        },
        view: (view) => {
          let timer: ReturnType<typeof setTimeout> | undefined;
          const settle = () => {
            clearTimeout(timer);
            timer = setTimeout(() => ask(view, PLACE), SETTLED_MS);
          };
          const stop = source.subscribe((what) => {
            if (what === 'active') ask(view, 'draw');
            else settleNow();
          });
          const settleNow = () => {
            clearTimeout(timer);
            timer = setTimeout(() => ask(view, PLACE), 0);
          };
          return {
            update: (_view, before) => {
              if (before.doc !== view.state.doc && source.getMarks().length > 0) settle();
              if (!before.selection.eq(view.state.selection) && view.hasFocus()) look(view, source);
            },
            destroy: () => {
              clearTimeout(timer);
              stop();
            },
          };
        },
      }),
    ];
  },
});

function ask(view: EditorView, what: string): void {
  if (view.isDestroyed) return;
  readCaret(view);
  view.dispatch(view.state.tr.setMeta(key, what).setMeta('addToHistory', false));
}

/** The cursor came into a suggestion: its card is shown. */
function look(view: EditorView, source: MarkSource): void {
  const { from, to } = view.state.selection;
  const found = key.getState(view.state)?.decorations.find(from, to) ?? [];
  const id = found.map(({ spec }) => spec.suggestion as unknown).find((each) => typeof each === 'string');
  if (typeof id === 'string') source.onLook(id);
}

function suggestionAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest('[data-suggestion]')?.getAttribute('data-suggestion') || null;
}
