interface ParametersSubject {
  readonly type: 'parameters';
  readonly id: string;
}

interface Named {
  readonly kind: 'simm' | 'scan';
  readonly name: string;
  readonly version: string;
}

export type ParametersEvent =
  | {
      readonly type: 'parameters.loaded';
      readonly subject: ParametersSubject;
      /** fileSha256: of the file as it was uploaded */
      readonly data: Named & { readonly contentHash: string; readonly fileSha256: string };
    }
  | {
      readonly type: 'parameters.licence-confirmed';
      readonly subject: ParametersSubject;
      /** statement: the words that the member confirmed */
      readonly data: Named & { readonly contentHash: string; readonly statement: string };
    }
  | { readonly type: 'parameters.withdrawn'; readonly subject: ParametersSubject; readonly data: Named & { readonly reason: string } };
