import type { RunDetail } from '@/lib/margin/impact/run-parameters';

interface ParameterText {
  readonly label: string;
  readonly hint: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Parameters of a run that are one word of several. */
export type ChoiceName = 'side' | 'threshold' | 'minimumTransfer';

/** What the parameters of a run and their values are called on screen. */
export const PARAMETER_TEXTS: Readonly<Record<ChoiceName, ParameterText>> = {
  side: {
    label: 'Side',
    hint: 'Margin that the firm collects, or margin that it posts.',
    values: { collect: 'Collect', post: 'Post' },
  },
  threshold: {
    label: 'Initial margin threshold',
    hint: 'An election in both rules. Ignored: totals before the election, and each threshold is shown.',
    values: { ignored: 'Ignored', applied: 'Applied' },
  },
  minimumTransfer: {
    label: 'Minimum transfer amount',
    hint: 'It delays a transfer rather than lowering a requirement.',
    values: { ignored: 'Ignored', applied: 'Applied' },
  },
};

/** What is computed beside totals, differences and bridges, and what each costs. */
export const DETAIL_TEXTS: Readonly<Record<RunDetail, { readonly label: string; readonly cost: string }>> = {
  'offset-matrix': {
    label: 'Heat map of offsets',
    cost: 'Margins every pair of groups together: as many computations more as there are pairs.',
  },
  sensitivity: {
    label: 'Sensitivity',
    cost: 'Computes the frameworks again for other offset rates, correlations, horizons and packs: the longest of these.',
  },
  adequacy: {
    label: 'Adequacy',
    cost: 'Back-tests each framework against the portfolio’s P&L. It needs P&L vectors; reading them takes longest.',
  },
  classification: {
    label: 'Classification',
    cost: 'The same exposure as a swap and as a security-based swap: some computations more for the positions that can be either.',
  },
  'treasury-clearing': {
    label: 'Treasury clearing',
    cost: 'Moves bilateral Treasuries and repo into clearing, with and without cross-margining against futures: some computations more.',
  },
};
