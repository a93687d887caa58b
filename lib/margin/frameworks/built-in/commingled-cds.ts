import { cfr } from '../../methods/cite';
import type { Framework } from '../framework';
import { SEPARATE_REGIMES } from './separate-regimes';
import { COMMINGLED_CFTC_ORDER, COMMINGLED_SEC_ORDER } from './sources';

/** Cleared index and single-name credit default swaps in one cleared swaps account. */
export const COMMINGLED_CDS: Framework = {
  id: 'commingled-cds',
  name: 'Commingled cleared CDS',
  description:
    'Cleared index credit default swaps and cleared single-name ones of a customer are one portfolio in a cleared swaps account, as the orders for credit default swaps allow.',
  builtIn: true,
  effective: '2021-11-01',
  citations: [COMMINGLED_SEC_ORDER, COMMINGLED_CFTC_ORDER],
  constraints: [
    'The orders exist: customers’ positions in an account under CEA 4d(f), affiliates’ in a cleared swaps proprietary account. Their conditions were not read; the margin methodology of the clearing house needs approval.',
    'Security-based swaps in such an account are not protected as securities customers’ property but under subchapter IV of chapter 7 of the Bankruptcy Code (notice to customers, secondary).',
  ],
  legs: [
    {
      id: 'commingled-account',
      label: 'Index and single-name CDS in one account',
      agency: 'harmonized',
      scope: { regimes: ['commingled-cds', 'cleared-swaps'], products: ['cds_single_name', 'cds_index'], evidence: 'pnl' },
      nettingKey: ['clearedBy', 'counterparty', 'account'],
      method: { id: 'historical-var', parameters: { confidence: '0.99', horizonDays: '5' } },
      threshold: null,
      minimumTransfer: null,
      citations: [COMMINGLED_SEC_ORDER, COMMINGLED_CFTC_ORDER, cfr('22.2', '(d)(1)'), cfr('39.13', '(g)(2)(ii)-(iii)')],
      assumptions: [
        "Value-at-risk of the firm's profit and loss stands in for the clearing house's model.",
        'Positions without profit and loss are margined as today.',
        'A cleared single-name CDS is in such an account only where the positions file says so (jurisdiction JOINT).',
      ],
    },
    ...SEPARATE_REGIMES.legs,
  ],
};
