import { Decimal, sumDecimals } from '@/lib/core/decimal';
import type { Classification, Regime } from '../../classification/regime';
import { SWAPS } from '../../frameworks/built-in/products';
import { failuresOf } from '../../methods/group-failures';
import type { Position, Product } from '../../portfolio/position';
import type { ClassificationWhatIf } from '../../report/detail-reports';
import { type AnalysisRun, marginOf } from '../analysis-run';

type Row = ClassificationWhatIf['rows'][number];

const SWAP_PRODUCTS: ReadonlySet<Product> = new Set<Product>([...SWAPS, 'mixed_swap']);

/**
 * The same exposure as it is classified, as a swap and as a security-based swap: the baseline on the uncleared swaps of each product by themselves, before
 * thresholds. The total adds up the rows that have an amount both ways, so that its three amounts are of the same positions.
 */
export function classificationWhatIf(run: AnalysisRun, pulse: () => void): ClassificationWhatIf {
  const groups = new Map<Product, Position[]>();
  for (const position of run.portfolio.positions) {
    if (!SWAP_PRODUCTS.has(position.product) || position.clearedBy !== null) continue;
    const group = groups.get(position.product);
    if (group) group.push(position);
    else groups.set(position.product, [position]);
  }
  const rows = [...groups.keys()].sort().map((product): Row => {
    const positions = groups.get(product) ?? [];
    pulse();
    const asClassified = totalUnder(run, positions, null);
    const asSwap = totalUnder(run, positions, 'cftc-uncleared-swaps');
    const asSecurityBasedSwap = totalUnder(run, positions, 'sec-non-cleared-sbs');
    const notes = [
      ...(asClassified.note === null ? [] : [`As classified: ${asClassified.note}`]),
      ...(asSwap.note === null ? [] : [`As swaps: ${asSwap.note}`]),
      ...(asSecurityBasedSwap.note === null ? [] : [`As security-based swaps: ${asSecurityBasedSwap.note}`]),
    ];
    return {
      key: product,
      label: labelOf(product),
      positions: positions.length,
      asClassified: asClassified.amount,
      asSwap: asSwap.note === null ? asSwap.amount : null,
      asSecurityBasedSwap: asSecurityBasedSwap.note === null ? asSecurityBasedSwap.amount : null,
      note: notes.length === 0 ? null : notes.join(' '),
    };
  });
  const complete = rows.filter(({ asSwap, asSecurityBasedSwap }) => asSwap !== null && asSecurityBasedSwap !== null);
  const sum = (amounts: readonly (string | null)[]) => sumDecimals(amounts.map((amount) => new Decimal(amount ?? 0))).toString();
  return {
    rows,
    total: {
      asClassified: sum(complete.map((row) => row.asClassified)),
      asSwap: complete.length === 0 ? null : sum(complete.map((row) => row.asSwap)),
      asSecurityBasedSwap: complete.length === 0 ? null : sum(complete.map((row) => row.asSecurityBasedSwap)),
    },
  };
}

/** The baseline on these positions, all of one regime where one is given; the note says what has no amount. */
function totalUnder(run: AnalysisRun, positions: readonly Position[], regime: Regime | null): { amount: string; note: string | null } {
  const { tree, margins } = marginOf(run, run.baseline.framework, positions, regime === null ? run.regimes : allOf(positions, regime));
  const missing = positions.filter(({ positionId }) => !margins.has(positionId)).length;
  const [failure] = failuresOf(tree);
  const note =
    missing === 0 ? null : `${missing} of ${positions.length} positions have no amount${failure ? ` (${failure.message})` : ''}.`;
  return { amount: tree.amount.toString(), note };
}

function allOf(positions: readonly Position[], regime: Regime): Map<string, Classification> {
  return new Map(
    positions.map(({ positionId }) => [
      positionId,
      { positionId, regime, agency: 'none', test: 'what-if', reason: 'Taken so for comparison.', citation: null },
    ]),
  );
}

function labelOf(product: Product): string {
  const words = product.replaceAll('_', ' ').replace(/^cds /, 'CDS, ').replace(/^fx /, 'FX ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
