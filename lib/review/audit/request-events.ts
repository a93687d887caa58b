interface RequestSubject {
  readonly type: 'request';
  readonly id: string;
}

export type RequestEvent =
  | {
      readonly type: 'request.imported';
      readonly subject: RequestSubject;
      readonly data: {
        readonly versionId: string;
        readonly number: number;
        readonly title: string;
        /** xml | json | html | text */
        readonly format: string;
        /** of the file as it came */
        readonly sha256: string;
        readonly contentHash: string;
        readonly questions: number;
        readonly warnings: number;
      };
    }
  | {
      readonly type: 'request.outline-corrected';
      readonly subject: RequestSubject;
      readonly data: {
        readonly versionId: string;
        readonly number: number;
        readonly fromVersionId: string;
        readonly contentHash: string;
        readonly note: string;
        /** questions that differ from the version it was made from */
        readonly changes: { readonly added: number; readonly removed: number; readonly changed: number; readonly moved: number };
      };
    };
