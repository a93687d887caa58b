import type { Formatted } from '../layout/formatted';

/** Where a part leads: to another part of the package by its path, or to an address outside of it. */
export interface Relationship {
  /** As it stands in the part's elements; it is numbered when the package is written. */
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** A part of XML before it is written out, so that what follows from the whole letter can still be put in. */
export interface FormattedPart {
  readonly tree: Formatted;
  readonly contentType: string;
  readonly relationships: readonly Relationship[];
}

/** A Word file before it is written out, its parts by their paths. */
export interface FormattedPackage {
  readonly parts: Map<string, FormattedPart>;
  /** Parts that are no XML, or are packages themselves. */
  readonly files: Map<string, { readonly bytes: Uint8Array; readonly contentType: string }>;
  /** The ids of lists by the names that stand for them in the parts, e.g. "{headings-0}". */
  readonly lists: ReadonlyMap<string, string>;
}
