import type { AnyExtension } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import type { initProseMirrorDoc } from '@tiptap/y-tiptap';
import { ShowProtection } from '@/components/protection/show-protection';
import { ROOM_FRAGMENT } from '@/lib/letter/schema/room-fragment';
import { caretColour } from './caret-colour';
import { drawCaret } from './draw-caret';
import { KeepCaret } from './keep-caret';
import type { SectionRoom } from './section-room';

interface RoomExtensions {
  readonly room: SectionRoom;
  readonly user: { readonly memberId: string; readonly name: string };
  /** Where an editor holds the room's text already: which node stands for which part of it. */
  readonly mapping?: ReturnType<typeof initProseMirrorDoc>['mapping'];
}

/** What binds an editor to a room: its text, one's own history in it, and the carets of all who write there. Their plugins have names. */
export function roomExtensions({ room, user, mapping }: RoomExtensions): AnyExtension[] {
  return [
    Collaboration.configure({ document: room.document, field: ROOM_FRAGMENT, ...(mapping ? { ySyncOptions: { mapping } } : {}) }),
    ShowProtection,
    KeepCaret.configure({ document: room.document, provider: room.provider }),
    CollaborationCaret.configure({
      provider: room.provider,
      user: { name: user.name, color: caretColour(user.memberId) },
      render: drawCaret,
      selectionRender: ({ color }) => ({ nodeName: 'span', class: 'other-selection', 'data-colour': String(color ?? '') }),
    }),
  ];
}
