import { type Decimal, parseDecimal, sumDecimals } from '@/lib/core/decimal';
import type { FxRates } from '../evidence/fx-rates';
import { type ExactVector, overlappingSums, sumVectors, type VectorPart } from '../evidence/loss-vector';
import { pnlRate } from '../evidence/pnl-rate';
import type { PnlVectors } from '../evidence/pnl-vectors';
import type { Position } from '../portfolio/position';
import type { AdequacyReport } from '../report/adequacy-report';
import { compareGroups, counterpartyGroup } from '../report/group-labels';
import { type AmountsOverTime, adequacyRow } from './adequacy-row';
import type { RequirementHistory } from './requirement-history';

export interface AdequacyInput {
  /** What a framework asks for each position that it covers; they add up to its total. */
  readonly contributions: ReadonlyMap<string, Decimal>;
  readonly counterpartyOf: ReadonlyMap<string, string | null>;
  readonly pnl: PnlVectors;
  readonly rates: FxRates | null;
  /** The positions' own rates, for vectors in their currencies where the rates file has none. */
  readonly positions?: ReadonlyMap<string, Pick<Position, 'currency' | 'fxRate'>>;
  /** In which the contributions are. */
  readonly currency: string;
  /** collect: the losses that count are those of the positions' holder, who files the vectors. post: the other party's. */
  readonly side: 'collect' | 'post';
  /** Whose losses a requirement on the collect side covers, as in historical-var; the holder's where absent. */
  readonly view?: 'holder' | 'counterparty';
  /** The share of scenarios that a requirement should cover, between 0 and 1, e.g. "0.99". */
  readonly level: string;
  /** Days that a loss runs over, from 1; more than 1 only where the scenarios are days in order. */
  readonly lossDays?: number;
  /** Null where no leg of the framework follows the history; a sentence where one does and cannot be computed again. */
  readonly history: RequirementHistory | string | null;
}

interface Tested {
  readonly counterparty: string | null;
  readonly requirement: Decimal;
  readonly part: VectorPart;
}

const NO_HISTORY: AmountsOverTime = {
  missing: 'No part of the requirement is computed from the history, so it does not move with it: it would be the same on every day.',
};

const NO_PART: AmountsOverTime = {
  missing: 'What was asked on earlier days is known for netting sets that it shares with other counterparties, and not for it alone.',
};

/**
 * Back-tests a framework: losses of the positions that have both a requirement and a vector, against what is required for these positions; the whole
 * as one account, then each counterparty. Exact but for ratios and test statistics, which are rounded HALF_UP. Throws RangeError for a level that is
 * not between 0 and 1.
 */
