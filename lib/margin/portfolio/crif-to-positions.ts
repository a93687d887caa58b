import type { Decimal } from '@/lib/core/decimal';
import type { FileProblem } from '@/lib/core/file-problem';
import type { ScheduleAssetClass } from '../methods/schedule/schedule-trade';
import { type CrifRow, isScheduleRow } from './crif-row';
import { crifToScheduleTrades } from './crif-to-schedule-trades';
import { crifTrades, positionIdsOf } from './crif-trades';
import type { Position, Product } from './position';

/**
 * A CRIF says no more of credit and equity than the class: such a trade becomes an index product whose underlier is not known, so that its regime stays
 * "undetermined" unless the regulations in the file settle it.
 */
const PRODUCT: Readonly<Record<ScheduleAssetClass, Product>> = {
  credit: 'cds_index',
  equity: 'equity_index_swap',
  commodity: 'commodity_swap',
  fx: 'fx_forward',
  'cross-currency': 'cross_currency_swap',
  'interest-rate': 'interest_rate_swap',
  other: 'other_swap',
};
const SIMM_PRODUCT: Readonly<Record<string, Product>> = {
  RatesFX: 'interest_rate_swap',
  Credit: 'cds_index',
  Equity: 'equity_index_swap',
  Commodity: 'commodity_swap',
};

/**
 * The trades of a CRIF as positions, so that frameworks can margin them: those of the schedule with notional and present value in the calculation
 * currency, and those of SIMM with none, whose rows are evidence (sensitivitiesByPosition). Counterparty and netting agreement from PortfolioID, direction
 * long (a CRIF has none, and neither method takes one), the line of the trade's first row. Regulations that name CFTC without SEC, or SEC (or SEC-unseg)
 * without CFTC, become the jurisdiction.
 */
export function crifToPositions(
  rows: readonly CrifRow[],
  calculationCurrency = 'USD',
): { readonly positions: readonly Position[]; readonly problems: readonly FileProblem[] } {
  const { trades, problems } = crifToScheduleTrades(rows, calculationCurrency);
  const idOf = positionIdsOf(rows);
  const byId = crifTrades(rows);
  const found: FileProblem[] = [...problems];
  const taken = new Set<string>();
  const positions = trades.map((trade) => {
    const id = idOf({ tradeId: trade.tradeId, portfolioId: trade.nettingSet });
    taken.add(id);
    const ofTrade = byId.get(id) ?? [];
    const sensitivity = ofTrade.find(({ imModel }) => imModel !== 'Schedule');
    if (sensitivity !== undefined)
      found.push(
        warning(sensitivity, 'two-models', 'IMModel', 'The trade has rows of the schedule and of SIMM; each method takes its own.'),
      );
    return positionOf(id, ofTrade.filter(isScheduleRow), calculationCurrency, {
      product: PRODUCT[trade.assetClass],
      notional: trade.notional,
      marketValue: trade.presentValue,
      maturity: trade.endDate,
      duration: trade.durationYears,
    });
  });
  for (const id of [...byId.keys()].sort()) {
    const ofTrade = (byId.get(id) ?? []).filter(({ imModel }) => imModel !== 'Schedule');
    const [first] = ofTrade;
    if (first === undefined || taken.has(id)) continue;
    const classes = new Set(ofTrade.flatMap(({ productClass }) => (productClass === '' ? [] : [productClass])));
    if (classes.size > 1 && first.tradeId !== null)
      found.push(
        warning(
          first,
          'several-classes',
          'ProductClass',
          `The trade has rows of ${[...classes].sort().join(' and ')}; it counts as another swap.`,
        ),
      );
    const dates = new Set(ofTrade.map(({ endDate }) => endDate));
    const [maturity] = dates;
    positions.push(
      positionOf(id, ofTrade, calculationCurrency, {
        product: productOf(ofTrade, classes),
        notional: null,
        marketValue: null,
        maturity: dates.size === 1 ? (maturity ?? null) : null,
        duration: null,
      }),
    );
  }
  return { positions, problems: found };
}

/** RatesFX with nothing but FX sensitivities is a forward; rows of several classes, or of none, another swap. */
function productOf(rows: readonly CrifRow[], classes: ReadonlySet<string>): Product {
  const [only] = classes;
  if (only === undefined || classes.size > 1) return 'other_swap';
  if (only === 'RatesFX' && rows.every(({ riskType }) => riskType.startsWith('Risk_FX'))) return 'fx_forward';
  return SIMM_PRODUCT[only] ?? 'other_swap';
}

interface Facts {
  readonly product: Product;
  readonly notional: Decimal | null;
  readonly marketValue: Decimal | null;
  readonly maturity: string | null;
  readonly duration: Decimal | null;
}

function positionOf(positionId: string, rows: readonly CrifRow[], currency: string, facts: Facts): Position {
  const regulations = new Set(rows.flatMap((row) => [...row.collectRegulations, ...row.postRegulations]));
  const cftc = regulations.has('CFTC');
  const sec = regulations.has('SEC') || regulations.has('SEC-unseg');
  const portfolioId = rows[0]?.portfolioId ?? null;
  return {
    positionId,
    account: null,
    counterparty: portfolioId,
    nettingAgreement: portfolioId,
    jurisdiction: cftc === sec ? null : cftc ? 'CFTC' : 'SEC',
    clearedBy: null,
    underlier: null,
    underlierType: null,
    direction: 'long',
    quantity: null,
    multiplier: null,
    currency,
    fxRate: null,
    price: null,
    strike: null,
    optionType: null,
    exerciseStyle: null,
    spreadBp: null,
    impliedVol: null,
    sector: null,
    referenceEntity: null,
    creditEvents: null,
    deliverableBasket: null,
    line: rows.reduce((least, row) => Math.min(least, row.line), Number.MAX_SAFE_INTEGER),
    ...facts,
  };
}

function warning(row: CrifRow, code: string, column: string, message: string): FileProblem {
  return { severity: 'warning', code, line: row.line, column, value: row.tradeId?.slice(0, 80) ?? null, message };
}
