import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import { classifyPortfolio } from '@/lib/margin/classification/classify-portfolio';
import { classifyPosition } from '@/lib/margin/classification/classify-position';
import type { IndexConstituents } from '@/lib/margin/classification/index-constituents';
import { readConstituents } from '@/lib/margin/classification/read-constituents';
import { type Position, PRODUCTS } from '@/lib/margin/portfolio/position';
import { pieces, position } from '@/tests/support/positions-csv';

const small: IndexConstituents = new Map([
  [
    'carriers 8',
    Array.from({ length: 8 }, (_, at) => ({
      name: `C${at}`,
      issuerGroup: null,
      weight: new Decimal('12.5'),
      dailyVolumeUsd: null,
      publicInformation: null,
    })),
  ],
]);

describe('the regime of a position', () => {
  it.each<[string, Partial<Position>, string, string, string | null]>([
    ['a single-name CDS', { product: 'cds_single_name' }, 'sec-non-cleared-sbs', 'single-name-cds', '15 U.S.C. 78c(a)(68)(A)(ii)(III)'],
    [
      'a swap on one share',
      { product: 'equity_swap', underlierType: 'single_name' },
      'sec-non-cleared-sbs',
      'single-security',
      '15 U.S.C. 78c(a)(68)(A)(ii)(II)',
    ],
    [
      'a swap on a loan',
      { product: 'other_swap', underlierType: 'loan' },
      'sec-non-cleared-sbs',
      'single-security',
      '15 U.S.C. 78c(a)(68)(A)(ii)(II)',
    ],
    [
      'an index CDS said to be narrow',
      { product: 'cds_index', underlierType: 'narrow_index' },
      'sec-non-cleared-sbs',
      'stated-narrow-based',
      '15 U.S.C. 78c(a)(68)(A)(ii)(I)',
    ],
    [
      'an index CDS said to be broad',
      { product: 'cds_index', underlierType: 'broad_index' },
      'cftc-uncleared-swaps',
      'stated-broad-based',
      'CEA 1a(35)',
    ],
    ['an index CDS of which nothing is said', { product: 'cds_index', underlier: 'X' }, 'undetermined', 'undetermined', 'CEA 1a(35)'],
    [
      'an equity swap on a tested basket',
      { product: 'equity_swap', underlierType: 'basket', underlier: 'Carriers 8' },
      'sec-non-cleared-sbs',
      'narrow-based-nine',
      'CEA 1a(35)(A)(i)',
    ],
    [
      'an equity swap on an untested basket',
      { product: 'equity_swap', underlierType: 'basket', underlier: 'Y' },
      'undetermined',
      'undetermined',
      'CEA 1a(35)',
    ],
    [
      'an index said to be broad and tested as narrow',
      { product: 'equity_index_swap', underlierType: 'broad_index', underlier: 'CARRIERS 8' },
      'sec-non-cleared-sbs',
      'narrow-based-nine',
      'CEA 1a(35)(A)(i)',
    ],
    ['an interest-rate swap', { product: 'interest_rate_swap' }, 'cftc-uncleared-swaps', 'rates-swap', 'CEA 1a(47)(A)(iii)'],
    ['a swaption', { product: 'swaption' }, 'cftc-uncleared-swaps', 'rates-swap', 'CEA 1a(47)(A)(i)'],
    [
      'a cleared interest-rate swap',
      { product: 'interest_rate_swap', clearedBy: 'CCP' },
      'cleared-swaps',
      'rates-swap',
      'CEA 1a(47)(A)(iii)',
    ],
    [
      'a cleared single-name CDS',
      { product: 'cds_single_name', clearedBy: 'CCP' },
      'undetermined',
      'undetermined',
      '15 U.S.C. 78c(a)(68)(A)(ii)(III)',
    ],
    ['a mixed swap', { product: 'mixed_swap' }, 'mixed-swaps', 'mixed-swap', 'CEA 1a(47)(D)'],
    [
      'a security future',
      { product: 'security_future' },
      'joint-security-futures',
      'security-future',
      '17 CFR 41.45(b)(1); 17 CFR 242.403(b)(1)',
    ],
    [
      'a future on a tested narrow index',
      { product: 'equity_index_future', underlier: 'carriers 8' },
      'joint-security-futures',
      'narrow-based-nine',
      'CEA 1a(35)(A)(i)',
    ],
    [
      'a future on a broad index',
      { product: 'equity_index_future', underlierType: 'broad_index' },
      'futures',
      'stated-broad-based',
      'CEA 1a(35)',
    ],
    ['a Treasury future', { product: 'treasury_future' }, 'futures', 'futures-contract', '17 CFR 39.13(g)'],
    ['an index option', { product: 'index_option' }, 'sec-securities-account', 'securities-option', '12 CFR 220.12(f)'],
    ['a share', { product: 'equity' }, 'sec-securities-account', 'security', '12 CFR 220.12'],
    ['a Treasury', { product: 'treasury' }, 'sec-securities-account', 'government-security', '17 CFR 240.15c3-1(c)(2)(vi)(A)'],
    ['a cleared repo', { product: 'repo', clearedBy: 'CCP' }, 'cleared-treasuries', 'cleared-treasury', null],
    ['a derivative on a digital asset', { product: 'digital_asset_derivative' }, 'undetermined', 'undetermined', null],
    [
      'the same, determined by the firm',
      { product: 'digital_asset_derivative', jurisdiction: 'CFTC' },
      'cftc-uncleared-swaps',
      'firm-determination',
      null,
    ],
    [
      'a CDS cleared in a commingled account, as the firm says',
      { product: 'cds_single_name', clearedBy: 'CCP', jurisdiction: 'JOINT' },
      'commingled-cds',
      'firm-determination',
      null,
    ],
    ['a share that the firm calls a swap of the CFTC', { product: 'equity', jurisdiction: 'CFTC' }, 'undetermined', 'undetermined', null],
    [
      'a single-name CDS on a government',
      { product: 'cds_single_name', underlierType: 'government' },
      'undetermined',
      'undetermined',
      '15 U.S.C. 78c(a)(68)(C)',
    ],
    ['a single-name CDS on an index', { product: 'cds_single_name', underlierType: 'broad_index' }, 'undetermined', 'undetermined', null],
    ['a swap on nothing known', { product: 'other_swap' }, 'undetermined', 'undetermined', null],
  ])('of %s', (_name, changes, regime, test, citation) => {
    expect(classifyPosition(position(changes), small)).toMatchObject({ regime, test, citation });
  });

  it('is decided for every product, with a reason, whatever else is known', () => {
    for (const product of PRODUCTS) {
      for (const jurisdiction of [null, 'CFTC', 'SEC', 'JOINT'] as const) {
        for (const clearedBy of [null, 'CCP']) {
          const { reason, agency, regime } = classifyPosition(position({ product, jurisdiction, clearedBy }));
          expect(reason.length).toBeGreaterThan(10);
          expect(agency === 'none').toBe(regime === 'undetermined');
        }
      }
    }
  });

  it('is counted per regime over a portfolio', () => {
    const positions = [position({ positionId: 'A' }), position({ positionId: 'B', product: 'treasury' }), position({ positionId: 'C' })];
    expect(classifyPortfolio(positions).counts).toEqual([
      { regime: 'cftc-uncleared-swaps', positions: 2 },
      { regime: 'sec-securities-account', positions: 1 },
    ]);
  });
});

describe('a constituents file', () => {
  it('is read by index, and what is wrong is reported with line and column', async () => {
    const text =
      'Index;Component;Weight percent;ADTV USD;Public information\nSmall 10;Alder;60.5;1000000;yes\nSMALL 10;Birch;39.5;;\nSmall 10;Birch;;;\nSmall 10;Cedar;-1;x;maybe\n';
    const { constituents, problems } = await readConstituents(pieces(text));
    expect(constituents.get('small 10')?.map(({ name, publicInformation }) => [name, publicInformation])).toEqual([
      ['Alder', true],
      ['Birch', null],
      ['Birch', null],
    ]);
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [4, 'component', 'duplicate-id'],
      [5, 'weight_percent', 'negative'],
      [5, 'adtv_usd', 'not-a-number'],
      [5, 'public_information', 'not-yes-or-no'],
    ]);
  });
});
