import { failure, type Result, success } from '@/lib/core/result';
import type { Breakdown, Difference, FrameworkReport, ImpactReport, RunReport } from '@/lib/margin/report/run-report';
import type { FigureFormat, FigureSeriesPoint, FigureTableColumn, FigureValue } from './figure';
import { formatFigure } from './format-figure';
import { incompleteNote } from './incomplete-note';

/** The breakdowns of a framework's total and of a difference, as paths and readers name them. */
export const BREAKDOWNS = [
  { slug: 'by-regime', member: 'byRegime', label: 'Regime' },
  { slug: 'by-class', member: 'byClass', label: 'Class' },
  { slug: 'by-counterparty', member: 'byCounterparty', label: 'Counterparty' },
] as const;
type BreakdownKind = (typeof BREAKDOWNS)[number];

/** How amounts of a report are presented where nobody has chosen otherwise. */
export function defaultFormat(style: FigureFormat['style'], currency: string): FigureFormat {
  if (style === 'money') return { style, currency, scale: 'millions', decimals: 1 };
  return { style, currency: null, scale: 'units', decimals: style === 'percent' ? 1 : 0 };
}

/**
 * The value at a path of a report; `format` replaces the default for its amounts. The paths:
 *
 *     positions · frameworks (table) · frameworks/chart
 *     frameworks/<id>/{total,gross} · frameworks/<id>/<breakdown> (table) · …/<breakdown>/chart · …/<breakdown>/row/<key>
 *     impacts/<alternative>/{baseline,alternative,saving,saving-share} · …/bridge (chart) · …/bridge/table
 *     impacts/<alternative>/<breakdown> (table) · …/<breakdown>/row/<key> (the saving)
 *
 * A breakdown is by-regime, by-class or by-counterparty; ids and keys are URI-encoded. A path that the report does not have is a failure with a sentence.
 */
export function resolveFigure(report: RunReport, path: string, format: FigureFormat | null = null): Result<FigureValue, string> {
  const [head, id, member, ...rest] = segmentsOf(path);
  const money = format ?? defaultFormat('money', report.currency);
  const number = (value: string, otherwise: FigureFormat, framework?: FrameworkReport): Result<FigureValue, string> =>
    success({ kind: 'number', value, format: format ?? otherwise, ...noteOf(framework ? [framework] : []) });

  if (head === 'positions' && id === undefined) return number(String(report.portfolio.positions), defaultFormat('count', report.currency));
  if (head === 'frameworks' && id === undefined) return success(totalsTable(report, money));
  if (head === 'frameworks' && id === 'chart' && member === undefined) return success(totalsChart(report, money));
  const missing = () => failure(`The run has nothing at “${path}”.`);

  if (head === 'frameworks') {
    const framework = report.frameworks.find((one) => one.framework === id);
    if (!framework) return missing();
    if (member === 'total' && rest.length === 0) return number(framework.total, money, framework);
    if (member === 'gross' && rest.length === 0) return number(framework.grossStandalone, money, framework);
    const breakdown = BREAKDOWNS.find((one) => one.slug === member);
    if (!breakdown) return missing();
    const rows = framework[breakdown.member];
    if (rest.length === 0) return success(breakdownTable(framework, breakdown, rows, money));
    if (rest[0] === 'chart' && rest.length === 1) return success(breakdownChart(framework, breakdown, rows, money));
    const row = rest[0] === 'row' && rest.length === 2 ? rows.find(({ key }) => key === rest[1]) : undefined;
    return row ? number(row.amount, money, framework) : missing();
  }

  if (head === 'impacts') {
    const impact = report.impacts.find((one) => one.alternative === id);
    if (!impact) return missing();
    const sides = [impact.baseline, impact.alternative].flatMap(
      (one) => report.frameworks.find(({ framework }) => framework === one) ?? [],
    );
    const joint = (value: string, otherwise: FigureFormat): Result<FigureValue, string> =>
      success({ kind: 'number', value, format: format ?? otherwise, ...noteOf(sides, impact) });
    if (rest.length === 0 && member === 'baseline') return number(impact.baselineTotal, money, sides[0]);
    if (rest.length === 0 && member === 'alternative') return number(impact.alternativeTotal, money, sides[1]);
    if (rest.length === 0 && member === 'saving') return joint(impact.saving, money);
    if (rest.length === 0 && member === 'saving-share') {
      if (impact.savingShare === null) return failure('The saving has no share, because the baseline is zero.');
      return joint(impact.savingShare, defaultFormat('percent', report.currency));
    }
    if (member === 'bridge' && rest.length === 0) return success(bridgeChart(report, impact, sides, money));
    if (member === 'bridge' && rest[0] === 'table' && rest.length === 1) return success(bridgeTable(impact, sides, money));
    const breakdown = BREAKDOWNS.find((one) => one.slug === member);
    if (!breakdown) return missing();
    const rows = impact[breakdown.member];
    if (rest.length === 0) return success(differenceTable(impact, breakdown, rows, sides, money));
    const row = rest[0] === 'row' && rest.length === 2 ? rows.find(({ key }) => key === rest[1]) : undefined;
    return row ? joint(row.saving, money) : missing();
  }
  return missing();
}

