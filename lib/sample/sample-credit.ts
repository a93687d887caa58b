import { Decimal } from '@/lib/core/decimal';
import type { Direction } from '@/lib/margin/portfolio/position';
import { type SamplePosition, samplePosition } from './position-template';
import type { SampleDraw } from './sample-draw';
import { SAMPLE_CDS_INDEXES, SAMPLE_SECTORS, type SampleEntity, sampleEntities } from './sample-names';

const MATURITIES: readonly [string, ...string[]] = [
  '2028-06-20',
  '2029-06-20',
  '2030-06-20',
  '2031-06-20',
  '2031-12-20',
  '2033-06-20',
  '2036-06-20',
];
const COUPON_BP = 100;
const AS_OF_YEAR = 2026;

/** Eighteen single-name and five index credit default swaps, with hedges of every kind that the rules know, and two bonds. */
export function sampleCredit(draw: SampleDraw): SamplePosition[] {
  const positions: SamplePosition[] = [];
  const hedged = [draw.from(SAMPLE_SECTORS), draw.from(SAMPLE_SECTORS), draw.from(SAMPLE_SECTORS), draw.from(SAMPLE_SECTORS)];
  for (const [index, sector] of hedged.entries()) {
    const entity = entityOf(draw, sector);
    const maturity = draw.from(MATURITIES);
    const millions = 5 * draw.between(8, 30);
    positions.push(singleName(entity, 'short', millions, maturity));
    // the last hedge is smaller than what it hedges: the excess stays
    positions.push(singleName(entity, 'long', index === 3 ? millions - 15 : millions, maturity));
  }
  for (let pair = 0; pair < 3; pair += 1) {
    const sector = draw.from(SAMPLE_SECTORS);
    const [sold, bought] = sameBand(sampleEntities(sector), draw);
    const maturity = draw.from(MATURITIES);
    const millions = 5 * draw.between(10, 26);
    positions.push(singleName(sold, 'short', millions, maturity), singleName(bought, 'long', millions - 5 * draw.between(0, 4), maturity));
  }
  for (let single = 0; single < 3; single += 1) {
    positions.push(singleName(entityOf(draw, draw.from(SAMPLE_SECTORS)), 'short', 5 * draw.between(6, 40), draw.from(MATURITIES)));
  }
  // protection bought on a bond that is held
  const issuer = entityOf(draw, draw.from(SAMPLE_SECTORS));
  positions.push(
    singleName(issuer, 'long', 5 * draw.between(6, 20), '2031-06-20'),
    bond(issuer, 'long', 5 * draw.between(4, 12), '2031-03-15'),
  );
  // index protection bought against the single names sold: the two regimes' rules do not see each other
  for (let index = 0; index < 5; index += 1) {
    const [name, spread] = draw.from(SAMPLE_CDS_INDEXES);
    const direction = index === 4 ? 'short' : 'long';
    const millions = 25 * draw.between(4, 18);
    positions.push({
      ...swap({ name, sector: '', spreadBp: spread, priceCents: 0 }, direction, millions, '2031-06-20'),
      product: 'cds_index',
      underlier: name,
      underlierType: 'broad_index',
      referenceEntity: null,
      sector: null,
      deliverableBasket: null,
      ...(name.includes('Europe') ? { currency: 'EUR', fxRate: new Decimal('1.142') } : {}),
    });
  }
  positions.push(bond(entityOf(draw, hedged[0] ?? 'Energy'), 'short', 5 * draw.between(2, 8), '2033-09-01'));
  return positions;
}

function singleName(entity: SampleEntity, direction: Direction, millions: number, maturity: string): SamplePosition {
  return { ...swap(entity, direction, millions, maturity), underlier: `${entity.name} senior unsecured`, underlierType: 'single_name' };
}

function swap(entity: SampleEntity, direction: Direction, millions: number, maturity: string): SamplePosition {
  const notional = new Decimal(millions).times(1_000_000);
  const years = Number(maturity.slice(0, 4)) - AS_OF_YEAR;
  // spread over coupon times about nine tenths of a year of annuity per year
  const value = notional
    .times(entity.spreadBp - COUPON_BP)
    .div(10_000)
    .times(years)
    .times('0.9')
    .toDecimalPlaces(2);
  return samplePosition({
    product: 'cds_single_name',
    direction,
    notional,
    maturity,
    spreadBp: new Decimal(entity.spreadBp),
    marketValue: direction === 'long' ? value : value.neg(),
    sector: entity.sector,
    referenceEntity: entity.name,
    creditEvents: 'CR14',
    deliverableBasket: 'SNRFOR',
  });
}

function bond(entity: SampleEntity, direction: Direction, millions: number, maturity: string): SamplePosition {
  const price = new Decimal(10_000 - entity.spreadBp * 3).div(100);
  const principal = new Decimal(millions).times(1_000_000);
  const value = principal.times(price).div(100).toDecimalPlaces(2);
  return samplePosition({
    product: 'corporate_bond',
    direction,
    notional: principal,
    price,
    marketValue: direction === 'long' ? value : value.neg(),
    maturity,
    underlier: `${entity.name} ${maturity.slice(0, 4)}`,
    underlierType: 'single_name',
    sector: entity.sector,
    referenceEntity: entity.name,
    deliverableBasket: 'SNRFOR',
  });
}

function entityOf(draw: SampleDraw, sector: string): SampleEntity {
  const [first, ...rest] = sampleEntities(sector);
  if (first === undefined) throw new RangeError(`The sample has no sector ${sector}.`);
  return draw.from([first, ...rest]);
}

/** Two entities of a sector in one spread category of the rule (up to 100, up to 300, above); every sector has such a pair. */
function sameBand(entities: readonly SampleEntity[], draw: SampleDraw): [SampleEntity, SampleEntity] {
  const band = (entity: SampleEntity) => (entity.spreadBp <= 100 ? 0 : entity.spreadBp <= 300 ? 1 : 2);
  const bands = [0, 1, 2].map((wanted) => entities.filter((entity) => band(entity) === wanted)).filter((list) => list.length >= 2);
  const [first, second] = bands[draw.between(0, bands.length - 1)] ?? [];
  if (first === undefined || second === undefined) throw new RangeError('A sector of the sample has no two entities in one band.');
  return [first, second];
}
