'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type * as Y from 'yjs';
import { useOwnMarks } from '@/components/suggestions/use-own-marks';
import { Notice } from '@/components/ui/notice';
import BlockedNotice from './blocked-notice';
import { caretPlaceOf, putCaret } from './caret-place';
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
  const hadFocus = useRef(false);
  const first = useRef<SectionRoom | null>(null);
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

  // in one go with the change of places, so that no key falls between the two editors
  useLayoutEffect(() => {
    if (!shown) return;
    const handle = handles.current.get(shown);
    if (!handle) return;
    setStanding(shown);
    const before = fork.leaving ? handles.current.get(fork.leaving) : undefined;
    if (!before || before.editor.isDestroyed) return;
    handles.current.delete(fork.leaving as SectionRoom);
    const caret = caretPlaceOf(before.editor);
    if (caret) putCaret(handle.editor, caret);
    if (hadFocus.current) calls.current.onFocus?.(handle);
    session?.tookOver();
  }, [shown, fork.leaving, session]);
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
    first.current ??= room;
    if (room === fork.room) setStanding(room);
    else void session?.stands(room);
  };

  const rooms = [fork.room, fork.coming, fork.leaving].filter((room) => room !== null);
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
          hidden={room !== fork.room || (!stands && !handles.current.has(room))}
          focusAt={room === first.current ? focusAt : null}
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
