import type { HeldKind } from '@/lib/margin/evidence/framework-needs';
import { canReadPortfolio } from '@/lib/policies/portfolio';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';

/** Which regimes and products each of the firm's portfolios has, by portfolio. */
export async function heldKinds(ctx: ServiceContext): Promise<Readonly<Record<string, readonly HeldKind[]>>> {
  authorise(canReadPortfolio(ctx.actor));
  const groups = await ctx.db.portfolioPosition.groupBy({ by: ['portfolioId', 'regime', 'product'], where: { firmId: ctx.actor.firmId } });
  const held: Record<string, HeldKind[]> = {};
  for (const { portfolioId, regime, product } of groups) {
    held[portfolioId] ??= [];
    held[portfolioId].push({ regime, product } as HeldKind);
  }
  return held;
}
