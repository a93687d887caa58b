import { cfr } from '../../methods/cite';
import type { Framework } from '../framework';
import { SEPARATE_REGIMES } from './separate-regimes';
import { CEA_4D, RULE_15C3_3 } from './sources';

/** Everything cleared of a customer in one account at one clearing house. */
export const SINGLE_POT: Framework = {
  id: 'single-pot',
  name: 'One pot for all that is cleared',
  description:
    'Futures, cleared swaps, cleared Treasuries and commingled credit default swaps of a customer are one account, margined by one model.',
  builtIn: true,
  effective: null,
  citations: [cfr('39.13', '(g)(4)'), cfr('39.15', '(b)(2)')],
  constraints: [
    'Futures, options and swaps in one cleared swaps account need clearing-house rules approved under 17 CFR 39.15(b)(2)(i); in a futures account they need an order under CEA 4d(a) on a petition, 17 CFR 39.15(b)(2)(ii). Both take the same analysis of products, margin, liquidity and default (items (A) to (L)).',
    'Cleared swaps collateral must not be commingled with futures customers’ funds but by rule, order or such an approved clearing-house rule (17 CFR 22.2(c)(2)(ii)), and must not margin other contracts but by Commission rule, regulation or order (17 CFR 22.2(d)(1), which names no clearing-house rule).',
    'Treasuries and other securities of customers are under 17 CFR 240.15c3-3 (recalled): the SEC would have to exempt them for this account.',
    'One clearing house would have to be registered with both agencies, or two would have to share one account and one default process.',
  ],
  legs: [
    {
      id: 'one-pot',
      label: 'All cleared positions in one pot',
      agency: 'harmonized',
      scope: { regimes: ['futures', 'cleared-swaps', 'cleared-treasuries', 'commingled-cds'], evidence: 'pnl' },
      nettingKey: ['counterparty'],
      method: { id: 'historical-var', parameters: { confidence: '0.99', horizonDays: '5' } },
      threshold: null,
      minimumTransfer: null,
      citations: [cfr('39.13', '(g)(2)(ii)(C)'), cfr('39.15', '(b)(2)'), cfr('22.2', '(c)(2)(ii)'), CEA_4D, RULE_15C3_3],
      assumptions: [
        'Five days and 99 %, the least for swaps in 17 CFR 39.13(g)(2), apply to the whole pot: a pot with futures alone would need one day.',
        'Offsets between products suppose that their risks are significantly and reliably correlated, 17 CFR 39.13(g)(4).',
        'Positions without profit and loss are margined as today, outside of the pot.',
      ],
    },
    ...SEPARATE_REGIMES.legs,
  ],
};
