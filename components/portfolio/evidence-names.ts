import type { EvidenceFileKind } from '@/lib/margin/evidence/evidence-file-kinds';
import type { EvidenceReport } from '@/lib/services/portfolio/evidence-report';

/** What the further files of a portfolio are called, and what each is for. */
export const EVIDENCE_NAMES: Readonly<Record<EvidenceFileKind, { readonly label: string; readonly purpose: string }>> = {
  sensitivities: { label: 'Sensitivities (CRIF)', purpose: 'For legs by SIMM; TradeID is the position.' },
  pnl: { label: 'P&L vectors', purpose: 'For value at risk and for adequacy.' },
  external: { label: 'External requirements', purpose: 'Amounts that a clearing house charged.' },
  constituents: { label: 'Index constituents', purpose: 'For the narrow-based tests when positions are classified.' },
  rates: { label: 'FX rates', purpose: 'For rows without fx_rate, and for amounts in other currencies.' },
};

const COVERED: Readonly<Partial<Record<EvidenceFileKind, string>>> = {
  sensitivities: 'Sensitivities',
  pnl: 'P&L',
  external: 'A given amount',
};

/** "P&L for 380 of 400 positions"; null for a file that is not of positions. */
export function coverageOf({ kind, covered }: Pick<EvidenceReport, 'kind' | 'covered'>, positions: number): string | null {
  const word = COVERED[kind];
  if (word === undefined || covered === null) return null;
  return `${word} for ${covered.toLocaleString('en-US')} of ${positions.toLocaleString('en-US')} positions`;
}
