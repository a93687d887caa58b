import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { SIMM_CREDIT_TENORS, SIMM_TENORS } from '@/lib/margin/parameters/simm-pack';
import { SampleDraw } from '@/lib/sample/sample-draw';

const SEED = 20_260_825;
const HEADER =
  'TradeID,PortfolioID,ProductClass,RiskType,Qualifier,Bucket,Label1,Label2,Amount,AmountCurrency,AmountUSD,CollectRegulations,PostRegulations';
const CURRENCIES = [
  ...(['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'AUD', 'CAD', 'NZD', 'SEK', 'NOK'] as const),
  ...(['KRW', 'SGD', 'HKD', 'CNY', 'INR', 'MXN', 'BRL', 'ZAR', 'PLN', 'CZK'] as const),
] as const;
const CURVES = ['OIS', 'Libor1m', 'Libor3m', 'Libor6m', 'Libor12m'] as const;
const LINES_A_PIECE = 20_000;

/**
 * Writes a CRIF of one netting set: sensitivities of every risk class, most of them of rates, to about ten thousand risk factors, eight to a trade.
 * The same on every machine; the first rows of a larger file are those of a smaller one.
 */
export async function writeBenchCrif(path: string, rows: number): Promise<void> {
  const draw = new SampleDraw(SEED);
  const file = createWriteStream(path);
  let lines = [HEADER];
  for (let row = 1; row <= rows; row += 1) {
    const amount = draw.between(-9_999_999, 9_999_999) / 100;
    lines.push(`T${Math.ceil(row / 8)},BENCH,${factor(draw)},${amount.toFixed(2)},USD,${amount.toFixed(2)},,`);
    if (lines.length < LINES_A_PIECE) continue;
    if (!file.write(`${lines.join('\n')}\n`)) await once(file, 'drain');
    lines = [];
  }
  file.end(lines.length === 0 ? '' : `${lines.join('\n')}\n`);
  await once(file, 'close');
}

/** ProductClass, RiskType, Qualifier, Bucket, Label1 and Label2 of a random factor. */
function factor(draw: SampleDraw): string {
  const kind = draw.between(1, 100);
  const currency = draw.from(CURRENCIES);
  const tenor = draw.from(SIMM_TENORS);
  if (kind <= 46) return `RatesFX,Risk_IRCurve,${currency},,${tenor},${draw.from(CURVES)}`;
  if (kind <= 52) return `RatesFX,Risk_IRVol,${currency},,${tenor},`;
  if (kind <= 61) return `RatesFX,Risk_FX,${currency},,,`;
  if (kind <= 65) return `RatesFX,Risk_FXVol,${pair(draw, currency)},,${tenor},`;
  if (kind <= 79) return `Credit,Risk_CreditQ,${name('CQ', draw.between(1, 600), 12)},${draw.from(SIMM_CREDIT_TENORS)},USD`;
  if (kind <= 82) return `Credit,Risk_CreditNonQ,${name('CN', draw.between(1, 60), 2)},${draw.from(SIMM_CREDIT_TENORS)},CMBX`;
  if (kind <= 92) return `Equity,Risk_Equity,${name('EQ', draw.between(1, 800), 12)},,`;
  if (kind <= 95) return `Equity,Risk_EquityVol,${name('EQ', draw.between(1, 800), 12)},${tenor},`;
  return `Commodity,Risk_Commodity,${name('CO', draw.between(1, 60), 17)},,`;
}

/** Two currencies that are not the same one. */
function pair(draw: SampleDraw, first: string): string {
  const second = draw.from(CURRENCIES);
  return second === first ? pair(draw, first) : `${first}${second}`;
}

/** A name and its bucket, which is always the same. */
function name(kind: string, ordinal: number, buckets: number): string {
  return `ISIN:${kind}${String(ordinal).padStart(6, '0')},${(ordinal % buckets) + 1}`;
}
