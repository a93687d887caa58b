import { describe, expect, it } from 'vitest';
import { failuresOf } from '@/lib/margin/methods/group-failures';
import { netCrif } from '@/lib/margin/methods/simm/net-crif';
import { simmMargin } from '@/lib/margin/methods/simm/simm-margin';
import { pieces } from '@/tests/support/positions-csv';
import { syntheticPack } from '@/tests/support/synthetic-simm-pack';

const HEADER =
  'TradeID,PortfolioID,ValuationDate,IMModel,ProductClass,RiskType,Qualifier,Bucket,Label1,Label2,Amount,AmountCurrency,AmountUSD,CollectRegulations';

/** The margin of the rows with every weight 2, and all that is said about them. */
async function margin(rows: readonly string[], { header = HEADER, version = syntheticPack(), regulation = 'worst' } = {}) {
  const { netting, problems } = await netCrif(pieces([header, ...rows].join('\n')), 'collect');
  const request = { horizon: '10d', calculationCurrency: 'USD', resultCurrency: 'USD', regulation, rates: new Map() } as const;
  const result = simmMargin(netting, version, request);
  if (!result.ok) throw new Error(result.failures.join());
  return {
    total: result.value.total.toString(),
    said: [...problems.map(({ severity, code }) => `${severity} ${code}`), ...result.value.warnings],
    failures: failuresOf(result.value.tree).map(({ message }) => message),
  };
}
const equity = (qualifier: string, bucket: string, rest = ',,5,USD,5,') => `t,P,,SIMM,Equity,Risk_Equity,${qualifier},${bucket},${rest}`;

