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
  | { readonly type: 'firm.audit-exported'; readonly subject: FirmSubject; readonly data: { readonly events: number } }
  | {
      readonly type: 'firm.backed-up';
      readonly subject: FirmSubject;
      /** the state at `takenAt` was written to a file of this hash; in that file the log ends with the event of number `events` */
      readonly data: { readonly backupId: string; readonly takenAt: string; readonly sha256: string; readonly events: string };
    }
  | {
      readonly type: 'firm.restored';
      readonly subject: FirmSubject;
      readonly data: {
        readonly backupId: string;
        readonly takenAt: string;
        /** the end of this firm's log in the instance that was replaced; null where the firm was in none */
        readonly replaced: { readonly events: string; readonly lastHash: string } | null;
      };
    };
