import type { Tracker } from '@/lib/letter/tracked/tracked';

/** The Word files that are written of a letter. */
export const BUILD_KINDS = ['clean', 'redline', 'review', 'public', 'confidential'] as const;
export type BuildKind = (typeof BUILD_KINDS)[number];

/** What the words of an action's citation are, by its key in the catalogue; null for a key it does not have. */
export type CiteAction = (actionKey: string) => string | null;

/**
 * How a content is written. Which content that is, is decided before: of one agency (contentForAgency), redacted (redactContent), with its
 * changes tracked (trackLetter). The writer takes nothing out and adds no names that are not here.
 */
export interface LetterBuild {
  readonly kind: BuildKind;
  readonly citeAction: CiteAction;
  /** The hash of the version, for the bookmark by which a returned file finds it. Absent: no bookmark. */
  readonly versionHash?: string;
  /** Of the review build alone. */
  readonly threads?: readonly WrittenThread[];
  /** Of the confidential build alone: what stands on every page. */
  readonly marking?: PageMarking;
  /** The firm's template, as it was read; absent: the styles of our own. */
  readonly template?: HouseStyle;
}

/** A comment thread as it is written into the review build. */
export interface WrittenThread {
  readonly sectionId: string;
  /** a stretch of a block, a node, or the section as a whole (null) */
  readonly place: { readonly blockId: string; readonly from: number; readonly to: number } | { readonly nodeId: string } | null;
  readonly resolved: boolean;
  readonly comments: readonly (Tracker & { readonly text: string })[];
}

/** "Confidential Treatment Requested by X" and the identifier with the page's number, as 17 CFR 145.9(d) and 17 CFR 200.83(c) ask. */
export interface PageMarking {
  readonly words: string;
  /** before the page's number, e.g. "EXB-" */
  readonly identifierPrefix: string;
}

/** What of a house template the writer uses: parts of the template's package as XML, by name. */
export interface HouseStyle {
  readonly name: string;
  readonly parts: Readonly<Record<string, Uint8Array>>;
}
