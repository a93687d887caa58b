import type { AdequacyReport, AdequacyRow } from '@/lib/margin/report/adequacy-report';
import type { RunReport } from '@/lib/margin/report/run-report';
import { runReport } from './run-report';

const SCENARIOS = 250;

/** Business days back from the as-of date, oldest first. */
function scenarioNames(): string[] {
  const names: string[] = [];
  for (let day = Date.UTC(2026, 5, 30); names.length < SCENARIOS; day -= 86_400_000) {
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) names.unshift(new Date(day).toISOString().slice(0, 10));
  }
  return names;
}

/** Losses that look like a market: calm, then two weeks of stress. */
function losses(): string[] {
  let seed = 7;
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  return Array.from({ length: SCENARIOS }, (_, index) => {
    const normal = next() + next() + next() + next() - 2;
    const stress = index > 170 && index < 182 ? 3.1 : 1;
    return String(Math.round(normal * stress * 24_000_000));
  });
}

const NAMES = scenarioNames();
const LOSSES = losses();

function row(key: string, label: string, requirement: number, share: number, whole: boolean): AdequacyRow {
  const own = LOSSES.map((loss) => Math.round(Number(loss) * share));
  const order = own.map((loss, index) => ({ loss, index })).sort((a, b) => b.loss - a.loss);
  const above = own.flatMap((loss, index) => (loss > requirement ? [NAMES[index] ?? ''] : []));
  const many = above.length > 6;
  const test = (statistic: string, pValue: string, degreesOfFreedom = 1) => ({
    statistic,
    degreesOfFreedom,
    pValue,
    rejected: Number(pValue) < 0.05,
  });
  return {
    key,
    label,
    requirement: String(requirement),
    exceedances: above.length,
    expected: '2.5',
    exceedingScenarios: above,
    kupiec: many ? test('14.0312', '0.00018') : test('0.1084', '0.742'),
    christoffersen: many ? test('6.21', '0.0127') : test('0.0326', '0.857'),
    conditionalCoverage: many ? test('20.2412', '0.00004', 2) : test('0.141', '0.932', 2),
    testNote: null,
    stress: order.slice(0, 5).map(({ loss, index }) => ({
      scenario: NAMES[index] ?? '',
      loss: String(loss),
      cover: (requirement / loss).toFixed(6),
    })),
    worstShortfall: String(Math.max(0, (order[0]?.loss ?? 0) - requirement)),
    procyclicality: whole
      ? {
          peak: String(Math.round(requirement * 1.1)),
          trough: String(Math.round(requirement * 0.72)),
          peakToTrough: '1.5278',
          rises: [
            { days: 1, largestRise: '0.081', from: '2026-03-02', to: '2026-03-03' },
            { days: 5, largestRise: '0.194', from: '2026-02-27', to: '2026-03-06' },
            { days: 30, largestRise: '0.402', from: '2026-02-20', to: '2026-04-03' },
          ],
        }
      : null,
    procyclicalityNote: whole ? null : 'Computed for the whole portfolio only.',
    losses: whole ? LOSSES : null,
  };
}

/** An adequacy report over 250 scenarios; the smaller the requirement, the more of the losses are above it. */
export function adequacyReport(requirement: number, changes: Partial<AdequacyReport> = {}): AdequacyReport {
  return {
    basis: { scenarios: SCENARIOS, first: NAMES[0] ?? '', last: NAMES.at(-1) ?? '', dated: true, lossDays: 1 },
    tested: 3,
    untested: 0,
    level: '0.99',
    rows: [
      row('', 'Whole portfolio', requirement, 1, true),
      row('Alpha/Beta LP', 'Alpha/Beta LP', Math.round(requirement * 0.6), 0.6, false),
      row('Gamma Bank', 'Gamma Bank', Math.round(requirement * 0.4), 0.45, false),
    ],
    scenarioNames: NAMES,
    notes: [],
    ...changes,
  };
}

