import type { FrameworkReport, RunReport } from '@/lib/margin/report/run-report';

const framework = (id: string, name: string, parts: Partial<FrameworkReport>): FrameworkReport => ({
  framework: id,
  name,
  total: '0',
  complete: true,
  grossStandalone: '0',
  offsets: '0',
  minimumTransfers: '0',
  thresholds: '0',
  positions: 3,
  covered: 3,
  byLeg: [],
  byRegime: [],
  byClass: [],
  byCounterparty: [],
  byNettingSet: [],
  byPositionGroup: [],
  largestPositions: [],
  adequacy: null,
  failures: [],
  ...parts,
});

/** A small report whose numbers can be followed by eye: 100 under two regimes, 80.125 together. */
export function runReport(changes: Partial<RunReport> = {}): RunReport {
  return {
    currency: 'USD',
    asOf: '2026-06-30',
    engine: 'test/1',
    portfolio: { name: 'Book', contentHash: 'a'.repeat(64), positions: 3 },
    frameworks: [
      framework('separate-regimes', 'Separate regimes', {
        total: '100000000',
        grossStandalone: '150000000',
        offsets: '-50000000',
        byLeg: [
          { key: 'cftc', label: 'Swaps', agency: 'CFTC', amount: '60000000', positions: 2 },
          { key: 'sec', label: 'Security-based swaps', agency: 'SEC', amount: '40000000', positions: 1 },
        ],
        byRegime: [
          { key: 'cftc-uncleared-swaps', label: 'CFTC uncleared swaps', agency: 'CFTC', amount: '60000000', positions: 2 },
          { key: 'sec-non-cleared-sbs', label: 'SEC security-based swaps', agency: 'SEC', amount: '40000000', positions: 1 },
        ],
        byCounterparty: [{ key: 'Alpha/Beta LP', label: 'Alpha/Beta LP', agency: 'none', amount: '100000000', positions: 3 }],
      }),
      framework('cftc-account', 'One account', {
        total: '80125000.5',
        grossStandalone: '150000000',
        offsets: '-69874999.5',
        covered: 2,
        complete: false,
        failures: [{ reason: 'NO_RULE', positionIds: ['P-3'], message: 'No rule gives an amount.' }],
      }),
    ],
    offsetMatrices: [],
    sensitivities: [],
    classificationWhatIf: null,
    treasuryClearing: null,
    notices: [],
    impacts: [
      {
        baseline: 'separate-regimes',
        alternative: 'cftc-account',
        baselineTotal: '100000000',
        alternativeTotal: '80125000.5',
        saving: '19874999.5',
        savingShare: '0.198749995',
        onlyInBaseline: ['P-3'],
        onlyInAlternative: [],
        bridge: [
          { id: 'baseline', label: 'Separate regimes', kind: 'total', amount: '100000000', explanation: 'Today.' },
          { id: 'across', label: 'Offsets across', kind: 'change', amount: '-19874999.5', explanation: 'Netting.' },
          { id: 'alternative', label: 'One account', kind: 'total', amount: '80125000.5', explanation: 'Then.' },
        ],
        byNettingSet: [],
        byPositionGroup: [],
        funding: null,
        byRegime: [
          { key: 'cftc-uncleared-swaps', label: 'CFTC uncleared swaps', baseline: '60000000', alternative: '50000000', saving: '10000000' },
        ],
        byClass: [],
        byCounterparty: [
          { key: 'Alpha/Beta LP', label: 'Alpha/Beta LP', baseline: '100000000', alternative: '80125000.5', saving: '19874999.5' },
        ],
      },
    ],
    ...changes,
  };
}
