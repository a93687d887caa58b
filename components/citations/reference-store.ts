import { citeLetter } from '@/lib/letter/citations/cite-letter';
import type { CitedRuns } from '@/lib/letter/citations/cited-runs';
import type { Source } from '@/lib/letter/citations/source';
import type { LetterSection } from '@/lib/letter/letter-content';
import { type ReferenceTargets, referenceTargets } from '@/lib/letter/references/reference-targets';
import type { ProseNode } from '@/lib/letter/schema/prose-node';

/** The letter as a page knows it now, with the words of its citations. */
export interface ReferenceView {
  readonly sections: readonly LetterSection[];
  /** null while the library is being read */
  readonly sources: Readonly<Record<string, Source>> | null;
  readonly cited: ReadonlyMap<string, CitedRuns>;
  readonly targets: ReferenceTargets;
}

/** What a member changes about a citation or reference in its dialog. */
export interface ObjectEdit {
  readonly type: 'citation' | 'crossReference';
  readonly attrs: Readonly<Record<string, unknown>>;
  /** Null where the member only reads. */
  readonly apply: ((attrs: Readonly<Record<string, unknown>>) => void) | null;
}

/**
 * The words of a page's citations and cross-references, which follow from the whole letter: texts that are open here as they are typed, the
 * others as the server last gave them. Chips listen; the words are computed when somebody asks after a change.
 */
export class ReferenceStore {
  private readonly listeners = new Set<() => void>();
  private readonly live = new Map<string, Map<object, ProseNode>>();
  private sections: readonly LetterSection[] = [];
  private read: Readonly<Record<string, ProseNode>> = {};
  private sources: Readonly<Record<string, Source>> | null = null;
  private view: ReferenceView | null = null;
  /** `editable` false: citations and references read as plain text, and open nothing. */
  constructor(readonly editable = true) {}

  /** Of a text that stays as it is, such as a version. */
  static of(view: ReferenceView): ReferenceStore {
    const store = new ReferenceStore(false);
    store.view = view;
    return store;
  }

  /** Opens the dialog of a citation or reference; set by whoever draws it. */
  onEdit: (edit: ObjectEdit) => void = () => {};

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly getView = (): ReferenceView => {
    if (this.view) return this.view;
    const sections = this.sections.map((section) => ({ ...section, body: this.bodyOf(section) }));
    const sources = this.sources ?? {};
    this.view = { sections, sources: this.sources, cited: citeLetter({ sections, sources }), targets: referenceTargets({ sections }) };
    return this.view;
  };

  setSections(sections: readonly LetterSection[]): void {
    this.sections = sections;
    this.changed();
  }

  /** What the server holds: newer than the page, older than what is open here. */
  setRead(sources: readonly Source[], bodies: Readonly<Record<string, ProseNode>>): void {
    this.sources = Object.fromEntries(sources.map((source) => [source.id, source]));
    this.read = bodies;
    this.changed();
  }

  putSource(source: Source): void {
    this.sources = { ...this.sources, [source.id]: source };
    this.changed();
  }

  /** The text of a section as an editor holds it. Of several, such as one's own copy to suggest in, the last that was opened counts. */
  setLive(sectionId: string, owner: object, body: ProseNode | null): void {
    const own = this.live.get(sectionId) ?? new Map<object, ProseNode>();
    this.live.set(sectionId, own);
    if (body === null) own.delete(owner);
    else own.set(owner, body);
    this.changed();
  }

  private bodyOf({ id, body }: LetterSection): ProseNode {
    return [...(this.live.get(id)?.values() ?? [])].at(-1) ?? this.read[id] ?? body;
  }

  private changed(): void {
    this.view = null;
    for (const listener of [...this.listeners]) listener();
  }
}
