interface LetterSubject {
  readonly type: 'letter';
  readonly id: string;
}

/** What is done with Word files that came back. What becomes of a suggestion of one is suggestion.accepted and so on. */
export type ReturnedEvent =
  | {
      readonly type: 'letter.file-returned';
      readonly subject: LetterSubject;
      readonly data: {
        readonly returnedFileId: string;
        readonly fileName: string;
        readonly sha256: string;
        /** the version that it was written from; null where none was kept */
        readonly snapshotNumber: number | null;
        readonly suggestions: number;
        readonly conflicts: number;
        readonly threads: number;
        readonly replies: number;
        readonly notUnderstood: number;
        readonly authors: readonly string[];
      };
    }
  | {
      readonly type: 'letter.return-settled';
      readonly subject: LetterSubject;
      readonly data: {
        readonly returnedFileId: string;
        /** the conflict's key in the file's report, its kind, and what it was about */
        readonly key: string;
        readonly kind: string;
        readonly place: string;
        readonly sent: string;
        readonly file: string;
        /** suggest, rename, keep or comment */
        readonly settlement: string;
        readonly suggestionId: string | null;
        readonly threadId: string | null;
      };
    };
