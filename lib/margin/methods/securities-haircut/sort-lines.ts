import type { Decimal } from '@/lib/core/decimal';
import { success } from '@/lib/core/result';
import type { PositionFailure } from '../group-failures';
import type { MethodContext, ResolvedPosition } from '../method';
import type { ScheduleTrade } from '../schedule/schedule-trade';
import { scheduleClassOf, tradeOfPosition } from '../schedule/trade-of-position';
import { type CdsLine, readCdsLine } from './cds-line';
import type { HaircutSettings } from './haircut-parameters';
import { noDeduction } from './no-deduction';
import { GOVERNMENT_DEALER_SHARE } from './paragraph-a';
import { readDeliverable, readSecurityLine, SECURITY_PRODUCTS, type SecurityProduct } from './read-security-line';
import type { SecurityLine } from './security-line';

/** A netting set's positions by the paragraphs that they fall under, each list in order of id. */
export interface SortedLines {
  readonly cds: CdsLine[];
  readonly securities: SecurityLine[];
  /** Swaps that the CFTC's table stands in for, where the settings say so. */
  readonly standIns: ScheduleTrade[];
  readonly failures: PositionFailure[];
  readonly standalone: Map<string, Decimal>;
}

function isSecurityProduct(product: string): product is SecurityProduct {
  return (SECURITY_PRODUCTS as readonly string[]).includes(product);
}

/** Reads every position as a line of its paragraph, or says why it has none. Lines are fresh: the offset rules change them. */
export function sortLines(positions: readonly ResolvedPosition[], settings: HaircutSettings, context: MethodContext): SortedLines {
  const sorted: SortedLines = { cds: [], securities: [], standIns: [], failures: [], standalone: new Map() };
  const ordered = [...positions].sort((a, b) => (a.position.positionId < b.position.positionId ? -1 : 1));
  for (const resolved of ordered) {
    const { product, positionId } = resolved.position;
    if (product === 'cds_single_name' || product === 'cds_index') {
      const line = readCdsLine(resolved, context.asOf);
      if (!line.ok) sorted.failures.push(...line.failures);
      else {
        sorted.cds.push(line.value);
        sorted.standalone.set(positionId, line.value.standalone);
      }
    } else if (isSecurityProduct(product) || isDeliverable(resolved, settings)) {
      const line = readLine(resolved, settings, context.asOf);
      if (!line.ok) sorted.failures.push(...line.failures);
      else {
        sorted.securities.push(line.value);
        sorted.standalone.set(positionId, line.value.rate.times(line.value.value));
      }
    } else if (settings.fallback !== 'none' && scheduleClassOf(product) !== null) {
      const trade = tradeOfPosition(resolved, '');
      if (trade.ok) sorted.standIns.push(trade.value);
      else sorted.failures.push(...trade.failures);
    } else sorted.failures.push(noDeduction(resolved));
  }
  return sorted;
}

function isDeliverable({ position }: ResolvedPosition, settings: HaircutSettings): boolean {
  return settings.deliverables && position.product === 'treasury_future' && position.deliverableMaturity !== undefined;
}

/** (A)(5) is three quarters of every percentage of (A). */
function readLine(resolved: ResolvedPosition, settings: HaircutSettings, asOf: string): ReturnType<typeof readDeliverable> {
  const { product } = resolved.position;
  const line = isSecurityProduct(product) ? readSecurityLine(resolved, product, asOf) : readDeliverable(resolved, asOf);
  if (!line.ok || line.value.paragraph !== 'A' || !settings.governmentDealer) return line;
  return success({ ...line.value, rate: line.value.rate.times(GOVERNMENT_DEALER_SHARE) });
}
