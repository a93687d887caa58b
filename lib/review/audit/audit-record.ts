/** An event of the log as it is stored: numbered within its firm, hashed over itself and over all before it. */
export interface AuditRecord {
  readonly firmId: string;
  /** 1, 2, 3 … within the firm, without gaps */
  readonly sequence: bigint;
  readonly id: string;
  readonly type: string;
  /** null where no member acted, e.g. at the first run */
  readonly actorId: string | null;
  readonly actorName: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly data: unknown;
  readonly at: Date;
  readonly previousHash: string;
  readonly hash: string;
}
