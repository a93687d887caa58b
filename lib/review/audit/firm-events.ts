interface FirmSubject {
  readonly type: 'firm';
  readonly id: string;
}

export type FirmEvent =
  | { readonly type: 'firm.created'; readonly subject: FirmSubject; readonly data: { readonly name: string } }
  | {
      readonly type: 'firm.settings-changed';
      readonly subject: FirmSubject;
      /** the settings that differ, as they are now */
      readonly data: { readonly changed: Readonly<Record<string, unknown>> };
    }
  | { readonly type: 'firm.audit-exported'; readonly subject: FirmSubject; readonly data: { readonly events: number } };
