import { Decimal } from '@/lib/core/decimal';
import type { Direction, Product } from '@/lib/margin/portfolio/position';
import { type SamplePosition, samplePosition } from './position-template';
import type { SampleDraw } from './sample-draw';

const SWAP_MATURITIES: readonly [string, ...string[]] = [
  '2027-09-15',
  '2028-03-15',
  '2029-12-15',
  '2031-06-16',
  '2033-03-15',
  '2036-06-16',
  '2046-06-15',
  '2056-06-15',
];
const FX_MATURITIES: readonly [string, ...string[]] = ['2026-09-16', '2026-12-16', '2027-03-17', '2027-06-16'];
const CURRENCIES: readonly [string, ...string[]] = ['USD', 'USD', 'USD', 'USD', 'EUR', 'GBP', 'JPY'];
const FOREIGN: readonly [string, ...string[]] = ['EUR', 'GBP', 'JPY'];

/** Seven interest-rate swaps (one an inflation swap or a swaption), two cross-currency swaps, three foreign exchange contracts and two Treasuries that hedge the swaps. */
export function sampleRates(draw: SampleDraw): SamplePosition[] {
  const positions: SamplePosition[] = [];
  for (let index = 0; index < 6; index += 1) {
    positions.push(
      rate(
        draw,
        'interest_rate_swap',
        draw.from(CURRENCIES),
        index % 3 === 2 ? 'short' : 'long',
        draw.from(SWAP_MATURITIES),
        'fixed against overnight rate',
      ),
    );
  }
  const seventh: Product = draw.between(0, 1) === 0 ? 'inflation_swap' : 'swaption';
  positions.push(rate(draw, seventh, 'USD', 'long', '2036-06-16', seventh === 'swaption' ? '10-year swap' : 'consumer prices'));
  for (let index = 0; index < 2; index += 1) {
    const currency = draw.from(FOREIGN);
    positions.push({
      ...rate(draw, 'cross_currency_swap', currency, index === 0 ? 'long' : 'short', draw.from(SWAP_MATURITIES), `${currency}/USD basis`),
      underlierType: 'currency',
    });
  }
  for (let index = 0; index < 3; index += 1) {
    const currency = draw.from(FOREIGN);
    const product = index === 2 ? 'fx_option' : 'fx_forward';
    positions.push({
      ...rate(draw, product, currency, index === 1 ? 'short' : 'long', draw.from(FX_MATURITIES), `${currency}USD`),
      underlierType: 'currency',
    });
  }
  // fixed paid on swaps loses when rates fall; Treasuries held gain
  positions.push(treasury(draw, 'long', '2036-05-15'), treasury(draw, 'short', '2029-04-30'));
  return positions;
}

function rate(
  draw: SampleDraw,
  product: Product,
  currency: string,
  direction: Direction,
  maturity: string,
  underlier: string,
): SamplePosition {
  const millions = 25 * draw.between(4, 24) * (currency === 'JPY' ? 150 : 1);
  const notional = new Decimal(millions).times(1_000_000);
  const value = notional.times(draw.between(-160, 180)).div(10_000).toDecimalPlaces(2);
  return samplePosition({
    product,
    direction,
    currency,
    notional,
    marketValue: value,
    maturity,
    underlier: `${currency} ${underlier}`,
    underlierType: 'rate',
  });
}

function treasury(draw: SampleDraw, direction: Direction, maturity: string): SamplePosition {
  const principal = new Decimal(10 * draw.between(4, 20)).times(1_000_000);
  const price = new Decimal(draw.between(9600, 10_250)).div(100);
  const value = principal.times(price).div(100);
  return samplePosition({
    product: 'treasury',
    direction,
    notional: principal,
    price,
    marketValue: direction === 'long' ? value : value.neg(),
    maturity,
    underlier: `US Treasury ${maturity.slice(0, 7)}`,
    underlierType: 'government',
  });
}
