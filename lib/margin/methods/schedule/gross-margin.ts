import type { Decimal } from '@/lib/core/decimal';
import { failure, type Result, success } from '@/lib/core/result';
import { leafNode, numberInput, slug } from '../build-node';
import { cfr } from '../cite';
import type { PositionFailure } from '../group-failures';
import type { MarginNode, NodeInput } from '../margin-node';
import { type BandEdge, bandOfDuration, bandOfMaturity } from './duration-band';
import { type DurationBand, hasBands, type ScheduleCell, scheduleCell } from './schedule-table';
import type { ScheduleTrade } from './schedule-trade';

export interface GrossMarginContext {
  readonly asOf: string;
  readonly currency: string;
  readonly edge: BandEdge;
}

export interface GrossMargin {
  readonly trade: ScheduleTrade;
  readonly amount: Decimal;
  readonly cell: ScheduleCell;
}

/** Gross initial margin of one trade: effective notional × the schedule's figure. Fails where the band cannot be known or the trade has ended. */
export function grossMargin(trade: ScheduleTrade, context: GrossMarginContext): Result<GrossMargin, PositionFailure> {
  const fail = (reason: PositionFailure['reason'], message: string) => failure({ reason, positionId: trade.tradeId, message });
  if (trade.endDate !== null && trade.endDate < context.asOf)
    return fail('INVALID', `The maturity lies before ${context.asOf}, the date of the portfolio.`);
  if (trade.durationYears?.isNegative()) return fail('INVALID', 'A duration is 0 or more years.');
  let band: DurationBand | null = null;
  if (hasBands(trade.assetClass)) {
    if (trade.durationYears !== null) band = bandOfDuration(trade.durationYears, context.edge);
    else if (trade.endDate !== null) band = bandOfMaturity(context.asOf, trade.endDate, context.edge);
    else return fail('MISSING_DATA', 'There is neither a duration nor a maturity, so the band of the schedule is not known.');
  }
  const cell = scheduleCell(trade.assetClass, band);
  return success({ trade, amount: trade.notional.times(cell.rate), cell });
}

/** The node that explains one trade's gross margin. */
export function grossMarginNode({ trade, amount, cell }: GrossMargin, parentPath: string, currency: string): MarginNode {
  return leafNode('position', amount, () => ({
    path: `${parentPath}/${slug(trade.tradeId)}`,
    label: trade.tradeId,
    formula: 'schedule.gross: effective notional × percentage',
    citations: [cfr('23.154', '(c)(1)'), cfr('23.154', '(c)(2)(ii)(A)')],
    parameters: [cell.reference],
    inputs: inputsOf(trade, currency),
  }));
}

function inputsOf(trade: ScheduleTrade, currency: string): NodeInput[] {
  const inputs: NodeInput[] = [numberInput('effective notional', trade.notional, currency)];
  if (trade.durationYears !== null) inputs.push(numberInput('duration', trade.durationYears, 'years'));
  else if (trade.endDate !== null) inputs.push({ name: 'maturity', value: trade.endDate });
  if (trade.presentValue !== null) inputs.push(numberInput('replacement cost', trade.presentValue, currency));
  return inputs;
}
