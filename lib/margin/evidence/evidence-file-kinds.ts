/** The kinds of a portfolio's further files, in the order in which they are listed and hashed. */
export const EVIDENCE_FILE_KINDS = ['sensitivities', 'pnl', 'external', 'constituents', 'rates'] as const;
export type EvidenceFileKind = (typeof EVIDENCE_FILE_KINDS)[number];
