'use client';

/*
 * How a letter's workspace uses the editor:
 *
 *   <FigureProvider figures={figures}>                              once, around all sections
 *     <SectionToolbar handle={active} onOpenFigurePicker={…} />     once
 *     <SavingWord state={gravestState(states)} />                   once
 *     <SectionEditor section={…} … onFocus={setActive} />           per section
 *     <FigurePicker … onInsert={(f, p) => active?.insertFigure(f, p)} />
 *   </FigureProvider>
 *
 * A section is drawn from its body until it is near the viewport, clicked or focused; then its room is opened and the editor takes its place.
 * All sections of a page share one socket. Footnotes, tables and charts are numbered by the style sheet in the order of the page.
 */
import type { AnyExtension } from '@tiptap/core';
import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { roomName } from '@/lib/letter/schema/room-name';
import { ROOM_REFUSALS } from '@/lib/letter/schema/room-refusal';
import type { SavingState } from './saving-state';
import './section.css';
import type { SectionHandle } from './section-handle';
import { StaticSection } from './static-section';
import { useNearViewport } from './use-near-viewport';
import { useSectionRoom } from './use-section-room';
import { useUnsavedWarning } from './use-unsaved-warning';

const BlockedNotice = dynamic(() => import('./blocked-notice'), { ssr: false });
const loadLiveSection = () => import('./live-section');
const LiveSection = dynamic(loadLiveSection, { ssr: false });

export interface SectionEditorProps {
  section: {
    readonly id: string;
    readonly generation: number;
    readonly title: string;
    /** introduction | summary | question | discussion | annex: decides how headings are numbered. */
    readonly kind: string;
    /** The text as the server had it when the page was made: drawn until the room is open. */
    readonly body: ProseNode;
  };
  /** What the policy says; the server enforces it by itself. */
  editable: boolean;
  user: { readonly memberId: string; readonly name: string };
  /** What else works on this text; read once, when the editor is made. */
  extensions?: readonly AnyExtension[];
  /** Where the rooms are; by default /collab of this site. */
  collabUrl?: string;
  /** Opens the room at once, however far away the section is. */
  open?: boolean;
  onSavingState?: (sectionId: string, state: SavingState) => void;
  /** The editor stands and can be worked on from outside. */
  onReady?: (handle: SectionHandle) => void;
  /** The cursor came into the section: its toolbar and panels work on this handle from now on. */
  onFocus?: (handle: SectionHandle) => void;
}

/** The text of one section, written by several at once. */
export function SectionEditor({
  section,
  editable,
  user,
  extensions,
  collabUrl,
  open = false,
  onSavingState,
  onReady,
  onFocus,
}: SectionEditorProps) {
  const frame = useRef<HTMLDivElement>(null);
  const near = useNearViewport(frame);
  const [asked, setAsked] = useState(false);
  const [standing, setStanding] = useState(false);
  const [clickedAt, setClickedAt] = useState<{ x: number; y: number } | null>(null);
  const wanted = near || asked || open;
  const { room, view } = useSectionRoom(wanted, {
    name: roomName({ sectionId: section.id, generation: section.generation }),
    memberId: user.memberId,
    url: collabUrl ?? defaultUrl(),
  });
  const live = room !== null && view.ready;
  useEffect(() => {
    if (wanted) void loadLiveSection();
  }, [wanted]);
  useEffect(() => {
    if (!live) setStanding(false);
  }, [live]);

  useUnsavedWarning(room !== null && (view.saving.kind === 'saving' || (view.saving.kind !== 'saved' && view.unsaved)));
  const report = useRef(onSavingState);
  report.current = onSavingState;
  useEffect(() => {
    if (room) report.current?.(section.id, view.saving);
  }, [room, section.id, view.saving]);

  return (
    <div ref={frame} data-section={section.id} data-kind={section.kind} data-live={live && standing} className="section-frame">
      {live ? (
        <div hidden={!standing}>
          <LiveSection
            room={room}
            sectionId={section.id}
            title={section.title}
            editable={editable && view.writable !== false && !isOver(view.saving)}
            user={user}
            extensions={extensions}
            focusAt={standing ? clickedAt : null}
            onReady={(handle) => {
              setStanding(true);
              onReady?.(handle);
            }}
            onFocus={onFocus}
          />
        </div>
      ) : null}
      {live && standing ? null : (
        // Until the editor stands, a click says that it is wanted and where; keyboards reach it through the outline and the toolbar.
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <div
          onClick={(event) => {
            setAsked(true);
            if (editable) setClickedAt({ x: event.clientX, y: event.clientY });
          }}
        >
          <StaticSection body={section.body} />
        </div>
      )}
      {room && view.saving.kind === 'blocked' && needsNotice(view.saving) ? <BlockedNotice saving={view.saving} room={room} /> : null}
    </div>
  );
}

/** Who is signed out is told once for the whole letter; a section says it only where something of it would be lost. */
function needsNotice(saving: Extract<SavingState, { kind: 'blocked' }>): boolean {
  return saving.unsaved || saving.refusal !== 'signed-out';
}

/** Nothing more can be saved here until a person does something, so nothing more may be typed. Signing in again elsewhere mends itself. */
function isOver(saving: SavingState): boolean {
  if (saving.kind !== 'blocked') return false;
  return saving.refusal === 'read-only' || (ROOM_REFUSALS[saving.refusal].next !== 'retry' && saving.refusal !== 'signed-out');
}

function defaultUrl(): string {
  if (typeof location === 'undefined') return '';
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/collab`;
}
