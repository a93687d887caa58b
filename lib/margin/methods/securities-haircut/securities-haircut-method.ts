import { type Decimal, ONE, sumDecimals } from '@/lib/core/decimal';
import { buildSum } from '../build-node';
import { haircutRule } from '../cite';
import { groupFailures } from '../group-failures';
import type { MarginMethod, MethodContext, MethodResult, NettingSet, ResolvedPosition } from '../method';
import { PRICING_FIGURES } from '../theoretical-pricing/pricing-figures';
import { RANGE_FIGURES } from '../theoretical-pricing/valuation-points';
import { turnSide } from '../turn-side';
import { appendixAResult, divideForAppendixA } from './appendix-a-part';
import { type BondPair, pairLongBonds, pairShortBonds } from './cds-bonds';
import { CDS_FIGURES } from './cds-grid';
import type { CdsLine } from './cds-line';
import { cdsPart } from './cds-part';
import { pairSameName } from './cds-same-name';
import { offsetSameSector } from './cds-same-sector';
import { clearedResult, isClearedSwap } from './cleared-part';
import { CONCENTRATION_FIGURE, CONCENTRATION_SHARE_FIGURE, concentrationPart } from './concentration';
import { DebtBook } from './debt-book';
import { electionPart, hedgeCorporates, netAcrossCategories } from './debt-elections';
import { exempt, exemptionPart } from './exemptions';
import { HAIRCUT_PARAMETERS, type HaircutSettings, haircutSettings } from './haircut-parameters';
import { GOVERNMENT_BANDS, GOVERNMENT_DEALER_FIGURE, GOVERNMENT_DEALER_SHARE } from './paragraph-a';
import { MUNICIPAL_BANDS, MUNICIPAL_NOTE_BANDS } from './paragraph-b';
import { DEBT_FUND_FIGURE, GOVERNMENT_FUND_FIGURE, MONEY_MARKET_FIGURE } from './paragraph-d';
import { PAPER_BANDS } from './paragraph-e';
import { CORPORATE_BANDS, HEDGE_CLASSES } from './paragraph-f';
import { PREFERRED_FIGURE } from './paragraph-h';
import { FREE_SHARE_FIGURE, OTHER_SECURITIES_FIGURE } from './paragraph-j';
import { LIMITED_MARKET_FIGURE, NO_MARKET_FIGURE } from './paragraph-k';
import { type Part, sumShares } from './part';
import { PARAGRAPHS, type SecurityLine } from './security-line';
import { securityPart } from './security-part';
import { type SortedLines, sortLines } from './sort-lines';
import { standInPart } from './stand-in-part';

const BANDS = [GOVERNMENT_BANDS, MUNICIPAL_BANDS, MUNICIPAL_NOTE_BANDS, PAPER_BANDS, CORPORATE_BANDS];

/** The percentage deductions of 17 CFR 240.15c3-1(c)(2)(vi), which 17 CFR 240.18a-3(d)(1) uses for initial margin. */
export const SECURITIES_HAIRCUT_METHOD: MarginMethod = {
  id: 'securities-haircut',
  label: 'Securities haircuts (standardized)',
  citations: [haircutRule('')],
  nettingKey: ['counterparty', 'account'],
  attribution: 'What a paragraph asks of several positions together is shared in proportion to the amount of each alone.',
  parameters: HAIRCUT_PARAMETERS,
  table: [
    ...CDS_FIGURES,
    ...BANDS.flatMap((bands) => bands.map((band) => band.reference)),
    GOVERNMENT_DEALER_FIGURE,
    MONEY_MARKET_FIGURE,
    GOVERNMENT_FUND_FIGURE,
    DEBT_FUND_FIGURE,
    ...HEDGE_CLASSES.flatMap(({ government, corporate }) => [government, corporate]),
    PREFERRED_FIGURE,
    OTHER_SECURITIES_FIGURE,
    FREE_SHARE_FIGURE,
    LIMITED_MARKET_FIGURE,
    CONCENTRATION_SHARE_FIGURE,
    CONCENTRATION_FIGURE,
    NO_MARKET_FIGURE,
    ...RANGE_FIGURES.filter(({ citation }) => citation?.standing === 'primary'),
    ...Object.values(PRICING_FIGURES).flatMap(({ reference }) => (reference.citation?.standing === 'primary' ? [reference] : [])),
  ],
  compute(set, parameters, context) {
    const settings = haircutSettings(parameters);
    const positions = settings.turned ? set.positions.map(turnSide) : set.positions;
    const { priced, others } = divideForAppendixA(positions, settings);
    const results = [...(priced.length === 0 ? [] : [appendixAResult(priced, set, settings, context)]), ...clearedOf(others, set, context)];
    const byPercentage = others.filter((one) => !isClearedSwap(one));
    return computeByPercentage(set, byPercentage, settings, context, results);
  },
};

function clearedOf(positions: readonly ResolvedPosition[], set: NettingSet, context: MethodContext): MethodResult[] {
  const cleared = positions.filter(isClearedSwap);
  return cleared.length === 0 ? [] : [clearedResult(cleared, set, context)];
}

const DEBT = new Set([
  'corporate_bond',
  'convertible_bond',
  'municipal_bond',
  'municipal_note',
  'treasury',
  'agency_security',
  'canadian_government',
]);

