import { Decimal } from '@/lib/core/decimal';
import type { Position } from '@/lib/margin/portfolio/position';
import { SampleDraw } from '@/lib/sample/sample-draw';
import { CUSTOMERS } from './positions';

const SEED = 20_261_122;
/** A share for so many positions: five lines on it in each account, however large the portfolio. */
const POSITIONS_OF_A_SHARE = 100;
const COMMODITIES = 20;
const EXPIRIES = ['2026-09-18', '2026-10-16', '2026-12-18', '2027-03-19'] as const;
const DELIVERIES = ['2026-09-22', '2026-12-22', '2027-03-22', '2027-06-22', '2027-12-22'] as const;

/** Everything that a position may lack. */
const BARE: Omit<Position, 'positionId' | 'product' | 'direction' | 'line'> = {
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
  currency: 'USD',
  fxRate: null,
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
};

/**
 * Stock and listed options in the accounts of 20 customers; the same on every machine. Shares grow with the portfolio: how an account's lines on one share
 * are paired is a search, whose work grows faster than they do.
 */
export function listedPositions(count: number): Position[] {
  const draw = new SampleDraw(SEED);
  const shares = Math.ceil(count / POSITIONS_OF_A_SHARE);
  return Array.from({ length: count }, (_, i) => {
    const share = draw.between(1, shares);
    const price = 20 + (share % 25) * 6;
    const long = draw.between(0, 1) === 1;
    const common = {
      ...BARE,
      ...holder(i),
      direction: long ? ('long' as const) : ('short' as const),
      underlier: `SHARE-${share}`,
      underlierType: 'single_name' as const,
    };
    if (draw.between(1, 12) === 1) {
      const quantity = draw.between(1, 40) * 100;
      const value = new Decimal(quantity * price);
      return {
        ...common,
        product: 'equity',
        quantity: new Decimal(quantity),
        price: new Decimal(price),
        marketValue: long ? value : value.neg(),
      };
    }
    const quantity = draw.between(1, 20);
    const strike = Math.max(5, price + 5 * draw.between(-4, 4));
    const call = draw.between(0, 1) === 1;
    const inside = Math.max(call ? price - strike : strike - price, 0);
    const value = new Decimal(inside * 100 + draw.between(50, 900)).times(quantity);
    return {
      ...common,
      product: 'equity_option',
      clearedBy: 'OCC',
      quantity: new Decimal(quantity),
      multiplier: new Decimal(100),
      notional: new Decimal(quantity * 100 * price),
      strike: new Decimal(strike),
      optionType: call ? 'call' : 'put',
      exerciseStyle: 'european',
      maturity: draw.from(EXPIRIES),
      impliedVol: new Decimal(`0.${20 + ((share * 7 + strike) % 40)}`),
      underlierPrice: new Decimal(price),
      marketValue: long ? value : value.neg(),
    };
  });
}

/** Futures on 20 commodities and options on them, in the accounts of 20 customers. */
export function futuresPositions(count: number): Position[] {
  const draw = new SampleDraw(SEED + 1);
  return Array.from({ length: count }, (_, i) => {
    const commodity = draw.between(1, COMMODITIES);
    const price = 40 + commodity * 3;
    const long = draw.between(0, 1) === 1;
    const quantity = draw.between(1, 30);
    const common = {
      ...BARE,
      ...holder(i),
      clearedBy: 'CCP',
      direction: long ? ('long' as const) : ('short' as const),
      underlier: `COMMODITY-${commodity}`,
      underlierType: 'commodity' as const,
      quantity: new Decimal(quantity),
      multiplier: new Decimal(1000),
      maturity: draw.from(DELIVERIES),
    };
    if (draw.between(0, 1) === 1) return { ...common, product: 'other_future', price: new Decimal(price) };
    const value = new Decimal(quantity * draw.between(500, 6000));
    const strike = price + draw.between(-8, 8);
    return {
      ...common,
      product: 'future_option',
      strike: new Decimal(strike),
      optionType: draw.between(0, 1) === 1 ? 'call' : 'put',
      exerciseStyle: 'european',
      impliedVol: new Decimal(`0.${20 + ((commodity * 5 + strike) % 30)}`),
      underlierPrice: new Decimal(price),
      interestRate: new Decimal('0.04'),
      marketValue: long ? value : value.neg(),
    };
  });
}

/** Figures of an exchange for these commodities, made up: every kind of charge and credit. */
export function benchScanFile(): string {
  const commodities = Array.from({ length: COMMODITIES }, (_, i) => ({
    id: `COMMODITY-${i + 1}`,
    currency: 'USD',
    underliers: [`COMMODITY-${i + 1}`],
    priceScanRange: String(3 + (i % 5)),
    volatilityScanRange: '0.06',
    extremeMultiple: '2',
    extremeCover: '0.35',
    intraCommodity: [
      { priority: 1, tierA: { from: 0, to: 3 }, tierB: { from: 4, to: 24 }, charge: '350' },
      { priority: 2, tierA: { from: 4, to: 24 }, tierB: { from: 4, to: 24 }, charge: '200' },
    ],
    deliveryCharge: '500',
    shortOptionMinimum: '60',
  }));
  const interCommodity = Array.from({ length: COMMODITIES - 1 }, (_, i) => ({
    priority: i + 1,
    legs: [
      { commodity: `COMMODITY-${i + 1}`, ratio: '1', side: 'A' },
      { commodity: `COMMODITY-${i + 2}`, ratio: '1', side: 'B' },
    ],
    credit: '0.4',
  }));
  return JSON.stringify({ name: 'Figures of the bench', source: 'made up', commodities, interCommodity });
}

/** What a clearing house charged each customer's account, as a file. */
export function benchExternalFile(): string {
  const rows = Array.from({ length: CUSTOMERS }, (_, i) => {
    const { counterparty, nettingAgreement, account } = holder(i);
    return [
      counterparty,
      nettingAgreement,
      account,
      'CCP',
      'futures',
      String(1_000_000 + 12_345 * i),
      'USD',
      'Statement of the bench',
    ].join(',');
  });
  return `counterparty,netting_agreement,account,cleared_by,regime,amount,currency,source\n${rows.join('\n')}\n`;
}

function holder(i: number) {
  const customer = String((i % CUSTOMERS) + 1).padStart(2, '0');
  return {
    positionId: `B-${String(i + 1).padStart(7, '0')}`,
    account: `CUST-${customer}`,
    counterparty: `Customer ${customer}`,
    nettingAgreement: `MA-${customer}`,
    line: i + 2,
  };
}
