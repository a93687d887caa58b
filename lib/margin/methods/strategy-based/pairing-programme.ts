import { type Decimal, ONE, ZERO } from '@/lib/core/decimal';
import type { Row } from './linear-programme';
import { mayJoin, payoff, spreadExpiries, strikesOf } from './spread-group';
import type { OptionLine, Strategy, StrategyLine } from './strategy-line';

/** The whole choice as a programme: which variable stands for what, its costs and rows. */
export interface PairingProgramme {
  readonly costs: readonly Decimal[];
  readonly rows: readonly Row[];
  /** Variables that are whole numbers of contracts or strategies. */
  readonly whole: readonly number[];
  /** The first variable of the strategies; those before are the lines on their own. */
  readonly strategiesAt: number;
  readonly groups: readonly { readonly legs: readonly { readonly line: number; readonly variable: number }[] }[];
}

/**
 * Lines on their own, strategies by count, and one spread for each last expiry of short options, whose largest loss is a variable that is at
 * least the loss at every exercise price. Spreads of one expiry are never dearer together than apart, so one is enough.
 */
export function pairingProgramme(
  lines: readonly StrategyLine[],
  singles: readonly Decimal[],
  strategies: readonly Strategy[],
): PairingProgramme {
  const costs = [...singles, ...strategies.map(({ amount }) => amount)];
  const taken = lines.map((_, at) => new Map<number, Decimal>([[at, ONE]]));
  strategies.forEach(({ legs }, i) => {
    for (const { line, ratio } of legs) taken[line]?.set(lines.length + i, ratio);
  });
  const whole = strategies.map((_, i) => lines.length + i);
  const spreadRows: Row[] = [];
  const groups: { legs: { line: number; variable: number }[] }[] = [];
  const options = lines.flatMap((line) => (line.kind === 'stock' ? [] : [line]));
  for (const expiry of spreadExpiries(options)) {
    const members = lines.flatMap((line, at) => (line.kind !== 'stock' && mayJoin(line, expiry) ? [{ line: at, option: line }] : []));
    const joining = members.filter(({ option }) =>
      members.some((other) => other.option.kind === option.kind && other.option.long !== option.long),
    );
    if (joining.length === 0) continue;
    const legs = joining.map(({ line, option }) => {
      const variable = costs.push(option.long ? option.value : ZERO) - 1;
      taken[line]?.set(variable, ONE);
      whole.push(variable);
      return { line, option, variable };
    });
    const loss = costs.push(ONE) - 1;
    spreadRows.push(...balanceRows(legs), ...lossRows(legs, loss));
    groups.push({ legs });
  }
  const lineRows = lines.map(({ quantity }, at): Row => ({ coefficients: taken[at] ?? new Map(), limit: quantity, basic: at }));
  return { costs, rows: [...lineRows, ...spreadRows], whole, strategiesAt: lines.length, groups };
}

type Leg = { readonly option: OptionLine; readonly variable: number };

function balanceRows(legs: readonly Leg[]): Row[] {
  return (['call', 'put'] as const).flatMap((kind) => {
    const own = legs.filter(({ option }) => option.kind === kind);
    if (own.length === 0) return [];
    return [1, -1].map((side) => ({
      coefficients: new Map(own.map(({ option, variable }) => [variable, option.units.times(option.long ? side : -side)])),
      limit: ZERO,
      basic: null,
    }));
  });
}

function lossRows(legs: readonly Leg[], loss: number): Row[] {
  return strikesOf(legs.map(({ option }) => option)).map((strike) => {
    const coefficients = new Map<number, Decimal>([[loss, ONE.neg()]]);
    for (const { option, variable } of legs) {
      const lost = payoff({ option, contracts: ONE }, strike).neg();
      if (!lost.isZero()) coefficients.set(variable, lost);
    }
    return { coefficients, limit: ZERO, basic: null };
  });
}
