import { type Decimal, ZERO } from '@/lib/core/decimal';

/**
 * What one dollar more of each net sensitivity moves the margin, with concentration factors and curvature's θ and λ held: the margin is homogeneous
 * in the sensitivities then, so that Σ slope × sensitivity is the margin (Euler).
 */
export class Slopes {
  private readonly byFactor = new Map<string, Decimal>();

  add(factorKey: string, slope: Decimal): void {
    const before = this.byFactor.get(factorKey);
    this.byFactor.set(factorKey, before === undefined ? slope : before.plus(slope));
  }

  of(factorKey: string): Decimal {
    return this.byFactor.get(factorKey) ?? ZERO;
  }
}
