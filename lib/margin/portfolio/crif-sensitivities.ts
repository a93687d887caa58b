import type { FileProblem } from '@/lib/core/file-problem';
import type { CrifRow } from './crif-row';
import { crifTrades } from './crif-trades';

/** The rows of SIMM of a CRIF by position, under the ids that crifToPositions gives: the evidence "sensitivities" of a portfolio made of that file. */
export function sensitivitiesByPosition(rows: readonly CrifRow[]): ReadonlyMap<string, readonly CrifRow[]> {
  const found = new Map<string, readonly CrifRow[]>();
  for (const [id, ofTrade] of crifTrades(rows)) {
    const sensitivities = ofTrade.filter(({ imModel }) => imModel !== 'Schedule');
    if (sensitivities.length > 0) found.set(id, sensitivities);
  }
  return found;
}

/**
 * The rows of SIMM of a CRIF that stands beside a positions file. TradeID is the position's id; a trade that several netting sets have may be written
 * there as "netting set/trade". Rows whose trade is no position enter nothing, with a warning for each trade.
 */
export function matchSensitivities(
  rows: readonly CrifRow[],
  positionIds: ReadonlySet<string>,
): { readonly sensitivities: ReadonlyMap<string, readonly CrifRow[]>; readonly problems: readonly FileProblem[] } {
  const sensitivities = new Map<string, CrifRow[]>();
  const unmatched = new Map<string, { readonly first: CrifRow; count: number }>();
  for (const row of rows) {
    if (row.imModel === 'Schedule') continue;
    const inSet = `${row.portfolioId}/${row.tradeId}`;
    const id = row.tradeId !== null && positionIds.has(row.tradeId) ? row.tradeId : positionIds.has(inSet) ? inSet : null;
    if (id !== null) {
      const known = sensitivities.get(id);
      if (known === undefined) sensitivities.set(id, [row]);
      else known.push(row);
      continue;
    }
    const key = row.tradeId ?? '';
    const known = unmatched.get(key);
    if (known === undefined) unmatched.set(key, { first: row, count: 1 });
    else known.count += 1;
  }
  return { sensitivities, problems: [...unmatched.values()].map(({ first, count }) => unmatchedProblem(first, count)) };
}

function unmatchedProblem({ tradeId, line }: CrifRow, count: number): FileProblem {
  const rows = count === 1 ? 'The row enters' : `Its ${count} rows enter`;
  const why = tradeId === null ? 'Rows without a TradeID belong to no position.' : 'The portfolio has no position with this id.';
  return {
    severity: 'warning',
    code: 'no-such-position',
    line,
    column: 'TradeID',
    value: tradeId?.slice(0, 80) ?? null,
    message: `${why} ${rows} no calculation.`,
  };
}
