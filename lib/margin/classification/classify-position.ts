import type { Position, UnderlierType } from '../portfolio/position';
import { classifyByDetermination } from './classify-by-determination';
import { type Decided, decide, UNDETERMINED } from './decide';
import { type IndexConstituents, NO_CONSTITUENTS } from './index-constituents';
import { type IndexUse, type NarrowBasedResult, narrowBasedTest } from './narrow-based-test';
import type { Classification } from './regime';

const SWAP = 'CEA 1a(47)(A)(iii)';
const OPTION_SWAP = 'CEA 1a(47)(A)(i)';
const SINGLE = '15 U.S.C. 78c(a)(68)(A)(ii)(II)';
const EVENT = '15 U.S.C. 78c(a)(68)(A)(ii)(III)';
const NARROW = '15 U.S.C. 78c(a)(68)(A)(ii)(I)';
const FX_REASON =
  'A foreign exchange contract belongs to the CFTC; deliverable forwards and swaps are exempt from the definition of swap (77 FR 69694), which the file does not tell apart.';

/**
 * The regime of one position, by product and underlier, and the test that decided it. The firm's own determination (jurisdiction) comes first; then
 * what the product settles; then the narrow-based test over the constituents, and only without them what the file says of the index. Where
 * a needed fact is missing the regime is "undetermined" and the reason names it.
 */
export function classifyPosition(position: Position, constituents: IndexConstituents = NO_CONSTITUENTS): Classification {
  const decided =
    position.jurisdiction === null ? byProduct(position, constituents) : classifyByDetermination(position, position.jurisdiction);
  return { positionId: position.positionId, ...decided };
}

function byProduct(position: Position, constituents: IndexConstituents): Decided {
  const cleared = position.clearedBy !== null;
  switch (position.product) {
    case 'cds_single_name':
      return singleNameCds(position, cleared);
    case 'cds_index':
      return index(position, constituents, 'credit-default-swap', (narrow, test) => swapRegime(narrow ? 'SEC' : 'CFTC', cleared, test));
    case 'equity_index_swap':
      return index(position, constituents, 'securities', (narrow, test) => swapRegime(narrow ? 'SEC' : 'CFTC', cleared, test));
    case 'equity_swap':
      return equitySwap(position, constituents, cleared);
    case 'interest_rate_swap':
    case 'cross_currency_swap':
    case 'inflation_swap':
      return swapRegime('CFTC', cleared, {
        test: 'rates-swap',
        reason: 'A swap on rates or currencies is a swap of the CFTC.',
        citation: SWAP,
      });
    case 'swaption':
      return swapRegime('CFTC', cleared, {
        test: 'rates-swap',
        reason: 'An option on a swap of rates is a swap of the CFTC.',
        citation: OPTION_SWAP,
      });
    case 'fx_forward':
    case 'fx_swap':
      return swapRegime('CFTC', cleared, { test: 'foreign-exchange', reason: FX_REASON, citation: 'CEA 1a(47)(E)' });
    case 'fx_option':
      return swapRegime('CFTC', cleared, {
        test: 'foreign-exchange',
        reason: 'An option on a currency is a swap of the CFTC.',
        citation: OPTION_SWAP,
      });
    case 'commodity_swap':
      return swapRegime('CFTC', cleared, {
        test: 'commodity-swap',
        reason: 'A swap on a commodity is a swap of the CFTC.',
        citation: SWAP,
      });
    case 'mixed_swap':
      return decide(
        'mixed-swaps',
        'mixed-swap',
        'A mixed swap is a security-based swap that also references something else: both agencies.',
        'CEA 1a(47)(D)',
      );
    case 'other_swap':
      return otherSwap(position.underlierType, cleared);
    case 'security_future':
      return decide(
        'joint-security-futures',
        'security-future',
        'Security futures have joint margin rules.',
        '17 CFR 41.45(b)(1); 17 CFR 242.403(b)(1)',
      );
    case 'equity_index_future':
      return index(position, constituents, 'securities', (narrow, test) =>
        decide(narrow ? 'joint-security-futures' : 'futures', test.test, test.reason, test.citation),
      );
    case 'treasury_future':
    case 'interest_rate_future':
    case 'other_future':
    case 'future_option':
      return decide(
        'futures',
        'futures-contract',
        'Futures other than security futures, and options on them, belong to the CFTC.',
        '17 CFR 39.13(g)',
      );
    case 'equity_option':
    case 'index_option':
      return decide(
        'sec-securities-account',
        'securities-option',
        'Listed options on securities and on indexes of securities are held in a securities account.',
        '12 CFR 220.12(f)',
      );
    case 'equity':
    case 'preferred_stock':
    case 'convertible_bond':
    case 'corporate_bond':
    case 'municipal_bond':
    case 'municipal_note':
    case 'canadian_government':
    case 'money_market_fund':
    case 'fund':
    case 'commercial_paper':
    case 'certificate_of_deposit':
      return decide('sec-securities-account', 'security', 'A security is held in a securities account.', '12 CFR 220.12');
    case 'treasury':
    case 'agency_security':
    case 'repo':
      if (cleared)
        return decide('cleared-treasuries', 'cleared-treasury', `A government security or repo cleared by ${position.clearedBy}.`, null);
      return decide(
        'sec-securities-account',
        'government-security',
        'A government or agency security or a repo that is not cleared.',
        '17 CFR 240.15c3-1(c)(2)(vi)(A)',
      );
    case 'digital_asset_derivative':
      return decide(
        'undetermined',
        UNDETERMINED,
        'The regime of a derivative on a digital asset follows what the asset is: state your determination in jurisdiction.',
        null,
      );
  }
}

