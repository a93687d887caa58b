import { cfr } from '../../methods/cite';
import type { Framework, FrameworkLeg } from '../framework';
import { CFTC_MINIMUM_TRANSFER, CFTC_THRESHOLD } from './thresholds';
import { CLEARED_TODAY, LISTED_OPTIONS_LEG, SECURITIES_TODAY } from './today-legs';

const CONSTRAINTS = [
  'Both agencies would have to approve one model for swaps and security-based swaps together, with offsets between them: 17 CFR 23.154(b) and 240.18a-3(d)(2) approve models for their own products.',
  'A broker or dealer may not use a model for equity security-based swaps at all, and others only where the account holds no other equity securities than such swaps (17 CFR 240.18a-3(d)(2)(ii)).',
  'One netting agreement per counterparty would have to cover its swaps and its security-based swaps.',
];
const MODEL = [cfr('23.154', '(b)(2)'), cfr('240.18a-3', '(d)(2)')];
const common = {
  agency: 'harmonized',
  nettingKey: ['counterparty'],
  threshold: CFTC_THRESHOLD,
  minimumTransfer: CFTC_MINIMUM_TRANSFER,
  citations: MODEL,
} satisfies Partial<FrameworkLeg>;

/** All uncleared swaps and security-based swaps of a counterparty in one netting set, by SIMM. */
export const ONE_MODEL: Framework = {
  id: 'one-model',
  name: 'One model (SIMM)',
  description:
    "A counterparty's uncleared swaps and non-cleared security-based swaps are one netting set, margined by one model: SIMM on their sensitivities.",
  builtIn: true,
  effective: null,
  citations: MODEL,
  constraints: CONSTRAINTS,
  legs: [
    {
      ...common,
      id: 'one-netting-set',
      label: 'Swaps and security-based swaps by SIMM',
      scope: { regimes: ['cftc-uncleared-swaps', 'sec-non-cleared-sbs'], evidence: 'sensitivities' },
      method: { id: 'simm', parameters: { horizon: '10d', regulation: 'all' } },
      assumptions: [
        'Regulations named in the CRIF are not told apart: that is what the framework supposes.',
        'Positions without sensitivities have no amount: no other method stands in, because a netting set takes one model.',
      ],
    },
    SECURITIES_TODAY,
    LISTED_OPTIONS_LEG,
    ...CLEARED_TODAY,
  ],
};

/** The same by value-at-risk, with the securities of the account. */
export const ONE_MODEL_VAR: Framework = {
  id: 'one-model-var',
  name: 'One model (value-at-risk)',
  description:
    "A counterparty's uncleared swaps, non-cleared security-based swaps and securities are one netting set, margined by value-at-risk of the firm's profit and loss.",
  builtIn: true,
  effective: null,
  citations: MODEL,
  constraints: CONSTRAINTS,
  legs: [
    {
      ...common,
      id: 'one-netting-set',
      label: 'Swaps, security-based swaps and securities by value-at-risk',
      scope: {
        regimes: ['cftc-uncleared-swaps', 'sec-non-cleared-sbs', 'sec-securities-account'],
        evidence: 'pnl',
      },
      method: { id: 'historical-var', parameters: { confidence: '0.99', horizonDays: '10', view: 'counterparty' } },
      assumptions: [
        '99 %, one tail, ten business days, of an increase in value to the party that collects: 17 CFR 23.154(b)(2)(i) and 240.18a-3(d)(2)(i).',
        'Gains and losses offset across risk classes too. 17 CFR 23.154(b)(2)(v) and 240.18a-3(d)(2)(i) recognise correlations within a broad category only: that is what the framework supposes to change.',
      ],
    },
    SECURITIES_TODAY,
    LISTED_OPTIONS_LEG,
    ...CLEARED_TODAY,
  ],
};
