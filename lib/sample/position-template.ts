import { Decimal } from '@/lib/core/decimal';
import type { Position } from '@/lib/margin/portfolio/position';

/** Units of USD for one unit of each currency of the sample, on its as-of date; invented like all figures of the sample. */
export const SAMPLE_RATES: Readonly<Record<string, string>> = { EUR: '1.142', GBP: '1.335', JPY: '0.00681' };

type Given = Pick<Position, 'product' | 'direction'> & Partial<Position>;

/** A position of the sample but for its identifier and line: what is not given is absent, the rate follows from the currency. */
export type SamplePosition = Omit<Position, 'positionId' | 'line'>;

export function samplePosition(given: Given): SamplePosition {
  const currency = given.currency ?? 'USD';
  const rate = SAMPLE_RATES[currency];
  return {
    account: null,
    counterparty: null,
    nettingAgreement: null,
    jurisdiction: null,
    clearedBy: null,
    underlier: null,
    underlierType: null,
    quantity: null,
    multiplier: null,
    notional: null,
    fxRate: rate === undefined ? null : new Decimal(rate),
    price: null,
    marketValue: null,
    strike: null,
    optionType: null,
    exerciseStyle: null,
    maturity: null,
    spreadBp: null,
    impliedVol: null,
    duration: null,
    sector: null,
    referenceEntity: null,
    creditEvents: null,
    deliverableBasket: null,
    ...given,
    currency,
  };
}
