interface SessionSubject {
  readonly type: 'session';
  readonly id: string;
}

export type SessionEvent =
  | {
      readonly type: 'session.started';
      readonly subject: SessionSubject;
      readonly data: { readonly memberId: string; readonly by: 'password' | 'oidc' };
    }
  | {
      readonly type: 'session.ended';
      readonly subject: SessionSubject;
      readonly data: { readonly memberId: string; readonly reason: 'signed-out' | 'revoked' | 'suspended' | 'password-changed' };
    };
