import type { Decimal } from '@/lib/core/decimal';
import { failure, type Result, success } from '@/lib/core/result';
import { daysBetween, wholeMonths } from '../calendar';
import { haircutRule } from '../cite';
import type { PositionFailure } from '../group-failures';
import type { Citation, ParameterReference } from '../margin-node';
import type { ResolvedPosition } from '../method';
import { bandOf, type MaturityBand } from './maturity-bands';
import { GOVERNMENT_BANDS } from './paragraph-a';
import { MUNICIPAL_BANDS, MUNICIPAL_NOTE_BANDS } from './paragraph-b';
import { DEBT_FUND_FIGURE, GOVERNMENT_FUND_FIGURE, MONEY_MARKET_FIGURE } from './paragraph-d';
import { PAPER_BANDS } from './paragraph-e';
import { CORPORATE_BANDS, ratioOf } from './paragraph-f';
import { PREFERRED_FIGURE } from './paragraph-h';
import { OTHER_SECURITIES_FIGURE } from './paragraph-j';
import { LIMITED_MARKET_FIGURE, NO_MARKET_FIGURE } from './paragraph-k';
import type { Paragraph, SecurityLine } from './security-line';

/** Products whose percentage is that of a paragraph from (A) to (K) or (vii), directly or by (P)(2). */
export const SECURITY_PRODUCTS = [
  'equity',
  'preferred_stock',
  'convertible_bond',
  'corporate_bond',
  'municipal_bond',
  'municipal_note',
  'treasury',
  'agency_security',
  'canadian_government',
  'money_market_fund',
  'fund',
  'commercial_paper',
  'certificate_of_deposit',
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
  canadian_government: (resolved, asOf) => banded(resolved, asOf, 'C', GOVERNMENT_BANDS),
  municipal_bond: minimalRisk((resolved, asOf) => banded(resolved, asOf, 'B', MUNICIPAL_BANDS)),
  municipal_note: minimalRisk(municipalNote),
  corporate_bond: minimalRisk((resolved, asOf) => banded(resolved, asOf, 'F', CORPORATE_BANDS)),
  commercial_paper: minimalRisk((resolved, asOf) => paper(resolved, asOf, 'F', CORPORATE_BANDS)),
  certificate_of_deposit: minimalRisk((resolved, asOf) => paper(resolved, asOf, 'E', GOVERNMENT_BANDS)),
  money_market_fund: (resolved) => flat(resolved, 'D', MONEY_MARKET_FIGURE, 'money-market'),
  fund,
  convertible_bond: convertible,
  preferred_stock: minimalRisk((resolved) => flat(resolved, 'H', PREFERRED_FIGURE)),
  equity: other,
  equity_swap: bySwap,
  equity_index_swap: bySwap,
};

/** Products that (K) names: neither exempted, nor nonconvertible debt, nor preferred stock, nor redeemable fund shares. */
const LIMITED: ReadonlySet<SecurityProduct> = new Set(['equity', 'convertible_bond']);
const SWAPS: ReadonlySet<SecurityProduct> = new Set(['equity_swap', 'equity_index_swap']);

/** The line of a position under the paragraph of its product and market, or what is missing for it. */
export function readSecurityLine(resolved: ResolvedPosition, product: SecurityProduct, asOf: string): LineResult {
  const { market } = resolved.position;
  if (!SWAPS.has(product) && market === 'no_ready_market') return flat(resolved, 'vii', NO_MARKET_FIGURE);
  if (LIMITED.has(product) && market === 'one_or_two_makers') return flat(resolved, 'K', LIMITED_MARKET_FIGURE);
  if (LIMITED.has(product) && market === 'three_makers') return citing(haircutRule('(K)(i)'), other(resolved));
  return READERS[product](resolved, asOf);
}

/** A government that is deliverable against a future, at the contract value of the future, (A)(4) and (F)(5). */
export function readDeliverable(resolved: ResolvedPosition, asOf: string): LineResult {
  const { deliverableMaturity } = resolved.position;
  if (resolved.notional === null) return missing(resolved, 'notional, the contract value of the future,');
  const line = banded({ ...resolved, marketValue: resolved.notional }, asOf, 'A', GOVERNMENT_BANDS, deliverableMaturity ?? null);
  return citing(haircutRule('(A)(4)'), line);
}

function missing(resolved: ResolvedPosition, what: string): LineResult {
  return failure({ reason: 'MISSING_DATA', positionId: resolved.position.positionId, message: `The ${what} is missing.` });
}

function citing(citation: Citation, line: LineResult): LineResult {
  return line.ok ? success({ ...line.value, citations: [citation, ...line.value.citations] }) : line;
}

/** Debt and preferred stock of more than minimal credit risk, in default or traded flat, are other securities, (J). */
function minimalRisk(read: Reader): Reader {
  return (resolved, asOf) => (resolved.position.creditRisk === 'more' ? other(resolved) : read(resolved, asOf));
}

