'use client';

/*
 * How a letter's workspace uses the editor:
 *
 *   <FigureProvider figures={figures}>                              once, around all sections
 *     <SuggestionsProvider letterId={…} memberId={…}>               once, where suggestions are shown and written
 *       <SectionToolbar handle={active} onOpenFigurePicker={…} />   once
 *       <SavingWord state={gravestState(states)} />                 once
 *       <SectionEditor section={…} … onFocus={setActive} />         per section
 *       <FigurePicker … onInsert={(f, p) => active?.insertFigure(f, p)} />
 *
 * A section is drawn from its body until it is near the viewport, clicked or focused; then its room is opened and the editor takes its place.
 * Who suggests reads there until they click into it; then their own copy of the section stands in its place. All sections of a page share one
 * socket. Footnotes, tables and charts are numbered by the style sheet in the order of the page.
 */
import type { AnyExtension } from '@tiptap/core';
import dynamic from 'next/dynamic';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSuggestions } from '@/components/suggestions/suggestions-context';
import { useSectionMarks } from '@/components/suggestions/use-section-marks';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { roomName } from '@/lib/letter/schema/room-name';
import { ROOM_REFUSALS } from '@/lib/letter/schema/room-refusal';
import type { SectionState } from '@/lib/review/section-state';
import { gravestState, type SavingState } from './saving-state';
import './section.css';
import type { SectionHandle } from './section-handle';
import { StaticSection } from './static-section';
import { useMarksExtension } from './use-marks-extension';
import { useNearViewport } from './use-near-viewport';
import { useSectionRoom } from './use-section-room';
import { useUnsavedWarning } from './use-unsaved-warning';

const BlockedNotice = dynamic(() => import('./blocked-notice'), { ssr: false });
const loadLiveSection = () => import('./live-section');
const LiveSection = dynamic(loadLiveSection, { ssr: false });
const SuggestedSection = dynamic(() => import('./suggested-section').then((module) => module.SuggestedSection), { ssr: false });

export interface SectionEditorProps {
  section: {
    readonly id: string;
    readonly generation: number;
    readonly title: string;
    /** introduction | summary | question | discussion | annex: decides how headings are numbered. */
    readonly kind: string;
    /** The text as the server had it when the page was made: drawn until the room is open. */
    readonly body: ProseNode;
    /** A signed section is only read. */
    readonly state?: SectionState;
    /** Nor is anything typed in a letter that was filed. */
    readonly frozen?: boolean;
  };
  /** What the policy says; the server enforces it by itself. */
  editable: boolean;
  user: { readonly memberId: string; readonly name: string };
  /** What else works on this text; read once, when the editor is made. */
  extensions?: readonly AnyExtension[];
  /** The same for the member's own copy of it. */
  copyExtensions?: readonly AnyExtension[];
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

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The text of one section, written by several at once, with what is suggested in it. */
export function SectionEditor({
  section,
  editable,
  user,
  extensions = [],
  copyExtensions = [],
  collabUrl,
  open = false,
  onSavingState,
  onReady,
  onFocus,
}: SectionEditorProps) {
  const frame = useRef<HTMLDivElement>(null);
  const near = useNearViewport(frame);
  const suggestions = useSuggestions();
  const closed = section.state === 'signed' || section.frozen === true;
  const suggesting = suggestions?.mode === 'suggesting' && !closed;
  const [asked, setAsked] = useState(false);
  const [standing, setStanding] = useState(false);
  const [clickedAt, setClickedAt] = useState<Point | null>(null);
  const [writing, setWriting] = useState<{ readonly at: Point | null } | null>(null);
  const [ownSaving, setOwnSaving] = useState<SavingState | null>(null);
  const wanted = near || asked || open;
  const url = collabUrl ?? defaultUrl();
  const { room, view } = useSectionRoom(wanted, {
    name: roomName({ sectionId: section.id, generation: section.generation }),
    memberId: user.memberId,
    url,
  });
  const marks = useMarksExtension(useSectionMarks(section.id));
  const all = useMemo(() => [...extensions, marks], [extensions, marks]);
  const handle = useRef<SectionHandle | null>(null);
  const live = room !== null && view.ready;
  const inCopy = suggesting && writing !== null && live;
  const copyStands = inCopy && ownSaving !== null;
  useEffect(() => {
    if (wanted) void loadLiveSection();
  }, [wanted]);
  useEffect(() => {
    if (!live) setStanding(false);
  }, [live]);
  useEffect(() => {
    if (suggesting) return;
    setWriting(null);
    setOwnSaving(null);
  }, [suggesting]);

  useUnsavedWarning(room !== null && (view.saving.kind === 'saving' || (view.saving.kind !== 'saved' && view.unsaved)));
  const report = useRef(onSavingState);
  report.current = onSavingState;
  useEffect(() => {
    if (room) report.current?.(section.id, ownSaving ? gravestState([view.saving, ownSaving]) : view.saving);
  }, [room, section.id, view.saving, ownSaving]);

  return (
    <div ref={frame} data-section={section.id} data-kind={section.kind} data-live={live && standing} className="section-frame">
      {live ? (
        // Until a member's own copy stands, the text is what they point at to write in it.
        // biome-ignore lint/a11y/noStaticElementInteractions: the text inside has the role
        // biome-ignore lint/a11y/useKeyWithClickEvents: focus does the same
        <div
          hidden={!standing || copyStands}
          onFocus={() => {
            if (suggesting) setWriting((before) => before ?? { at: null });
          }}
          onClick={(event) => {
            if (suggesting) setWriting({ at: pointIn(frame.current, event) });
          }}
        >
          <LiveSection
            room={room}
            sectionId={section.id}
            label={`Text of ${section.title}`}
            editable={editable && !suggesting && !closed && view.writable !== false && !isOver(view.saving)}
            reachable={suggesting}
            user={user}
            extensions={all}
            focusAt={standing ? clickedAt : null}
            onReady={(made) => {
              handle.current = made;
              setStanding(true);
              onReady?.(made);
            }}
            onFocus={suggesting ? undefined : onFocus}
          />
        </div>
      ) : null}
      {inCopy ? (
        <SuggestedSection
          section={section}
          sectionDocument={room.document}
          user={user}
          url={url}
          extensions={copyExtensions}
          focusAt={writing.at}
          onSavingState={setOwnSaving}
          onFocus={onFocus}
          onLeave={() => {
            if (handle.current && !handle.current.editor.isDestroyed) onFocus?.(handle.current);
          }}
        />
      ) : null}
      {live && standing ? null : (
        // Until the editor stands, a click says that it is wanted and where; keyboards reach it through the outline and the toolbar.
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <div
          onClick={(event) => {
            const at = pointIn(frame.current, event);
            setAsked(true);
            if (suggesting) setWriting({ at });
            else if (editable) setClickedAt(at);
          }}
        >
          <StaticSection body={section.body} />
        </div>
      )}
      {room && view.saving.kind === 'blocked' && needsNotice(view.saving) ? <BlockedNotice saving={view.saving} room={room} /> : null}
    </div>
  );
}

/** From the corner of the frame, because what stands above may move before the cursor is put there. */
function pointIn(frame: HTMLElement | null, { clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point {
  const { left, top } = frame?.getBoundingClientRect() ?? { left: 0, top: 0 };
  return { x: clientX - left, y: clientY - top };
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
