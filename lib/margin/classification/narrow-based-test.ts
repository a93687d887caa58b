import { Decimal, sumDecimals } from '@/lib/core/decimal';
import type { IndexComponent } from './index-constituents';

/** What the test says of an index; "undetermined" names what is missing. `test` and `citation` are of the step that decided. */
export interface NarrowBasedResult {
  readonly outcome: 'narrow' | 'broad' | 'undetermined';
  readonly test: string;
  readonly reason: string;
  readonly citation: string | null;
}

/** A credit default swap on an index is tested on issuers and public information, everything else on securities and trading volume. */
export type IndexUse = 'securities' | 'credit-default-swap';

const FEW = 9;
const ONE = new Decimal(30);
const FIVE = new Decimal(60);
const QUARTER = new Decimal(25);
const VOLUME = new Decimal(50_000_000);
const VOLUME_OF_MANY = new Decimal(30_000_000);
const MANY = 15;
const WEIGHT_TOLERANCE = new Decimal('0.5');

/**
 * Narrow-based or not: nine or fewer components; one above 30 percent; the five highest above 60 percent; and, for securities, a lowest-weighted quarter
 * that trades under $50 million a day ($30 million with 15 or more components): 7 U.S.C. 1a(35)(A)(i)-(iv). For an index CDS affiliated
 * issuers count once, 17 CFR 240.3a68-1a(a)(1), and instead of volume public information on the issuers must be available.
 * The exclusions of 1a(35)(B) and the transition periods are the user's to determine.
 */
export function narrowBasedTest(components: readonly IndexComponent[], use: IndexUse): NarrowBasedResult {
  const members = use === 'credit-default-swap' ? byIssuer(components) : components;
  const cds = use === 'credit-default-swap';
  const paragraph = (step: string) => (cds ? `17 CFR 240.3a68-1a(a)(1)(${step})` : `CEA 1a(35)(A)(${step})`);
  if (members.length === 0) return undetermined('narrow-based-components', 'The list of components is empty.', paragraph('i'));
  if (members.length <= FEW) {
    const what = cds ? 'non-affiliated issuers' : 'components';
    return narrow('narrow-based-nine', `The index has ${members.length} ${what}, nine or fewer.`, paragraph('i'));
  }
  const weights = members.map(({ weight }) => weight).filter((weight) => weight !== null);
  if (weights.length < members.length) {
    const missing = members.length - weights.length;
    return undetermined('narrow-based-weights', `The weight of ${missing} of ${members.length} components is not known.`, paragraph('ii'));
  }
  const total = sumDecimals(weights);
  if (total.minus(100).abs().greaterThan(WEIGHT_TOLERANCE)) {
    return undetermined('narrow-based-weights', `The weights add up to ${total.toString()} percent, not to 100.`, paragraph('ii'));
  }
  const falling = [...weights].sort((a, b) => b.comparedTo(a));
  const highest = falling[0] ?? new Decimal(0);
  if (highest.greaterThan(ONE)) {
    return narrow(
      'narrow-based-weight-30',
      `One component makes up ${highest.toString()} percent of the index, more than 30.`,
      paragraph('ii'),
    );
  }
  const five = sumDecimals(falling.slice(0, 5));
  if (five.greaterThan(FIVE)) {
    return narrow(
      'narrow-based-five-60',
      `The five highest-weighted components make up ${five.toString()} percent, more than 60.`,
      paragraph('iii'),
    );
  }
  return cds ? informationTest(members) : volumeTest(members);
}

function volumeTest(members: readonly IndexComponent[]): NarrowBasedResult {
  const citation = 'CEA 1a(35)(A)(iv)';
  const threshold = members.length >= MANY ? VOLUME_OF_MANY : VOLUME;
  const missing = members.filter(({ dailyVolumeUsd }) => dailyVolumeUsd === null).length;
  if (missing > 0)
    return undetermined(
      'narrow-based-volume',
      `The average daily trading volume of ${missing} of ${members.length} components is not known.`,
      citation,
    );
  const { within, crossing } = lowestQuarter(members);
  const volume = (part: readonly IndexComponent[]) => sumDecimals(part.map(({ dailyVolumeUsd }) => dailyVolumeUsd ?? new Decimal(0)));
  const least = volume(within);
  const most = volume(crossing === null ? within : [...within, crossing]);
  const limit = `$${threshold.div(1_000_000).toString()} million`;
  if (most.lessThan(threshold)) {
    return narrow('narrow-based-volume', `The lowest-weighted quarter of the index trades under ${limit} a day.`, citation);
  }
  if (least.greaterThanOrEqualTo(threshold)) {
    return {
      outcome: 'broad',
      test: 'broad-based',
      reason: `None of the four tests makes the index narrow-based; its lowest-weighted quarter trades ${limit} a day or more.`,
      citation: 'CEA 1a(35)(A)',
    };
  }
  return undetermined(
    'narrow-based-volume',
    `The lowest-weighted quarter trades under ${limit} a day only without the component that crosses 25 percent; which reading applies is not determined here.`,
    citation,
  );
}

/** Lowest weights first, equal weights by rising volume (1a(35)(A)(iv)), as many as stay within 25 percent; and the one that would cross it. */
function lowestQuarter(members: readonly IndexComponent[]): { within: IndexComponent[]; crossing: IndexComponent | null } {
  const zero = new Decimal(0);
  const rising = [...members].sort(
    (a, b) => (a.weight ?? zero).comparedTo(b.weight ?? zero) || (a.dailyVolumeUsd ?? zero).comparedTo(b.dailyVolumeUsd ?? zero),
  );
  const within: IndexComponent[] = [];
  let weight: Decimal = zero;
  for (const member of rising) {
    const next = weight.plus(member.weight ?? zero);
    if (next.greaterThan(QUARTER)) return { within, crossing: weight.equals(QUARTER) ? null : member };
    within.push(member);
    weight = next;
  }
  return { within, crossing: null };
}

function informationTest(members: readonly IndexComponent[]): NarrowBasedResult {
  const citation = '17 CFR 240.3a68-1a(a)(1)';
  const open = members.filter(({ publicInformation }) => publicInformation !== true).length;
  if (open === 0) {
    const reason =
      'More than nine non-affiliated issuers, none above 30 percent, the five highest at most 60, and public information on all of them: not narrow-based.';
    return { outcome: 'broad', test: 'broad-based', reason, citation };
  }
  return undetermined(
    'narrow-based-information',
    `Whether public information on ${open} of ${members.length} issuers is available is not stated.`,
    citation,
  );
}

/** Affiliated issuers as one, with their weights added; what is unknown of one is unknown of the group. */
function byIssuer(components: readonly IndexComponent[]): IndexComponent[] {
  const groups = new Map<string, IndexComponent>();
  for (const component of components) {
    const key = component.issuerGroup ?? `component ${component.name}`;
    const before = groups.get(key);
    if (before === undefined) {
      groups.set(key, component);
      continue;
    }
    groups.set(key, {
      ...before,
      weight: before.weight === null || component.weight === null ? null : before.weight.plus(component.weight),
      publicInformation: before.publicInformation === true && component.publicInformation === true ? true : null,
    });
  }
  return [...groups.values()];
}

function narrow(test: string, reason: string, citation: string): NarrowBasedResult {
  return { outcome: 'narrow', test, reason, citation };
}

function undetermined(test: string, reason: string, citation: string): NarrowBasedResult {
  return { outcome: 'undetermined', test, reason, citation };
}
