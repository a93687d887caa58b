import { type AnyExtension, type Editor, getExtensionField } from '@tiptap/core';
import { Node as PmNode } from '@tiptap/pm/model';
import type { Plugin } from '@tiptap/pm/state';
import { initProseMirrorDoc, ySyncPluginKey } from '@tiptap/y-tiptap';
import { applyChanges } from '@/lib/letter/compare/apply-changes';
import type { Change } from '@/lib/letter/compare/change';
import { keepBeside } from '@/lib/letter/compare/keep-beside';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import { ROOM_FRAGMENT } from '@/lib/letter/schema/room-fragment';
import { caretPlaceOf, keepCaretIn } from './caret-place';
import { morphText } from './morph-text';
import { readCaret } from './read-caret';
import { roomExtensions } from './room-extensions';
import type { SectionRoom } from './section-room';

interface Rebinding {
  readonly room: SectionRoom;
  readonly user: { readonly memberId: string; readonly name: string };
  /**
   * What was written in the room it is bound to and is not in the new one yet: comes into the new one as if it were typed there. Asked once the
   * editor has read every key; null where it is to stay as it is.
   */
  readonly takeOver: () => readonly Change[] | null;
}

/**
 * Binds a standing editor to another room, in one go: no key falls between the two, because the same editor takes every key. Its focus, what is
 * selected, and marks that wait for the next letter stay; its history begins anew. Gives whether it is bound to the other room now.
 */
export function rebindEditor(editor: Editor, { room, user, takeOver }: Rebinding): boolean {
  const { view, schema } = editor;
  readCaret(view);
  const unsent = takeOver();
  if (unsent === null) return false;
  const { doc, mapping } = initProseMirrorDoc(room.document.getXmlFragment(ROOM_FRAGMENT), schema);
  const target = unsent.length > 0 ? withUnsent(editor, room, unsent) : doc;

  const plugins = roomExtensions({ room, user, mapping }).flatMap((extension) => pluginsOf(editor, extension));
  const renewed = new Set(plugins.map(nameOf));
  // the keys of the whole editor are of nameless plugins: all would go with one of them
  if (renewed.has(NAMELESS)) throw new Error('A plugin that binds an editor to a room needs a name.');
  const others = view.state.plugins.filter((plugin) => !renewed.has(nameOf(plugin)));
  const loose = view.state.reconfigure({ plugins: others });
  const tr = loose.tr.setMeta(ySyncPluginKey, { isChangeOrigin: true }).setMeta('addToHistory', false);
  const caret = caretPlaceOf(editor);
  morphText(tr, target);
  if (caret) keepCaretIn(tr, caret);
  tr.setStoredMarks(view.state.storedMarks);
  const moved = loose.apply(tr);
  view.updateState(moved.reconfigure({ plugins: [...plugins, ...others] }));
  // writes what is unsent into the room, and tells toolbars that the editor changed
  view.dispatch(view.state.tr.setMeta('addToHistory', false));
  return true;
}

/** What does not fit any more is kept as a paragraph beside its place, as the server does it. */
function withUnsent({ schema }: Editor, room: SectionRoom, unsent: readonly Change[]): PmNode {
  const { body, conflicts } = applyChanges(bodyOfRoom(room.document).body, unsent);
  return PmNode.fromJSON(
    schema,
    keepBeside(
      body,
      conflicts.map(({ change }) => change),
    ),
  );
}

function pluginsOf(editor: Editor, extension: AnyExtension): Plugin[] {
  const { name, options } = extension;
  const storage: unknown = editor.storage[name as keyof typeof editor.storage];
  const make = getExtensionField<(() => Plugin[]) | undefined>(extension, 'addProseMirrorPlugins', {
    name,
    options,
    storage,
    editor,
    type: null,
  });
  return make?.() ?? [];
}

/** What ProseMirror calls a plugin that has no name. */
const NAMELESS = 'plugin';

/** Its type keeps a plugin's name to itself; the number behind it tells those of one name apart. */
function nameOf(plugin: Plugin): string {
  return (plugin as unknown as { readonly key: string }).key.replace(/\$\d*$/, '');
}
