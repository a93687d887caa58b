import { Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import { buildNode } from '../build-node';
import { cfr } from '../cite';
import { groupFailures } from '../group-failures';
import type { MarginNode } from '../margin-node';
import { type MarginMethod, type MethodParameter, type MethodResult, parameterValue } from '../method';
import { amountAlone, commodityAmount, commodityRisk } from './commodity-risk';
import { creditOf, interCommodityCredits } from './inter-commodity';
import { type ScanBook, scanBooks } from './scan-books';
import type { ScanLine, ScanSettings } from './scan-line';
import { commodityNode, optionValueNode } from './scan-node';
import { scanRequirement } from './scan-requirement';
import { ARRAY_CITATION, COMPONENTS_CITATION } from './scan-scenarios';

const INTEREST_RATE: MethodParameter = {
  kind: 'number',
  name: 'interestRate',
  default: '0',
  minimum: '0',
  maximum: '1',
  whole: false,
  unit: 'ratio by year, continuously compounded',
  meaning: 'Interest rate for options whose row gives none.',
};
const EXERCISE: MethodParameter = {
  kind: 'choice',
  name: 'exercise',
  allowed: ['european', 'as-stated'],
  meaning: 'Options are revalued as European ones, or American ones as the file states them, in a binomial lattice.',
};
const OPTION_VALUE: MethodParameter = {
  kind: 'choice',
  name: 'optionValue',
  allowed: ['counted', 'not-counted'],
  meaning: 'The net value of options is taken off the risk, or is not: options that are settled daily like futures have none.',
};

const CITATIONS = [COMPONENTS_CITATION, ARRAY_CITATION, cfr('39.13', '(g)(4)')];
const ASSUMPTIONS = [
  'The array of 16 scenarios and the order of the formula are recalled; every figure is that of the loaded file.',
  'Options are revalued by Black, Scholes and Merton, on futures by Black; time to expiry is not shortened by the day that is looked ahead, and prices and volatilities are not scanned below 0.',
  'The delta of a contract is its gain from a third of the range down to a third up, over both volatilities, for each unit of price; exchanges weigh more prices.',
  'Months to maturity are calendar months; an option counts in the month in which it expires.',
  'A commodity’s short option minimum counts short calls and short puts together.',
];

/** Scan of 16 scenarios with spread charges and credits, as futures clearing houses margin futures and options. */
export const SCENARIO_SCAN_METHOD: MarginMethod = {
  id: 'scenario-scan',
  label: 'Scenario scan of futures and options',
  citations: CITATIONS,
  nettingKey: ['clearedBy', 'account'],
  attribution:
    'A position’s part is its loss in the scenario that binds; spread charges, delivery charges and credits follow the size of delta, a short option minimum the contracts, and option value is each option’s own.',
  parameters: [INTEREST_RATE, EXERCISE, OPTION_VALUE],
  table: [],
  compute(set, parameters, context) {
    const scan = context.evidence.scanParameters;
    const settings: ScanSettings = {
      interestRate: new Decimal(parameterValue(INTEREST_RATE, parameters)),
      american: parameterValue(EXERCISE, parameters) === 'as-stated',
      optionValueCounts: parameterValue(OPTION_VALUE, parameters) === 'counted',
    };
    const { books, failures } = scanBooks(set, scan, settings, context);
    const risks = books.map(({ commodity, lines, rate }) => commodityRisk(commodity, lines, rate));
    const credits = interCommodityCredits(scan?.interCommodity ?? [], risks);
    const amounts = risks.map((risk) => commodityAmount(risk, creditOf(risk.commodity.id, credits)));
    const lines = books.flatMap((book) => book.lines);
    const netOptionValue = settings.optionValueCounts ? sumDecimals(lines.map(({ optionValue }) => optionValue ?? ZERO)) : ZERO;
    const amount = scanRequirement(
      amounts.map((item) => item.amount),
      netOptionValue,
    );
    const contributions = new Map<string, Decimal>();
    risks.forEach((risk, i) => {
      risk.lines.forEach((line, at) => {
        const share = sumDecimals([amounts[i]?.shares[at] ?? ZERO, countedValue(line, settings).neg()]);
        contributions.set(line.id, amount.isZero() ? ZERO : share);
      });
    });
    const children: MarginNode[] = risks.map((risk, i) =>
      commodityNode(risk, amounts[i]?.amount ?? ZERO, credits, { path: set.path, currency: context.currency, source: scan?.source ?? '' }),
    );
    if (!netOptionValue.isZero()) children.push(optionValueNode(set.path, netOptionValue, lines, context.currency));
    const node = buildNode({
      path: set.path,
      label: set.label,
      level: 'netting-set',
      amount,
      formula: 'scan.requirement: max(sum of the commodities − net option value, 0)',
      citations: CITATIONS,
      inputs:
        scan === null
          ? []
          : [
              { name: 'figures', value: scan.name },
              { name: 'figures from', value: scan.effective ?? 'not stated' },
            ],
      assumptions: ASSUMPTIONS,
      failures: groupFailures(failures),
      children,
    });
    return { node, contributions, standalone: standalones(books, settings) } satisfies MethodResult;
  },
};

function countedValue({ optionValue }: ScanLine, { optionValueCounts }: ScanSettings): Decimal {
  return optionValueCounts ? (optionValue ?? ZERO) : ZERO;
}

/** Each line as if it were held alone. */
function standalones(books: readonly ScanBook[], settings: ScanSettings): Map<string, Decimal> {
  return new Map(
    books.flatMap(({ commodity, rate, lines }) =>
      lines.map((line) => [line.id, scanRequirement([amountAlone(line, commodity, rate)], countedValue(line, settings))] as const),
    ),
  );
}
