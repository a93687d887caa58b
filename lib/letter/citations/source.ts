/** What a citation may cite. */
export const SOURCE_KINDS = ['cfr', 'federal-register', 'release', 'statute', 'case', 'letter', 'webpage'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** A source of the firm's library as a letter holds it: its kind, its fields (which ones: the kind's form), and a short name where one is given. */
export interface Source {
  readonly id: string;
  readonly kind: SourceKind;
  readonly fields: Readonly<Record<string, string>>;
}
