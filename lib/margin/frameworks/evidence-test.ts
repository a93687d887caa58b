import type { Regime } from '../classification/regime';
import type { Evidence, EvidenceKind } from '../evidence/evidence';
import type { ExternalRequirement } from '../evidence/external-requirement';
import type { Position } from '../portfolio/position';
import { NETTING_KEYS, type NettingKey } from './framework';

/** Whether a position, under its regime, has evidence of a kind in the run. */
export type EvidenceTest = (kind: EvidenceKind, position: Position, regime: Regime) => boolean;

/** sensitivities: rows of its own in the CRIF. pnl: a vector of its own. external: an entry of its regime matches its netting set. */
export function evidenceTest({ sensitivities, pnl, external }: Evidence): EvidenceTest {
  const hasEntry = externalTest(external);
  return (kind, position, regime) => {
    switch (kind) {
      case 'sensitivities':
        return sensitivities.has(position.positionId);
      case 'pnl':
        return pnl?.rows.has(position.positionId) ?? false;
      case 'external':
        return hasEntry(position, regime);
    }
  };
}

/** Entries by which parts they name, so that a position is looked up once for each choice of parts and not once for each entry. */
function externalTest(entries: readonly ExternalRequirement[]): (position: Position, regime: Regime) => boolean {
  const byParts = new Map<string, { keys: readonly NettingKey[]; values: Set<string> }>();
  for (const entry of entries) {
    const keys = NETTING_KEYS.filter((key) => entry[key] !== null);
    const name = keys.join();
    const group = byParts.get(name) ?? { keys, values: new Set<string>() };
    group.values.add(JSON.stringify([entry.regime, ...keys.map((key) => entry[key])]));
    byParts.set(name, group);
  }
  const groups = [...byParts.values()];
  return (position, regime) => groups.some(({ keys, values }) => values.has(JSON.stringify([regime, ...keys.map((key) => position[key])])));
}
