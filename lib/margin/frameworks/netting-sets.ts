import type { Regime } from '../classification/regime';
import { slug } from '../methods/build-node';
import type { NettingSet, ResolvedPosition } from '../methods/method';
import type { Position } from '../portfolio/position';
import type { FrameworkLeg, NettingKey } from './framework';

/** A netting set with the counterparty whose threshold it counts against; null where the positions name none, or several. */
export interface LegNettingSet extends NettingSet {
  readonly counterparty: string | null;
}

const NONE: Readonly<Record<NettingKey, string>> = {
  counterparty: 'no counterparty named',
  nettingAgreement: 'no netting agreement named',
  account: 'no account named',
  clearedBy: 'no clearing house named',
};

const CLEARED: ReadonlySet<Regime> = new Set<Regime>(['futures', 'cleared-swaps', 'cleared-treasuries', 'commingled-cds']);

/** The positions of a leg by its netting key, in order of the key. */
export function nettingSets(leg: FrameworkLeg, positions: readonly ResolvedPosition[], legPath: string): LegNettingSet[] {
  // a clearing house nets by its rules, whether or not the file names the customer
  const atClearingHouse = leg.scope.regimes?.every((regime) => CLEARED.has(regime)) ?? false;
  const groups = new Map<string, ResolvedPosition[]>();
  for (const resolved of positions) {
    const key = JSON.stringify(leg.nettingKey.map((name) => keyOf(resolved.position, name)));
    const group = groups.get(key);
    if (group) group.push(resolved);
    else groups.set(key, [resolved]);
  }
  return [...groups.keys()].sort().map((key) => {
    const members = groups.get(key) ?? [];
    const first = members[0]?.position;
    const names = leg.nettingKey.map((name) => (first && keyOf(first, name)) ?? NONE[name]);
    const counterparties = new Set(members.map(({ position }) => position.counterparty));
    return {
      path: `${legPath}/${names.length === 0 ? 'all' : slug(names.join(' / '))}`,
      label: names.length === 0 ? 'All positions' : names.join(' · '),
      underAgreement: atClearingHouse || leg.nettingKey.every((name) => name === 'account' || (first && keyOf(first, name)) !== null),
      key: leg.nettingKey,
      counterparty: counterparties.size === 1 ? (first?.counterparty ?? null) : null,
      positions: members,
    };
  });
}

function keyOf(position: Position, name: NettingKey): string | null {
  return position[name];
}
