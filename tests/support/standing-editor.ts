import type { AnyExtension, Editor } from '@tiptap/core';
import { getExtensionField } from '@tiptap/core';
import { EditorState, type Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import { roomExtensions } from '@/components/editor/room-extensions';
import type { SectionRoom } from '@/components/editor/section-room';
import { nameNodes } from '@/lib/letter/schema/name-nodes';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { sectionSchema } from '@/lib/letter/schema/section-schema';

type PluginView = ReturnType<NonNullable<Plugin['spec']['view']>>;

/** A page's editor without a screen, bound to a room by the product's own extensions; `rebindEditor` takes it for one. */
export class StandingEditor {
  readonly schema = sectionSchema;
  readonly storage = { collaboration: {}, collaborationCaret: {} };
  readonly options = {};
  readonly isDestroyed = false;
  readonly view: StandingView;

  constructor(room: SectionRoom, user: { readonly memberId: string; readonly name: string }, newId: () => string) {
    const editor = this as unknown as Editor;
    const plugins = [...roomExtensions({ room, user }).flatMap((extension) => pluginsOf(editor, extension)), nameNodes(newId, () => true)];
    this.view = new StandingView(EditorState.create({ schema: sectionSchema, plugins }));
  }

  get asEditor(): Editor {
    return this as unknown as Editor;
  }

  get state(): EditorState {
    return this.view.state;
  }

  /** What a reader of the screen would see. */
  get text(): string {
    return plainTextOf(this.state.doc.toJSON() as ProseNode);
  }

  /** Puts the cursor behind the first of these words. */
  putCaretBehind(words: string): void {
    let place: number | null = null;
    this.state.doc.descendants((node, position) => {
      const at = node.isTextblock ? node.textContent.indexOf(words) : -1;
      if (place === null && at >= 0) place = position + 1 + at + words.length;
    });
    if (place === null) throw new Error(`“${words}” is not in ${this.text}`);
    this.view.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, place)));
  }

  type(letters: string): void {
    this.view.dispatch(this.state.tr.insertText(letters));
  }

  destroy(): void {
    this.view.destroy();
  }
}

/** Of ProseMirror's view what plugins and bindings ask of it. */
class StandingView {
  readonly composing = false;
  readonly isDestroyed = false;
  readonly docView = {};
  readonly dom = { addEventListener: () => {}, removeEventListener: () => {} };
  private views: PluginView[] = [];

  constructor(public state: EditorState) {
    this.makeViews();
  }

  hasFocus = (): boolean => false;

  dispatch = (transaction: Transaction): void => this.updateState(this.state.apply(transaction));

  updateState = (state: EditorState): void => {
    const before = this.state;
    this.state = state;
    if (before.plugins !== state.plugins) {
      this.destroy();
      this.makeViews();
    } else for (const view of this.views) view.update?.(this as never, before);
  };

  destroy(): void {
    for (const view of this.views) view.destroy?.();
    this.views = [];
  }

  private makeViews(): void {
    for (const { spec } of this.state.plugins) if (spec.view) this.views.push(spec.view(this as never));
  }
}

function pluginsOf(editor: Editor, extension: AnyExtension): Plugin[] {
  const { name, options } = extension;
  const context = { name, options, storage: editor.storage[name as never] as never, editor, type: null as never };
  return getExtensionField<(() => Plugin[]) | undefined>(extension, 'addProseMirrorPlugins', context)?.() ?? [];
}
