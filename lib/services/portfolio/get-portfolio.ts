import { agencyOf } from '@/lib/margin/classification/agency-of';
import { type Agency, REGIMES, type Regime } from '@/lib/margin/classification/regime';
import { EVIDENCE_FILE_KINDS } from '@/lib/margin/evidence/evidence-file-kinds';
import type { ImportReport } from '@/lib/margin/portfolio/import-report';
import { canReadPortfolio } from '@/lib/policies/portfolio';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import type { EvidenceReport } from './evidence-report';
import { findPortfolio } from './find-portfolio';
import { type PortfolioSummary, portfolioSummary } from './portfolio-summary';

/** What a regime holds; amounts in the calculation currency, absent ones counted as nothing. */
export interface RegimeTotal {
  readonly regime: Regime;
  readonly agency: Agency;
  readonly positions: number;
  readonly notional: string;
  readonly marketValue: string;
}

/** A further file of a portfolio, with what was found in it. */
export interface EvidenceFileDetail {
  readonly fileId: string;
  readonly contentHash: string;
  readonly report: EvidenceReport;
}

export interface PortfolioDetail extends PortfolioSummary {
  readonly report: ImportReport;
  /** Its further files, in the order of their kinds. */
  readonly files: readonly EvidenceFileDetail[];
  readonly regimes: readonly RegimeTotal[];
  /** What the table can be filtered by, in alphabetical order. */
  readonly products: readonly string[];
  readonly counterparties: readonly string[];
}

/** One portfolio with its totals by regime and its import report. Throws NOT_FOUND. */
export async function getPortfolio(ctx: ServiceContext, input: { portfolioId: string }): Promise<PortfolioDetail> {
  authorise(canReadPortfolio(ctx.actor));
  const portfolio = await findPortfolio(ctx, input.portfolioId);
  const where = { portfolioId: portfolio.id, firmId: ctx.actor.firmId };
  const [member, groups, products, counterparties, evidence] = await Promise.all([
    ctx.db.member.findFirst({ where: { id: portfolio.createdById, firmId: ctx.actor.firmId }, select: { name: true } }),
    ctx.db.portfolioPosition.groupBy({ by: ['regime'], where, _count: { _all: true }, _sum: { notional: true, marketValue: true } }),
    ctx.db.portfolioPosition.groupBy({ by: ['product'], where, orderBy: { product: 'asc' } }),
    ctx.db.portfolioPosition.groupBy({ by: ['counterparty'], where, orderBy: { counterparty: 'asc' }, take: 500 }),
    ctx.db.portfolioEvidence.findMany({ where }),
  ]);
  const regimes = REGIMES.flatMap((regime) => {
    const group = groups.find((one) => one.regime === regime);
    if (group === undefined) return [];
    const { _count, _sum } = group;
    const total = { notional: _sum.notional?.toFixed() ?? '0', marketValue: _sum.marketValue?.toFixed() ?? '0' };
    return [{ regime, agency: agencyOf(regime), positions: _count._all, ...total }];
  });
  return {
    ...portfolioSummary({ ...portfolio, evidence }, member?.name ?? 'a former member'),
    report: portfolio.importReport as unknown as ImportReport,
    files: EVIDENCE_FILE_KINDS.flatMap((kind) =>
      evidence.flatMap((file) =>
        file.kind === kind
          ? [{ fileId: file.fileId, contentHash: file.contentHash, report: file.report as unknown as EvidenceReport }]
          : [],
      ),
    ),
    regimes,
    products: products.map(({ product }) => product),
    counterparties: counterparties.flatMap(({ counterparty }) => (counterparty === null ? [] : [counterparty])),
  };
}
