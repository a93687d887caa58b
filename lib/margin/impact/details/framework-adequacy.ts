import { adequacyOf } from '../../adequacy/adequacy-report';
import type { Regime } from '../../classification/regime';
import type { AppliedFramework } from '../../frameworks/apply-framework';
import type { AdequacyReport } from '../../report/adequacy-report';
import type { AnalysisRun } from '../analysis-run';
import { requirementHistory } from './requirement-history';

/** What both rules ask a model to cover: 99 %, one tail (17 CFR 23.154(b)(2)(i); 240.18a-3(d)(2)(i); 39.13(g)(2)(iii)). */
const LEVEL = '0.99';

/** Margin collected for uncleared swaps covers an increase in their value to the firm, which the counterparty may fail to pay (17 CFR 23.154(b)(2)(i)). */
const UNCLEARED: ReadonlySet<Regime> = new Set<Regime>(['cftc-uncleared-swaps', 'sec-non-cleared-sbs']);
const COUNTERPARTYS_LOSSES =
  'The portfolio holds uncleared swaps, so on the collect side a loss is what the counterparty loses and the firm gains; on the post side what the firm loses. It is so under every framework of the run.';
const HOLDERS_LOSSES =
  'The portfolio holds no uncleared swaps, so on the collect side a loss is what the holder of the positions loses; on the post side the reverse. It is so under every framework of the run.';

/** A framework's requirement against the losses that the firm loaded; null where the run has none. */
export function frameworkAdequacy(run: AnalysisRun, applied: AppliedFramework, pulse: () => void): AdequacyReport | null {
  const { evidence, side } = run.settings;
  if (!evidence?.pnl) return null;
  const margins = [...applied.margins.values()];
  const uncleared = run.portfolio.positions.some(({ positionId }) => UNCLEARED.has(run.regimes.get(positionId)?.regime ?? 'undetermined'));
  const report = adequacyOf({
    contributions: new Map(margins.map(({ position, contribution }) => [position.positionId, contribution])),
    counterpartyOf: new Map(margins.map(({ position }) => [position.positionId, position.counterparty])),
    positions: new Map(margins.map(({ position }) => [position.positionId, position])),
    pnl: evidence.pnl,
    rates: evidence.rates,
    currency: run.portfolio.calculationCurrency,
    side,
    view: uncleared ? 'counterparty' : 'holder',
    level: LEVEL,
    lossDays: run.lossDays,
    history: requirementHistory(run, applied, evidence.pnl, pulse),
  });
  return { ...report, notes: [uncleared ? COUNTERPARTYS_LOSSES : HOLDERS_LOSSES, ...report.notes] };
}
