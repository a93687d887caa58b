import type { FigureValue } from '@/lib/letter/figures/figure';
import { BarsChart } from './bars-chart';
import { BridgeChart } from './bridge-chart';
import { LinesChart } from './lines-chart';

/** A chart figure as screens draw it, in a letter and in the preview of one. */
export function FigurePicture({ name, value }: { name: string; value: Extract<FigureValue, { kind: 'chart' }> }) {
  if (value.chart === 'lines') return <LinesChart title={name} value={value} />;
  if (value.chart === 'bars') return <BarsChart title={name} points={value.points} format={value.format} />;
  const steps = value.points.map((point, index) => ({
    id: String(index),
    label: point.label,
    kind: point.kind === 'total' ? ('total' as const) : ('change' as const),
    amount: point.amount,
    explanation: '',
  }));
  const compositions = Object.fromEntries(value.points.map(({ agency, amount }, index) => [String(index), [{ agency, amount }]]));
  return <BridgeChart compact title={name} steps={steps} compositions={compositions} currency={value.format.currency ?? ''} source="" />;
}
