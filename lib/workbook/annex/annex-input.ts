import type { TableOfFiguresRow } from '@/lib/letter/submission/table-of-figures';
import type { Framework } from '@/lib/margin/frameworks/framework';
import type { FlatNode } from '@/lib/margin/impact/flatten-tree';
import type { RunParameters } from '@/lib/margin/impact/run-parameters';
import type { RunReport } from '@/lib/margin/report/run-report';

/** A run behind the letter's figures, as the workbook shows it. */
export interface AnnexRun {
  readonly runId: string;
  readonly analysis: string;
  readonly number: number;
  readonly engine: string;
  readonly inputsHash: string;
  readonly resultHash: string;
  readonly description: AnnexDescription;
  readonly report: RunReport;
  readonly trees: readonly AnnexTree[];
}

/** What the run was asked to compute. */
export interface AnnexDescription {
  readonly evidence: readonly { readonly kind: string; readonly fileName: string; readonly contentHash: string }[];
  readonly frameworks: readonly Framework[];
  readonly parameters: RunParameters;
  /** SIMM pack and scan parameters, where there are any. */
  readonly parameterSets: readonly { readonly name: string; readonly version: string; readonly contentHash: string }[];
}

/** A framework's requirement: its nodes, parents before children, down to where the workbook stops. */
export interface AnnexTree {
  readonly framework: string;
  readonly name: string;
  readonly role: 'baseline' | 'alternative';
  readonly nodes: readonly FlatNode[];
  /** nodes below that are not listed */
  readonly leftOut: number;
}

/** What an annex workbook is made of. */
export interface AnnexInput {
  /** The letter and its version; null for a workbook of a run alone. */
  readonly letter: { readonly title: string; readonly versionNumber: number; readonly contentHash: string } | null;
  /** Lines that say what is in it and what is not. */
  readonly notes: readonly string[];
  readonly runs: readonly AnnexRun[];
  readonly figures: readonly TableOfFiguresRow[];
}
