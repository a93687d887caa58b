import { Decimal } from '@/lib/core/decimal';
import { failure, type Result, success } from '@/lib/core/result';
import { wholeMonths } from '../calendar';
import { haircutRule } from '../cite';
import type { PositionFailure } from '../group-failures';
import type { ParameterReference } from '../margin-node';
import type { ResolvedPosition } from '../method';
import { bandOf, type MaturityBand } from './maturity-bands';
import { GOVERNMENT_BANDS } from './paragraph-a';
import { MUNICIPAL_BANDS } from './paragraph-b';
import { CORPORATE_BANDS } from './paragraph-f';
import { PREFERRED_FIGURE } from './paragraph-h';
import { OTHER_SECURITIES_FIGURE } from './paragraph-j';
import type { Paragraph, SecurityLine } from './security-line';

/** Products whose percentage is that of a paragraph from (A) to (J), directly or by (P)(2). */
export const SECURITY_PRODUCTS = [
  'equity',
  'preferred_stock',
  'convertible_bond',
  'corporate_bond',
  'municipal_bond',
  'treasury',
  'agency_security',
  'equity_swap',
  'equity_index_swap',
] as const;
export type SecurityProduct = (typeof SECURITY_PRODUCTS)[number];

type LineResult = Result<SecurityLine, PositionFailure>;
type Reader = (resolved: ResolvedPosition, asOf: string) => LineResult;

/** One entry for each product: which paragraph it falls under and what that needs to know. */
const READERS: Readonly<Record<SecurityProduct, Reader>> = {
  treasury: (resolved, asOf) => banded(resolved, asOf, 'A', GOVERNMENT_BANDS),
  agency_security: (resolved, asOf) => banded(resolved, asOf, 'A', GOVERNMENT_BANDS),
  municipal_bond: (resolved, asOf) => banded(resolved, asOf, 'B', MUNICIPAL_BANDS),
  corporate_bond: (resolved, asOf) => banded(resolved, asOf, 'F', CORPORATE_BANDS),
  convertible_bond: convertible,
  preferred_stock: (resolved) => flat(resolved, 'H', PREFERRED_FIGURE, resolved.marketValue, 'market value'),
  equity: (resolved) => flat(resolved, 'J', OTHER_SECURITIES_FIGURE, resolved.marketValue, 'market value'),
  equity_swap: (resolved) => flat(resolved, 'J', OTHER_SECURITIES_FIGURE, resolved.notional, 'notional'),
  equity_index_swap: (resolved) => flat(resolved, 'J', OTHER_SECURITIES_FIGURE, resolved.notional, 'notional'),
};

/** The line of a position under the paragraph of its product, or what is missing for it. */
export function readSecurityLine(resolved: ResolvedPosition, product: SecurityProduct, asOf: string): LineResult {
  return READERS[product](resolved, asOf);
}

function missing(resolved: ResolvedPosition, what: string): LineResult {
  return failure({ reason: 'MISSING_DATA', positionId: resolved.position.positionId, message: `The ${what} is missing.` });
}

function flat(
  resolved: ResolvedPosition,
  paragraph: Paragraph,
  reference: ParameterReference,
  amount: Decimal | null,
  what: string,
): LineResult {
  if (amount === null) return missing(resolved, what);
  const value = amount.abs();
  const citations = [haircutRule(`(${paragraph})`)];
  if (what === 'notional') citations.unshift(haircutRule('(P)(2)'));
  return success({
    id: resolved.position.positionId,
    resolved,
    long: resolved.direction === 'long',
    paragraph,
    value,
    rate: new Decimal(reference.value).div(100),
    reference,
    band: 'all',
    bandLabel: '',
    citations,
    open: value,
  });
}

function banded(resolved: ResolvedPosition, asOf: string, paragraph: Paragraph, bands: readonly MaturityBand[]): LineResult {
  const { marketValue, position } = resolved;
  if (marketValue === null) return missing(resolved, 'market value');
  if (position.maturity === null) return missing(resolved, 'maturity');
  if (position.maturity < asOf)
    return failure({
      reason: 'INVALID',
      positionId: position.positionId,
      message: `The maturity lies before ${asOf}, the date of the portfolio.`,
    });
  const band = bandOf(bands, wholeMonths(asOf, position.maturity));
  const value = marketValue.abs();
  return success({
    id: position.positionId,
    resolved,
    long: resolved.direction === 'long',
    paragraph,
    value,
    rate: band.rate,
    reference: band.reference,
    band: band.key,
    bandLabel: band.label,
    citations: [haircutRule(`(${paragraph})`)],
    open: value,
  });
}

/** (G): at or above 100 percent of principal as (J), below as (F). */
function convertible(resolved: ResolvedPosition, asOf: string): LineResult {
  const { marketValue, notional } = resolved;
  if (marketValue === null) return missing(resolved, 'market value');
  if (notional === null) return missing(resolved, 'principal (notional), which decides between paragraphs (J) and (F) for a convertible,');
  const line = marketValue.abs().gte(notional)
    ? flat(resolved, 'J', OTHER_SECURITIES_FIGURE, marketValue, 'market value')
    : banded(resolved, asOf, 'F', CORPORATE_BANDS);
  return line.ok ? success({ ...line.value, citations: [haircutRule('(G)'), ...line.value.citations] }) : line;
}