/** The small report with everything that a run can be asked for. */
export function detailedReport(changes: Partial<RunReport> = {}): RunReport {
  const plain = runReport();
  const [today, account] = plain.frameworks;
  const [impact] = plain.impacts;
  if (!today || !account || !impact) throw new Error('The small report has two frameworks and an impact.');
  const groups = {
    byClass: [
      { key: 'credit', label: 'Credit derivatives', agency: 'none' as const, amount: '70000000', positions: 2 },
      { key: 'rates', label: 'Interest rates', agency: 'none' as const, amount: '30000000', positions: 1 },
    ],
    byNettingSet: [
      { key: '["","Alpha/Beta LP","CSA-1"]', label: 'Alpha/Beta LP · CSA-1', agency: 'none' as const, amount: '100000000', positions: 3 },
    ],
    byPositionGroup: [{ key: 'account/House', label: 'House', agency: 'none' as const, amount: '100000000', positions: 3 }],
    largestPositions: [
      { positionId: 'P-1', label: 'CDX.NA.IG 5Y', leg: 'cftc', standalone: '64000000', contribution: '52000000', share: '0.52' },
      { positionId: 'P-2', label: 'Alpha Corp 5Y', leg: 'sec', standalone: '51000000', contribution: '30000000', share: '0.3' },
    ],
  };
  const same = (total: string) => [
    {
      key: groups.byNettingSet[0]?.key ?? '',
      label: 'Alpha/Beta LP · CSA-1',
      baseline: '100000000',
      alternative: total,
      saving: '19874999.5',
    },
  ];
  return {
    ...plain,
    frameworks: [
      { ...today, ...groups, adequacy: adequacyReport(68_000_000) },
      { ...account, ...groups, adequacy: adequacyReport(44_000_000) },
    ],
    impacts: [
      {
        ...impact,
        byNettingSet: same('80125000.5'),
        byPositionGroup: [{ key: 'account/House', label: 'House', baseline: '100000000', alternative: '80125000.5', saving: '19874999.5' }],
        funding: { rate: '0.05', baseline: '5000000', alternative: '4006250.025', saving: '993749.975' },
      },
    ],
    offsetMatrices: [
      {
        framework: 'cftc-account',
        dimension: 'regime',
        groups: [
          { key: 'cftc-uncleared-swaps', label: 'CFTC uncleared swaps', alone: '60000000' },
          { key: 'sec-non-cleared-sbs', label: 'SEC non-cleared security-based swaps', alone: '40000000' },
          { key: 'futures', label: 'Futures', alone: '12500000' },
          { key: 'sec-securities-account', label: 'SEC securities account', alone: '8250000' },
        ],
        offsets: [
          [null, '16400000', '7250000', '-310000'],
          [null, null, '1200000', '2600000.25'],
          [null, null, null, '0'],
          [null, null, null, null],
        ],
      },
      {
        framework: 'cftc-account',
        dimension: 'class',
        groups: [
          { key: 'credit', label: 'Credit derivatives', alone: '70000000' },
          { key: 'rates', label: 'Interest rates', alone: '30000000' },
        ],
        offsets: [
          [null, '19874999.5'],
          [null, null],
        ],
      },
    ],
    sensitivities: [
      {
        framework: 'cftc-account',
        setting: 'offset-rate',
        label: 'Share of the offset that counts',
        unit: 'percent',
        points: ['0', '0.25', '0.5', '0.75', '1'].map((at, index) => ({
          at,
          label: `${Number(at) * 100} %`,
          total: String(100_000_000 - index * 4_968_749.875),
          note: null,
          current: at === '1',
        })),
      },
      {
        framework: 'cftc-account',
        setting: 'pack',
        label: 'Parameter pack',
        unit: '',
        points: [
          { at: '2.5', label: 'Pack 2.5', total: '77300000', note: null, current: false },
          { at: '2.5A', label: 'Pack 2.5A', total: '80125000.5', note: null, current: true },
          { at: '2.6', label: 'Pack 2.6', total: null, note: 'The pack has no weight for bucket 12', current: false },
        ],
      },
    ],
    classificationWhatIf: {
      rows: [
        {
          key: 'credit',
          label: 'Credit derivatives',
          positions: 2,
          asClassified: '70000000',
          asSwap: '51000000',
          asSecurityBasedSwap: '74000000',
          note: null,
        },
        {
          key: 'rates',
          label: 'Interest rates',
          positions: 1,
          asClassified: '30000000',
          asSwap: '30000000',
          asSecurityBasedSwap: null,
          note: 'No rule of 17 CFR 240.18a-3 gives an interest rate swap an amount.',
        },
      ],
      total: { asClassified: '100000000', asSwap: '81000000', asSecurityBasedSwap: null },
    },
    treasuryClearing: {
      stages: [
        {
          id: 'today',
          label: 'Today',
          from: null,
          moved: 0,
          treasuries: '18000000',
          futures: '12500000',
          separate: '30500000',
          crossMargined: '30500000',
          saving: '0',
          note: null,
        },
        {
          id: 'cash',
          label: 'Cash transactions cleared',
          from: '2026-12-31',
          moved: 2,
          treasuries: '14200000',
          futures: '12500000',
          separate: '26700000',
          crossMargined: '19100000',
          saving: '7600000',
          note: null,
        },
        {
          id: 'cash-and-repo',
          label: 'Cash and repo cleared',
          from: '2027-06-30',
          moved: 3,
          treasuries: null,
          futures: '12500000',
          separate: null,
          crossMargined: null,
          saving: null,
          note: '1 repo has no amount: no clearing house charge was loaded.',
        },
      ],
      citations: ['17 CFR 240.17ad-22(e)(18)(iv)', '90 FR 11134 (extension of the dates)'],
      notes: ['Cross-margining takes the two-pot form: the more conservative of both computations, the saving capped.'],
    },
    notices: ['A licensed model was used. Its notice stands here.'],
    ...changes,
  };
}