function computeByPercentage(
  set: NettingSet,
  positions: readonly ResolvedPosition[],
  settings: HaircutSettings,
  context: MethodContext,
  results: readonly MethodResult[],
): MethodResult {
  const { currency, asOf } = context;
  const sorted = sortLines(positions, settings, context);
  const { cds, securities, standIns, standalone } = sorted;
  const debt = securities.filter((line) => DEBT.has(line.resolved.position.product));
  const sameName = linesByName(cds).flatMap((lines) => pairSameName(lines, asOf, settings.threeMonths));
  for (const result of results) for (const [id, amount] of result.standalone) standalone.set(id, amount);
  const computed: Part[] = results.map(({ node, contributions }) => ({ node, shares: [...contributions] }));
  const standIn: Part[] = [];
  if (standIns.length > 0) {
    const stand = standInPart(standIns, set.path, { asOf, currency, fallback: settings.fallback, underAgreement: set.underAgreement });
    standIn.push(stand.part);
    for (const [id, amount] of stand.standalone) standalone.set(id, amount);
  }
  const partsAfter = (longBonds: readonly BondPair[]): Part[] => {
    const bonds = [...longBonds, ...pairShortBonds(cds, debt)];
    const sectors = offsetSameSector(cds, settings.sectorShort);
    const swaps = cds.length === 0 ? [] : [cdsPart({ lines: cds, sameName, bonds, sectors }, set.path, currency)];
    return [...computed, ...swaps, ...securityParts(securities, set.path, settings, context), ...standIn];
  };
  const restore = rememberOpen(cds, securities);
  const longBonds = pairLongBonds(cds, debt);
  const withBonds = partsAfter(longBonds);
  if (longBonds.length === 0) return resultOf(set, withBonds, sorted, settings);
  // (iv) is there to be used where it helps: a long bond may already be free as the lesser side of its paragraph.
  restore();
  const withoutBonds = partsAfter([]);
  return resultOf(set, amountOf(withoutBonds).lt(amountOf(withBonds)) ? withoutBonds : withBonds, sorted, settings);
}

function amountOf(parts: readonly Part[]): Decimal {
  return sumDecimals(parts.map((part) => part.node.amount));
}

/** Gives the lines back what they have open now. */
function rememberOpen(cds: readonly CdsLine[], securities: readonly SecurityLine[]): () => void {
  const swaps = cds.map(({ open, liftedRow }) => ({ open, liftedRow }));
  const others = securities.map(({ open }) => ({ open }));
  return () => {
    cds.forEach((line, i) => {
      Object.assign(line, swaps[i]);
    });
    securities.forEach((line, i) => {
      Object.assign(line, others[i]);
    });
  };
}

function resultOf(set: NettingSet, parts: readonly Part[], { failures, standalone }: SortedLines, settings: HaircutSettings): MethodResult {
  const node = buildSum({
    path: set.path,
    label: set.label,
    level: 'netting-set',
    formula: 'sum of the deductions',
    citations: [haircutRule('')],
    assumptions: [
      `Long and short are read from the side of the ${settings.turned ? 'counterparty' : 'dealer'}.`,
      'Securities whose row names no market are taken to be listed: (K) and (vii) apply to those whose row says otherwise.',
      ...(settings.netCapital === null
        ? ['The run gives no net capital, so the addition for undue concentration, (M)(1), is not applied.']
        : []),
    ],
    failures: groupFailures(failures),
    children: parts.map((part) => part.node),
  });
  return { node, contributions: sumShares(parts), standalone };
}

/** Exemptions first, then elections, then each paragraph on what is left, then concentration. */
function securityParts(
  securities: readonly SecurityLine[],
  path: string,
  settings: HaircutSettings,
  { asOf, currency }: MethodContext,
): Part[] {
  const parts: Part[] = [];
  const exemptions = exempt(securities, asOf);
  if (exemptions.length > 0) parts.push(exemptionPart(exemptions, path, currency));
  parts.push(...electedParts(securities, path, settings, asOf, currency));
  const terms = { bySubcategory: settings.bySubcategory, dealer: settings.governmentDealer };
  for (const paragraph of PARAGRAPHS) {
    const lines = securities.filter((line) => line.paragraph === paragraph);
    if (lines.length > 0) parts.push(securityPart(paragraph, lines, path, currency, terms));
  }
  const concentration =
    settings.netCapital === null ? null : concentrationPart(securities, exemptions, settings.netCapital, path, currency);
  return concentration === null ? parts : [...parts, concentration];
}

function electedParts(
  securities: readonly SecurityLine[],
  path: string,
  settings: HaircutSettings,
  asOf: string,
  currency: string,
): Part[] {
  if (settings.bySubcategory || !(settings.crossCategory || settings.corporateHedges)) return [];
  const governments = securities.filter((line) => line.paragraph === 'A');
  const corporates = securities.filter((line) => line.paragraph === 'F' && line.resolved.position.product === 'corporate_bond');
  const share: Decimal = settings.governmentDealer ? GOVERNMENT_DEALER_SHARE : ONE;
  const book = new DebtBook(securities, share);
  const hedges = settings.corporateHedges ? hedgeCorporates(corporates, governments, book, asOf) : [];
  const moves = settings.crossCategory ? netAcrossCategories(governments, book, asOf) : [];
  return hedges.length + moves.length === 0 ? [] : [electionPart(moves, hedges, path, currency)];
}

function linesByName(lines: readonly CdsLine[]): CdsLine[][] {
  const names = new Map<string, CdsLine[]>();
  for (const line of lines) {
    if (line.name === null) continue;
    const members = names.get(line.name);
    if (members) members.push(line);
    else names.set(line.name, [line]);
  }
  return [...names.keys()].sort().map((name) => names.get(name) ?? []);
}
