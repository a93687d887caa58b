import { useEffect, useState, useSyncExternalStore } from 'react';
import type { SectionRoom as Room, RoomOptions, RoomView } from './section-room';

const CLOSED: RoomView = { saving: { kind: 'opening' }, unsaved: false, ready: false, synced: false, writable: null };

/** Opens a section's room while `wanted`, and closes it when the section leaves the page. The collaboration code is loaded only then. */
export function useSectionRoom(wanted: boolean, { name, memberId, url }: RoomOptions): { room: Room | null; view: RoomView } {
  const [room, setRoom] = useState<Room | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let opened: Room | null = null;
    let left = false;
    void import('./section-room').then(({ SectionRoom }) => {
      if (left) return;
      opened = new SectionRoom({ name, memberId, url });
      setRoom(opened);
    });
    return () => {
      left = true;
      setRoom(null);
      opened?.destroy();
    };
  }, [wanted, name, memberId, url]);
  return { room, view: useRoomView(room) };
}

/** How an open room stands, followed while it changes. */
export function useRoomView(room: Room | null): RoomView {
  return useSyncExternalStore(room?.subscribe ?? subscribeToNothing, room?.getView ?? (() => CLOSED), () => CLOSED);
}

function subscribeToNothing(): () => void {
  return () => {};
}
