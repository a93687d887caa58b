import { Decimal, ONE, ZERO } from '@/lib/core/decimal';
import type { SimmHorizon, SimmPack, SimmRiskClass } from '../../parameters/simm-pack';
import type { Citation, ParameterReference } from '../margin-node';

const MILLION = new Decimal(1_000_000);
/** Φ⁻¹(0.99) and Φ⁻¹(0.995) to forty digits. */
const Z99 = new Decimal('2.326347874040841100885606163346911723352');
const Z995 = new Decimal('2.575829303548900760978576748603814117306');
const DAYS_PER_YEAR = 365;

const INTER_BUCKET = {
  CreditQualifying: 'CreditQualifying/Correlations/InterBucket',
  CreditNonQualifying: 'CreditNonQualifying/Correlations/InterBucket',
  Equity: 'Equity/Correlations/InterBucket',
  Commodity: 'Commodity/Correlations/InterBucket',
} as const;

/** The figures of a pack for one horizon and calculation currency, by what they are for. */
export class SimmFigures {
  readonly citation: Citation;
  /** σ of an option's underlier for a risk weight of 1: √(365 ÷ days) ÷ Φ⁻¹(0.99), days 14 or 1.4. */
  readonly volatilityScale: Decimal;
  /** Φ⁻¹(0.995)² − 1. */
  static readonly CURVATURE_TAIL = Z995.times(Z995).minus(1);
  private readonly days: Decimal;
  private readonly groups = new Map<string, Map<string, string>>();
  private readonly pairs = new Map<string, Map<string, Map<string, Decimal>>>();
  private readonly thresholds = new Map<string, Decimal>();
  private readonly scales = new Map<string, Decimal>();

  constructor(
    readonly pack: SimmPack,
    readonly horizon: SimmHorizon,
    readonly calculationCurrency: string,
  ) {
    this.days = new Decimal(horizon === '10d' ? '14' : '1.4');
    this.volatilityScale = new Decimal(DAYS_PER_YEAR).div(this.days).sqrt().div(Z99);
    // the published text's paragraph numbers were not read, so none is given
    this.citation = { paragraph: `ISDA SIMM Methodology, version ${pack.version}`, standing: 'secondary' };
  }

  /** The figure at this path. Packs are complete when read, so a missing one is a defect. */
  at(path: string): Decimal {
    const value = this.pack.numbers.get(path);
    if (value === undefined) throw new RangeError(`The pack ${this.pack.version} has no ${path}.`);
    return value;
  }

  /** A figure that stands once for each horizon, e.g. FX/RiskWeights/Vega. */
  ofHorizon(path: string, key?: string): Decimal {
    return this.at(this.horizonPath(path, key));
  }

  horizonPath(path: string, key?: string): string {
    return `${path}/${this.horizon}${key === undefined ? '' : `/${key}`}`;
  }

  /** The figure as a node's parameter. */
  reference(path: string, unit: string): ParameterReference {
    return { name: path, value: this.at(path).toString(), unit, citation: this.citation };
  }

  /** The list of a family (e.g. "FX/RiskWeights") that a currency is in; where none names it, the one of the others. */
  currencyGroup(family: string, currency: string): string {
    const known = this.groups.get(family) ?? new Map<string, string>();
    let group = known.get(currency);
    if (group === undefined) {
      group = this.findGroup(family, currency);
      this.groups.set(family, known.set(currency, group));
    }
    return group;
  }

  /** The figure at folder/a|b. Asked for so often that joining the path each time would cost more than the figure's use. */
  ofPair(folder: string, a: string, b: string): Decimal {
    const ofFolder = this.pairs.get(folder) ?? new Map<string, Map<string, Decimal>>();
    const ofFirst = ofFolder.get(a) ?? new Map<string, Decimal>();
    let value = ofFirst.get(b);
    if (value === undefined) {
      value = this.at(`${folder}/${a}|${b}`);
      this.pairs.set(folder, ofFolder.set(a, ofFirst.set(b, value)));
    }
    return value;
  }

  private findGroup(family: string, currency: string): string {
    let others = '';
    for (const [path, names] of this.pack.currencyLists) {
      if (!path.startsWith(`${family}/CurrencyLists/`)) continue;
      const list = path.slice(path.lastIndexOf('/') + 1);
      if (names.includes(currency)) return list;
      if (names.includes('Other')) others = list;
    }
    return others;
  }

  /** CR² = max(1, |Σ s| ÷ T), the threshold in millions of dollars; 1 at the horizon of one day. */
  concentration(sum: Decimal, thresholdPath: string): Decimal {
    if (this.horizon === '1d') return ONE;
    let threshold = this.thresholds.get(thresholdPath);
    if (threshold === undefined) {
      threshold = this.at(thresholdPath).times(MILLION);
      this.thresholds.set(thresholdPath, threshold);
    }
    const size = sum.abs();
    return size.lte(threshold) ? ONE : size.div(threshold);
  }

  /** SF(t) = 0.5 × min(1, days ÷ t); two weeks are 14 days, a month is 365 ÷ 12. */
  curvatureScale(tenor: string): Decimal {
    const known = this.scales.get(tenor);
    if (known !== undefined) return known;
    const count = Number.parseInt(tenor, 10);
    const unit = tenor.slice(-1);
    const expiry = unit === 'w' ? new Decimal(count * 7) : new Decimal(count * DAYS_PER_YEAR).div(unit === 'm' ? 12 : 1);
    const scale = Decimal.min(ONE, this.days.div(expiry)).times('0.5');
    this.scales.set(tenor, scale);
    return scale;
  }

  /** γ between two buckets of a class. */
  between(riskClass: SimmRiskClass, a: string, b: string): Decimal {
    if (riskClass === 'InterestRate') return this.at('InterestRate/Correlations/Outer');
    return riskClass === 'FX' ? ZERO : this.ofPair(INTER_BUCKET[riskClass], a, b);
  }
}
