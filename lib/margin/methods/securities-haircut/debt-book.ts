import { Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import { categoryDeduction, GOVERNMENT_BANDS, governmentCategory } from './paragraph-a';
import { CORPORATE_BANDS } from './paragraph-f';
import type { SecurityLine } from './security-line';

/** Part of a long and of a short security that an election sets against each other. */
export interface DebtMove {
  readonly long: SecurityLine;
  readonly short: SecurityLine;
  readonly value: Decimal;
}

/**
 * What governments and nonconvertible debt are charged by (A)(1) and (F)(1) as elections take parts of them out, so that each election can be used only as
 * far as it lowers the sum. Knows net positions by subcategory and both sides of each band, not the positions.
 */
export class DebtBook {
  readonly #governments = new Map<string, Decimal>();
  readonly #corporates = new Map<string, { long: Decimal; short: Decimal }>();
  /** (A)(5): three quarters of what (A) asks; else 1. */
  readonly #share: Decimal;
  #charge: Decimal;

  constructor(lines: readonly SecurityLine[], share: Decimal) {
    this.#share = share;
    for (const line of lines) this.#add(line, line.open);
    this.#charge = this.#compute();
  }

  /**
   * Takes the amount that is best out of a pair's two sides: all of the smaller side, or as much as brings a net position or a band's greater side to where
   * its charge turns. `extra` is what the pair is charged instead, per unit. Null where no amount lowers the sum. Changes `open` of both.
   */
  take(long: SecurityLine, short: SecurityLine, extra: Decimal): DebtMove | null {
    const whole = Decimal.min(long.open, short.open);
    let best: { value: Decimal; charge: Decimal; total: Decimal } | null = null;
    for (const value of this.#turns(whole, [long, short])) {
      this.#move(long, short, value.neg());
      const charge = this.#compute();
      this.#move(long, short, value);
      const total = charge.plus(extra.times(value));
      if (total.lt(best?.total ?? this.#charge)) best = { value, charge, total };
    }
    if (best === null) return null;
    this.#move(long, short, best.value.neg());
    this.#charge = best.charge;
    const { value } = best;
    for (const line of [long, short]) line.open = sumDecimals([line.open, value.neg()]);
    return { long, short, value };
  }

  #turns(whole: Decimal, lines: readonly SecurityLine[]): Decimal[] {
    const turns = lines.flatMap((line) => {
      if (line.paragraph === 'A') return [(this.#governments.get(line.band) ?? ZERO).abs()];
      const sides = this.#corporates.get(line.band);
      return sides ? [sides.long.minus(sides.short).abs()] : [];
    });
    return [whole, ...turns.filter((turn) => turn.gt(0) && turn.lt(whole))];
  }

  #move(long: SecurityLine, short: SecurityLine, value: Decimal): void {
    this.#add(long, value);
    this.#add(short, value);
  }

  #add(line: SecurityLine, value: Decimal): void {
    if (line.paragraph === 'A') {
      const signed = line.long ? value : value.neg();
      this.#governments.set(line.band, sumDecimals([this.#governments.get(line.band) ?? ZERO, signed]));
    } else if (line.paragraph === 'F') {
      const sides = this.#corporates.get(line.band) ?? { long: ZERO, short: ZERO };
      const side = line.long ? 'long' : 'short';
      this.#corporates.set(line.band, { ...sides, [side]: sumDecimals([sides[side], value]) });
    }
  }

  #compute(): Decimal {
    const categories = new Map<number, { net: Decimal; rate: Decimal }[]>();
    for (const { key, rate } of GOVERNMENT_BANDS) {
      const net = this.#governments.get(key);
      if (net === undefined) continue;
      const category = governmentCategory(key);
      categories.set(category, [...(categories.get(category) ?? []), { net, rate }]);
    }
    const governments = sumDecimals([...categories.values()].map((subcategories) => categoryDeduction(subcategories).deduction));
    const corporates = CORPORATE_BANDS.flatMap(({ key, rate }) => {
      const sides = this.#corporates.get(key);
      return sides ? [Decimal.max(sides.long, sides.short).times(rate)] : [];
    });
    return sumDecimals([governments.times(this.#share), ...corporates]);
  }
}