describe('errors seen in CRIF files in practice', () => {
  it('other spellings of headers, dates with slashes, blank amounts and thousands separators are read, with a warning', async () => {
    const header =
      'trade_id\tportfolio_id\tvaluation_date\tproduct_class\trisk_type\tqualifier\tbucket\tamount\tamount_currency\tamount_usd';
    const { total, said } = await margin(['t\tP\t30/06/2026\tEquity\tRisk_Equity\tISIN:1\t1\t\t\t"1,000.50"'], { header });
    expect(total).toBe('2001');
    expect(said).toEqual(['warning grouped-amount', 'warning slashed-date']);
  });

  it.each(['"[""CFTC"", ""SEC-unseg""]"', '"[CFTC,SEC-unseg]"', '"CFTC , SEC-unseg"'])(
    'regulations as %s are whole tokens',
    async (cell) => {
      const rows = [equity('ISIN:1', '1', `,,5,USD,5,${cell}`)];
      expect((await margin(rows, { regulation: 'SEC' })).total).toBe('0');
      expect((await margin(rows, { regulation: 'SEC-unseg' })).total).toBe('10');
    },
  );

  it.each(['"["""", """"]"', '[ ]', '" "', '""'])('regulations as %s are none', async (cell) => {
    expect((await margin([equity('ISIN:1', '1', `,,5,USD,5,${cell}`)])).total).toBe('10');
  });

  it('labels that should be blank do not split a factor', async () => {
    expect((await margin([equity('ISIN:1', '1', '1y,,5,USD,5,'), equity('ISIN:1', '1', ',x,-5,USD,-5,')])).total).toBe('0');
  });

  it('CNH is CNY, and a pair has no order, which is said', async () => {
    const vol = (pair: string, amount: string) => `t,P,,SIMM,RatesFX,Risk_FXVol,${pair},,1y,,${amount},USD,${amount},`;
    expect(await margin([vol('CNHUSD', '5'), vol('USDCNY', '-5')])).toMatchObject({ total: '0', said: ['CNH counts as CNY.'] });
  });

  it('the version decides the volatility group of a currency, not the bucket of the file, and it is reported', async () => {
    const pack = syntheticPack({ 'InterestRate/RiskWeights/Delta/10d/2|5y': '7' });
    const { total, said } = await margin(['t,P,,SIMM,RatesFX,Risk_IRCurve,JPY,1,5y,OIS,5,USD,5,'], { version: pack });
    expect(total).toBe('35');
    expect(said).toEqual(['JPY is in bucket 2 of version invented, not 1 as the file says; the version decides.']);
  });

  it('one issuer in two buckets is computed in each, and reported', async () => {
    const { said, failures } = await margin([equity('ISIN:1', '1'), equity('ISIN:1', '2')]);
    expect(said).toEqual(['ISIN:1 stands in two buckets of Equity; each is computed on its own.']);
    expect(failures).toEqual([]);
  });

  it('issuers need no prefix, and one without a bucket is in the residual bucket, which is said', async () => {
    const { total, said } = await margin([equity('Acme', '1'), equity('Unknown', '')]);
    // the residual bucket is added, not correlated
    expect(total).toBe('20');
    expect(said).toEqual(['A row without a bucket counts in the residual bucket.']);
  });

  it('a multiplier below 1 is refused and named; the rest is computed', async () => {
    const multiplier = 'm,P,,SIMM,,Param_ProductClassMultiplier,Equity,,,,0.5,,,';
    const { total, failures } = await margin([equity('ISIN:1', '1'), multiplier]);
    expect([total, failures]).toEqual(['10', ['The multiplier of Equity is 0.5; a multiplier is at least 1, so none is taken.']]);
  });

  it('a product class on a row of Param_ is passed over, with a warning', async () => {
    const { total, said } = await margin([equity('ISIN:1', '1'), 'm,P,,SIMM,Equity,Param_ProductClassMultiplier,Equity,,,,1.5,,,']);
    expect([total, said]).toEqual(['15', ['warning parameter-class']]);
  });

  it('multipliers that differ by regulation are each taken for their own', async () => {
    const rows = [
      equity('ISIN:1', '1', ',,5,USD,5,"ESA,CFTC"'),
      'm,P,,SIMM,,Param_ProductClassMultiplier,Equity,,,,1.5,,,ESA',
      'm,P,,SIMM,,Param_ProductClassMultiplier,Equity,,,,2,,,CFTC',
    ];
    expect((await margin(rows, { regulation: 'ESA' })).total).toBe('15');
    expect((await margin(rows)).total).toBe('20');
  });

  it('equal rows add, with a warning', async () => {
    expect(await margin([equity('ISIN:1', '1'), equity('ISIN:1', '1')])).toMatchObject({ total: '20', said: ['warning repeated-row'] });
  });

  it('amounts with exponents are read exactly, and dates as a spreadsheet writes them are refused with their place', async () => {
    expect(await margin([equity('ISIN:1', '1', ',,1.0E3,USD,1.0E3,')])).toMatchObject({
      total: '2000',
      said: ['warning exponent-amount', 'warning exponent-amount'],
    });
    expect((await margin(['t,P,30-Jun-26,SIMM,Equity,Risk_Equity,ISIN:1,1,,,5,USD,5,'])).said).toEqual(['error not-a-date']);
  });

  it('two amounts in dollars that differ: AmountUSD counts, with a warning; of another currency it counts as it stands', async () => {
    expect(await margin([equity('ISIN:1', '1', ',,5,USD,6,')])).toMatchObject({ total: '12', said: ['warning amounts-differ'] });
    expect(await margin([equity('ISIN:1', '1', ',,5,USD,5.00,')])).toMatchObject({ total: '10', said: [] });
    expect(await margin([equity('ISIN:1', '1', ',,5,EUR,6,')])).toMatchObject({ total: '12', said: [] });
  });

  it('the schedule beside SIMM in one class of a netting set is named, and the total is not complete', async () => {
    const schedule = 's,P,,Schedule,Equity,PV,,,,,9,USD,9,,2030-01-01';
    const { said, total, failures } = await margin([`${equity('ISIN:1', '1')},`, schedule], { header: `${HEADER},EndDate` });
    expect(said).toContain('warning mixed-models');
    expect(total).toBe('10');
    expect(failures).toEqual([expect.stringContaining('the class Equity of one netting set')]);
    const other = schedule.replace('Equity', 'Credit');
    expect((await margin([`${equity('ISIN:1', '1')},`, other], { header: `${HEADER},EndDate` })).failures).toEqual([]);
  });
});
