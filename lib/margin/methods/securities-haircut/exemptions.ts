import { type Decimal, ONE, sumDecimals, ZERO } from '@/lib/core/decimal';
import { buildNode, buildSum, numberInput, slug } from '../build-node';
import { daysBetween } from '../calendar';
import { haircutRule } from '../cite';
import type { Part } from './part';
import type { SecurityLine } from './security-line';

/** Value of a security that (J)(1) or (2) frees of a deduction. */
export interface Exemption {
  readonly line: SecurityLine;
  readonly value: Decimal;
  readonly paragraph: '(J)(1)' | '(J)(2)';
}

const WITHIN_DAYS = 90;

/**
 * (J)(2): securities called for redemption that can be redeemed within 90 days. (J)(1): securities that can be exchanged within 90 days, on payment of
 * money alone, for others that are short in the account: as many as there are short, those with the highest value first come last. Changes `open`.
 */
export function exempt(lines: readonly SecurityLine[], asOf: string): Exemption[] {
  const others = lines.filter(({ paragraph }) => paragraph === 'J');
  const called = others.filter((line) => isCalled(line, asOf) && !line.open.isZero());
  const exemptions: Exemption[] = called.map((line) => free(line, line.open, '(J)(2)'));
  const short = shortUnits(others);
  for (const line of others) {
    const { exchangeableInto, exchangeRatio, quantity } = line.resolved.position;
    if (!line.long || exchangeableInto === undefined || exchangeRatio === undefined || quantity === null || line.open.isZero()) continue;
    const units = quantity.times(exchangeRatio);
    const left = short.get(exchangeableInto) ?? ZERO;
    if (left.isZero() || units.isZero()) continue;
    const covered = left.gte(units) ? units : left;
    short.set(exchangeableInto, sumDecimals([left, covered.neg()]));
    exemptions.push(free(line, covered.eq(units) ? line.open : line.open.times(covered).div(units), '(J)(1)'));
  }
  return exemptions;
}

function isCalled({ resolved: { position } }: SecurityLine, asOf: string): boolean {
  const { redemptionDate } = position;
  if (redemptionDate === undefined) return false;
  const days = daysBetween(asOf, redemptionDate);
  return days >= 0 && days <= WITHIN_DAYS;
}

/** Shares that are short in the account, by security. */
function shortUnits(lines: readonly SecurityLine[]): Map<string, Decimal> {
  const units = new Map<string, Decimal>();
  for (const { long, resolved } of lines) {
    const { product, underlier, quantity, multiplier } = resolved.position;
    if (long || product !== 'equity' || underlier === null || quantity === null) continue;
    units.set(underlier, sumDecimals([units.get(underlier) ?? ZERO, quantity.times(multiplier ?? ONE)]));
  }
  return units;
}

function free(line: SecurityLine, value: Decimal, paragraph: Exemption['paragraph']): Exemption {
  line.open = sumDecimals([line.open, value.neg()]);
  return { line, value, paragraph };
}

/** The exempted values as nodes of amount 0, so that the tree says why they carry nothing. */
export function exemptionPart(exemptions: readonly Exemption[], setPath: string, currency: string): Part {
  const path = `${setPath}/no-deduction`;
  const node = buildSum({
    path,
    label: 'Securities without a deduction',
    level: 'class',
    citations: [haircutRule('(J)')],
    children: exemptions.map(({ line, value, paragraph }) =>
      buildNode({
        path: `${path}/${slug(line.id)}-${paragraph === '(J)(1)' ? 'exchangeable' : 'called'}`,
        label: line.id,
        level: 'position',
        amount: ZERO,
        formula:
          paragraph === '(J)(1)'
            ? 'haircut.J1: none where what it is exchangeable for is short in the account'
            : 'haircut.J2: none where it is called for redemption and redeemable within 90 days',
        citations: [haircutRule(paragraph)],
        inputs: [numberInput('market value without a deduction', value, currency)],
      }),
    ),
  });
  return { node, shares: exemptions.map(({ line }) => [line.id, ZERO] as const) };
}
