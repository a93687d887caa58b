import type { Regime } from '../classification/regime';
import type { Evidence, EvidenceKind } from '../evidence/evidence';
import { ExternalIndex } from '../evidence/external-index';
import type { Position } from '../portfolio/position';

/** Whether a position, under its regime, has evidence of a kind in the run. */
export type EvidenceTest = (kind: EvidenceKind, position: Position, regime: Regime) => boolean;

/** sensitivities: rows of its own in the CRIF. pnl: a vector of its own. external: an entry of its regime matches its netting set. scan-parameters: an exchange's figures for its underlier. */
export function evidenceTest({ sensitivities, pnl, external, scanParameters }: Evidence): EvidenceTest {
  const charged = new ExternalIndex(external);
  const scanned = new Set([...(scanParameters?.commodities.values() ?? [])].flatMap(({ underliers }) => underliers));
  return (kind, position, regime) => {
    switch (kind) {
      case 'sensitivities':
        return sensitivities.has(position.positionId);
      case 'pnl':
        return pnl?.rows.has(position.positionId) ?? false;
      case 'external':
        return external.length > 0 && charged.find(position, regime).length > 0;
      case 'scan-parameters':
        return position.underlier !== null && scanned.has(position.underlier);
    }
  };
}
