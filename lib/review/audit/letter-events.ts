interface LetterSubject {
  readonly type: 'letter';
  readonly id: string;
}

interface SectionSubject {
  readonly type: 'section';
  readonly id: string;
}

export type LetterEvent =
  | {
      readonly type: 'letter.created';
      readonly subject: LetterSubject;
      readonly data: { readonly title: string; readonly requestVersionId: string; readonly sections: number };
    }
  | {
      readonly type: 'letter.furniture-changed';
      readonly subject: LetterSubject;
      /** the parts that differ, before and after */
      readonly data: { readonly before: Readonly<Record<string, unknown>>; readonly after: Readonly<Record<string, unknown>> };
    }
  | {
      readonly type: 'letter.confidential-request-changed';
      readonly subject: LetterSubject;
      /** the parts that differ, before and after */
      readonly data: { readonly before: Readonly<Record<string, unknown>>; readonly after: Readonly<Record<string, unknown>> };
    }
  | {
      readonly type: 'letter.confidential-request-drafted';
      readonly subject: LetterSubject;
      readonly data: { readonly agency: string; readonly sha256: string };
    }
  | {
      readonly type: 'letter.snapshot-taken';
      readonly subject: LetterSubject;
      readonly data: {
        readonly snapshotId: string;
        readonly number: number;
        readonly contentHash: string;
        /** why it was taken, and what its maker called it */
        readonly occasion: string;
        readonly name: string;
        readonly note: string;
      };
    }
  | {
      readonly type: 'letter.exported';
      readonly subject: LetterSubject;
      readonly data: {
        readonly exportId: string;
        readonly build: string;
        /** the agency that it is for; null for both */
        readonly agency: string | null;
        /** what else it was made with, e.g. the version a redline is against */
        readonly options: Readonly<Record<string, unknown>>;
        readonly snapshotNumber: number;
        readonly sha256: string;
        /** what the checks found when it was exported, by code */
        readonly findings: readonly string[];
        /** why it was exported although errors stood; null where none did */
        readonly overrideReason: string | null;
      };
    }
  | {
      readonly type: 'letter.check-overridden';
      readonly subject: LetterSubject;
      /** one finding that would have stopped the export, and why it did not */
      readonly data: {
        readonly code: string;
        readonly sectionId: string | null;
        readonly nodeId: string | null;
        readonly reason: string;
      };
    }
  | {
      readonly type: 'letter.submitted';
      readonly subject: LetterSubject;
      readonly data: {
        readonly submissionId: string;
        readonly agency: string;
        readonly channel: string;
        readonly submittedAt: string;
        readonly receipt: string;
        readonly note: string;
        readonly snapshotNumber: number;
        readonly exportId: string | null;
      };
    }
  | {
      readonly type: 'letter.frozen';
      readonly subject: LetterSubject;
      readonly data: { readonly snapshotNumber: number };
    }
  | {
      readonly type: 'letter.unfrozen';
      readonly subject: LetterSubject;
      readonly data: { readonly reason: string };
    }
  | {
      readonly type: 'letter.export-opened';
      readonly subject: LetterSubject;
      readonly data: { readonly exportId: string; readonly sha256: string };
    }
  | {
      readonly type: 'section.added';
      readonly subject: SectionSubject;
      readonly data: { readonly letterId: string; readonly kind: string; readonly title: string };
    }
  | {
      readonly type: 'section.changed';
      readonly subject: SectionSubject;
      readonly data: {
        readonly letterId: string;
        readonly before: Readonly<Record<string, unknown>>;
        readonly after: Readonly<Record<string, unknown>>;
      };
    }
  | {
      readonly type: 'section.figure-accepted';
      readonly subject: SectionSubject;
      readonly data: { readonly letterId: string; readonly figureId: string; readonly fromRunId: string; readonly toRunId: string };
    };
