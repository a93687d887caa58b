import type { Prisma } from '@/lib/generated/prisma/client';
import { agencyOf } from '@/lib/margin/classification/agency-of';
import { classifyPosition } from '@/lib/margin/classification/classify-position';
import type { IndexConstituents } from '@/lib/margin/classification/index-constituents';
import { type Classification, REGIMES } from '@/lib/margin/classification/regime';
import type { Position } from '@/lib/margin/portfolio/position';
import { type PositionJson, positionFromJson, positionToJson } from '@/lib/margin/portfolio/position-codec';
import { canReadPortfolio } from '@/lib/policies/portfolio';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findPortfolio } from './find-portfolio';
import { portfolioConstituents } from './portfolio-constituents';

export const POSITIONS_PER_PAGE = 50;

export interface PositionFilter {
  readonly regime?: string;
  readonly product?: string;
  readonly counterparty?: string;
  /** Part of the identifier, underlier or reference entity, in any case. */
  readonly text?: string;
}

/** A row of the table: the position as imported, amounts also in the calculation currency, and the regime with the test that decided it. */
export interface PositionListItem {
  readonly position: PositionJson;
  readonly notional: string | null;
  readonly marketValue: string | null;
  readonly classification: Classification;
}

export interface PositionPage {
  readonly items: readonly PositionListItem[];
  /** 1-based. */
  readonly page: number;
  readonly pages: number;
  /** Of all pages that the filter leaves. */
  readonly total: { readonly positions: number; readonly notional: string; readonly marketValue: string };
}

/** A page of a portfolio's positions in the order of the file. A page beyond the last is the last. Throws NOT_FOUND. */
export async function listPositions(
  ctx: ServiceContext,
  input: { portfolioId: string; filter: PositionFilter; page: number },
): Promise<PositionPage> {
  authorise(canReadPortfolio(ctx.actor));
  const portfolio = await findPortfolio(ctx, input.portfolioId);
  const where = whereOf({ portfolioId: portfolio.id, firmId: ctx.actor.firmId }, input.filter);
  const sums = await ctx.db.portfolioPosition.aggregate({ where, _count: { _all: true }, _sum: { notional: true, marketValue: true } });
  const positions = sums._count._all;
  const pages = Math.max(1, Math.ceil(positions / POSITIONS_PER_PAGE));
  const page = Math.min(Math.max(1, Math.trunc(input.page) || 1), pages);
  const rows = await ctx.db.portfolioPosition.findMany({
    where,
    orderBy: { ordinal: 'asc' },
    skip: (page - 1) * POSITIONS_PER_PAGE,
    take: POSITIONS_PER_PAGE,
  });
  const constituents = await portfolioConstituents(ctx.db, portfolio);
  const items = rows.map((row) => {
    const position = positionFromJson(row.data);
    const classification = classificationOf(row, position, constituents);
    return {
      position: positionToJson(position),
      notional: row.notional?.toFixed() ?? null,
      marketValue: row.marketValue?.toFixed() ?? null,
      classification,
    };
  });
  const total = { positions, notional: sums._sum.notional?.toFixed() ?? '0', marketValue: sums._sum.marketValue?.toFixed() ?? '0' };
  return { items, page, pages, total };
}

/** What was decided at import counts; this version's reason is shown where it decides the same. */
function classificationOf(row: { regime: string; test: string }, position: Position, constituents: IndexConstituents): Classification {
  const now = classifyPosition(position, constituents);
  if (now.regime === row.regime && now.test === row.test) return now;
  const regime = REGIMES.find((one) => one === row.regime) ?? 'undetermined';
  const reason = 'As classified when the portfolio was imported, by another version of the tests.';
  return { positionId: position.positionId, regime, agency: agencyOf(regime), test: row.test, reason, citation: null };
}

function whereOf(scope: { portfolioId: string; firmId: string }, filter: PositionFilter): Prisma.PortfolioPositionWhereInput {
  const text = filter.text?.trim().slice(0, 100);
  const contains = text ? { contains: text, mode: 'insensitive' as const } : null;
  return {
    ...scope,
    ...(filter.regime ? { regime: filter.regime } : {}),
    ...(filter.product ? { product: filter.product } : {}),
    ...(filter.counterparty ? { counterparty: filter.counterparty } : {}),
    ...(contains
      ? {
          OR: [
            { positionId: contains },
            { data: { path: ['underlier'], string_contains: text, mode: 'insensitive' } },
            { data: { path: ['referenceEntity'], string_contains: text, mode: 'insensitive' } },
          ],
        }
      : {}),
  };
}
