interface MemberSubject {
  readonly type: 'member';
  readonly id: string;
}

export type MemberEvent =
  | {
      readonly type: 'member.joined';
      readonly subject: MemberSubject;
      readonly data: { readonly name: string; readonly email: string; readonly role: string; readonly by: 'setup' | 'invitation' };
    }
  | {
      readonly type: 'member.role-changed';
      readonly subject: MemberSubject;
      readonly data: { readonly name: string; readonly from: string; readonly to: string };
    }
  | { readonly type: 'member.suspended'; readonly subject: MemberSubject; readonly data: { readonly name: string } }
  | { readonly type: 'member.reactivated'; readonly subject: MemberSubject; readonly data: { readonly name: string } }
  | { readonly type: 'member.password-changed'; readonly subject: MemberSubject; readonly data: { readonly name: string } }
  | {
      readonly type: 'member.password-link-made';
      readonly subject: MemberSubject;
      readonly data: { readonly name: string; readonly expiresAt: string };
    }
  | { readonly type: 'member.identity-linked'; readonly subject: MemberSubject; readonly data: { readonly issuer: string } };
