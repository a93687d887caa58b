import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CrifNetting } from '@/lib/margin/methods/simm/crif-netting';
import { netCrif } from '@/lib/margin/methods/simm/net-crif';
import { readCrif } from '@/lib/margin/portfolio/read-crif';

const HEADER =
  'TradeID,PortfolioID,ValuationDate,IMModel,ProductClass,RiskType,Qualifier,Bucket,Label1,Label2,Amount,AmountCurrency,AmountUSD,CollectRegulations';
const LINES = [
  't1,P,2026-06-30,SIMM,RatesFX,Risk_IRCurve,USD,1,5y,OIS,100.25,USD,100.25,',
  't2,P,2026-06-30,SIMM,RatesFX,Risk_IRCurve,USD,1,5y,OIS,-40,USD,-40,',
  't3,P,2026-06-30,,RatesFX,Risk_IRCurve,usd,1,5Y,ois,.5,USD,.5,',
  't4,P,30/06/2026,SIMM,RatesFX,Risk_IRCurve,EUR,1,5y,OIS,7,EUR,8,"CFTC,SEC"',
  't5,P,,SIMM,RatesFX,Risk_IRCurve,EUR,1,5y,OIS,"1,000.50",EUR,"1,100.50",CFTC',
  't6,P,,SIMM,Equity,Risk_Equity,"ISIN:1",1,,,1e3,USD,1000,"[CFTC,SEC]"',
  't7,P,,SIMM,Equity,Risk_Equity,Société,1,,,5,USD,5,',
  't8,P,,SIMM,Equity,Risk_Equity,ISIN:2,1,,,123456789012345678.5,USD,123456789012345678.5,',
  't9,P,,SIMM,Equity,Risk_Equity,ISIN:2,1,,,0.1234567890123,USD,,',
  'p1,P,,SIMM,,Param_ProductClassMultiplier,RatesFX,,,,1.5,,1.5,',
  'p2,P,,SIMM,,Notional,Alpha,,,,-100,USD,-100,',
  'p3,P,,SIMM,,Notional,Alpha,,,,-100,USD,-100,',
  'd1,P,,SIMM,Equity,Risk_Equity,ISIN:1,1,,,5,usd,6,',
  'd2,P,,SIMM,Equity,Risk_Equity,ISIN:1,1,,,5,EUR,6,',
  's1,P,2026-06-30,Schedule,Credit,PV,,,,,9,USD,9,',
  '"quoted ""id""",P,,SIMM,Equity,Risk_Equity,ISIN:3,1,,,5,USD,5,',
  '"two\nlines",P,,SIMM,Equity,Risk_Equity,ISIN:3,1,,,5,USD,5,',
  'bad,P,,SIMM,Equity,Risk_Equity,ISIN:3,1,,,five,USD,5,',
  'bad,P,2026-02-30,SIMM,Equity,Risk_Equity,ISIN:3,1,,,5,USD,5,',
  '=bad,P,,SIMM,Equity,Risk_Equity,ISIN:3,1,,,5,USD,5,',
  'bad,P,,SIMM,Equity,Risk_Nothing,ISIN:3,1,,,5,USD,5,',
  'short,P,,SIMM,Equity',
  'x,P,,SIMM,Credit,Risk_CreditQ,ISIN:9,99,5y,USD,5,USD,5,Utopia',
  '',
  ',,,,,,,,,,,,,',
];

async function* inPieces(text: string, size: number) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

function summary(netting: CrifNetting) {
  const sensitivities = netting.sensitivities.map(
    ({ portfolioId, regulations, factor, currency, sum, rows }) =>
      `${portfolioId}|${[...regulations].sort()}|${factor.key}|${currency}|${sum.value()}|${rows.count}|${[...rows.ids].sort()}`,
  );
  const addOns = netting.addOns.map(({ kind, name, sum, rows }) => `${kind}|${name}|${sum.value()}|${rows.count}`);
  return [...sensitivities, ...addOns, ...netting.refused.map(({ problem, rows }) => `${problem}|${rows.count}`)].sort();
}

async function plainly(text: string) {
  const netting = new CrifNetting('collect');
  const problems = [];
  for await (const batch of readCrif(inPieces(text, text.length + 1))) {
    problems.push(...batch.problems);
    for (const row of batch.rows) netting.add(row);
  }
  return { netting, problems };
}

describe('netting a CRIF from its bytes', () => {
  it('gives the sums and problems that rows read one by one give, wherever the pieces are cut', async () => {
    const lines = fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 40 });
    const ends = fc.constantFrom('\n', '\r\n');
    await fc.assert(
      fc.asyncProperty(lines, ends, fc.integer({ min: 3, max: 500 }), fc.boolean(), async (picked, end, size, closed) => {
        const text = `${HEADER}${end}${picked.join(end)}${closed ? end : ''}`;
        const [bytes, rows] = [await netCrif(inPieces(text, size), 'collect'), await plainly(text)];
        expect(summary(bytes.netting)).toEqual(summary(rows.netting));
        const coded = (problems: typeof rows.problems) =>
          problems
            .filter(({ code }) => code !== 'repeated-row')
            .map(({ code, line, column, message }) => `${line} ${column} ${code} ${message}`)
            .sort();
        expect(coded([...bytes.problems])).toEqual(coded(rows.problems));
      }),
      { numRuns: 150 },
    );
  });

  it('warns of rows that stand twice, and adds both', async () => {
    const { netting, problems } = await netCrif(inPieces([HEADER, LINES[0], LINES[1], LINES[0]].join('\n'), 50), 'collect');
    expect(problems).toMatchObject([{ code: 'repeated-row', line: 4 }]);
    expect(netting.sensitivities[0]?.sum.value().toString()).toBe('160.5');
  });

  it.each([
    ['an empty file', '', 'empty-file'],
    ['a header alone', HEADER, 'no-rows'],
    ['no header', 'a,b\n1,2\n', 'no-header'],
    ['a quotation mark that is never closed', `${HEADER}\n"t1,P\n${LINES[0]}\n`, 'unterminated-quote'],
  ])('%s is refused', async (_, text, code) => {
    const { problems } = await netCrif(inPieces(text, 64), 'collect');
    expect(problems.filter(({ severity }) => severity === 'error').map((problem) => problem.code)).toEqual([code]);
  });

  it('stops at the limit of rows', async () => {
    const limits = { maxBytes: 10_000, maxRows: 1, maxColumns: 50, maxCellLength: 100 };
    const { problems } = await netCrif(inPieces([HEADER, LINES[0], LINES[1], ''].join('\n'), 64), 'collect', limits);
    expect(problems.map(({ code }) => code)).toContain('too-many-rows');
  });
});