function singleNameCds(position: Position, cleared: boolean): Decided {
  if (position.underlierType === 'government') {
    const reason =
      'A swap that references an exempted security is no security-based swap, and the file does not say whether this government is one: state jurisdiction.';
    return decide('undetermined', UNDETERMINED, reason, '15 U.S.C. 78c(a)(68)(C)');
  }
  if (isIndex(position.underlierType)) {
    return decide(
      'undetermined',
      UNDETERMINED,
      'The product is a single-name CDS and underlier_type says index: correct one of them.',
      null,
    );
  }
  return swapRegime('SEC', cleared, { test: 'single-name-cds', reason: 'A CDS on one issuer is a security-based swap.', citation: EVENT });
}

function equitySwap(position: Position, constituents: IndexConstituents, cleared: boolean): Decided {
  const type = position.underlierType;
  if (type === 'basket' || isIndex(type)) {
    return index(position, constituents, 'securities', (narrow, test) => swapRegime(narrow ? 'SEC' : 'CFTC', cleared, test));
  }
  if (type === null || type === 'single_name') {
    return swapRegime('SEC', cleared, {
      test: 'single-security',
      reason: 'A swap on one security is a security-based swap.',
      citation: SINGLE,
    });
  }
  return decide('undetermined', UNDETERMINED, `The product is an equity swap and underlier_type says ${type}: correct one of them.`, null);
}

function otherSwap(type: UnderlierType | null, cleared: boolean): Decided {
  const test = (name: string, citation: string) => ({ test: name, reason: `underlier_type says ${type}.`, citation });
  if (type === 'single_name' || type === 'loan') return swapRegime('SEC', cleared, test('single-security', SINGLE));
  if (type === 'narrow_index') return swapRegime('SEC', cleared, test('stated-narrow-based', NARROW));
  if (type === 'rate' || type === 'currency' || type === 'commodity' || type === 'broad_index')
    return swapRegime('CFTC', cleared, test('other-swap', SWAP));
  return decide('undetermined', UNDETERMINED, 'What the swap references is not known: fill underlier_type, or state jurisdiction.', null);
}

function index(
  position: Position,
  constituents: IndexConstituents,
  use: IndexUse,
  decideOn: (narrow: boolean, test: Test) => Decided,
): Decided {
  const name = position.underlier;
  const components = name === null ? undefined : constituents.get(name.toLowerCase());
  const tested = components === undefined ? null : narrowBasedTest(components, use);
  if (tested !== null && tested.outcome !== 'undetermined') return decideOn(tested.outcome === 'narrow', tested);
  const stated = position.underlierType;
  const doubt = tested === null ? 'no constituents of it were given' : tested.reason;
  if (stated === 'narrow_index') {
    return decideOn(true, {
      test: 'stated-narrow-based',
      reason: `underlier_type says that the index is narrow-based; not tested: ${doubt}`,
      citation: NARROW,
    });
  }
  if (stated === 'broad_index') {
    return decideOn(false, {
      test: 'stated-broad-based',
      reason: `underlier_type says that the index is broad-based; not tested: ${doubt}`,
      citation: 'CEA 1a(35)',
    });
  }
  const reason = `Whether ${name ?? 'the index'} is narrow-based is not known: ${doubt}`;
  return decide(
    'undetermined',
    UNDETERMINED,
    `${reason}${tested === null ? '; give its constituents or fill underlier_type.' : ''}`,
    tested?.citation ?? 'CEA 1a(35)',
  );
}

type Test = Pick<NarrowBasedResult, 'test' | 'reason' | 'citation'>;

/** A swap's regime from the agency whose it is and whether it is cleared. */
function swapRegime(agency: 'CFTC' | 'SEC', cleared: boolean, test: Test): Decided {
  if (agency === 'CFTC') return decide(cleared ? 'cleared-swaps' : 'cftc-uncleared-swaps', test.test, test.reason, test.citation);
  if (!cleared) return decide('sec-non-cleared-sbs', test.test, test.reason, test.citation);
  const reason = `${test.reason} It is cleared: whether it is held with swaps under the commingling orders (jurisdiction JOINT) or in a securities account (SEC) is for you to state.`;
  return decide('undetermined', UNDETERMINED, reason, test.citation);
}

function isIndex(type: UnderlierType | null): boolean {
  return type === 'narrow_index' || type === 'broad_index';
}
