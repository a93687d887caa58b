import { cfr } from '../../methods/cite';
import type { Framework, FrameworkLeg } from '../framework';
import { CFTC_MINIMUM_TRANSFER, CFTC_THRESHOLD } from './thresholds';
import { CLEARED_TODAY, LISTED_OPTIONS_LEG, SECURITIES_TODAY } from './today-legs';

const RULES = [cfr('23.154'), cfr('240.18a-3', '(d)')];
const common = {
  agency: 'harmonized',
  nettingKey: ['counterparty', 'nettingAgreement'],
  arrangement: {
    kind: 'binding-regime',
    alone: ['cftc-uncleared-swaps'],
    citations: [
      {
        paragraph:
          'Practice of SIMM calculations for dealers registered with both agencies: with SEC trades present, CFTC trades join the SEC calculation',
        standing: 'secondary',
      },
    ],
  },
  threshold: CFTC_THRESHOLD,
  minimumTransfer: CFTC_MINIMUM_TRANSFER,
  citations: RULES,
} satisfies Partial<FrameworkLeg>;

/** As public SIMM engines treat a netting agreement under both regimes. */
export const BINDING_REGIME: Framework = {
  id: 'binding-regime',
  name: 'The binding regime',
  description:
    'Where an agreement holds security-based swaps, swaps join their calculation; the swaps are also computed alone, and the larger requirement binds.',
  builtIn: true,
  effective: null,
  citations: RULES,
  constraints: [
    'The SEC would have to accept swaps inside the calculation for security-based swaps, and the CFTC a requirement that is met by the larger of both: each rule speaks of its own products.',
  ],
  legs: [
    {
      ...common,
      id: 'by-model',
      label: 'Swaps and security-based swaps by SIMM, the larger binds',
      scope: { regimes: ['cftc-uncleared-swaps', 'sec-non-cleared-sbs'], evidence: 'sensitivities' },
      method: { id: 'simm', parameters: { horizon: '10d', regulation: 'all' } },
      assumptions: ['The regime of each position decides which calculation it is in; regulations named in the CRIF do not.'],
    },
    {
      ...common,
      id: 'by-table',
      label: 'Swaps and security-based swaps by the table, the larger binds',
      scope: { regimes: ['cftc-uncleared-swaps', 'sec-non-cleared-sbs'] },
      method: { id: 'schedule', parameters: {} },
      assumptions: [
        'Positions without sensitivities are margined by the table of 17 CFR 23.154(c), under the SEC too: no SEC rule gives that table, it stands in.',
        'Within an agreement a class takes one method: where others of its class have sensitivities, a position without them has no amount.',
      ],
    },
    SECURITIES_TODAY,
    LISTED_OPTIONS_LEG,
    ...CLEARED_TODAY,
  ],
};