function other(resolved: ResolvedPosition): LineResult {
  return flat(resolved, 'J', OTHER_SECURITIES_FIGURE);
}

function bySwap(resolved: ResolvedPosition): LineResult {
  if (resolved.notional === null) return missing(resolved, 'notional');
  return citing(haircutRule('(P)(2)'), flat({ ...resolved, marketValue: resolved.notional }, 'J', OTHER_SECURITIES_FIGURE));
}

function flat(resolved: ResolvedPosition, paragraph: Paragraph, reference: ParameterReference, band = 'all'): LineResult {
  if (resolved.marketValue === null) return missing(resolved, 'market value');
  return success(
    lineOf(
      resolved,
      paragraph,
      { reference, rate: ratioOf(reference), band, bandLabel: band === 'all' ? '' : reference.name },
      resolved.marketValue,
    ),
  );
}

function lineOf(
  resolved: ResolvedPosition,
  paragraph: Paragraph,
  terms: Pick<SecurityLine, 'reference' | 'rate' | 'band' | 'bandLabel'>,
  marketValue: Decimal,
): SecurityLine {
  const value = marketValue.abs();
  return {
    id: resolved.position.positionId,
    resolved,
    long: resolved.direction === 'long',
    paragraph,
    value,
    ...terms,
    citations: [paragraph === 'vii' && NO_MARKET_FIGURE.citation !== null ? NO_MARKET_FIGURE.citation : haircutRule(`(${paragraph})`)],
    open: value,
  };
}

/** How a table counts time to maturity. */
type Count = (asOf: string, maturity: string) => number;

function banded(
  resolved: ResolvedPosition,
  asOf: string,
  paragraph: Paragraph,
  bands: readonly MaturityBand[],
  maturity: string | null = resolved.position.maturity,
  count: Count = wholeMonths,
): LineResult {
  const { marketValue, position } = resolved;
  if (marketValue === null) return missing(resolved, 'market value');
  if (maturity === null) return missing(resolved, 'maturity');
  if (maturity < asOf)
    return failure({
      reason: 'INVALID',
      positionId: position.positionId,
      message: `The maturity lies before ${asOf}, the date of the portfolio.`,
    });
  const band = bandOf(bands, count(asOf, maturity));
  // Two tables of one paragraph (short-term notes and other municipals, paper under and over a year) keep their bands apart.
  const key = bands === MUNICIPAL_NOTE_BANDS || bands === PAPER_BANDS ? `short-${band.key}` : band.key;
  return success(
    lineOf(resolved, paragraph, { reference: band.reference, rate: band.rate, band: key, bandLabel: band.label }, marketValue),
  );
}

/** (B)(1) up to 731 days; a note with more left than that is another municipal security, (B)(2). */
function municipalNote(resolved: ResolvedPosition, asOf: string): LineResult {
  const { maturity } = resolved.position;
  if (maturity !== null && daysBetween(asOf, maturity) > 731) return banded(resolved, asOf, 'B', MUNICIPAL_BANDS);
  return banded(resolved, asOf, 'B', MUNICIPAL_NOTE_BANDS, maturity, daysBetween);
}

/** (E)(1)-(5) under one year; from one year on certificates of deposit by the percentages of (A), (E)(6), and paper as other debt. */
function paper(resolved: ResolvedPosition, asOf: string, longer: Paragraph, longerBands: readonly MaturityBand[]): LineResult {
  const { maturity } = resolved.position;
  if (maturity !== null && wholeMonths(asOf, maturity) >= 12) return banded(resolved, asOf, longer, longerBands);
  return banded(resolved, asOf, 'E', PAPER_BANDS, maturity, daysBetween);
}

/** (D)(2), (D)(3); a fund of other assets is another security, (J). */
function fund(resolved: ResolvedPosition): LineResult {
  const { fundAssets } = resolved.position;
  if (fundAssets === undefined) return missing(resolved, 'kind of assets of the fund (fund_assets), which chooses its percentage,');
  if (fundAssets === 'other') return other(resolved);
  return flat(resolved, 'D', fundAssets === 'government' ? GOVERNMENT_FUND_FIGURE : DEBT_FUND_FIGURE, fundAssets);
}

/** (G): at or above 100 percent of principal as (J), below as (F). */
function convertible(resolved: ResolvedPosition, asOf: string): LineResult {
  const { marketValue, notional, position } = resolved;
  if (marketValue === null) return missing(resolved, 'market value');
  if (notional === null) return missing(resolved, 'principal (notional), which decides between paragraphs (J) and (F) for a convertible,');
  const asEquity = marketValue.abs().gte(notional) || position.creditRisk === 'more';
  return citing(haircutRule('(G)'), asEquity ? other(resolved) : banded(resolved, asOf, 'F', CORPORATE_BANDS));
}
