import { type Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import { allocate } from '../allocate';
import { buildNode, buildSum, numberInput, slug } from '../build-node';
import { haircutRule } from '../cite';
import type { ParameterReference } from '../margin-node';
import type { Exemption } from './exemptions';
import { ratioOf } from './paragraph-f';
import { OTHER_SECURITIES_FIGURE } from './paragraph-j';
import type { Part } from './part';
import type { Paragraph, SecurityLine } from './security-line';

function figure(name: string, value: string, unit: string): ParameterReference {
  return { name, value, unit, citation: haircutRule('(M)(1)') };
}

/** Undue concentration, 17 CFR 240.15c3-1(c)(2)(vi)(M)(1). */
export const CONCENTRATION_SHARE_FIGURE = figure(
  'position in one class of an issuer up to which nothing is added',
  '10',
  'percent of net capital',
);
export const CONCENTRATION_FIGURE = figure('added on the excess', '50', 'percent of the percentage otherwise');

/** Exempted securities, redeemable fund shares and what is deducted in full anyway have no addition. */
const NOT_CONCENTRATED: ReadonlySet<Paragraph> = new Set(['A', 'B', 'D', 'vii']);

/**
 * (M)(1): where the greater side of one class or series of an issuer's securities is above a tenth of net capital, half of the percentage otherwise on the
 * excess; for securities of (J) 15 %. Null where no class is above it. A class is what has one product and one name as underlier.
 */
export function concentrationPart(
  lines: readonly SecurityLine[],
  exemptions: readonly Exemption[],
  netCapital: Decimal,
  setPath: string,
  currency: string,
): Part | null {
  const exempted = new Map<SecurityLine, Decimal>();
  for (const { line, value } of exemptions) exempted.set(line, sumDecimals([exempted.get(line) ?? ZERO, value]));
  const limit = netCapital.times(ratioOf(CONCENTRATION_SHARE_FIGURE));
  const classes = new Map<string, Holding[]>();
  for (const line of lines) {
    const { product, underlier, positionId } = line.resolved.position;
    if (NOT_CONCENTRATED.has(line.paragraph) || product.endsWith('swap') || product.endsWith('future')) continue;
    const key = `${product} ${underlier ?? positionId}`;
    const members = classes.get(key);
    const holding = { line, value: sumDecimals([line.value, (exempted.get(line) ?? ZERO).neg()]) };
    if (members) members.push(holding);
    else classes.set(key, [holding]);
  }
  const path = `${setPath}/concentration`;
  const parts = [...classes.keys()].sort().flatMap((key) => classPart(key, classes.get(key) ?? [], limit, path, currency));
  if (parts.length === 0) return null;
  const node = buildSum({
    path,
    label: 'Undue concentration',
    level: 'class',
    citations: [haircutRule('(M)(1)')],
    parameters: [CONCENTRATION_SHARE_FIGURE, CONCENTRATION_FIGURE],
    inputs: [numberInput('net capital before haircuts', netCapital, currency)],
    assumptions: [
      'A class of securities is what has one product and one underlier in the positions file; exempted securities and fund shares have no addition.',
    ],
    children: parts.map((part) => part.node),
  });
  return { node, shares: parts.flatMap((part) => part.shares) };
}

/** A position and its market value, what is exempted left out; a hedge takes nothing off it. */
interface Holding {
  readonly line: SecurityLine;
  readonly value: Decimal;
}

function classPart(key: string, holdings: readonly Holding[], limit: Decimal, parentPath: string, currency: string): Part[] {
  const first = holdings[0]?.line;
  const side = (isLong: boolean) => holdings.filter(({ line }) => line.long === isLong);
  const [long, short] = [true, false].map((isLong) => sumDecimals(side(isLong).map(({ value }) => value))) as [Decimal, Decimal];
  const greater = long.gte(short) ? long : short;
  if (first === undefined || greater.lte(limit)) return [];
  const members = side(long.gte(short));
  const rate = first.paragraph === 'J' ? ratioOf(OTHER_SECURITIES_FIGURE) : first.rate.times(ratioOf(CONCENTRATION_FIGURE));
  const excess = greater.minus(limit);
  const node = buildNode({
    path: `${parentPath}/${slug(key)}`,
    label: first.resolved.position.underlier ?? first.id,
    level: 'bucket',
    amount: excess.times(rate),
    formula: 'haircut.M1: percentage × what of the position is above a tenth of net capital',
    citations: [haircutRule('(M)(1)')],
    parameters: [first.reference],
    inputs: [
      numberInput('greater side', greater, currency),
      numberInput('above a tenth of net capital', excess, currency),
      numberInput('percentage added', rate, 'ratio'),
    ],
  });
  const shares = allocate(
    node.amount,
    members.map(({ value }) => value),
  );
  return [{ node, shares: members.map(({ line }, i) => [line.id, shares[i] ?? ZERO] as const) }];
}
