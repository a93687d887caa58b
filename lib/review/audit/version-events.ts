interface Named {
  readonly name: string;
  readonly note: string;
}

/** What is done with versions of a letter. That one was taken is letter.snapshot-taken. */
export type VersionEvent =
  | {
      readonly type: 'letter.version-named';
      readonly subject: { readonly type: 'letter'; readonly id: string };
      readonly data: { readonly number: number; readonly before: Named; readonly after: Named };
    }
  | {
      readonly type: 'letter.version-restored';
      readonly subject: { readonly type: 'letter'; readonly id: string };
      readonly data: {
        readonly number: number;
        readonly contentHash: string;
        /** the version that holds the letter as it stood before, and the one that holds it now */
        readonly keptAs: number;
        readonly newNumber: number;
        /** the one section that was asked for; null for the whole letter */
        readonly sectionId: string | null;
        /** sections that took the version's text, that came back, that are newer than the version and stayed, that stayed because they are signed */
        readonly restored: readonly string[];
        readonly broughtBack: readonly string[];
        readonly kept: readonly string[];
        readonly signed: readonly string[];
      };
    };
