import { type Result, success } from '@/lib/core/result';
import type { FrameworkReport, ImpactReport, RunReport } from '@/lib/margin/report/run-report';
import type { FigureFormat, FigureTableColumn, FigureValue } from '../figure';
import { formatFigure } from '../format-figure';
import { incompleteNote } from '../incomplete-note';

/** What a resolver is asked: the part of a path after its head, and how amounts are presented. */
export interface FigureRequest {
  readonly report: RunReport;
  readonly segments: readonly string[];
  /** The format that was chosen; null for the default. */
  readonly format: FigureFormat | null;
  /** The format of amounts: the chosen one or the default. */
  readonly money: FigureFormat;
}

/** A value, a sentence why there is none, or null where the report has nothing at the path. */
export type Resolved = Result<FigureValue, string> | null;

export const COUNT: FigureFormat = { style: 'count', currency: null, scale: 'units', decimals: 0 };
export const PERCENT: FigureFormat = { style: 'percent', currency: null, scale: 'units', decimals: 1 };
/** For counts that are expectations, statistics and p-values. */
export const fraction = (decimals: number): FigureFormat => ({ ...COUNT, decimals });

export const NOT_COMPUTED = 'not computed';

export const textColumn = (key: string, label: string): FigureTableColumn => ({ key, label, format: null });

export function number(value: string, format: FigureFormat, said: { about?: string; note?: string } = {}): Resolved {
  return success({ kind: 'number', value, format, ...said });
}

/** What amounts of these frameworks leave out, as a figure carries it. */
export function noteOf(frameworks: readonly FrameworkReport[], impact: ImpactReport | null = null): { note?: string } {
  return noted(incompleteNote(frameworks, impact));
}

/** Several notes as one; those that are null or empty are left out. */
export function noted(...notes: readonly (string | null | undefined)[]): { note?: string } {
  const note = joined(notes);
  return note === '' ? {} : { note };
}

/** What a figure is of, as it carries it. */
export function about(...parts: readonly string[]): { about?: string } {
  const words = joined(parts);
  return words === '' ? {} : { about: words };
}

function joined(parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join(' ');
}

/** A chart in a sentence: its title, then each label with its amount. */
export function altText(title: string, points: readonly { label: string; amount: string }[], format: FigureFormat): string {
  return `${title}. ${points.map(({ label, amount }) => `${label}: ${formatFigure(amount, format)}`).join('; ')}.`;
}

export function frameworkOf(report: RunReport, id: string | undefined): FrameworkReport | undefined {
  return report.frameworks.find(({ framework }) => framework === id);
}
