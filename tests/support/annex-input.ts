import { tableOfFigures } from '@/lib/letter/submission/table-of-figures';
import { BUILT_IN_FRAMEWORKS } from '@/lib/margin/frameworks/frameworks';
import type { FlatNode } from '@/lib/margin/impact/flatten-tree';
import { DEFAULT_RUN_PARAMETERS } from '@/lib/margin/impact/run-parameters';
import type { AnnexInput, AnnexRun } from '@/lib/workbook/annex/annex-input';
import { detailedReport } from './detailed-report';
import { fig, letter, number, p, percentage, RUN, resolved, section, uuid } from './letters';

const SAVING = uuid(901);
const SHARE = uuid(902);

const node = (path: string, parentPath: string | null, amount: string, label = path): FlatNode => ({
  path,
  parentPath,
  ordinal: 0,
  label,
  level: parentPath === null ? 'total' : 'class',
  amount,
  childCount: 0,
  detail: {
    formula: 'schedule.net-to-gross: 0.4 × G + 0.6 × NGR × G',
    citations: [{ paragraph: '17 CFR 23.154(c)', standing: 'primary' }],
    parameters: [{ name: 'credit 0-2 years', value: '2', unit: 'percent of notional', citation: null }],
    inputs: [{ name: 'G', value: '60000000', unit: 'USD' }],
    assumptions: [],
    failures: [],
  },
});

/** A run whose numbers can be followed by eye: see tests/support/detailed-report.ts. */
export function annexRun(changes: Partial<AnnexRun> = {}): AnnexRun {
  return {
    runId: RUN,
    analysis: 'Cross-margining',
    number: 3,
    engine: 'test/1',
    inputsHash: 'a'.repeat(64),
    resultHash: 'b'.repeat(64),
    description: {
      evidence: [{ kind: 'pnl', fileName: 'pnl.csv', contentHash: 'c'.repeat(64) }],
      frameworks: BUILT_IN_FRAMEWORKS.filter(({ id }) => id === 'separate-regimes' || id === 'cftc-account'),
      parameters: { ...DEFAULT_RUN_PARAMETERS, fundingRate: '0.05' },
      parameterSets: [],
    },
    report: detailedReport(),
    trees: [
      {
        framework: 'separate-regimes',
        name: 'Separate regimes',
        role: 'baseline',
        nodes: [
          node('total', null, '100000000'),
          node('total/cftc', 'total', '60000000'),
          node('total/sec', 'total', '40000000.12345678901234'),
        ],
        leftOut: 12,
      },
    ],
    ...changes,
  };
}

/** A letter with two figures, and the run behind them. */
export function annexInput(changes: Partial<AnnexInput> = {}): AnnexInput {
  const content = letter(
    [section('discussion', 'Effects', p('It saves ', fig(SAVING), ', or ', fig(SHARE), ' of the requirement.'))],
    [resolved(SAVING, 'Saving', number('19874999.5')), resolved(SHARE, 'Share saved', number('0.198749995', percentage))],
  );
  return {
    letter: { title: 'Comment letter', versionNumber: 7, contentHash: 'd'.repeat(64) },
    notes: [],
    runs: [annexRun()],
    figures: tableOfFigures(content),
    ...changes,
  };
}
