interface SourceSubject {
  readonly type: 'source';
  readonly id: string;
}

type Fields = Readonly<Record<string, string>>;

export type SourceEvent =
  | { readonly type: 'source.added'; readonly subject: SourceSubject; readonly data: { readonly kind: string; readonly fields: Fields } }
  | {
      readonly type: 'source.changed';
      readonly subject: SourceSubject;
      readonly data: { readonly kind: string; readonly before: Fields; readonly after: Fields };
    };
