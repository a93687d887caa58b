import type { Node as PmNode } from '@tiptap/pm/model';
import { type Command, EditorState, type Plugin, type Transaction } from '@tiptap/pm/state';
import { tableEditing } from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';
import { redo, undo, ySyncPlugin, yUndoPlugin } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { KeepCaret } from '@/components/editor/keep-caret';
import type { IdSource } from '@/lib/core/ids';
import { nameNodes } from '@/lib/letter/schema/name-nodes';
import { liftNestedFootnotes } from '@/lib/letter/schema/nodes/lift-nested-footnotes';
import { ROOM_FRAGMENT } from '@/lib/letter/schema/room-fragment';
import { sectionSchema } from '@/lib/letter/schema/section-schema';

type PluginView = ReturnType<NonNullable<Plugin['spec']['view']>>;

/** A section's editor without a screen: the product's schema, its binding to the shared document, its history and the plugins that change text. */
export class HeadlessEditor {
  state: EditorState;
  private readonly views: PluginView[] = [];

  constructor(document: Y.Doc, newId: IdSource) {
    const plugins: Plugin[] = [
      ySyncPlugin(document.getXmlFragment(ROOM_FRAGMENT)),
      yUndoPlugin(),
      tableEditing(),
      liftNestedFootnotes(),
      nameNodes(newId, () => true),
      ...keepCaret(document),
    ];
    this.state = EditorState.create({ schema: sectionSchema, plugins });
    for (const { spec } of plugins) if (spec.view) this.views.push(spec.view(this as unknown as EditorView));
  }

  readonly dispatch = (transaction: Transaction): void => {
    const before = this.state;
    this.state = before.apply(transaction);
    for (const view of this.views) view.update?.(this as unknown as EditorView, before);
  };

  readonly hasFocus = (): boolean => false;

  get doc(): PmNode {
    return this.state.doc;
  }

  /** Runs a command of ProseMirror where it applies; whether it did. */
  run(command: Command): boolean {
    return command(this.state, this.dispatch);
  }

  undo(): void {
    undo(this.state);
  }

  redo(): void {
    redo(this.state);
  }

  destroy(): void {
    for (const view of this.views) view.destroy?.();
  }
}

/** The plugins of the extension, which Tiptap would ask it for. */
function keepCaret(document: Y.Doc): Plugin[] {
  const { config, options } = KeepCaret.configure({ document });
  return config.addProseMirrorPlugins?.call({ options } as never) ?? [];
}
