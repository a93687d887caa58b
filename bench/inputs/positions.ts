import type { Position, Product } from '@/lib/margin/portfolio/position';
import type { SamplePosition } from '@/lib/sample/position-template';
import { SAMPLE_PORTFOLIO } from '@/lib/sample/positions';
import { sampleCredit } from '@/lib/sample/sample-credit';
import { SampleDraw } from '@/lib/sample/sample-draw';
import { sampleEquity } from '@/lib/sample/sample-equity';
import { sampleRates } from '@/lib/sample/sample-rates';

/** The day on which the positions stand, and the currency they are margined in. */
export const { asOf: AS_OF, calculationCurrency: CURRENCY } = SAMPLE_PORTFOLIO;

const SEED = 20_260_824;

/** A portfolio that grows has larger netting sets, not more of them: what is not linear in a method shows. */
export const CUSTOMERS = 20;

/**
 * Positions of the sample's kinds and mix, hedges included, spread over 20 customers with one agreement and one account each, but for the products to
 * leave out. The same on every machine; the first ones of a larger count are those of a smaller one.
 */
export function benchPositions(count: number, without: readonly Product[] = []): Position[] {
  const draw = new SampleDraw(SEED);
  const positions: Position[] = [];
  for (let book = 0; positions.length < count; book += 1) {
    const customer = String((book % CUSTOMERS) + 1).padStart(2, '0');
    const drawn: SamplePosition[] = [...sampleCredit(draw), ...sampleEquity(draw), ...sampleRates(draw)];
    const held = drawn.filter(({ product }) => !without.includes(product)).slice(0, count - positions.length);
    for (const position of held) {
      const ordinal = positions.length + 1;
      positions.push({
        ...position,
        positionId: `B-${String(ordinal).padStart(7, '0')}`,
        account: `CUST-${customer}`,
        counterparty: `Customer ${customer}`,
        nettingAgreement: `MA-${customer}`,
        line: ordinal + 1,
      });
    }
  }
  return positions;
}
