import type { Role } from '@/lib/policies/actor';
import { ROLES } from '@/lib/policies/actor';
import type { SectionState } from '@/lib/review/section-state';
import type { World } from './world';

/** Who may: a letter for each role that may and a hyphen for each that may not, in the order of ROLES, e.g. "AL----". */
export type Row = string;

export const LETTERS: Readonly<Record<Role, string>> = {
  administrator: 'A',
  legal: 'L',
  risk: 'R',
  approver: 'P',
  observer: 'O',
  'outside-counsel': 'C',
};

export interface Call {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** a file as the body */
  readonly file?: string;
}

/** A Next route handler, as loosely as the table needs it. */
export type Handler = (request: Request, segment: { params: Promise<never> }) => Promise<Response>;

/** One thing that a member can ask of a route, and who gets it: a row of the policy table. */
export interface Act {
  readonly does: string;
  /** method and path as the file of the route stands in app/api */
  readonly route: string;
  readonly handler: unknown;
  readonly may: Row;
  /** rows of section states in which others may; `may` holds elsewhere */
  readonly states?: Partial<Record<SectionState, Row>>;
  /** whoever may not is told that there is no such thing */
  readonly hidden?: true;
  /** it names nothing of a firm, so another firm's member does it in their own */
  readonly ownFirmOnly?: true;
  /** only the asker's own is touched: others' is not found */
  readonly call: (world: World, role: Role, state: SectionState) => Call | Promise<Call>;
}

export function allows(row: Row, role: Role): boolean {
  if (row.length !== ROLES.length) throw new RangeError(`“${row}” is no row of ${ROLES.length} roles.`);
  return row[ROLES.indexOf(role)] === LETTERS[role];
}
