import { haircutRule } from '../cite';
import type { MethodContext, MethodResult, NettingSet, ResolvedPosition } from '../method';
import { classUnderlier } from '../theoretical-pricing/class-members';
import { theoreticalMargin } from '../theoretical-pricing/theoretical-pricing-method';
import type { HaircutSettings } from './haircut-parameters';

const OPTIONS = new Set(['equity_option', 'index_option', 'security_future']);
/** What goes with options on the same underlier: positions in it, its basket, and related instruments. */
const WITH_OPTIONS = new Set(['equity', 'equity_index_future', 'future_option']);
const EQUITY_SWAPS = new Set(['equity_swap', 'equity_index_swap']);

/**
 * Divides positions: those that Appendix A computes are options and security futures, what the portfolio types of 15c3-1a(b)(1)(ii) group with them, and
 * swaps on equities where a setting says so; the rest goes by percentages.
 */
export function divideForAppendixA(
  positions: readonly ResolvedPosition[],
  settings: HaircutSettings,
): { readonly priced: readonly ResolvedPosition[]; readonly others: readonly ResolvedPosition[] } {
  const underliers = new Set(positions.flatMap((one) => (OPTIONS.has(one.position.product) ? (classUnderlier(one) ?? []) : [])));
  const priced: ResolvedPosition[] = [];
  const others: ResolvedPosition[] = [];
  for (const one of positions) (byAppendixA(one, underliers, settings) ? priced : others).push(one);
  return { priced, others };
}

function byAppendixA(one: ResolvedPosition, underliers: ReadonlySet<string>, settings: HaircutSettings): boolean {
  const { product, clearedBy, stockBasket, exchangeableInto, exchangeRatio, quantity } = one.position;
  if (OPTIONS.has(product)) return true;
  if (EQUITY_SWAPS.has(product)) return clearedBy === null ? settings.swapsByAppendixA : settings.clearedByAppendixA;
  if (exchangeableInto !== undefined) return underliers.has(exchangeableInto) && exchangeRatio !== undefined && quantity !== null;
  const underlier = stockBasket ?? one.position.underlier;
  return WITH_OPTIONS.has(product) && underlier !== null && underliers.has(underlier);
}

/** The charge of Appendix A on positions whose sides are those of the account already. */
export function appendixAResult(
  positions: readonly ResolvedPosition[],
  set: NettingSet,
  settings: HaircutSettings,
  context: MethodContext,
): MethodResult {
  const { node, contributions, standalone } = theoreticalMargin(
    { ...set, path: `${set.path}/appendix-a`, label: 'Options, by Appendix A', positions },
    settings.pricing,
    context,
  );
  const citations = [haircutRule(''), ...node.citations];
  return { node: { ...node, level: 'class', citations }, contributions, standalone };
}
