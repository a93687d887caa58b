import { type Decimal, sumDecimals } from '@/lib/core/decimal';
import { buildSum } from '../build-node';
import { haircutRule } from '../cite';
import { groupFailures } from '../group-failures';
import type { MarginMethod, MethodContext, MethodResult, NettingSet, ResolvedPosition } from '../method';
import { turnSide } from '../turn-side';
import { type BondPair, pairLongBonds, pairShortBonds } from './cds-bonds';
import { CDS_FIGURES } from './cds-grid';
import type { CdsLine } from './cds-line';
import { cdsPart } from './cds-part';
import { pairSameName } from './cds-same-name';
import { offsetSameSector } from './cds-same-sector';
import { HAIRCUT_PARAMETERS, type HaircutSettings, haircutSettings } from './haircut-parameters';
import { GOVERNMENT_BANDS } from './paragraph-a';
import { MUNICIPAL_BANDS } from './paragraph-b';
import { CORPORATE_BANDS } from './paragraph-f';
import { PREFERRED_FIGURE } from './paragraph-h';
import { FREE_SHARE_FIGURE, OTHER_SECURITIES_FIGURE } from './paragraph-j';
import { type Part, sumShares } from './part';
import { PARAGRAPHS, type Paragraph, type SecurityLine } from './security-line';
import { securityPart } from './security-part';
import { type SortedLines, sortLines } from './sort-lines';
import { standInPart } from './stand-in-part';

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
    ...[...GOVERNMENT_BANDS, ...MUNICIPAL_BANDS, ...CORPORATE_BANDS].map((band) => band.reference),
    PREFERRED_FIGURE,
    OTHER_SECURITIES_FIGURE,
    FREE_SHARE_FIGURE,
  ],
  compute(set, parameters, context) {
    const settings = haircutSettings(parameters);
    const positions = settings.turned ? set.positions.map(turnSide) : set.positions;
    return computeSet(set, positions, settings, context);
  },
};

const DEBT = new Set(['corporate_bond', 'convertible_bond', 'municipal_bond', 'treasury', 'agency_security']);

function computeSet(
  set: NettingSet,
  positions: readonly ResolvedPosition[],
  settings: HaircutSettings,
  context: MethodContext,
): MethodResult {
  const sorted = sortLines(positions, settings, context);
  const { cds, securities, standIns, standalone } = sorted;
  const debt = securities.filter((line) => DEBT.has(line.resolved.position.product));
  const sameName = linesByName(cds).flatMap((lines) => pairSameName(lines, context.asOf, settings.threeMonths));
  const fixed: Part[] = [];
  if (standIns.length > 0) {
    const { asOf, currency } = context;
    const standIn = standInPart(standIns, set.path, { asOf, currency, fallback: settings.fallback, underAgreement: set.underAgreement });
    fixed.push(standIn.part);
    for (const [id, amount] of standIn.standalone) standalone.set(id, amount);
  }
  const paragraphs = new Map<Paragraph, Part>();
  const partsAfter = (longBonds: readonly BondPair[]): Part[] => {
    const bonds = [...longBonds, ...pairShortBonds(cds, debt)];
    const sectors = offsetSameSector(cds, settings.sectorShort);
    return [
      ...(cds.length > 0 ? [cdsPart({ lines: cds, sameName, bonds, sectors }, set.path, context.currency)] : []),
      ...PARAGRAPHS.flatMap((paragraph) => {
        const known = paragraphs.get(paragraph);
        if (known) return [known];
        const lines = securities.filter((line) => line.paragraph === paragraph);
        if (lines.length === 0) return [];
        const part = securityPart(paragraph, lines, set.path, context.currency);
        paragraphs.set(paragraph, part);
        return [part];
      }),
      ...fixed,
    ];
  };
  const restore = remember(cds, debt);
  const longBonds = pairLongBonds(cds, debt);
  const withBonds = partsAfter(longBonds);
  if (longBonds.length === 0) return resultOf(set, withBonds, sorted, settings);
  // (iv) is there to be used where it helps: a long bond may already be free as the lesser side of its paragraph.
  restore();
  for (const { bond } of longBonds) paragraphs.delete(bond.paragraph);
  const withoutBonds = partsAfter([]);
  return resultOf(set, amountOf(withoutBonds).lt(amountOf(withBonds)) ? withoutBonds : withBonds, sorted, settings);
}

function amountOf(parts: readonly Part[]): Decimal {
  return sumDecimals(parts.map((part) => part.node.amount));
}

/** Gives back what the lines have open now. */
function remember(cds: readonly CdsLine[], debt: readonly SecurityLine[]): () => void {
  const swaps = cds.map(({ open, liftedRow }) => ({ open, liftedRow }));
  const bonds = debt.map(({ open }) => ({ open }));
  return () => {
    cds.forEach((line, i) => {
      Object.assign(line, swaps[i]);
    });
    debt.forEach((line, i) => {
      Object.assign(line, bonds[i]);
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
      'Every security has a ready market; paragraphs (K), (M) and (vii) are not applied, because the positions file does not hold their facts.',
    ],
    failures: groupFailures(failures),
    children: parts.map((part) => part.node),
  });
  return { node, contributions: sumShares(parts), standalone };
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
