export const ROLES = ['administrator', 'legal', 'risk', 'approver', 'observer', 'outside-counsel'] as const;
export type Role = (typeof ROLES)[number];

/** The signed-in member in whose name a use case runs. */
export interface Actor {
  readonly memberId: string;
  readonly firmId: string;
  readonly sessionId: string;
  readonly role: Role;
  readonly name: string;
}
