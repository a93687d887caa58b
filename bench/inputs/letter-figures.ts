import type { FigureFormat, FigureValue } from '@/lib/letter/figures/figure';
import type { SampleFigure } from '@/lib/sample/prose';
import type { SampleDraw } from '@/lib/sample/sample-draw';

export const RUN_ID = '00000000-0000-4000-8000-0000000000a1';

const MILLIONS: FigureFormat = { style: 'money', currency: 'USD', scale: 'millions', decimals: 1 };
const COUNT: FigureFormat = { style: 'count', currency: null, scale: 'units', decimals: 0 };
const REGIMES = ['Uncleared swaps', 'Security-based swaps', 'Mixed swaps', 'Securities', 'Futures', 'Total'] as const;

const amount = (draw: SampleDraw) => String(draw.between(1_000_000, 900_000_000));

/** A figure's identity from its place among the letter's figures. */
function bound(ordinal: number, name: string, value: FigureValue): SampleFigure {
  const figureId = `00000000-0000-4000-8000-${ordinal.toString(16).padStart(12, '0')}`;
  return { figureId, runId: RUN_ID, path: `bench/${ordinal}`, name, value };
}

/** An amount of money for a sentence. */
export function numberFigure(draw: SampleDraw, ordinal: number): SampleFigure {
  return bound(ordinal, `Amount ${ordinal}`, { kind: 'number', value: amount(draw), format: MILLIONS });
}

/** A table of six rows and four columns, the last row its total. */
export function tableFigure(draw: SampleDraw, ordinal: number): SampleFigure {
  return bound(ordinal, `Requirement by regime ${ordinal}`, {
    kind: 'table',
    columns: [
      { key: 'regime', label: 'Regime', format: null },
      { key: 'positions', label: 'Positions', format: COUNT },
      { key: 'today', label: 'Today', format: MILLIONS },
      { key: 'account', label: 'One account', format: MILLIONS },
    ],
    rows: REGIMES.map((regime) => ({ regime, positions: String(draw.between(1, 4000)), today: amount(draw), account: amount(draw) })),
    totalRow: REGIMES.length - 1,
  });
}

/** A bridge of five steps. */
export function chartFigure(draw: SampleDraw, ordinal: number): SampleFigure {
  return bound(ordinal, `Bridge ${ordinal}`, {
    kind: 'chart',
    chart: 'bridge',
    format: MILLIONS,
    altText: `Bridge ${ordinal} from the requirement under separate regimes to that of one account.`,
    points: [
      { label: 'Separate regimes', amount: amount(draw), kind: 'total', agency: 'none' },
      { label: 'Swaps', amount: `-${amount(draw)}`, kind: 'change', agency: 'CFTC' },
      { label: 'Security-based swaps', amount: `-${amount(draw)}`, kind: 'change', agency: 'SEC' },
      { label: 'Mixed swaps', amount: amount(draw), kind: 'change', agency: 'joint' },
      { label: 'One account', amount: amount(draw), kind: 'total', agency: 'harmonized' },
    ],
  });
}
