import { writeFile } from 'node:fs/promises';
import type { EvidenceFiles } from '@/cli/evidence-files';
import type { MethodId } from '@/lib/margin/frameworks/framework';
import type { Position, Product } from '@/lib/margin/portfolio/position';
import { benchExternalFile, benchScanFile, futuresPositions, listedPositions } from '../inputs/listed';
import { benchPositions } from '../inputs/positions';

/** A method with positions that all have an amount under it, and the files that it needs beside them. */
export interface MeasuredMethod {
  readonly method: MethodId;
  readonly positions: (count: number) => readonly Position[];
  /** What the positions are, for the detail. */
  readonly of: string;
  /** Measured at the smaller size only: the larger takes minutes. */
  readonly smallOnly?: boolean;
  readonly beside?: {
    readonly kind: Extract<keyof EvidenceFiles, 'external' | 'scanParameters'>;
    readonly option: string;
    readonly text: () => string;
  };
}

const sampleWithout =
  (...without: readonly Product[]) =>
  (count: number) =>
    benchPositions(count, without);

export const MEASURED_METHODS: readonly MeasuredMethod[] = [
  {
    method: 'schedule',
    of: 'swaps of the sample',
    positions: sampleWithout('corporate_bond', 'treasury', 'equity'),
  },
  {
    method: 'securities-haircut',
    of: 'credit, equity and securities of the sample',
    positions: sampleWithout('interest_rate_swap', 'inflation_swap', 'swaption', 'cross_currency_swap', 'fx_forward', 'fx_option'),
  },
  {
    method: 'strategy-based',
    of: 'stock and listed options, five lines on a share in each account',
    positions: listedPositions,
    smallOnly: true,
  },
  { method: 'theoretical-pricing', of: 'stock and listed options, five lines on a share in each account', positions: listedPositions },
  {
    method: 'scenario-scan',
    of: 'futures on 20 commodities and options on them',
    positions: futuresPositions,
    beside: { kind: 'scanParameters', option: '--parameters', text: benchScanFile },
  },
  {
    method: 'external',
    of: 'futures and options, an amount for each account',
    positions: futuresPositions,
    beside: { kind: 'external', option: '--external', text: benchExternalFile },
  },
];

/** Writes the file that a method needs beside positions, if any: as the command takes it, and as its options. */
export async function writeBeside({ beside }: MeasuredMethod, path: string): Promise<{ files: EvidenceFiles; options: readonly string[] }> {
  if (beside === undefined) return { files: {}, options: [] };
  await writeFile(path, beside.text());
  return { files: { [beside.kind]: path }, options: [beside.option, path] };
}
