import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { Spot } from './suggestion-spots';

/** One suggestion as an editor marks it. */
export interface SuggestionMark {
  /** of the suggestion; null for what was written just now and has no row yet */
  readonly id: string | null;
  /** "Lee Legal suggests to delete “must”": read on hover and by screen readers */
  readonly label: string;
  /** a word or two at blocks whose form changes, e.g. "Heading 2"; else empty */
  readonly form: string;
  /** Finds what to draw in the text as it is now. */
  readonly spots: (body: ProseNode) => readonly Spot[];
}

/**
 * What an editor shows of suggestions, and which of them is looked at: the page puts it in, the editor's marks follow it. One per editor,
 * because an editor takes its extensions only once.
 */
export class MarkSource {
  private marks: readonly SuggestionMark[] = [];
  private active: string | null = null;
  private readonly listeners = new Set<(what: 'marks' | 'active') => void>();
  /** Somebody pointed at a mark or put the cursor into it. */
  onLook: (id: string) => void = () => {};

  getMarks = (): readonly SuggestionMark[] => this.marks;

  getActive = (): string | null => this.active;

  setMarks(marks: readonly SuggestionMark[]): void {
    if (marks === this.marks || (marks.length === 0 && this.marks.length === 0)) return;
    this.marks = marks;
    this.tell('marks');
  }

  setActive(id: string | null): void {
    if (id === this.active) return;
    this.active = id;
    this.tell('active');
  }

  subscribe(listener: (what: 'marks' | 'active') => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(what: 'marks' | 'active'): void {
    for (const listener of [...this.listeners]) listener(what);
  }
}
