import { Decimal } from '@/lib/core/decimal';
import type { Direction } from '@/lib/margin/portfolio/position';
import { type SamplePosition, samplePosition } from './position-template';
import type { SampleDraw } from './sample-draw';
import { SAMPLE_EQUITY_INDEXES, SAMPLE_NARROW_INDEX, SAMPLE_SECTORS, sampleEntities } from './sample-names';

const MATURITIES: readonly [string, ...string[]] = ['2026-12-18', '2027-06-18', '2027-12-17', '2028-06-16'];

/** Seven swaps on single shares, three on indexes against them, and one share held as a hedge. */
export function sampleEquity(draw: SampleDraw): SamplePosition[] {
  const positions: SamplePosition[] = [];
  for (let index = 0; index < 7; index += 1) {
    // mostly received by the dealer, so that index swaps paid hedge them across the regimes
    positions.push(shareSwap(draw, index < 5 ? 'long' : 'short'));
  }
  positions.push(indexSwap(draw, SAMPLE_EQUITY_INDEXES[0], 'broad_index', 'short', 4 * draw.between(15, 40)));
  positions.push(indexSwap(draw, draw.from([...SAMPLE_EQUITY_INDEXES]), 'broad_index', 'short', 4 * draw.between(5, 20)));
  positions.push(
    indexSwap(draw, SAMPLE_NARROW_INDEX, 'narrow_index', draw.between(0, 1) === 0 ? 'long' : 'short', 2 * draw.between(4, 15)),
  );
  positions.push(share(draw));
  return positions;
}

function shareSwap(draw: SampleDraw, direction: Direction): SamplePosition {
  const entity = sampleEntities(draw.from(SAMPLE_SECTORS))[draw.between(0, 4)];
  const quantity = new Decimal(1000 * draw.between(50, 900));
  const price = new Decimal(entity?.priceCents ?? 0).div(100);
  const notional = quantity.times(price);
  const move = new Decimal(draw.between(-80, 110)).div(1000);
  const value = notional.times(move).toDecimalPlaces(2);
  return samplePosition({
    product: 'equity_swap',
    direction,
    quantity,
    price,
    notional,
    marketValue: direction === 'long' ? value : value.neg(),
    maturity: draw.from(MATURITIES),
    underlier: `${entity?.name ?? ''} common`,
    underlierType: 'single_name',
    referenceEntity: entity?.name ?? null,
    sector: entity?.sector ?? null,
  });
}

function indexSwap(
  draw: SampleDraw,
  underlier: string,
  underlierType: 'broad_index' | 'narrow_index',
  direction: Direction,
  millions: number,
): SamplePosition {
  const notional = new Decimal(millions).times(1_000_000);
  const value = notional.times(draw.between(-60, 60)).div(1000);
  return samplePosition({
    product: 'equity_index_swap',
    direction,
    notional,
    marketValue: value,
    maturity: draw.from(MATURITIES),
    underlier,
    underlierType,
  });
}

function share(draw: SampleDraw): SamplePosition {
  const entity = sampleEntities(draw.from(SAMPLE_SECTORS))[draw.between(0, 4)];
  const quantity = new Decimal(1000 * draw.between(20, 300));
  const price = new Decimal(entity?.priceCents ?? 0).div(100);
  return samplePosition({
    product: 'equity',
    direction: 'short',
    quantity,
    price,
    marketValue: quantity.times(price).neg(),
    underlier: `${entity?.name ?? ''} common`,
    underlierType: 'single_name',
    referenceEntity: entity?.name ?? null,
    sector: entity?.sector ?? null,
  });
}