function segmentsOf(path: string): string[] {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    return [];
  }
}

function altText(title: string, points: readonly FigureSeriesPoint[], format: FigureFormat): string {
  return `${title}. ${points.map(({ label, amount }) => `${label}: ${formatFigure(amount, format)}`).join('; ')}.`;
}

const TEXT = (key: string, label: string): FigureTableColumn => ({ key, label, format: null });
const COUNT: FigureFormat = { style: 'count', currency: null, scale: 'units', decimals: 0 };

function noteOf(frameworks: readonly FrameworkReport[], impact: ImpactReport | null = null): { note?: string } {
  const note = incompleteNote(frameworks, impact);
  return note === null ? {} : { note };
}

function totalsTable(report: RunReport, money: FigureFormat): FigureValue {
  const columns = [TEXT('framework', 'Framework'), { key: 'total', label: 'Requirement', format: money }];
  const rows = report.frameworks.map(({ name, total }) => ({ framework: name, total }));
  return { kind: 'table', columns, rows, totalRow: null, ...noteOf(report.frameworks) };
}

function totalsChart(report: RunReport, money: FigureFormat): FigureValue {
  const points = report.frameworks.map(
    (framework): FigureSeriesPoint => ({
      label: framework.name,
      amount: framework.total,
      kind: 'bar',
      agency: framework.framework === report.impacts[0]?.baseline ? 'none' : 'harmonized',
    }),
  );
  return {
    kind: 'chart',
    chart: 'bars',
    points,
    format: money,
    altText: altText('Requirement by framework', points, money),
    ...noteOf(report.frameworks),
  };
}

function breakdownTable(
  framework: FrameworkReport,
  { label }: BreakdownKind,
  rows: readonly Breakdown[],
  money: FigureFormat,
): FigureValue {
  const columns = [
    TEXT('label', label),
    { key: 'positions', label: 'Positions', format: COUNT },
    { key: 'amount', label: 'Requirement', format: money },
  ];
  const lines = rows.map((row) => ({ label: row.label, positions: String(row.positions), amount: row.amount }));
  const positions = rows.reduce((sum, row) => sum + row.positions, 0);
  const total = { label: 'Total', positions: String(positions), amount: framework.total };
  return { kind: 'table', columns, rows: [...lines, total], totalRow: lines.length, ...noteOf([framework]) };
}

function breakdownChart(
  framework: FrameworkReport,
  { label }: BreakdownKind,
  rows: readonly Breakdown[],
  money: FigureFormat,
): FigureValue {
  const points = rows.map((row): FigureSeriesPoint => ({ label: row.label, amount: row.amount, kind: 'bar', agency: row.agency }));
  const title = `Requirement under ${framework.name} by ${label.toLowerCase()}`;
  return { kind: 'chart', chart: 'bars', points, format: money, altText: altText(title, points, money), ...noteOf([framework]) };
}

function differenceTable(
  impact: ImpactReport,
  { label }: BreakdownKind,
  rows: readonly Difference[],
  sides: readonly FrameworkReport[],
  money: FigureFormat,
): FigureValue {
  const columns = [
    TEXT('label', label),
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
  const columns = [TEXT('step', 'Step'), { key: 'amount', label: 'Amount', format: money }, TEXT('explanation', 'What it is')];
  const rows = impact.bridge.map(({ label, amount, explanation }) => ({ step: label, amount, explanation }));
  return { kind: 'table', columns, rows, totalRow: rows.length - 1, ...noteOf(sides, impact) };
}
