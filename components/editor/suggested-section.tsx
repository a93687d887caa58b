'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type * as Y from 'yjs';
import { useOwnMarks } from '@/components/suggestions/use-own-marks';
import { Notice } from '@/components/ui/notice';
import BlockedNotice from './blocked-notice';
import { type CaretPlace, caretPlaceOf, putCaret } from './caret-place';
import { ForkText } from './fork-text';
import { isRenewed, type SavingState } from './saving-state';
import type { SectionHandle } from './section-handle';
import type { RoomView, SectionRoom } from './section-room';
import { useForkSession } from './use-fork-session';
import { useMarksExtension } from './use-marks-extension';
import { useUnsavedWarning } from './use-unsaved-warning';

interface SuggestedSectionProps {
  section: { readonly id: string; readonly title: string };
  /** The section's own text, open beside it: what one's words are compared with. */
  sectionDocument: Y.Doc;
  user: { readonly memberId: string; readonly name: string };
  url: string;
  focusAt: { readonly x: number; readonly y: number } | null;
  /** Null while the copy does not stand yet. */
  onSavingState: (state: SavingState | null) => void;
  onFocus?: (handle: SectionHandle) => void;
  /** The copy is closed while it had the focus: whoever works on its handle needs another. */
  onLeave: () => void;
}

/**
 * One's own copy of a section, to write suggestions in, with what differs marked. When somebody decides one of them the server makes the copy
 * anew: the next one is opened behind this one and takes its place with the cursor where it was.
 */
export function SuggestedSection({ section, sectionDocument, user, url, focusAt, onSavingState, onFocus, onLeave }: SuggestedSectionProps) {
  const { session, fork } = useForkSession(true, { sectionId: section.id, memberId: user.memberId, url });
  const marks = useMarksExtension(useOwnMarks(section.id, sectionDocument, fork.room?.document ?? null));
  const extensions = useRef([marks]);
  const handles = useRef(new Map<SectionRoom, SectionHandle>());
  const caret = useRef<CaretPlace | null>(null);
  const hadFocus = useRef(false);
  const [standing, setStanding] = useState<SectionRoom | null>(null);
  const [view, setView] = useState<RoomView | null>(null);
  const stands = standing !== null && standing === fork.room;
  const saving = view?.saving ?? null;
  const calls = useRef({ onSavingState, onFocus, onLeave });
  calls.current = { onSavingState, onFocus, onLeave };

  const shown = fork.room;
  const onView = useCallback(
    (room: SectionRoom, next: RoomView) => {
      if (room === shown) setView(next);
    },
    [shown],
  );
  useEffect(() => calls.current.onSavingState(stands ? sayable(saving) : null), [stands, saving]);
  useUnsavedWarning(view !== null && (view.saving.kind === 'saving' || (view.saving.kind !== 'saved' && view.unsaved)));

  useLayoutEffect(() => {
    if (!shown) return;
    for (const room of handles.current.keys()) if (room !== shown && room !== fork.coming) handles.current.delete(room);
    const handle = handles.current.get(shown);
    if (!handle) return;
    setStanding(shown);
    if (caret.current) putCaret(handle.editor, caret.current);
    caret.current = null;
    if (hadFocus.current) calls.current.onFocus?.(handle);
  }, [shown, fork.coming]);
  useEffect(() => {
    const elsewhere = (event: FocusEvent) => {
      const inside = event.target instanceof Element ? event.target.closest('[data-section]') : null;
      if (inside && inside.getAttribute('data-section') !== section.id) hadFocus.current = false;
    };
    document.addEventListener('focusin', elsewhere);
    return () => {
      document.removeEventListener('focusin', elsewhere);
      if (hadFocus.current) calls.current.onLeave();
    };
  }, [section.id]);

  const onReady = (room: SectionRoom, handle: SectionHandle) => {
    handles.current.set(room, handle);
    if (room === fork.room) setStanding(room);
    else if (session) {
      void session.stands(room, () => {
        const old = fork.room ? handles.current.get(fork.room) : undefined;
        caret.current = old && !old.editor.isDestroyed ? caretPlaceOf(old.editor) : null;
      });
    }
  };

  const rooms = [fork.room, fork.coming].filter((room) => room !== null);
  return (
    <>
      {rooms.map((room) => (
        <ForkText
          key={room.name}
          room={room}
          sectionId={section.id}
          title={section.title}
          user={user}
          extensions={extensions.current}
          hidden={room !== fork.room || !stands}
          focusAt={focusAt}
          onView={onView}
          onReady={onReady}
          onFocus={(handle) => {
            hadFocus.current = true;
            onFocus?.(handle);
          }}
        />
      ))}
      {fork.problem ? (
        <Notice tone="red" title="You cannot suggest here now">
          {fork.problem}
        </Notice>
      ) : null}
      {shown && saving?.kind === 'blocked' && !isRenewed(saving) && (saving.unsaved || saving.refusal !== 'signed-out') ? (
        <BlockedNotice saving={saving} room={shown} />
      ) : null}
    </>
  );
}

/** A copy that is being made anew is being saved, as far as its author is concerned. */
function sayable(saving: SavingState | null): SavingState {
  if (saving === null) return { kind: 'opening' };
  return isRenewed(saving) ? { kind: 'saving' } : saving;
}
