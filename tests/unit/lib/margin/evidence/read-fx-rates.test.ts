import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import { readFxRates } from '@/lib/margin/evidence/read-fx-rates';
import { usdRates } from '@/lib/margin/evidence/usd-rates';
import { pieces } from '@/tests/support/positions-csv';

const read = (text: string, options: Parameters<typeof readFxRates>[1] = {}) => readFxRates(pieces(text), options);
const plain = (rates: ReadonlyMap<string, Decimal>) =>
  Object.fromEntries([...rates].map(([currency, rate]) => [currency, rate.toString()]));

describe('a file of FX rates', () => {
  it('is read, its base USD unless a column or the option says otherwise', async () => {
    expect(await read('currency,rate\nEUR,1.0842\njpy,0.0067\nUSD,1\n')).toMatchObject({ rates: { base: 'USD' }, problems: [] });
    const { rates, problems } = await read('Currency;Rate;Base\nUSD;0.9223;EUR\n');
    expect([rates.base, plain(rates.rates), problems]).toEqual(['EUR', { USD: '0.9223' }, []]);
    expect((await read('currency,rate\nUSD,0.9\n', { base: 'EUR' })).rates.base).toBe('EUR');
  });

  it.each([
    ['EURO,1', 'not-a-currency currency 2'],
    ['EUR,1.0e1', 'not-a-number rate 2'],
    ['EUR,', 'not-a-number rate 2'],
    ['EUR,0', 'not-positive rate 2'],
    ['EUR,-1', 'not-positive rate 2'],
    ['EUR,1\nEUR,1', 'duplicate-currency currency 3'],
    ['USD,2', 'base-not-one rate 2'],
    ['EUR', 'cell-count rate 2'],
  ])('with the row %j is refused: %s', async (rows, expected) => {
    const { problems } = await read(`currency,rate\n${rows}\n`);
    expect(problems.map(({ code, column, line }) => `${code} ${column} ${line}`)).toEqual([expected]);
  });

  it('has one base', async () => {
    const { problems } = await read('currency,rate,base\nEUR,1.1,USD\nGBP,1.2,EUR\n');
    expect(problems).toMatchObject([{ code: 'two-bases', line: 3, column: 'base', value: 'EUR' }]);
  });

  it('without its columns is refused', async () => {
    expect((await read('currency\nEUR\n')).problems).toMatchObject([{ severity: 'error', code: 'missing-column', column: 'rate' }]);
  });
});

describe('dollars for one unit', () => {
  it('go across another base', () => {
    const rates = {
      base: 'EUR',
      rates: new Map([
        ['USD', new Decimal('0.8')],
        ['GBP', new Decimal('1.2')],
      ]),
    };
    expect(plain(usdRates(rates))).toEqual({ USD: '1', EUR: '1.25', GBP: '1.5' });
  });

  it('are the rates themselves where the base is USD, and none where nothing leads to USD', () => {
    expect(plain(usdRates({ base: 'USD', rates: new Map([['EUR', new Decimal('1.25')]]) }))).toEqual({ USD: '1', EUR: '1.25' });
    expect(plain(usdRates({ base: 'EUR', rates: new Map([['GBP', new Decimal('1.2')]]) }))).toEqual({ USD: '1' });
    expect(plain(usdRates(null))).toEqual({ USD: '1' });
  });
});
