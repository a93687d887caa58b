import { type Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import type { Regime } from '../../classification/regime';
import { ExternalIndex, knownRegime } from '../../evidence/external-index';
import type { ExternalRequirement } from '../../evidence/external-requirement';
import { pnlRate } from '../../evidence/pnl-rate';
import type { NettingKey } from '../../frameworks/framework';
import { allocate } from '../allocate';
import { buildNode, buildSum, numberInput } from '../build-node';
import { groupFailures, type PositionFailure } from '../group-failures';
import {
  type MarginMethod,
  type MethodContext,
  type MethodParameter,
  type NettingSet,
  parameterValue,
  type ResolvedPosition,
} from '../method';

const SHARED_BY: MethodParameter = {
  kind: 'choice',
  name: 'sharedBy',
  allowed: ['notional', 'market-value'],
  meaning: 'What an amount is shared among its positions by; positions that lack it are measured by the other.',
};

const ASSUMPTIONS = [
  'The amounts were given, not computed: another party charged them, and they cannot be derived from the positions here.',
  'An amount covers every position of the netting set that its entry names; parts that the entry leaves out are not compared.',
  'The share of a position is a convention, not a rule: nothing says what a position adds to a given amount.',
];

/** Amounts that a clearing house, an exchange or another party charged for a netting set. */
export const EXTERNAL_METHOD: MarginMethod = {
  id: 'external',
  label: 'Given amounts',
  citations: [],
  nettingKey: ['counterparty', 'nettingAgreement', 'account', 'clearedBy'],
  attribution: 'A given amount is shared among the positions that it covers in proportion to notional or market value.',
  parameters: [SHARED_BY],
  table: [],
  compute(set, parameters, context) {
    const by = parameterValue(SHARED_BY, parameters) === 'market-value' ? 'market-value' : 'notional';
    const positions = [...set.positions].sort((a, b) => (a.position.positionId < b.position.positionId ? -1 : 1));
    const { entries, failures } = entriesOf(positions, set, context);
    const contributions = new Map<string, Decimal>();
    const children = entries.flatMap(({ entry, members }, i) => {
      const amount = amountIn(entry, members, context);
      if (amount === null) {
        failures.push(
          ...members.map(({ position }) => ({
            reason: 'NO_RATE' as const,
            positionId: position.positionId,
            message: `The amount of line ${entry.line} is in ${entry.currency}, and there is no rate from it to ${context.currency}.`,
          })),
        );
        return [];
      }
      const shares = allocate(amount, weightsOf(members, by));
      members.forEach(({ position: { positionId } }, at) => {
        contributions.set(positionId, sumDecimals([contributions.get(positionId) ?? ZERO, shares[at] ?? ZERO]));
      });
      return [entryNode(entry, amount, `${set.path}/${i + 1}`, members.length, context)];
    });
    const node = buildSum({
      path: set.path,
      label: set.label,
      level: 'netting-set',
      formula: 'external.given: sum of the amounts given for the netting set',
      assumptions: ASSUMPTIONS,
      failures: groupFailures(failures.filter(({ positionId }) => !contributions.has(positionId))),
      children,
    });
    return { node, contributions, standalone: contributions };
  },
};

const WORDS: Readonly<Record<NettingKey, string>> = {
  counterparty: 'counterparty',
  nettingAgreement: 'netting agreement',
  account: 'account',
  clearedBy: 'clearing house',
};

interface Covering {
  readonly entry: ExternalRequirement;
  readonly members: readonly ResolvedPosition[];
}

/** The entries of the set in order of the file, each with the positions that it covers, and why other positions have no amount. */
function entriesOf(
  positions: readonly ResolvedPosition[],
  set: NettingSet,
  { evidence, classifications }: MethodContext,
): { readonly entries: readonly Covering[]; readonly failures: PositionFailure[] } {
  const index = indexOf(evidence.external);
  const failures: PositionFailure[] = [];
  const covered = new Map<ExternalRequirement, ResolvedPosition[]>();
  for (const resolved of positions) {
    const { position } = resolved;
    const regime = knownRegime(position, classifications);
    const found = index.find(position, regime);
    const problem = problemOf(found, position, regime, set);
    if (problem) failures.push({ ...problem, positionId: position.positionId });
    else
      for (const entry of found) {
        const members = covered.get(entry);
        if (members) members.push(resolved);
        else covered.set(entry, [resolved]);
      }
  }
  const entries = [...covered].map(([entry, members]) => ({ entry, members })).sort((a, b) => a.entry.line - b.entry.line);
  return { entries, failures };
}

function problemOf(
  found: readonly ExternalRequirement[],
  position: ResolvedPosition['position'],
  regime: Regime | null,
  set: NettingSet,
): Omit<PositionFailure, 'positionId'> | null {
  const name = nameOf(position, regime);
  if (found.length === 0) return { reason: 'MISSING_DATA', message: `No amount was given for the netting set ${name}.` };
  if (new Set(found.map((entry) => entry.regime)).size > 1)
    return {
      reason: 'UNDETERMINED',
      message: `Amounts under several regimes were given for the netting set ${name}, and the regime of the position is not known.`,
    };
  for (const entry of found) {
    const part = set.key?.find((key) => entry[key] === null && position[key] !== null);
    if (part !== undefined)
      return {
        reason: 'INVALID',
        message: `The amount of line ${entry.line} is for more than the netting set ${name}: it names no ${WORDS[part]}, and would be counted in each.`,
      };
  }
  return null;
}

/** One index for each list of given amounts, which never changes. */
const INDEXES = new WeakMap<readonly ExternalRequirement[], ExternalIndex>();

function indexOf(entries: readonly ExternalRequirement[]): ExternalIndex {
  const index = INDEXES.get(entries) ?? new ExternalIndex(entries);
  INDEXES.set(entries, index);
  return index;
}

function nameOf({ counterparty, nettingAgreement, account, clearedBy }: ResolvedPosition['position'], regime: Regime | null): string {
  const parts = [counterparty, nettingAgreement, account, clearedBy].filter((part) => part !== null).join(' · ') || 'without names';
  return regime === null ? parts : `${parts} under ${regime}`;
}

function amountIn(entry: ExternalRequirement, members: readonly ResolvedPosition[], { currency, evidence }: MethodContext): Decimal | null {
  const sameCurrency = members.find(({ position }) => position.currency === entry.currency)?.position ?? null;
  const rate = pnlRate(entry.currency, currency, evidence.rates, sameCurrency);
  return rate === null ? null : entry.amount.times(rate);
}

/** Sizes that the shares follow; where no position has either, all count alike. */
function weightsOf(members: readonly ResolvedPosition[], by: 'notional' | 'market-value'): Decimal[] {
  const weights = members.map(({ notional, marketValue }) => {
    const [first, second] = by === 'notional' ? [notional, marketValue] : [marketValue, notional];
    return (first ?? second ?? ZERO).abs();
  });
  return weights.every((weight) => weight.isZero()) ? weights.map(() => ZERO.plus(1)) : weights;
}

function entryNode(entry: ExternalRequirement, amount: Decimal, path: string, positions: number, { currency, side }: MethodContext) {
  return buildNode({
    path,
    label: entry.source,
    level: 'class',
    amount,
    formula: entry.currency === currency ? 'external.amount: as given' : 'external.amount: as given × rate',
    inputs: [
      numberInput('amount given', entry.amount, entry.currency),
      { name: 'source', value: entry.source },
      { name: 'line of the file', value: String(entry.line) },
      { name: 'regime', value: entry.regime },
      { name: 'positions covered', value: String(positions) },
      { name: 'side of the run', value: side },
    ],
  });
}
