import type { Position } from '@/lib/margin/portfolio/position';
import type { SamplePosition } from './position-template';
import { sampleCredit } from './sample-credit';
import { SampleDraw } from './sample-draw';
import { sampleEquity } from './sample-equity';
import { SAMPLE_COUNTERPARTIES } from './sample-names';
import { sampleRates } from './sample-rates';

/** What the sample portfolio is called and the day on which it stands. */
export const SAMPLE_PORTFOLIO = { name: 'Sample: dually registered dealer', asOf: '2026-06-30', calculationCurrency: 'USD' } as const;

const SEED = 20260630;

/**
 * The sample: 400 positions of an invented dealer registered with both agencies, over credit, equity, rates, foreign exchange and the securities that hedge
 * them, with eight invented customers. The same on every machine (a test fixes its hash).
 */
export function samplePositions(): Position[] {
  const draw = new SampleDraw(SEED);
  const positions: Position[] = [];
  for (const [index, counterparty] of SAMPLE_COUNTERPARTIES.entries()) {
    const customer = String(index + 1).padStart(2, '0');
    const held: SamplePosition[] = [...sampleCredit(draw), ...sampleEquity(draw), ...sampleRates(draw)];
    for (const position of held) {
      const ordinal = positions.length + 1;
      positions.push({
        ...position,
        positionId: `SMP-${String(ordinal).padStart(4, '0')}`,
        account: `CUST-${customer}`,
        counterparty,
        nettingAgreement: `MA-${customer}`,
        line: ordinal + 1,
      });
    }
  }
  return positions;
}
