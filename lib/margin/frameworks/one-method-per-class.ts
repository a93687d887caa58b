import type { PositionFailure } from '../methods/group-failures';
import type { Position, Product } from '../portfolio/position';
import type { TakenPositions } from './take-positions';

type ProductClass = 'rates and FX' | 'credit' | 'equity' | 'commodity' | 'other';

const CLASS: Readonly<Partial<Record<Product, ProductClass>>> = {
  cds_single_name: 'credit',
  cds_index: 'credit',
  equity_swap: 'equity',
  equity_index_swap: 'equity',
  commodity_swap: 'commodity',
  interest_rate_swap: 'rates and FX',
  cross_currency_swap: 'rates and FX',
  inflation_swap: 'rates and FX',
  swaption: 'rates and FX',
  fx_forward: 'rates and FX',
  fx_swap: 'rates and FX',
  fx_option: 'rates and FX',
};

/**
 * Within an agreement a class takes one method: where a framework margins some of a class by SIMM, those of the same class and agreement that the table
 * would take are named instead, because table and model may not be mixed there. Frameworks without both methods are left as they are.
 */
export function oneMethodPerClass(taken: TakenPositions): TakenPositions {
  const byModel = new Set(taken.byLeg.flatMap(({ leg, positions }) => (leg.method.id === 'simm' ? positions.map(agreementAndClass) : [])));
  if (byModel.size === 0) return taken;
  const mixed: PositionFailure[] = [];
  const byLeg = taken.byLeg.map(({ leg, positions }) => {
    if (leg.method.id !== 'schedule') return { leg, positions };
    return {
      leg,
      positions: positions.filter((position) => {
        if (!byModel.has(agreementAndClass(position))) return true;
        mixed.push({ reason: 'INVALID', positionId: position.positionId, message: messageOf(position) });
        return false;
      }),
    };
  });
  return { byLeg, notTaken: [...taken.notTaken, ...mixed] };
}

function agreementAndClass({ counterparty, nettingAgreement, product }: Position): string {
  return JSON.stringify([counterparty, nettingAgreement, CLASS[product] ?? 'other']);
}

function messageOf({ counterparty, nettingAgreement, product }: Position): string {
  const names = [counterparty, nettingAgreement].filter((name) => name !== null).join(' · ') || 'none named';
  return `The agreement (${names}) margins its class ${CLASS[product] ?? 'other'} by SIMM; a position without sensitivities cannot be margined by the table beside it.`;
}
