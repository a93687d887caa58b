import { failure, success } from '@/lib/core/result';
import type { Difference, FrameworkReport, ImpactReport, RunReport } from '@/lib/margin/report/run-report';
import { BREAKDOWNS, type BreakdownKind } from '../breakdowns';
import type { FigureFormat, FigureSeriesPoint, FigureValue } from '../figure';
import { formatFigure } from '../format-figure';
import { about, altText, type FigureRequest, frameworkOf, noteOf, number, PERCENT, type Resolved, textColumn } from './figure-parts';

/** The figures under `impacts`. */
export function impactFigure({ report, segments, money, format }: FigureRequest): Resolved {
  const [id, member, ...rest] = segments;
  const impact = report.impacts.find((one) => one.alternative === id);
  if (!impact) return null;
  const sides = [impact.baseline, impact.alternative].flatMap((one) => frameworkOf(report, one) ?? []);
  const joint = noteOf(sides, impact);
  const alone = rest.length === 0;
  if (alone && member === 'baseline') return number(impact.baselineTotal, money, noteOf(sides.slice(0, 1)));
  if (alone && member === 'alternative') return number(impact.alternativeTotal, money, noteOf(sides.slice(1)));
  if (alone && member === 'saving') return number(impact.saving, money, joint);
  if (alone && member === 'saving-share') {
    if (impact.savingShare === null) return failure('The saving has no share, because the baseline is zero.');
    return number(impact.savingShare, format ?? PERCENT, joint);
  }
  if (member === 'bridge' && alone) return success(bridgeChart(report, impact, sides, money));
  if (member === 'bridge' && rest[0] === 'table' && rest.length === 1) return success(bridgeTable(impact, sides, money));
  if (member === 'funding') return fundingFigure(impact, sides, rest, money);
  const breakdown = BREAKDOWNS.find((one) => one.slug === member);
  if (!breakdown) return null;
  const rows = impact[breakdown.member];
  if (alone) return success(differenceTable(impact, breakdown, rows, sides, money));
  const row = rest[0] === 'row' && rest.length === 2 ? rows.find(({ key }) => key === rest[1]) : undefined;
  return row ? number(row.saving, money, joint) : null;
}

function fundingFigure(impact: ImpactReport, sides: readonly FrameworkReport[], rest: readonly string[], money: FigureFormat): Resolved {
  const { funding } = impact;
  if (!funding) return null;
  const note = { ...about(`For a year at ${formatFigure(funding.rate, { ...PERCENT, decimals: 2 })}.`), ...noteOf(sides, impact) };
  if (rest.length === 0) return number(funding.saving, money, note);
  if (rest[0] !== 'table' || rest.length > 1) return null;
  const columns = [
    textColumn('framework', 'Framework'),
    { key: 'requirement', label: 'Requirement', format: money },
    { key: 'cost', label: 'Cost of funding it for a year', format: money },
  ];
  const rows = [
    { framework: sides[0]?.name ?? impact.baseline, requirement: impact.baselineTotal, cost: funding.baseline },
    { framework: sides[1]?.name ?? impact.alternative, requirement: impact.alternativeTotal, cost: funding.alternative },
    { framework: 'Saving', requirement: impact.saving, cost: funding.saving },
  ];
  return success({ kind: 'table', columns, rows, totalRow: 2, ...note });
}

function differenceTable(
  impact: ImpactReport,
  { label }: BreakdownKind,
  rows: readonly Difference[],
  sides: readonly FrameworkReport[],
  money: FigureFormat,
): FigureValue {
  const columns = [
    textColumn('label', label),
    { key: 'baseline', label: sides[0]?.name ?? impact.baseline, format: money },
    { key: 'alternative', label: sides[1]?.name ?? impact.alternative, format: money },
    { key: 'saving', label: 'Saving', format: money },
  ];
  const lines = rows.map((row) => ({ label: row.label, baseline: row.baseline, alternative: row.alternative, saving: row.saving }));
  const total = { label: 'Total', baseline: impact.baselineTotal, alternative: impact.alternativeTotal, saving: impact.saving };
  return { kind: 'table', columns, rows: [...lines, total], totalRow: lines.length, ...noteOf(sides, impact) };
}

function bridgeChart(report: RunReport, impact: ImpactReport, sides: readonly FrameworkReport[], money: FigureFormat): FigureValue {
  const last = impact.bridge.length - 1;
  const points = impact.bridge.map(
    (step, index): FigureSeriesPoint => ({
      label: step.label,
      amount: step.amount,
      kind: step.kind,
      agency: index === last ? 'harmonized' : 'none',
    }),
  );
  const title = `From ${sides[0]?.name ?? impact.baseline} to ${sides[1]?.name ?? impact.alternative}, positions of ${report.asOf}`;
  return { kind: 'chart', chart: 'bridge', points, format: money, altText: altText(title, points, money), ...noteOf(sides, impact) };
}

function bridgeTable(impact: ImpactReport, sides: readonly FrameworkReport[], money: FigureFormat): FigureValue {
  const columns = [textColumn('step', 'Step'), { key: 'amount', label: 'Amount', format: money }, textColumn('explanation', 'What it is')];
  const rows = impact.bridge.map(({ label, amount, explanation }) => ({ step: label, amount, explanation }));
  return { kind: 'table', columns, rows, totalRow: rows.length - 1, ...noteOf(sides, impact) };
}
