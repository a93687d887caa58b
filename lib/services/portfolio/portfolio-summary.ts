import { EVIDENCE_FILE_KINDS, type EvidenceFileKind } from '@/lib/margin/evidence/evidence-file-kinds';

/** A portfolio as lists show it. */
export interface PortfolioSummary {
  readonly id: string;
  readonly name: string;
  /** ISO date. */
  readonly asOf: string;
  readonly calculationCurrency: string;
  readonly format: 'positions' | 'crif';
  readonly contentHash: string;
  readonly positionCount: number;
  /** The kinds of its further files. */
  readonly evidence: readonly EvidenceFileKind[];
  readonly createdAt: string;
  readonly createdBy: string;
}

interface PortfolioRow {
  readonly id: string;
  readonly name: string;
  readonly asOf: Date;
  readonly calculationCurrency: string;
  readonly format: string;
  readonly contentHash: string;
  readonly positionCount: number;
  readonly evidence: readonly { readonly kind: string }[];
  readonly createdAt: Date;
}

/** The summary of a row; `createdBy` is the member's name. */
export function portfolioSummary(row: PortfolioRow, createdBy: string): PortfolioSummary {
  return {
    id: row.id,
    name: row.name,
    asOf: row.asOf.toISOString().slice(0, 10),
    calculationCurrency: row.calculationCurrency,
    format: row.format === 'crif' ? 'crif' : 'positions',
    contentHash: row.contentHash,
    positionCount: row.positionCount,
    evidence: EVIDENCE_FILE_KINDS.filter((kind) => row.evidence.some((file) => file.kind === kind)),
    createdAt: row.createdAt.toISOString(),
    createdBy,
  };
}
