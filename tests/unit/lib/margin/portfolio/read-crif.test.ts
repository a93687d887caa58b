import { describe, expect, it } from 'vitest';
import type { FileProblem } from '@/lib/core/file-problem';
import type { CrifRow } from '@/lib/margin/portfolio/crif-row';
import { crifToPositions } from '@/lib/margin/portfolio/crif-to-positions';
import { crifToScheduleTrades } from '@/lib/margin/portfolio/crif-to-schedule-trades';
import { readCrif } from '@/lib/margin/portfolio/read-crif';
import { pieces } from '@/tests/support/positions-csv';

async function read(text: string): Promise<{ rows: CrifRow[]; problems: FileProblem[] }> {
  const rows: CrifRow[] = [];
  const problems: FileProblem[] = [];
  for await (const batch of readCrif(pieces(text))) {
    rows.push(...batch.rows);
    problems.push(...batch.problems);
  }
  return { rows, problems };
}
const codes = (problems: readonly FileProblem[]) =>
  problems.map(({ severity, line, column, code }) => `${severity} ${line ?? '-'} ${column ?? '-'} ${code}`);
const HEADER =
  'TradeID,PortfolioID,EndDate,IMModel,ProductClass,RiskType,Qualifier,Amount,AmountCurrency,AmountUSD,CollectRegulations,PostRegulations';
const file = (...rows: string[]) => `${[HEADER, ...rows].join('\n')}\n`;

describe('reading a CRIF', () => {
  it('takes snake_case headers, tabs, day/month/year dates and grouped amounts, and says where it did', async () => {
    const text =
      'trade_id\tportfolio_id\tend_date\tim_model\tproduct_class\trisk_type\tamount\tamount_currency\tamount_usd\nT1\tN1\t23/08/2022\tSchedule\tRates\tNotional\t\t\t200,000.00\n';
    const { rows, problems } = await read(text);
    expect(rows[0]).toMatchObject({
      tradeId: 'T1',
      portfolioId: 'N1',
      endDate: '2022-08-23',
      imModel: 'Schedule',
      amount: null,
      amountUsd: '200000.00',
    });
    expect(codes(problems)).toEqual(['warning 2 AmountUSD grouped-amount', 'warning 2 EndDate slashed-date']);
  });

  it.each([
    ['[CFTC,SEC]', ['CFTC', 'SEC']],
    ['"[""CFTC"", ""sec-UNSEG""]"', ['CFTC', 'SEC-unseg']],
    ['"["""", """"]"', []],
    ['[ ]', []],
    ['SEC-unseg', ['SEC-unseg']],
  ])('reads the regulations %s as whole tokens', async (cell, expected) => {
    const { rows } = await read(file(`T1,N1,,SIMM,RatesFX,Risk_FX,EUR,1,USD,1,${cell.startsWith('[C') ? `"${cell}"` : cell},`));
    expect(rows[0]?.collectRegulations).toEqual(expected);
  });

  it.each([
    ['1.5E7', '15000000'],
    ['1.0E-3', '0.0010'],
    ['-2e2', '-200'],
  ])('reads the exponent of %s exactly and notes it', async (cell, expected) => {
    const { rows, problems } = await read(file(`T1,N1,,SIMM,RatesFX,Risk_FX,EUR,${cell},USD,,,`));
    expect(rows[0]?.amount).toBe(expected);
    expect(codes(problems)).toEqual(['warning 2 Amount exponent-amount']);
  });

  it.each([
    ['T1,N1,,SIMM,RatesFX,Risk_FX,EUR,1e400,USD,,,', 'error 2 Amount not-a-number'],
    ['T1,N1,,SIMM,RatesFX,Risk_FX,EUR,NaN,USD,,,', 'error 2 Amount not-a-number'],
    ['T1,N1,,SIMM,RatesFX,Risk_FX,EUR,,USD,,,', 'error 2 Amount missing-value'],
    ['T1,N1,,SIMM,RatesFX,Risk_FX,EUR,5,,,,', 'error 2 AmountCurrency missing-value'],
    ['T1,N1,,SIMM,RatesFX,Risk_Weather,EUR,5,USD,,,', 'error 2 RiskType unknown-risk-type'],
    ['T1,N1,,SIMM,Weather,Risk_FX,EUR,5,USD,,,', 'error 2 ProductClass unknown-product-class'],
    ['T1,N1,,Grid,Rates,PV,,5,USD,,,', 'error 2 IMModel unknown-im-model'],
    ['T1,N1,31/02/2030,Schedule,Rates,PV,,5,USD,,,', 'error 2 EndDate no-such-date'],
    ['T1,N1,,Schedule,Rates,PV,,5,USD,,,', 'error 2 EndDate missing-value'],
    [',N1,2030-01-01,Schedule,Rates,PV,,5,USD,,,', 'error 2 TradeID missing-value'],
    ['T1,N1,2030-01-01,Schedule,RatesFX,PV,,5,USD,,,', 'error 2 ProductClass unknown-product-class'],
    ['T1,N1,2030-01-01,,Credit,Notional,,5,USD,,,', 'error 2 IMModel ambiguous-im-model'],
    ['T1,N1,,SIMM,RatesFX,Risk_FX,=cmd,5,USD,,,', 'error 2 Qualifier formula-cell'],
    ['T1,N1,,SIMM,RatesFX,Risk_FX,EUR,5,USD,,WXYZ,', 'warning 2 CollectRegulations unknown-regulation'],
  ])('reports %s', async (row, expected) => {
    expect(codes((await read(file(row))).problems)).toEqual([expected]);
  });

  it('warns of rows that repeat, keeps both, and of the schedule beside SIMM in one class', async () => {
    const row = 'T1,N1,2030-01-01,Schedule,FX,Notional,,5,USD,5,,';
    const { rows, problems } = await read(file(row, row, 'T2,N1,,SIMM,RatesFX,Risk_FX,EUR,5,USD,5,,'));
    expect(rows).toHaveLength(3);
    expect(codes(problems)).toEqual(['warning 3 TradeID repeated-row', 'warning - IMModel mixed-models']);
  });

  it('infers a blank model from the risk type where that settles it', async () => {
    const { rows } = await read(
      file(
        'T1,N1,2030-01-01,,Rates,PV,,5,USD,,,',
        'T1,N1,2030-01-01,,FX,Notional,,5,USD,,,',
        'T3,N1,,,Credit,Risk_CreditQ,ISIN:X,5,USD,,,',
      ),
    );
    expect(rows.map(({ imModel }) => imModel)).toEqual(['Schedule', 'Schedule', 'SIMM']);
  });
});

