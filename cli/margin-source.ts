import type { Decimal } from '@/lib/core/decimal';
import { AppError } from '@/lib/core/errors';
import type { Evidence } from '@/lib/margin/evidence/evidence';
import { applyFramework } from '@/lib/margin/frameworks/apply-framework';
import type { MethodId } from '@/lib/margin/frameworks/framework';
import { singleMethodFramework } from '@/lib/margin/frameworks/single-method';
import type { MarginNode } from '@/lib/margin/methods/margin-node';
import { marginTrades } from '@/lib/margin/methods/schedule/margin-trades';
import type { CrifRow } from '@/lib/margin/portfolio/crif-row';
import { crifToScheduleTrades } from '@/lib/margin/portfolio/crif-to-schedule-trades';
import { portfolioHash } from '@/lib/margin/portfolio/portfolio-hash';
import type { Position } from '@/lib/margin/portfolio/position';
import { type EvidenceFiles, readEvidenceFiles } from './evidence-files';
import { isCrifFile, readCrifFile, readPositionsFile, warningsOf } from './margin-input';

export interface MarginRequest {
  readonly method: MethodId;
  readonly parameters: Readonly<Record<string, string>>;
  readonly currency: string;
  readonly side: 'collect' | 'post';
  /** null: the CRIF's own valuation date. */
  readonly asOf: string | null;
  /** Beside a positions file. */
  readonly files?: EvidenceFiles;
}

interface Margin {
  readonly tree: MarginNode;
  readonly total: Decimal;
  readonly warnings: readonly string[];
}

/** An input that was read once and can be margined whole or in part. */
export interface MarginSource {
  /** Identifiers that a selection may name. */
  readonly ids: ReadonlySet<string>;
  readonly asOf: string;
  /** Of the input as a whole. */
  readonly warnings: readonly string[];
  margin(side: 'collect' | 'post', selected: ReadonlySet<string> | null): Margin;
}

/** Reads a positions file or a CRIF, told apart by its header. `today` gives the date where neither the user nor the file does. */
export async function openMarginSource(path: string, request: MarginRequest, today: () => string): Promise<MarginSource> {
  if (!(await isCrifFile(path))) {
    const asOf = request.asOf ?? today();
    const { rows, warnings } = await readPositionsFile(path, request.currency, asOf);
    const ids = new Set(rows.map(({ positionId }) => positionId));
    const read = await readEvidenceFiles(request.files ?? {}, request.currency, ids);
    return positionsSource(rows, [...warnings, ...read.warnings], request, asOf, read.evidence);
  }
  if (request.method !== 'schedule')
    throw new AppError(
      'INVALID_INPUT',
      `${path} is a CRIF, which holds no spreads, sides or securities: ${request.method} needs a positions file.`,
    );
  const { rows, warnings } = await readCrifFile(path);
  const dates = new Set(rows.flatMap((row) => (row.valuationDate === null ? [] : [row.valuationDate])));
  if (request.asOf === null && dates.size > 1)
    throw new AppError('INVALID_INPUT', `${path} holds ${dates.size} valuation dates: say with --as-of which counts.`);
  return crifSource(path, rows, warnings, request, request.asOf ?? [...dates][0] ?? today());
}

function crifSource(
  path: string,
  rows: readonly CrifRow[],
  warnings: readonly string[],
  request: MarginRequest,
  asOf: string,
): MarginSource {
  const edge = request.parameters.bandEdge === 'upper' ? 'upper' : 'lower';
  return {
    ids: new Set(rows.flatMap((row) => (row.rowId === null ? [] : [row.rowId]))),
    asOf,
    warnings,
    margin(side, selected) {
      const chosen = selected === null ? rows : rows.filter((row) => row.rowId !== null && selected.has(row.rowId));
      const { trades, problems } = crifToScheduleTrades(chosen, request.currency);
      const tree = marginTrades(trades, { asOf, currency: request.currency, side, edge });
      return { tree, total: tree.amount, warnings: warningsOf(path, problems) };
    },
  };
}

function positionsSource(
  positions: readonly Position[],
  warnings: readonly string[],
  request: MarginRequest,
  asOf: string,
  evidence: Evidence,
): MarginSource {
  const { framework, notes } = singleMethodFramework(request.method, request.parameters, positions);
  return {
    ids: new Set(positions.map((position) => position.positionId)),
    asOf,
    warnings: [...warnings, ...notes],
    margin(side, selected) {
      const chosen = selected === null ? positions : positions.filter((position) => selected.has(position.positionId));
      const portfolio = { name: '', asOf, calculationCurrency: request.currency, positions: chosen, contentHash: portfolioHash(chosen) };
      const { tree } = applyFramework(portfolio, new Map(), framework, {
        side,
        threshold: 'ignored',
        minimumTransfer: 'ignored',
        evidence,
      });
      return { tree, total: tree.amount, warnings: [] };
    },
  };
}
