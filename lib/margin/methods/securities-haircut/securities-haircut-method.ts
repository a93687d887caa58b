import { buildSum } from '../build-node';
import { haircutRule } from '../cite';
import { groupFailures } from '../group-failures';
import type { MarginMethod, MethodContext, MethodResult, NettingSet, ResolvedPosition } from '../method';
import { turnSide } from '../turn-side';
import { pairLongBonds, pairShortBonds } from './cds-bonds';
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
import { PARAGRAPHS } from './security-line';
import { securityPart } from './security-part';
import { sortLines } from './sort-lines';
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
    const withBonds = computeOnce(set, positions, settings, context, true);
    if (withBonds.longBondPairs === 0) return withBonds.result;
    // (iv) is there to be used where it helps: a long bond may already be free as the lesser side of its paragraph.
    const withoutBonds = computeOnce(set, positions, settings, context, false);
    return withoutBonds.result.node.amount.lt(withBonds.result.node.amount) ? withoutBonds.result : withBonds.result;
  },
};

const DEBT = new Set(['corporate_bond', 'convertible_bond', 'municipal_bond', 'treasury', 'agency_security']);

function computeOnce(
  set: NettingSet,
  positions: readonly ResolvedPosition[],
  settings: HaircutSettings,
  context: MethodContext,
  useLongBonds: boolean,
): { result: MethodResult; longBondPairs: number } {
  const { cds, securities, standIns, failures, standalone } = sortLines(positions, settings, context);
  const debt = securities.filter((line) => DEBT.has(line.resolved.position.product));
  const sameName = linesByName(cds).flatMap((lines) => pairSameName(lines, context.asOf, settings.threeMonths));
  const longBonds = useLongBonds ? pairLongBonds(cds, debt) : [];
  const bonds = [...longBonds, ...pairShortBonds(cds, debt)];
  const sectors = offsetSameSector(cds, settings.sectorShort);
  const parts: Part[] = [];
  if (cds.length > 0) parts.push(cdsPart({ lines: cds, sameName, bonds, sectors }, set.path, context.currency));
  for (const paragraph of PARAGRAPHS) {
    const lines = securities.filter((line) => line.paragraph === paragraph);
    if (lines.length > 0) parts.push(securityPart(paragraph, lines, set.path, context.currency));
  }
  if (standIns.length > 0) {
    const { asOf, currency } = context;
    const standIn = standInPart(standIns, set.path, { asOf, currency, fallback: settings.fallback, underAgreement: set.underAgreement });
    parts.push(standIn.part);
    for (const [id, amount] of standIn.standalone) standalone.set(id, amount);
  }
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
  return { result: { node, contributions: sumShares(parts), standalone }, longBondPairs: longBonds.length };
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