describe('trades of the schedule', () => {
  it('net the rows of a trade before the sign of the notional is dropped, whatever the order of rows', async () => {
    const lines = [
      'T1,N1,2030-01-01,Schedule,Rates,Notional,,-700,USD,,,',
      'T1,N1,2030-01-01,Schedule,Rates,Notional,,200,USD,,,',
      'T1,N1,2030-01-01,Schedule,Rates,PV,,-30,USD,,,',
      'T1,N1,2030-01-01,Schedule,Rates,PV,,10,USD,,,',
      'T1,N2,2031-01-01,Schedule,Credit,Notional,,9,EUR,10,,',
    ];
    const { rows } = await read(file(...lines));
    const { trades, problems } = crifToScheduleTrades(rows);
    expect(
      trades.map((one) => [
        one.nettingSet,
        one.tradeId,
        one.assetClass,
        one.notional.toString(),
        one.presentValue?.toString() ?? null,
        one.endDate,
      ]),
    ).toEqual([
      ['N1', 'T1', 'interest-rate', '500', '-20', '2030-01-01'],
      ['N2', 'T1', 'credit', '10', null, '2031-01-01'],
    ]);
    expect(codes(problems)).toEqual(['warning 6 RiskType missing-present-value']);
    expect(crifToScheduleTrades([...rows].reverse()).trades).toEqual(trades);
  });

  it.each([
    ['a present value without a notional', ['T1,N1,2030-01-01,Schedule,Rates,PV,,5,USD,,,'], 'error 2 RiskType incomplete-trade'],
    [
      'two end dates',
      ['T1,N1,2030-01-01,Schedule,Rates,Notional,,5,USD,,,', 'T1,N1,2030-01-02,Schedule,Rates,PV,,5,USD,,,'],
      'error 3 EndDate conflicting-rows',
    ],
    [
      'two classes',
      ['T1,N1,2030-01-01,Schedule,Rates,Notional,,5,USD,,,', 'T1,N1,2030-01-01,Schedule,FX,PV,,5,USD,,,'],
      'error 3 ProductClass conflicting-rows',
    ],
    [
      'an amount in another currency only',
      ['T1,N1,2030-01-01,Schedule,Rates,Notional,,5,EUR,,,', 'T1,N1,2030-01-01,Schedule,Rates,PV,,5,USD,,,'],
      'error 2 AmountUSD no-amount',
    ],
  ])('refuse %s', async (_name, lines, expected) => {
    const { trades, problems } = crifToScheduleTrades((await read(file(...lines))).rows);
    expect(trades).toEqual([]);
    expect(codes(problems)).toEqual([expected]);
  });

  it('take the amounts of another calculation currency from Amount', async () => {
    const { rows } = await read(
      file('T1,N1,2030-01-01,Schedule,Rates,Notional,,9,EUR,10,,', 'T1,N1,2030-01-01,Schedule,Rates,PV,,1,EUR,2,,'),
    );
    expect(crifToScheduleTrades(rows, 'EUR').trades[0]?.notional.toString()).toBe('9');
  });

  it('become positions whose regulations settle the agency, and one of two only when just one is named', async () => {
    const { rows } = await read(
      file(
        'T1,N1,2030-01-01,Schedule,Credit,Notional,,5,USD,,CFTC,',
        'T2,N1,2030-01-01,Schedule,Credit,Notional,,5,USD,,SEC-unseg,',
        'T3,N1,2030-01-01,Schedule,Credit,Notional,,5,USD,,"CFTC,SEC",',
        'T1,N2,2030-01-01,Schedule,FX,Notional,,5,USD,,,',
      ),
    );
    const { positions } = crifToPositions(rows);
    expect(
      positions.map(({ positionId, product, jurisdiction, nettingAgreement }) => [positionId, product, jurisdiction, nettingAgreement]),
    ).toEqual([
      ['N1/T1', 'cds_index', 'CFTC', 'N1'],
      ['T2', 'cds_index', 'SEC', 'N1'],
      ['T3', 'cds_index', null, 'N1'],
      ['N2/T1', 'fx_forward', null, 'N2'],
    ]);
  });
});
