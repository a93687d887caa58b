import { type Decimal, parseDecimal } from '@/lib/core/decimal';
import {
  CREDIT_RISKS,
  FUND_ASSETS,
  type FurtherFacts,
  MARKETS,
  type Position,
  PRODUCTS,
  UNDERLIER_CLASSES,
  UNDERLIER_TYPES,
} from './position';

const DECIMALS = [
  'quantity',
  'multiplier',
  'notional',
  'fxRate',
  'price',
  'marketValue',
  'strike',
  'spreadBp',
  'impliedVol',
  'duration',
] as const;
const TEXTS = [
  'account',
  'counterparty',
  'nettingAgreement',
  'clearedBy',
  'underlier',
  'maturity',
  'sector',
  'referenceEntity',
  'creditEvents',
  'deliverableBasket',
] as const;

/** Members that a position has only where the file has the fact. */
const FURTHER_DECIMALS = ['underlierPrice', 'dividendYield', 'interestRate', 'exchangeRatio'] as const;
const FURTHER_TEXTS = ['productGroup', 'marketGroup', 'stockBasket', 'deliverableMaturity', 'exchangeableInto', 'redemptionDate'] as const;

type DecimalField = (typeof DECIMALS)[number];
type FurtherDecimal = (typeof FURTHER_DECIMALS)[number];

/** A position as plain JSON: decimals are plain decimal strings. The form in the database, in props and between threads. */
export type PositionJson = {
  readonly [K in keyof Position]: K extends DecimalField ? string | null : K extends FurtherDecimal ? string : Position[K];
};

/** The position as plain JSON. */
export function positionToJson(position: Position): PositionJson {
  const { underlierPrice, dividendYield, interestRate, exchangeRatio, ...others } = position;
  return {
    ...others,
    quantity: text(position.quantity),
    multiplier: text(position.multiplier),
    notional: text(position.notional),
    fxRate: text(position.fxRate),
    price: text(position.price),
    marketValue: text(position.marketValue),
    strike: text(position.strike),
    spreadBp: text(position.spreadBp),
    impliedVol: text(position.impliedVol),
    duration: text(position.duration),
    ...furtherJson({ underlierPrice, dividendYield, interestRate, exchangeRatio }),
  };
}

/** The position that was written by `positionToJson`. Throws RangeError with the offending member's name for anything else. */
export function positionFromJson(json: unknown): Position {
  if (typeof json !== 'object' || json === null) throw new RangeError('A position must be an object.');
  const source: Readonly<Record<string, unknown>> = { ...json };
  const decimals = Object.fromEntries(DECIMALS.map((name) => [name, readDecimal(source, name)])) as Record<DecimalField, Decimal | null>;
  const texts = Object.fromEntries(TEXTS.map((name) => [name, readText(source, name)])) as Record<(typeof TEXTS)[number], string | null>;
  return {
    positionId: required(readText(source, 'positionId'), 'positionId'),
    product: required(choice(source, 'product', PRODUCTS), 'product'),
    jurisdiction: choice(source, 'jurisdiction', ['CFTC', 'SEC', 'JOINT']),
    underlierType: choice(source, 'underlierType', UNDERLIER_TYPES),
    direction: required(choice(source, 'direction', ['long', 'short']), 'direction'),
    currency: required(readText(source, 'currency'), 'currency'),
    optionType: choice(source, 'optionType', ['call', 'put']),
    exerciseStyle: choice(source, 'exerciseStyle', ['european', 'american']),
    line: lineOf(source),
    ...texts,
    ...decimals,
    ...furtherFacts(source),
  };
}

function furtherJson(facts: Pick<Position, FurtherDecimal>): Partial<Record<FurtherDecimal, string>> {
  return Object.fromEntries(
    FURTHER_DECIMALS.flatMap((name) => {
      const value = facts[name];
      return value === undefined ? [] : [[name, value.toString()]];
    }),
  );
}

function furtherFacts(source: Readonly<Record<string, unknown>>): FurtherFacts {
  const facts = {
    ...Object.fromEntries(FURTHER_DECIMALS.map((name) => [name, readDecimal(source, name)])),
    ...Object.fromEntries(FURTHER_TEXTS.map((name) => [name, readText(source, name)])),
    underlierClass: choice(source, 'underlierClass', UNDERLIER_CLASSES),
    market: choice(source, 'market', MARKETS),
    creditRisk: choice(source, 'creditRisk', CREDIT_RISKS),
    fundAssets: choice(source, 'fundAssets', FUND_ASSETS),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
}

function text(value: Decimal | null): string | null {
  return value === null ? null : value.toString();
}

function readDecimal(source: Readonly<Record<string, unknown>>, name: string): Decimal | null {
  const value = source[name] ?? null;
  if (value === null) return null;
  const decimal = typeof value === 'string' ? parseDecimal(value) : null;
  if (decimal === null) throw new RangeError(`A position's ${name} must be a decimal string.`);
  return decimal;
}

function readText(source: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = source[name] ?? null;
  if (value !== null && typeof value !== 'string') throw new RangeError(`A position's ${name} must be a text.`);
  return value;
}

function choice<T extends string>(source: Readonly<Record<string, unknown>>, name: string, choices: readonly T[]): T | null {
  const value = source[name] ?? null;
  if (value === null) return null;
  const found = choices.find((one) => one === value);
  if (found === undefined) throw new RangeError(`A position's ${name} must be one of ${choices.join(', ')}.`);
  return found;
}

function lineOf(source: Readonly<Record<string, unknown>>): number {
  const { line } = source;
  if (typeof line !== 'number' || !Number.isInteger(line)) throw new RangeError("A position's line must be a whole number.");
  return line;
}

function required<T>(value: T | null, name: string): T {
  if (value === null) throw new RangeError(`A position must have a ${name}.`);
  return value;
}
