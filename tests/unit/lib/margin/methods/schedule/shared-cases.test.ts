import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import { marginTrades } from '@/lib/margin/methods/schedule/margin-trades';
import type { ScheduleAssetClass, ScheduleTrade } from '@/lib/margin/methods/schedule/schedule-trade';
import type { CrifRow } from '@/lib/margin/portfolio/crif-row';
import { crifToScheduleTrades } from '@/lib/margin/portfolio/crif-to-schedule-trades';
import { readCrif } from '@/lib/margin/portfolio/read-crif';

const SHARED = process.env.MARGINALIA_SHARED ?? resolve(import.meta.dirname, '../../../../../../../shared');
const FOLDER = resolve(SHARED, 'cases/margin');
const present = existsSync(resolve(FOLDER, 'schedule-im.json'));
if (!present) console.warn(`Published schedule cases are not run: there is no ${FOLDER}.`);

type Row = Readonly<Record<string, string>>;
interface ScheduleCase {
  readonly id: string;
  readonly asof?: string;
  readonly crif: readonly Row[];
  readonly expected?: { readonly im?: string; readonly collect?: string; readonly post?: string };
  readonly expectedPortfolio?: readonly Row[];
  readonly expectedTrades?: readonly Row[];
}

const load = (name: string) => JSON.parse(readFileSync(resolve(FOLDER, name), 'utf8'));
const cases: readonly ScheduleCase[] = present ? load('schedule-im.json').cases : [];

function csvOf(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (text = '') => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [names.join(','), ...rows.map((row) => names.map((name) => cell(row[name])).join(','))].join('\n');
}

async function tradesOf(rows: readonly Row[]): Promise<readonly ScheduleTrade[]> {
  const read: CrifRow[] = [];
  async function* source() {
    yield new TextEncoder().encode(csvOf(rows));
  }
  for await (const batch of readCrif(source())) {
    expect(batch.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    read.push(...batch.rows);
  }
  const { trades, problems } = crifToScheduleTrades(read);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return trades;
}

const asOfOf = ({ asof, crif }: ScheduleCase) => asof ?? crif[0]?.ValuationDate ?? '';
const cents = (amount: Decimal | undefined) => amount?.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2);

describe.skipIf(!present)(`published schedule cases (${cases.length})`, () => {
  it.each(cases.filter(({ expected }) => expected).map((item) => [item.id, item] as const))('%s', async (_, item) => {
    const trades = await tradesOf(item.crif);
    const total = (side: 'collect' | 'post') =>
      marginTrades(trades, { asOf: asOfOf(item), currency: 'USD', side })
        .amount.toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
        .toString();
    const { im, collect = im, post } = item.expected ?? {};
    expect(total('collect')).toBe(collect);
    // Published with a minus sign by the publisher's convention for what is paid.
    if (post !== undefined) expect(total('post')).toBe(post.replace('-', ''));
  });

  it.each(cases.filter(({ expectedPortfolio }) => expectedPortfolio).map((item) => [item.id, item] as const))(
    '%s: trades, gross margin, ratio and requirement on both sides',
    async (_, item) => {
      const trades = await tradesOf(item.crif);
      for (const row of item.expectedPortfolio ?? []) {
        if (row.ProductClass !== 'All' || row.Portfolio === 'All') continue;
        const side = row.Side === 'Call' ? 'collect' : 'post';
        const [set] = marginTrades(trades, { asOf: asOfOf(item), currency: 'USD', side }).children;
        const value = (start: string) => new Decimal(set?.inputs.find(({ name }) => name.startsWith(start))?.value ?? 'NaN');
        expect(cents(set?.amount)).toBe(row.ScheduleIM);
        expect(cents(value('G,'))).toBe(row.GrossIM);
        expect(cents(value('gross current'))).toBe(row.GrossCurrentRC?.replace('-', ''));
        expect(value('NGR').toFixed(6)).toBe(row.NetToGrossRatio);
        if (side === 'collect') expect(cents(value('net current'))).toBe(row.NetCurrentRC);
      }
      const [set] = marginTrades(trades, { asOf: asOfOf(item), currency: 'USD', side: 'collect' }).children;
      const leaves = new Map(set?.children.flatMap((node) => node.children).map((node) => [node.label, node]));
      expect(leaves.size).toBe(item.expectedTrades?.length);
      for (const row of item.expectedTrades ?? []) expect(cents(leaves.get(row.TradeId ?? '')?.amount)).toBe(row['GrossIM(Base)']);
    },
  );
});

const mixed = present ? load('mixed-simm2.1-schedule-pledgor.json') : null;
const MIXED_CLASS: Readonly<Record<string, ScheduleAssetClass>> = {
  Commodity: 'commodity',
  Credit: 'credit',
  Equity: 'equity',
  Fx: 'fx',
  Rates: 'interest-rate',
  Other: 'other',
};

/** The publisher's as-of date is implied by its end dates. */
const MIXED_AS_OF = '2019-07-04';

function mixedRows() {
  const amountOf = (row: Row) => {
    const [amount, rate] = row.AmountUSD ? [row.AmountUSD, '1'] : [row.Amount ?? '', mixed.fxRatesUSDto[row.AmountCurrency ?? '']];
    return new Decimal(amount.replaceAll(',', '')).div(rate);
  };
  return (mixed.crif as Row[])
    .filter((row) => row.IMModel === 'Schedule')
    .map((row) => ({ ...row, usd: amountOf(row) }) as Row & { usd: Decimal });
}

describe.skipIf(!present)('the published mixed portfolio, pledgor (post) side', () => {
  const expectedOf = (name: string): string => mixed.expectedTree.find((row: [number, string, string]) => row[1] === name)[2];
  const sum = (values: Decimal[]) => values.reduce((a, b) => a.plus(b), new Decimal(0));
  const options = { asOf: MIXED_AS_OF, currency: 'USD', side: 'post' } as const;

  it.each(Object.keys(MIXED_CLASS))('%s as a netting set of its own', (productClass) => {
    const rows = mixedRows().filter((row) => row.ProductClass === productClass);
    const ids = [...new Set(rows.map((row) => row.TradeID ?? ''))];
    const trades = ids.map((tradeId): ScheduleTrade => {
      const own = rows.filter((row) => row.TradeID === tradeId);
      const amounts = (riskType: string) => own.filter((row) => row.RiskType === riskType).map((row) => row.usd);
      return {
        tradeId,
        nettingSet: 'Global',
        assetClass: MIXED_CLASS[productClass]!,
        notional: sum(amounts('Notional')).abs(),
        presentValue: sum(amounts('PV')),
        endDate: own[0]?.EndDate ?? null,
        durationYears: null,
        positionIds: [tradeId],
      };
    });
    expect(cents(marginTrades(trades, options).amount)).toBe(expectedOf(`Product ${productClass}`));
  });

  it('the whole, where the publisher takes every row as a trade of its own', () => {
    const trades = mixedRows().map((row, i): ScheduleTrade => {
      const notional = row.RiskType === 'Notional' ? row.usd.abs() : new Decimal(0);
      return {
        tradeId: `${row.TradeID}-${i}`,
        nettingSet: 'Global',
        assetClass: MIXED_CLASS[row.ProductClass ?? '']!,
        notional,
        presentValue: row.RiskType === 'PV' ? row.usd : new Decimal(0),
        endDate: row.EndDate ?? null,
        durationYears: null,
        positionIds: [`${row.TradeID}-${i}`],
      };
    });
    expect(cents(marginTrades(trades, options).amount)).toBe(expectedOf('Model Schedule'));
  });
});
