import { type Decimal, ONE, ZERO } from '@/lib/core/decimal';
import { allocate } from '../allocate';
import { buildNode, buildSum, numberInput, slug } from '../build-node';
import { groupFailures } from '../group-failures';
import type { MethodContext, MethodResult, NettingSet } from '../method';
import { OTHER_SECURITIES_FIGURE } from '../securities-haircut/paragraph-j';
import { addShare } from './add-share';
import { type AlternativeClass, alternativeClass } from './alternative-lines';
import { ALTERNATIVE_FIGURES, type AlternativeStrategy, aloneRate, MOST_LINES, pairAlternatives } from './alternative-pairing';
import { classMembers } from './class-members';
import { dollarRate } from './dollar-rate';
import { appendixA } from './valuation-points';

const RULE = appendixA('(b)(2)');

/** The charge of the alternative strategy-based method, 17 CFR 240.15c3-1a(b)(2)(iii): each underlier's options alone or in pairs, the cheapest way. */
export function alternativeMargin(set: NettingSet, context: MethodContext): MethodResult {
  const { classes, failures: unplaced } = classMembers(set.positions);
  const failures = [...unplaced];
  const contributions = new Map<string, Decimal>();
  const standalone = new Map<string, Decimal>();
  const dollar = dollarRate(context);
  const children = [...classes.keys()].sort().flatMap((underlier) => {
    const read = alternativeClass(underlier, classes.get(underlier) ?? [], context);
    failures.push(...read.failures);
    if (read.class === null) return [];
    // Without a rate the amounts stated in dollars cannot bind; the positions say so.
    if (dollar === null)
      for (const { positions } of read.class.lines)
        for (const { id } of positions)
          failures.push({
            reason: 'NO_RATE',
            positionId: id,
            message: 'Least charges are stated in US dollars and the run has no rate for them: none is counted.',
          });
    return [
      classNode(underlier, read.class, `${set.path}/${slug(underlier)}`, dollar ?? ZERO, context.currency, contributions, standalone),
    ];
  });
  const node = buildSum({
    path: set.path,
    label: set.label,
    level: 'netting-set',
    formula: 'alternative.account: sum of the underliers',
    citations: [RULE],
    assumptions: [
      'The percentage of every underlier is that of (J). Only (b)(2)(iii) was read; how positions are to be paired is taken to be the choice of the dealer, and the cheapest way is found.',
      'Long and short positions of one series, and in the underlier, are netted first. Part of a contract may be paired.',
    ],
    failures: groupFailures(failures),
    children,
  });
  return { node, contributions, standalone };
}

function classNode(
  underlier: string,
  { price, lines }: AlternativeClass,
  path: string,
  dollar: Decimal,
  currency: string,
  contributions: Map<string, Decimal>,
  standalone: Map<string, Decimal>,
) {
  const open = lines.filter(({ units }) => !units.isZero());
  const strategies = pairAlternatives(open, price.value, dollar);
  for (const line of lines) {
    for (const id of line.netted) for (const map of [contributions, standalone]) addShare(map, id, ZERO);
    for (const { id, units } of line.positions) {
      addShare(contributions, id, ZERO);
      addShare(standalone, id, aloneRate(line, price.value, dollar).rate.times(units));
    }
  }
  const children = strategies.map((strategy) => {
    const amount = strategy.rate.times(strategy.units);
    share(strategy, amount, open, price.value, dollar, contributions);
    const members = strategy.lines.flatMap((at) => open[at] ?? []);
    return buildNode({
      path: `${path}/${slug(members.map(({ label, long }) => `${long ? 'long' : 'short'} ${label}`).join(' + '))}`,
      label: members.map(({ label, long }) => `${long ? 'long' : 'short'} ${label}`).join(' and '),
      level: strategy.lines.length === 1 ? 'position' : 'pair',
      amount,
      formula: 'alternative.strategy: units × charge for one unit',
      citations: [strategy.paragraph === '' ? (OTHER_SECURITIES_FIGURE.citation ?? RULE) : appendixA(strategy.paragraph)],
      parameters: [
        OTHER_SECURITIES_FIGURE,
        ...(strategy.paragraph === '' ? [] : Object.values(ALTERNATIVE_FIGURES).map(({ reference }) => reference)),
      ],
      inputs: [numberInput('units of the underlier', strategy.units, 'units'), numberInput('charge for one unit', strategy.rate, currency)],
    });
  });
  return buildSum({
    path,
    label: underlier,
    level: 'class',
    formula: 'alternative.cheapest: sum of the cheapest strategies',
    citations: [RULE],
    inputs: [numberInput(`price of one unit (${price.from})`, price.value, currency)],
    assumptions:
      open.length > MOST_LINES + 1 ? [`More than ${MOST_LINES} series: they were paired in blocks, so a cheaper way may exist.`] : [],
    children,
  });
}

/** A strategy's amount goes to its lines by what each would be charged alone, and within a line by units. */
function share(
  { lines: members, units }: AlternativeStrategy,
  amount: Decimal,
  lines: AlternativeClass['lines'],
  price: Decimal,
  dollar: Decimal,
  contributions: Map<string, Decimal>,
): void {
  const own = members.flatMap((at) => lines[at] ?? []);
  const weights = own.map((line) => aloneRate(line, price, dollar).rate.times(units));
  const parts = allocate(amount, weights.every((weight) => weight.isZero()) ? weights.map(() => ONE) : weights);
  own.forEach((line, i) => {
    const shares = allocate(
      parts[i] ?? ZERO,
      line.positions.map((position) => position.units),
    );
    line.positions.forEach(({ id }, at) => {
      addShare(contributions, id, shares[at] ?? ZERO);
    });
  });
}
