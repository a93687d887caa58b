'use client';

import type { AnyExtension } from '@tiptap/core';
import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import { isRenewed } from './saving-state';
import type { SectionHandle } from './section-handle';
import type { RoomView, SectionRoom } from './section-room';
import { useRoomView } from './use-section-room';

const LiveSection = dynamic(() => import('./live-section'), { ssr: false });

interface ForkTextProps {
  room: SectionRoom;
  sectionId: string;
  title: string;
  user: { readonly memberId: string; readonly name: string };
  extensions: readonly AnyExtension[];
  hidden: boolean;
  focusAt: { readonly x: number; readonly y: number } | null;
  onView: (room: SectionRoom, view: RoomView) => void;
  onReady: (room: SectionRoom, handle: SectionHandle) => void;
  onFocus: (handle: SectionHandle) => void;
}

/** The editor of one's own copy of a section. Out of sight while another one stands in its place. */
export function ForkText({ room, sectionId, title, user, extensions, hidden, focusAt, onView, onReady, onFocus }: ForkTextProps) {
  const view = useRoomView(room);
  useEffect(() => onView(room, view), [onView, room, view]);
  if (!view.ready) return null;
  return (
    <div hidden={hidden} data-suggesting={room.name}>
      <LiveSection
        room={room}
        sectionId={sectionId}
        label={`Text of ${title}, suggesting`}
        editable={view.writable !== false && isWritable(view)}
        user={user}
        extensions={extensions}
        focusAt={hidden ? null : focusAt}
        onReady={(handle) => onReady(room, handle)}
        onFocus={onFocus}
      />
    </div>
  );
}

/** A copy that was made anew is written on until the new one stands: nothing of it is lost. */
function isWritable({ saving }: RoomView): boolean {
  return saving.kind !== 'blocked' || isRenewed(saving) || saving.refusal === 'signed-out';
}