export function adequacyOf(input: AdequacyInput): AdequacyReport {
  const level = parseDecimal(input.level);
  if (level === null || !level.gt(0) || !level.lt(1)) throw new RangeError(`A level lies between 0 and 1, unlike "${input.level}".`);
  const { pnl } = input;
  const history = typeof input.history === 'string' ? null : input.history;
  const noHistory: AmountsOverTime = typeof input.history === 'string' ? { missing: input.history } : NO_HISTORY;
  const { tested, withoutVector, withoutRate } = testedPositions(input);
  const sign = (input.view ?? 'holder') === 'holder' ? 1 : -1;
  const lossSign = (input.side === 'collect' ? -sign : sign) as 1 | -1;
  const lossDays = pnl.dated ? Math.min(input.lossDays ?? 1, Math.max(pnl.scenarios.length, 1)) : 1;
  const names = pnl.scenarios.slice(lossDays - 1);
  const lossesOf = (members: readonly Tested[]): ExactVector => {
    const parts = members.map(({ part }) => part);
    const sums = overlappingSums(sumVectors(parts, pnl.scale, pnl.scenarios.length, lossSign), lossDays);
    return { scale: sums.scale, values: sums.values.slice(lossDays - 1) };
  };
  const requirementOf = (members: readonly Tested[]) => sumDecimals(members.map(({ requirement }) => requirement));
  const groups = new Map<string | null, Tested[]>();
  for (const member of tested) {
    const group = groups.get(member.counterparty);
    if (group) group.push(member);
    else groups.set(member.counterparty, [member]);
  }
  const places = new Map(pnl.scenarios.map((name, i) => [name, i]));
  const overTime = (amounts: readonly Decimal[] | undefined): AmountsOverTime => {
    if (history === null) return noHistory;
    if (amounts === undefined) return NO_PART;
    return amounts.map((amount, i) => ({ day: history.days[i] ?? '', at: places.get(history.days[i] ?? '') ?? i, amount }));
  };
  const whole = { key: 'whole', label: 'Whole portfolio', requirement: requirementOf(tested), losses: lossesOf(tested), listed: true };
  const windows = { names, dated: pnl.dated, lossDays };
  const rows = [
    adequacyRow(whole, windows, level, overTime(history?.whole)),
    ...[...groups.entries()]
      .sort(([a], [b]) => compareGroups('counterparty', a ?? '', b ?? ''))
      .map(([counterparty, members]) => {
        const { key, label } = counterpartyGroup(counterparty);
        const row = {
          key: `counterparty/${key}`,
          label,
          requirement: requirementOf(members),
          losses: lossesOf(members),
          listed: false,
        };
        return adequacyRow(row, windows, level, overTime(history?.byCounterparty.get(counterparty)));
      }),
  ];
  return {
    basis: {
      scenarios: names.length,
      first: names[0] ?? '',
      last: names.at(-1) ?? '',
      dated: pnl.dated,
      lossDays,
    },
    tested: tested.length,
    untested: withoutVector + withoutRate,
    level: level.toString(),
    rows,
    scenarioNames: names,
    notes: [lossNote(lossDays, names.length), ...notesOf(groups.size, withoutVector, withoutRate, history)],
  };
}

function testedPositions({ contributions, counterpartyOf, pnl, rates, currency, positions }: AdequacyInput) {
  const tested: Tested[] = [];
  let withoutVector = 0;
  let withoutRate = 0;
  for (const [id, requirement] of contributions) {
    const row = pnl.rows.get(id);
    if (row === undefined) {
      withoutVector += 1;
      continue;
    }
    const rate = pnlRate(row.currency, currency, rates, positions?.get(id) ?? null);
    if (rate === null) withoutRate += 1;
    else tested.push({ counterparty: counterpartyOf.get(id) ?? null, requirement, part: { row, rate } });
  }
  return { tested, withoutVector, withoutRate };
}

function lossNote(days: number, losses: number): string {
  if (days === 1)
    return 'Each loss is that of one scenario as the file has it. A requirement for a longer horizon is larger than such a loss by design, and few exceedances are then no proof.';
  const apart = Math.ceil(losses / days);
  return `Each loss is the sum of ${days} days of the positions as they are today, and is named by the last of them. These losses overlap, so that the tests of coverage take one in ${days} only (${apart.toLocaleString('en-US')} of ${losses.toLocaleString('en-US')}).`;
}

function notesOf(groups: number, withoutVector: number, withoutRate: number, history: RequirementHistory | null): string[] {
  const notes = ['The scenarios may be those from which a requirement was computed; then the test is in sample.'];
  if (groups > 1)
    notes.push(
      'The whole portfolio nets losses across counterparties, whose margin is in truth held apart; read it beside the rows below it.',
    );
  if (withoutVector > 0)
    notes.push(
      `${withoutVector.toLocaleString('en-US')} positions have a requirement and no profit and loss: neither is counted in the test.`,
    );
  if (withoutRate > 0)
    notes.push(`${withoutRate.toLocaleString('en-US')} positions have profit and loss in a currency without a rate: they are not counted.`);
  if (history !== null) notes.push(history.note);
  return notes;
}
