interface InvitationSubject {
  readonly type: 'invitation';
  readonly id: string;
}

export type InvitationEvent =
  | {
      readonly type: 'invitation.created';
      readonly subject: InvitationSubject;
      readonly data: { readonly role: string; readonly email: string | null; readonly note: string; readonly expiresAt: string };
    }
  | { readonly type: 'invitation.revoked'; readonly subject: InvitationSubject; readonly data: { readonly role: string } }
  | {
      readonly type: 'invitation.accepted';
      readonly subject: InvitationSubject;
      readonly data: { readonly role: string; readonly memberId: string };
    };
