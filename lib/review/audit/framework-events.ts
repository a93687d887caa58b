interface FrameworkSubject {
  readonly type: 'framework';
  readonly id: string;
}

interface Content {
  readonly name: string;
  readonly contentHash: string;
}

export type FrameworkEvent =
  | {
      readonly type: 'framework.created';
      readonly subject: FrameworkSubject;
      readonly data: Content & { readonly key: string; readonly basedOn: string | null };
    }
  | {
      readonly type: 'framework.changed';
      readonly subject: FrameworkSubject;
      readonly data: { readonly key: string; readonly before: Content; readonly after: Content };
    }
  | { readonly type: 'framework.removed'; readonly subject: FrameworkSubject; readonly data: Content & { readonly key: string } };
