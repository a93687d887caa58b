import type { Classification, Regime } from '../classification/regime';
import type { Position } from '../portfolio/position';
import type { ExternalRequirement } from './external-requirement';

const PARTS = ['counterparty', 'nettingAgreement', 'account', 'clearedBy'] as const;
type Part = (typeof PARTS)[number];

/** Given amounts by the parts of a netting set that they name, so that a position's are found without looking at all others. */
export class ExternalIndex {
  private readonly patterns = new Map<string, { readonly parts: readonly Part[]; readonly entries: Map<string, ExternalRequirement[]> }>();

  constructor(entries: readonly ExternalRequirement[]) {
    for (const entry of entries) {
      const parts = PARTS.filter((part) => entry[part] !== null);
      const name = parts.join();
      const pattern = this.patterns.get(name) ?? { parts, entries: new Map<string, ExternalRequirement[]>() };
      this.patterns.set(name, pattern);
      const key = keyOf(entry, parts);
      const found = pattern.entries.get(key);
      if (found) found.push(entry);
      else pattern.entries.set(key, [entry]);
    }
  }

  /** The entries whose every named part is the position's, under its regime where that is known, in order of the file. */
  find(position: Position, regime: Regime | null): ExternalRequirement[] {
    return [...this.patterns.values()]
      .flatMap(({ parts, entries }) => entries.get(keyOf(position, parts)) ?? [])
      .filter((entry) => regime === null || entry.regime === regime)
      .sort((a, b) => a.line - b.line);
  }
}

/** The regime of a position, or null where it was not classified or is undetermined. */
export function knownRegime(position: Position, classifications: ReadonlyMap<string, Classification> | undefined): Regime | null {
  const regime = classifications?.get(position.positionId)?.regime ?? null;
  return regime === 'undetermined' ? null : regime;
}

function keyOf(named: Pick<Position, Part>, parts: readonly Part[]): string {
  return JSON.stringify(parts.map((part) => named[part]));
}
