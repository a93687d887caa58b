import fc from 'fast-check';
import { Decimal } from '@/lib/core/decimal';
import {
  CREDIT_RISKS,
  FUND_ASSETS,
  type FurtherFacts,
  MARKETS,
  type Position,
  PRODUCTS,
  UNDERLIER_CLASSES,
  UNDERLIER_TYPES,
} from '@/lib/margin/portfolio/position';

const text = fc
  .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
  .map((value) =>
    value
      .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFEFF\uFFFD]/gu, 'x')
      .trim()
      .replace(/\s+/g, ' '),
  )
  .filter((value) => value !== '' && !/^[=+\-@]/.test(value));
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const decimal = (least: number) =>
  fc
    .tuple(fc.bigInt(BigInt(least) * 10n ** 20n, 10n ** 20n), fc.integer({ min: 0, max: 12 }))
    .map(([digits, scale]) => new Decimal(digits.toString()).div(new Decimal(10).pow(scale)));
const date = fc
  .date({ min: new Date('2026-07-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

/** Facts of the later columns: each is left out where there is none. */
const furtherFacts: fc.Arbitrary<FurtherFacts> = fc.record(
  {
    underlierClass: fc.constantFrom(...UNDERLIER_CLASSES),
    productGroup: text,
    marketGroup: text,
    stockBasket: text,
    underlierPrice: decimal(0).map((value) => value.plus(1)),
    dividendYield: decimal(0),
    interestRate: decimal(-1),
    market: fc.constantFrom(...MARKETS),
    creditRisk: fc.constantFrom(...CREDIT_RISKS),
    fundAssets: fc.constantFrom(...FUND_ASSETS),
    deliverableMaturity: date,
    exchangeableInto: text,
    exchangeRatio: decimal(0).map((value) => value.plus(1)),
    redemptionDate: date,
  },
  { requiredKeys: [] },
);

/** What every position has, and null where it has none. */
const firstFacts: fc.Arbitrary<Position> = fc.record({
  positionId: text,
  account: orNull(text),
  counterparty: orNull(text),
  nettingAgreement: orNull(text),
  product: fc.constantFrom(...PRODUCTS),
  jurisdiction: orNull(fc.constantFrom('CFTC', 'SEC', 'JOINT')),
  clearedBy: orNull(text),
  underlier: text,
  underlierType: orNull(fc.constantFrom(...UNDERLIER_TYPES)),
  direction: fc.constantFrom('long', 'short'),
  quantity: decimal(0),
  multiplier: decimal(0).map((value) => value.plus(1)),
  notional: decimal(0),
  currency: fc.constant('USD'),
  fxRate: orNull(fc.constant(new Decimal(1))),
  price: orNull(decimal(-1)),
  marketValue: decimal(-1),
  strike: decimal(-1),
  optionType: fc.constantFrom('call', 'put'),
  exerciseStyle: orNull(fc.constantFrom('european', 'american')),
  maturity: date,
  spreadBp: decimal(0),
  impliedVol: orNull(decimal(0)),
  duration: orNull(decimal(0)),
  sector: orNull(text),
  referenceEntity: text,
  creditEvents: orNull(text),
  deliverableBasket: orNull(text),
  line: fc.integer({ min: 2, max: 1_000_000 }),
});

/** Any position that the positions file can hold, in the calculation currency. */
export const anyPosition: fc.Arbitrary<Position> = fc
  .tuple(firstFacts, fc.oneof({ weight: 1, arbitrary: fc.constant({}) }, { weight: 3, arbitrary: furtherFacts }))
  .map(([first, further]) => ({ ...first, ...further }));

/** Positions with identifiers of their own. */
export const anyPositions: fc.Arbitrary<Position[]> = fc.uniqueArray(anyPosition, {
  selector: ({ positionId }) => positionId,
  minLength: 1,
  maxLength: 12,
});
