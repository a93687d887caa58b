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
