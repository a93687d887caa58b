import { Decimal } from '@/lib/core/decimal';
import { buildSum } from '../build-node';
import { groupFailures, type PositionFailure } from '../group-failures';
import type { MarginMethod, MethodContext, MethodResult, NettingSet } from '../method';
import { rule4210 } from '../strategy-based/strategy-figures';
import { turnSide } from '../turn-side';
import { addShare } from './add-share';
import { alternativeMargin } from './alternative-margin';
import { ALTERNATIVE_FIGURES } from './alternative-pairing';
import { charges, marketCovers } from './charge';
import { chargePart, coverShares } from './charge-part';
import { classMembers } from './class-members';
import { dollarRate } from './dollar-rate';
import { optionValuesOf } from './option-values';
import type { PortfolioClass } from './portfolio-line';
import { PRICING_FIGURES } from './pricing-figures';
import { PRICING_PARAMETERS, type PricingSettings, pricingSettings } from './pricing-parameters';
import { productGroups } from './product-group';
import { readClass } from './read-class';
import { appendixA, RANGE_FIGURES } from './valuation-points';

const CITATIONS = [appendixA('(b)(1)'), rule4210('(g), portfolio margin')];

/** Portfolio margin by theoretical prices: the largest loss over ten valuation points, Appendix A of the SEC's net capital rule or FINRA Rule 4210(g). */
export const THEORETICAL_PRICING_METHOD: MarginMethod = {
  id: 'theoretical-pricing',
  label: 'Theoretical pricing (portfolio margin)',
  citations: CITATIONS,
  nettingKey: ['counterparty', 'account'],
  attribution:
    'Euler: at the point that binds each position has its own loss, and a gain as far as it offsets; where the minimum binds, its minimum charge.',
  parameters: PRICING_PARAMETERS,
  table: [
    ...RANGE_FIGURES,
    ...[...Object.values(PRICING_FIGURES), ...Object.values(ALTERNATIVE_FIGURES)].map(({ reference }) => reference),
  ],
  compute(set, parameters, context) {
    const settings = pricingSettings(parameters);
    return theoreticalMargin(settings.turned ? { ...set, positions: set.positions.map(turnSide) } : set, settings, context);
  },
};

/** The charge of a netting set whose long and short are those of the account; also what other methods take options and what goes with them to. */
export function theoreticalMargin(set: NettingSet, settings: PricingSettings, context: MethodContext): MethodResult {
  if (settings.byStrategy && settings.rule === 'appendix-a') return alternativeMargin(set, context);
  const { asOf, currency } = context;
  const dollar = dollarRate(context);
  const lineContext = { asOf, currency, settings, values: optionValuesOf(context.evidence, settings.steps), dollar };
  const { classes: members, failures: unplaced } = classMembers(set.positions);
  const failures = [...unplaced];
  const classes: PortfolioClass[] = [];
  for (const underlier of [...members.keys()].sort()) {
    const read = readClass(underlier, members.get(underlier) ?? [], lineContext);
    if (!read.ok) failures.push(...read.failures);
    else {
      failures.push(...read.value.failures);
      if (read.value.class.lines.length > 0) classes.push(read.value.class);
    }
  }
  if (dollar === null) failures.push(...withoutDollar(classes));
  const groups = productGroups(classes, settings);
  const charged = charges(groups, settings);
  const parts = charged.map((charge) => chargePart(charge, set.path, currency, settings));
  const contributions = new Map<string, Decimal>();
  for (const { shares } of parts) for (const [id, amount] of shares) addShare(contributions, id, amount);
  for (const [id, amount] of coverShares(marketCovers(charged))) addShare(contributions, id, amount);
  const standalone = new Map(
    classes.flatMap(({ lines }) =>
      lines.map(({ id, gains, minimum }) => [id, Decimal.max(minimum, ...gains.map((gain) => gain.neg()))] as const),
    ),
  );
  const node = buildSum({
    path: set.path,
    label: set.label,
    level: 'netting-set',
    formula: 'theoretical.account: sum of the charges of its portfolios',
    citations: CITATIONS.slice(...(settings.rule === 'finra-4210' ? [1, 2] : [0, 1])),
    assumptions: assumptionsOf(settings),
    failures: groupFailures(failures),
    children: parts.map((part) => part.node),
  });
  return { node, contributions, standalone };
}

function withoutDollar(classes: readonly PortfolioClass[]): PositionFailure[] {
  const message = 'Minimum charges are stated in US dollars and the run has no rate for them: none is counted for this option.';
  return classes.flatMap(({ lines }) =>
    lines.filter(({ kind }) => kind === 'option').map(({ id }): PositionFailure => ({ reason: 'NO_RATE', positionId: id, message })),
  );
}

function assumptionsOf(settings: PricingSettings): string[] {
  return [
    `Long and short are those of ${settings.turned ? 'the other party' : 'the account'}. A gain is the theoretical value at the point less the theoretical value now.`,
    'Ten equidistant points are read as five steps up and five down without the point of no move; where the range is wider one way, so are its steps.',
    `European options by Black, Scholes and Merton; American ones in a binomial lattice of ${settings.steps} steps. Volatility does not change with the price; a year has 365 days.`,
    ...(settings.rule === 'finra-4210'
      ? [
          'The ranges and the minimum of FINRA Rule 4210(g) are recalled, not read in its text; its offsets are taken to be those of Appendix A.',
        ]
      : []),
    ...(settings.offsetScale.eq(1)
      ? []
      : [`Offsets of baskets, product groups and market groups are multiplied by ${settings.offsetScale}.`]),
  ];
}
