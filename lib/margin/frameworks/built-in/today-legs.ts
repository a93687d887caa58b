import { cfr, haircutRule } from '../../methods/cite';
import type { FrameworkLeg } from '../framework';
import { CASH_SECURITIES, LISTED_OPTIONS } from './products';
import { COMMINGLED_CFTC_ORDER, COMMINGLED_SEC_ORDER, FICC_VAR_CHARGE, FINRA_PORTFOLIO_MARGIN, SCENARIO_SCAN } from './sources';

const NO_THRESHOLD = { threshold: null, minimumTransfer: null } as const;
/** A clearing house margins each customer's account by itself (39.13(g)(8)(i)). */
const AT_CLEARING_HOUSE = ['clearedBy', 'counterparty', 'account'] as const;
/** The amounts given name their netting sets themselves. */
const CHARGED = {
  nettingKey: [],
  method: { id: 'external', parameters: {} },
  ...NO_THRESHOLD,
  assumptions: ['The amount is what the clearing house charged, as the firm supplied it; it is not computed again.'],
} as const;
const STAND_IN =
  "Where the clearing house's own amount is not given, value-at-risk of the firm's profit and loss stands in for its model: not the house's amount.";

/** Options on securities and indexes as a customer's portfolio margin account has them today. */
export const LISTED_OPTIONS_LEG: FrameworkLeg = {
  id: 'listed-options',
  label: 'Listed options, portfolio margin',
  agency: 'SEC',
  scope: { regimes: ['sec-securities-account'], products: LISTED_OPTIONS },
  nettingKey: ['counterparty', 'account'],
  method: { id: 'theoretical-pricing', parameters: { rule: 'finra-4210' } },
  collectOnly: true,
  ...NO_THRESHOLD,
  citations: [FINRA_PORTFOLIO_MARGIN, cfr('240.15c3-1a')],
  assumptions: [
    'The account is approved for portfolio margin. A copy of this framework with the method strategy-based gives the amounts of Regulation T and FINRA Rule 4210(f) instead.',
    'Options do not offset the securities and swaps of the account, which are margined by percentages.',
  ],
};

/** Futures and what clearing houses hold today, each at its clearing house: the amount charged where it is given, and otherwise a model. */
export const CLEARED_TODAY: readonly FrameworkLeg[] = [
  {
    id: 'futures-charged',
    label: 'Futures, as charged',
    agency: 'CFTC',
    scope: { regimes: ['futures'], evidence: 'external' },
    citations: [cfr('39.13', '(g)')],
    ...CHARGED,
  },
  {
    id: 'futures',
    label: 'Futures',
    agency: 'CFTC',
    scope: { regimes: ['futures'], evidence: 'scan-parameters' },
    nettingKey: AT_CLEARING_HOUSE,
    method: { id: 'scenario-scan', parameters: {} },
    ...NO_THRESHOLD,
    citations: [cfr('39.13', '(g)'), SCENARIO_SCAN],
    assumptions: ["The figures are those of the exchange's parameter file that the firm loaded."],
  },
  {
    id: 'futures-by-history',
    label: 'Futures, by their history',
    agency: 'CFTC',
    scope: { regimes: ['futures'], evidence: 'pnl' },
    nettingKey: AT_CLEARING_HOUSE,
    method: { id: 'historical-var', parameters: { confidence: '0.99', horizonDays: '1' } },
    ...NO_THRESHOLD,
    citations: [cfr('39.13', '(g)(2)(ii)(A)')],
    assumptions: [STAND_IN, '99 % over one day are the least that 17 CFR 39.13(g)(2) lets a model for futures have.'],
  },
  {
    id: 'cleared-swaps-charged',
    label: 'Cleared swaps, as charged',
    agency: 'CFTC',
    scope: { regimes: ['cleared-swaps'], evidence: 'external' },
    citations: [cfr('39.13', '(g)')],
    ...CHARGED,
  },
  {
    id: 'cleared-swaps',
    label: 'Cleared swaps',
    agency: 'CFTC',
    scope: { regimes: ['cleared-swaps'], evidence: 'pnl' },
    nettingKey: AT_CLEARING_HOUSE,
    method: { id: 'historical-var', parameters: { confidence: '0.99', horizonDays: '5' } },
    ...NO_THRESHOLD,
    citations: [cfr('39.13', '(g)(2)(ii)-(iii)')],
    assumptions: [STAND_IN, '99 % over five days are the least that 17 CFR 39.13(g)(2) lets a model for swaps have.'],
  },
  {
    id: 'cleared-treasuries-charged',
    label: 'Cleared Treasuries, as charged',
    agency: 'SEC',
    scope: { regimes: ['cleared-treasuries'], evidence: 'external' },
    citations: [FICC_VAR_CHARGE],
    ...CHARGED,
  },
  {
    id: 'cleared-treasuries',
    label: 'Cleared Treasuries',
    agency: 'SEC',
    scope: { regimes: ['cleared-treasuries'], evidence: 'pnl' },
    nettingKey: AT_CLEARING_HOUSE,
    method: { id: 'historical-var', parameters: { confidence: '0.99', horizonDays: '3' } },
    ...NO_THRESHOLD,
    citations: [FICC_VAR_CHARGE],
    assumptions: [
      STAND_IN,
      '99 % over three days are recalled, not read; the minimum margin amount and the other charges are not modelled.',
    ],
  },
  {
    id: 'commingled-cds-charged',
    label: 'Commingled credit default swaps, as charged',
    agency: 'harmonized',
    scope: { regimes: ['commingled-cds'], evidence: 'external' },
    citations: [COMMINGLED_SEC_ORDER, COMMINGLED_CFTC_ORDER],
    ...CHARGED,
  },
  {
    id: 'commingled-cds',
    label: 'Commingled credit default swaps',
    agency: 'harmonized',
    scope: { regimes: ['commingled-cds'], evidence: 'pnl' },
    nettingKey: AT_CLEARING_HOUSE,
    method: { id: 'historical-var', parameters: { confidence: '0.99', horizonDays: '5' } },
    ...NO_THRESHOLD,
    citations: [COMMINGLED_SEC_ORDER, COMMINGLED_CFTC_ORDER, cfr('39.13', '(g)(2)(ii)-(iii)')],
    assumptions: [STAND_IN],
  },
];

/** Cash securities as today, in frameworks that take the swaps elsewhere. */
export const SECURITIES_TODAY: FrameworkLeg = {
  id: 'sec-securities',
  label: 'Securities, as today',
  agency: 'SEC',
  scope: { regimes: ['sec-securities-account'], products: CASH_SECURITIES },
  nettingKey: ['counterparty', 'account'],
  method: { id: 'securities-haircut', parameters: {} },
  collectOnly: true,
  ...NO_THRESHOLD,
  citations: [haircutRule('')],
  assumptions: ['Securities stay where they are today and no longer offset credit default swaps or equity swaps, which have moved.'],
};
