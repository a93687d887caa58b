'use client';

import type { AnyExtension } from '@tiptap/core';
import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import type * as Y from 'yjs';
import { useOwnMarks } from '@/components/suggestions/use-own-marks';
import { Notice } from '@/components/ui/notice';
import BlockedNotice from './blocked-notice';
import { isRenewed, type SavingState } from './saving-state';
import type { SectionHandle } from './section-handle';
import type { RoomView, SectionRoom } from './section-room';
import { useForkSession } from './use-fork-session';
import { useMarksExtension } from './use-marks-extension';
import { useRoomView } from './use-section-room';
import { useUnsavedWarning } from './use-unsaved-warning';

const LiveSection = dynamic(() => import('./live-section'), { ssr: false });

interface SuggestedSectionProps {
  section: { readonly id: string; readonly title: string };
  /** The section's own text, open beside it: what one's words are compared with. */
  sectionDocument: Y.Doc;
  user: { readonly memberId: string; readonly name: string };
  url: string;
  /** What else works on the copy, e.g. the marks of comments; read once, when its editor is made. */
  extensions: readonly AnyExtension[];
  focusAt: { readonly x: number; readonly y: number } | null;
  /** Null while the copy does not stand yet. */
  onSavingState: (state: SavingState | null) => void;
  onFocus?: (handle: SectionHandle) => void;
  /** The copy is closed while it had the focus: whoever works on its handle needs another. */
  onLeave: () => void;
}

/**
 * One's own copy of a section, to write suggestions in, with what differs marked. When somebody decides one of them the server makes the copy
 * anew: the same editor, with its focus and cursor, then goes on in the next one.
 */
export function SuggestedSection({
  section,
  sectionDocument,
  user,
  url,
  extensions,
  focusAt,
  onSavingState,
  onFocus,
  onLeave,
}: SuggestedSectionProps) {
  const { session, fork } = useForkSession(true, { sectionId: section.id, memberId: user.memberId, url });
  const { room, problem } = fork;
  const view = useRoomView(room);
  const marks = useMarksExtension(useOwnMarks(section.id, sectionDocument, room?.document ?? null));
  const all = useRef([...extensions, marks]);
  const hadFocus = useRef(false);
  const [written, setWritten] = useState<SectionRoom | null>(null);
  const saving = savingOf(view, written !== null, written === room);
  const calls = useRef({ onSavingState, onLeave });
  calls.current = { onSavingState, onLeave };
  useEffect(() => calls.current.onSavingState(saving), [saving]);
  useUnsavedWarning(written !== null && (saving?.kind === 'saving' || (saving?.kind !== 'saved' && view.unsaved)));

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

  return (
    <>
      {room && view.ready ? (
        <div hidden={written === null} data-suggesting={written?.name}>
          <LiveSection
            room={room}
            sectionId={section.id}
            label={`Text of ${section.title}, suggesting`}
            editable={problem === null && view.writable !== false && isWritable(view)}
            user={user}
            extensions={all.current}
            focusAt={written === null ? null : focusAt}
            takeOver={session?.takeOver}
            onBound={(bound) => {
              session?.bound(bound);
              setWritten(bound);
            }}
            onFocus={(handle) => {
              hadFocus.current = true;
              onFocus?.(handle);
            }}
          />
        </div>
      ) : null}
      {problem ? (
        <Notice tone="red" title="You cannot suggest here now">
          {problem}
        </Notice>
      ) : null}
      {room && saving?.kind === 'blocked' && (saving.unsaved || saving.refusal !== 'signed-out') ? (
        <BlockedNotice saving={saving} room={room} />
      ) : null}
    </>
  );
}

/** Null until one can write. A copy that is being made anew is being saved, as far as its author is concerned. */
function savingOf({ saving }: RoomView, stands: boolean, isBound: boolean): SavingState | null {
  if (!stands) return null;
  return !isBound || isRenewed(saving) ? SAVING : saving;
}

const SAVING: SavingState = { kind: 'saving' };

/** A copy that was made anew is written on until the new one is there: nothing of it is lost. */
function isWritable({ saving }: RoomView): boolean {
  return saving.kind !== 'blocked' || isRenewed(saving) || saving.refusal === 'signed-out';
}
