import { type Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import { buildSum, leafNode, numberInput, slug } from '../build-node';
import { haircutRule } from '../cite';
import type { MarginNode, NodeInput } from '../margin-node';
import type { BondPair } from './cds-bonds';
import { cdsCellReference } from './cds-grid';
import { type CdsLine, cdsDeduction } from './cds-line';
import type { SameNamePair } from './cds-same-name';
import type { SectorOffset } from './cds-same-sector';
import type { Part } from './part';

/** What the offset rules did to the credit default swaps of a netting set. Every line's `open` is what they left. */
export interface CdsOutcome {
  readonly lines: readonly CdsLine[];
  readonly sameName: readonly SameNamePair[];
  readonly bonds: readonly BondPair[];
  readonly sectors: readonly SectorOffset[];
}

const ASSUMPTIONS = [
  'Offsets are given in this order: same name, bonds, same sector; within each the highest deductions first. Another order may give another amount.',
  'A spread between two whole basis points counts as the next one up. Time to maturity is counted in whole calendar months.',
  'The amount after an offset between adjacent categories uses the spread category of the position that is in excess.',
];

/** The node of all credit default swaps of a netting set: offsets first, then what stays open. */
export function cdsPart(outcome: CdsOutcome, setPath: string, currency: string): Part {
  const path = `${setPath}/credit-default-swaps`;
  const groups = [
    group(`${path}/same-name`, 'Same name, long and short', sameNameParts(outcome.sameName, `${path}/same-name`, currency)),
    group(
      `${path}/bonds`,
      'Against bonds',
      outcome.bonds.map((pair) => bondPart(pair, `${path}/bonds`, currency)),
    ),
    group(
      `${path}/sector`,
      'Same industry sector',
      outcome.sectors.map((offset) => sectorPart(offset, `${path}/sector`, currency)),
    ),
    group(
      `${path}/open`,
      'No further offset',
      outcome.lines.flatMap((line) => openPart(line, `${path}/open`, currency)),
    ),
  ].filter((part) => part.node.children.length > 0);
  const uncapped = outcome.lines.filter((line) => line.long && line.resolved.marketValue === null).length;
  const node = buildSum({
    path,
    label: 'Credit default swaps',
    level: 'class',
    citations: [haircutRule('(P)(1)')],
    assumptions: [
      ...ASSUMPTIONS,
      ...(uncapped > 0
        ? [`${uncapped} long swaps have no market value in the input, so the cap of (P)(1)(ii) is not applied to them.`]
        : []),
    ],
    children: groups.map((part) => part.node),
  });
  return { node, shares: groups.flatMap((part) => part.shares) };
}

function group(path: string, label: string, parts: readonly Part[]): Part {
  const node = buildSum({ path, label, level: 'bucket', children: parts.map((part) => part.node) });
  return { node, shares: parts.flatMap((part) => part.shares) };
}

function sideInputs(line: CdsLine, currency: string): NodeInput[] {
  const { position, marketValue } = line.resolved;
  return [
    { name: 'side', value: line.long ? 'long (protection bought)' : 'short (protection sold)' },
    numberInput('notional', line.notional, currency),
    { name: 'maturity', value: line.maturity },
    ...(position.spreadBp === null ? [] : [numberInput('spread', position.spreadBp, 'bp')]),
    ...(line.long && marketValue !== null ? [numberInput('market value', marketValue, currency)] : []),
  ];
}

function sameNameParts(pairs: readonly SameNamePair[], parentPath: string, currency: string): Part[] {
  return pairs.map(({ long, short, matched }) => {
    const node = leafNode('pair', ZERO, () => ({
      path: `${parentPath}/${slug(long.id)}+${slug(short.id)}`,
      label: `${long.id} and ${short.id}`,
      formula: 'haircut.P1iii: no deduction on the notional that long and short have in common',
      citations: [haircutRule('(P)(1)(iii)')],
      parameters: [cdsCellReference(long.row, long.column), cdsCellReference(short.row, short.column)],
      inputs: [
        numberInput('notional in common', matched, currency),
        { name: 'reference', value: long.resolved.position.referenceEntity ?? long.resolved.position.underlier ?? '' },
        { name: 'maturities', value: `${long.maturity} and ${short.maturity}` },
      ],
      assumptions: sameNameAssumptions(long),
    }));
    return { node, shares: [[long.id, ZERO] as const, [short.id, ZERO] as const] };
  });
}

function sameNameAssumptions({ resolved }: CdsLine): string[] {
  const { product, creditEvents, deliverableBasket } = resolved.position;
  if (product === 'cds_index')
    return ['Paragraph (iii) names corporate entities and asset-backed obligations; swaps on one and the same index are read alike.'];
  if (creditEvents !== null && deliverableBasket !== null) return [];
  return ['Both swaps leave credit events or deliverable basket blank in the input; they are taken to be on the same standard terms.'];
}

function bondPart({ cds, bond, matched, value, deduction }: BondPair, parentPath: string, currency: string): Part {
  const paragraph = cds.long ? '(P)(1)(iv)' : '(P)(1)(v)';
  const node = leafNode('pair', deduction, () => ({
    path: `${parentPath}/${slug(cds.id)}+${slug(bond.id)}`,
    label: `${cds.id} and ${bond.id}`,
    formula: cds.long
      ? 'haircut.P1iv: 50 % × percentage of the bond × its market value; nothing on the swap'
      : "haircut.P1v: nothing on the swap; the bond's own deduction stands under its paragraph",
    citations: [haircutRule(paragraph), ...bond.citations],
    parameters: [bond.reference],
    inputs: [
      numberInput('principal and notional in common', matched, currency),
      numberInput('market value of that principal', value, currency),
    ],
    assumptions: cds.long
      ? ["The bond can be delivered: the swap names it, or it is in the swap's basket of deliverable obligations."]
      : [],
  }));
  return { node, shares: [[bond.id, deduction] as const, [cds.id, ZERO] as const] };
}

function sectorPart(offset: SectorOffset, parentPath: string, currency: string): Part {
  const path = `${parentPath}/${slug(offset.sector)}-${offset.row + 1}-${offset.column + 1}`;
  const byId = new Map<string, { line: CdsLine; deductions: Decimal[] }>();
  for (const { line, deduction } of offset.parts) {
    const own = byId.get(line.id);
    if (own) own.deductions.push(deduction);
    else byId.set(line.id, { line, deductions: [deduction] });
  }
  const swaps = [...byId.values()]
    .sort((a, b) => (a.line.id < b.line.id ? -1 : 1))
    .map(({ line, deductions }) => ({ line, amount: sumDecimals(deductions) }));
  const notionalOf = (long: boolean) => sumDecimals(offset.parts.filter(({ line }) => line.long === long).map(({ part }) => part));
  const children: MarginNode[] = swaps.map(({ line, amount }) =>
    leafNode('position', amount, () => ({
      path: `${path}/${slug(line.id)}`,
      label: line.id,
      formula: line.long ? 'haircut.P1iii: deduction of (P)(1)(ii) on the excess long' : 'haircut.P1iii: 50 % × deduction of (P)(1)(i)',
      citations: [haircutRule('(P)(1)(iii)')],
      parameters: [cdsCellReference(offset.row, offset.column)],
      inputs: sideInputs(line, currency),
    })),
  );
  const node = buildSum({
    path,
    label: offset.sector,
    level: 'bucket',
    formula: 'haircut.P1iii: 50 % of the short deduction + the long deduction on the excess long',
    citations: [haircutRule('(P)(1)(iii)')],
    parameters: [cdsCellReference(offset.row, offset.column)],
    inputs: [numberInput('long notional', notionalOf(true), currency), numberInput('short notional', notionalOf(false), currency)],
    assumptions: ["The positions file's sector column is the firm's documented classification of industry sectors."],
    children,
  });
  return { node, shares: swaps.map(({ line, amount }) => [line.id, amount] as const) };
}

function openPart(line: CdsLine, parentPath: string, currency: string): Part[] {
  if (line.open.isZero() && !line.notional.isZero()) return [];
  // what offsets leave is taken down now: another pass may give it back
  const { open, liftedRow } = line;
  const row = liftedRow ?? line.row;
  const amount = cdsDeduction(line, open, row);
  const node = leafNode('position', amount, () => ({
    path: `${parentPath}/${slug(line.id)}`,
    label: line.id,
    formula: line.long ? 'haircut.P1ii: 50 % × percentage × notional, not above the market value' : 'haircut.P1i: percentage × notional',
    citations: [haircutRule(line.long ? '(P)(1)(ii)' : '(P)(1)(i)'), ...(liftedRow === null ? [] : [haircutRule('(P)(1)(iii)')])],
    parameters: [cdsCellReference(row, line.column)],
    inputs: [...sideInputs(line, currency), ...(open.eq(line.notional) ? [] : [numberInput('notional left open', open, currency)])],
    assumptions: liftedRow === null ? [] : ['The excess is charged at the higher of the maturity categories that were paired.'],
  }));
  return [{ node, shares: [[line.id, amount] as const] }];
}
