import { randomUUID } from 'node:crypto';
import { parseDecimal } from '@/lib/core/decimal';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { classifyPosition } from '@/lib/margin/classification/classify-position';
import { portfolioHash } from '@/lib/margin/portfolio/portfolio-hash';
import type { Position } from '@/lib/margin/portfolio/position';
import { positionToJson } from '@/lib/margin/portfolio/position-codec';
import type { ServiceContext } from '@/lib/services/context/service-context';

/** An interest-rate swap (CFTC) of the notional, in US dollars. */
export function rateSwap(positionId: string, notional: string, changes: Partial<Position> = {}): Position {
  return {
    ...{
      positionId,
      account: null,
      counterparty: 'Alpha Fund LP',
      nettingAgreement: 'MA-1',
      product: 'interest_rate_swap',
      jurisdiction: null,
      clearedBy: null,
    },
    ...{
      underlier: 'USD-SOFR',
      underlierType: 'rate',
      direction: 'long',
      quantity: null,
      multiplier: null,
      notional: parseDecimal(notional),
      currency: 'USD',
    },
    ...{
      fxRate: null,
      price: null,
      marketValue: parseDecimal('0'),
      strike: null,
      optionType: null,
      exerciseStyle: null,
      maturity: '2030-06-30',
    },
    ...{
      spreadBp: null,
      impliedVol: null,
      duration: parseDecimal('4'),
      sector: null,
      referenceEntity: null,
      creditEvents: null,
      deliverableBasket: null,
      line: 2,
    },
    ...changes,
  };
}

/** An equity swap on one name (SEC). */
export function equitySwap(positionId: string, notional: string, changes: Partial<Position> = {}): Position {
  return rateSwap(positionId, notional, {
    product: 'equity_swap',
    underlier: 'ACME',
    underlierType: 'single_name',
    duration: null,
    ...changes,
  });
}

/** Stores positions as an imported portfolio of the firm, without an import. Gives its id. */
export async function storePortfolio(
  db: PrismaClient,
  ctx: ServiceContext,
  positions: readonly Position[],
  name = 'Book',
): Promise<string> {
  const id = randomUUID();
  const { firmId, memberId } = ctx.actor;
  const importReport = { problems: [], leftOut: [] };
  const head = { id, firmId, name, asOf: new Date('2026-06-30'), calculationCurrency: 'USD', format: 'positions', importReport };
  const contentHash = portfolioHash(positions);
  await db.portfolio.create({
    data: { ...head, contentHash, positionCount: positions.length, createdById: memberId, createdAt: ctx.clock() },
  });
  await db.portfolioPosition.createMany({
    data: positions.map((position, ordinal) => {
      const { regime, test } = classifyPosition(position);
      const { positionId, product, counterparty, currency } = position;
      const amounts = { notional: position.notional?.toString() ?? null, marketValue: position.marketValue?.toString() ?? null };
      const data = JSON.parse(JSON.stringify(positionToJson(position)));
      return {
        portfolioId: id,
        ordinal,
        firmId,
        positionId,
        product,
        regime,
        test,
        counterparty,
        netting: position.nettingAgreement,
        currency,
        ...amounts,
        data,
      };
    }),
  });
  return id;
}
