import { cfr } from '../../methods/cite';
import type { Framework } from '../framework';
import { CLEARED_GOVERNMENTS, RATE_FUTURES } from './products';
import { SEPARATE_REGIMES } from './separate-regimes';
import { FICC_CME_AGREEMENT, FICC_CME_CAP, FICC_VAR_CHARGE, SCENARIO_SCAN } from './sources';

const TREASURIES = { id: 'historical-var', parameters: { confidence: '0.99', horizonDays: '3' } } as const;
const FUTURES = { id: 'historical-var', parameters: { confidence: '0.99', horizonDays: '1' } } as const;

/** Cleared Treasuries and repo against Treasury and rate futures, as two clearing houses cross-margin them. */
export const TWO_POT: Framework = {
  id: 'two-pot',
  name: 'Cross-margining in two pots',
  description:
    'Cleared Treasuries and repo stay at their clearing agency and rate futures at theirs; both compute the combined portfolio, and the smaller of both savings, capped, lowers both requirements.',
  builtIn: true,
  effective: null,
  citations: [FICC_CME_AGREEMENT, FICC_CME_CAP],
  constraints: [
    'The house arrangement has run since January 2024; for customers an SEC order of April 2026 and a CFTC order in the Federal Register of 20 April 2026 are reported (secondary), for joint members that are broker-dealer and futures commission merchant.',
    'Customer property has to be in one kind of account: 17 CFR 22.2(c)(2)(ii) and CEA 4d keep futures customers’ funds apart but for an order or an approved rule, and 17 CFR 240.15c3-3 (recalled) governs securities customers’ property.',
  ],
  legs: [
    {
      id: 'treasuries-and-futures',
      label: 'Treasuries and rate futures, two pots',
      agency: 'harmonized',
      scope: { regimes: ['cleared-treasuries', 'futures'], products: [...CLEARED_GOVERNMENTS, ...RATE_FUTURES], evidence: 'pnl' },
      nettingKey: ['counterparty'],
      method: TREASURIES,
      arrangement: {
        kind: 'two-pot',
        pots: [
          { id: 'treasuries', label: 'Treasury clearing agency', scope: { regimes: ['cleared-treasuries'] }, method: TREASURIES },
          { id: 'futures', label: 'Futures clearing house', scope: { regimes: ['futures'] }, method: FUTURES },
        ],
        savingCap: '0.80',
        ignoredBelow: '0.01',
        citations: [FICC_CME_CAP, FICC_CME_AGREEMENT],
      },
      threshold: null,
      minimumTransfer: null,
      citations: [FICC_CME_AGREEMENT, FICC_VAR_CHARGE, SCENARIO_SCAN, cfr('39.13', '(g)(4)')],
      assumptions: [
        'That both compute the combined portfolio and the more conservative result counts is from secondary sources; the cap of 80 % and the floor of 1 % are recalled, not read: both are settings of the arrangement.',
        "Value-at-risk of the firm's profit and loss stands in for both houses' models: three days at the Treasury clearing agency (recalled), one day at the futures clearing house, the least of 17 CFR 39.13(g)(2)(ii)(A).",
        'Each house’s saving is 1 − combined ÷ the sum of both pots by its own model.',
        'Positions without profit and loss are margined as today, outside of the arrangement.',
        'A customer’s positions at both houses are one portfolio; positions that name no counterparty are the firm’s own.',
      ],
    },
    ...SEPARATE_REGIMES.legs,
  ],
};
