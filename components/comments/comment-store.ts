import type { Editor } from '@tiptap/core';
import { ApiError, callApi } from '@/components/ui/call-api';
import type { Anchor } from '@/lib/letter/anchors/anchor';
import type { LetterThreads } from '@/lib/services/comment/list-threads';
import type { ThreadView } from '@/lib/services/comment/thread-view';
import { anchorsOfSelection } from './anchors-of-selection';

/** A comment that is being written and begins a thread; it survives the closing of the panel and a reload. */
export interface NewThread {
  /** of this beginning: each one is written in a form of its own, so that the cursor goes there */
  readonly id: string;
  readonly sectionId: string;
  /** What it may be about, the nearest first; `chosen` counts in it. */
  readonly about: readonly Anchor[];
  readonly chosen: number;
  readonly text: string;
  readonly privileged: boolean;
}

export interface CommentsState {
  /** Null until they were read once. */
  readonly letter: LetterThreads | null;
  /** Why they could not be read the last time; what was read before stays. */
  readonly refusal: string | null;
  readonly activeId: string | null;
  readonly composing: NewThread | null;
  /** The editor in which something is selected that could be commented on. */
  readonly offer: { readonly sectionId: string; readonly editor: Editor } | null;
}

const EMPTY: CommentsState = { letter: null, refusal: null, activeId: null, composing: null, offer: null };

/** The comments of one open letter: what the panel shows and the editors mark. Editors live outside of React, so this does too. */
export class CommentStore {
  private state: CommentsState = EMPTY;
  private readonly listeners = new Set<() => void>();
  private reading: Promise<void> | null = null;
  private readAgain = false;
  private begunHere: string | null = null;
  private readonly draftKey: string;

  constructor(
    readonly letterId: string,
    /** Asked when a thread or a new comment should be seen: opens the panel. */
    private readonly onWanted: () => void,
  ) {
    this.draftKey = `marginalia-new-comment:${letterId}`;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): CommentsState => this.state;

  /** The threads that are marked in a section's text. */
  openIn(sectionId: string): readonly ThreadView[] {
    return this.state.letter?.threads.filter((thread) => thread.sectionId === sectionId && thread.resolvedAt === null) ?? [];
  }

  /** Reads the threads; calls that come meanwhile lead to one more reading. */
  read(): Promise<void> {
    if (this.reading) {
      this.readAgain = true;
      return this.reading;
    }
    this.reading = this.readOnce().finally(() => {
      this.reading = null;
      if (this.readAgain) {
        this.readAgain = false;
        void this.read();
      }
    });
    return this.reading;
  }

  /** Takes up the comment that was being written when the page was left. */
  restore(): void {
    const kept = sessionStorage.getItem(this.draftKey);
    if (kept !== null) this.set({ composing: JSON.parse(kept) as NewThread });
  }

  open(threadId: string | null): void {
    if (threadId !== this.state.activeId) this.set({ activeId: threadId });
    if (threadId !== null) this.onWanted();
  }

  /** Begins a comment on what is selected in the editor, or on the whole section; words already written for a new comment stay. */
  compose(sectionId: string, editor: Editor | null): void {
    const about = editor ? anchorsOfSelection(editor) : [{ kind: 'section' } as const];
    const { text = '', privileged = false } = this.state.composing ?? {};
    const id = crypto.randomUUID();
    this.begunHere = id;
    this.change({ id, sectionId, about, chosen: 0, text, privileged });
    this.set({ activeId: null, offer: null });
    this.onWanted();
  }

  /** Whether somebody just asked for this comment: then the cursor goes there. One that was taken up again waits to be chosen. */
  isBegunHere({ id }: NewThread): boolean {
    return id === this.begunHere;
  }

  /** Changes what is being written; null ends it. */
  change(composing: NewThread | null): void {
    this.set({ composing });
    if (composing === null) sessionStorage.removeItem(this.draftKey);
    else sessionStorage.setItem(this.draftKey, JSON.stringify(composing));
  }

  offer(sectionId: string, editor: Editor | null): void {
    const { offer } = this.state;
    if (editor === null && offer?.sectionId === sectionId) this.set({ offer: null });
    // a new object each time: the place may have moved although the editor is the same
    if (editor !== null) this.set({ offer: { sectionId, editor } });
  }

  private async readOnce(): Promise<void> {
    try {
      this.set({ letter: await callApi<LetterThreads>(`/api/letters/${this.letterId}/threads`), refusal: null });
    } catch (error) {
      this.set({ refusal: error instanceof ApiError ? error.message : String(error) });
    }
  }

  private set(part: Partial<CommentsState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of [...this.listeners]) listener();
  }
}
