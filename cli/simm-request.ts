import { AppError } from '@/lib/core/errors';
import type { FxRates } from '@/lib/margin/evidence/fx-rates';
import { usdRates } from '@/lib/margin/evidence/usd-rates';
import { type CrifNetting, readUsdRate } from '@/lib/margin/methods/simm/crif-netting';
import type { SimmMeasures } from '@/lib/margin/methods/simm/regulation-margin';
import { type SimmRequest, type SimmResult, simmMargin } from '@/lib/margin/methods/simm/simm-margin';
import type { SimmPack } from '@/lib/margin/parameters/simm-pack';
import { currencyCode } from './margin-input';

/** What the command line says of a calculation of SIMM. */
export interface SimmOptions {
  readonly input: string;
  readonly parameters?: string;
  readonly horizon: string;
  readonly currency: string;
  readonly resultCurrency?: string;
  readonly rate: Readonly<Record<string, string>>;
  readonly rates?: string;
  readonly ratesBase?: string;
  readonly side: 'collect' | 'post';
  readonly regulation: string;
  readonly batch?: string;
  readonly json?: boolean;
}

/** The calculation that the options ask for, with what was assumed. INVALID_INPUT for a rate that is none. */
export async function simmRequestOf(options: SimmOptions): Promise<{ request: SimmRequest; notes: string[] }> {
  const found: string[] = [];
  const rates = new Map(usdRates(await ratesOf(options, found)));
  for (const [currency, text] of Object.entries(options.rate)) {
    const rate = readUsdRate(text);
    if (rate === null)
      throw new AppError('INVALID_INPUT', `--rate takes dollars for one unit, like EUR=1.0842, not "${currency}=${text}".`);
    rates.set(currencyCode(currency), rate);
  }
  const calculationCurrency = currencyCode(options.currency);
  const known = calculationCurrency === 'USD' || rates.has(calculationCurrency);
  const resultCurrency = currencyCode(options.resultCurrency ?? (known ? calculationCurrency : 'USD'));
  const notes =
    options.resultCurrency === undefined && !known
      ? [...found, `There is no rate for ${calculationCurrency}: it is the calculation currency, and the amounts are in USD.`]
      : found;
  const horizon = horizonOf(options.horizon);
  return { request: { horizon, calculationCurrency, resultCurrency, regulation: options.regulation, rates }, notes };
}

/** The file of --rates, whose reader is loaded only where it is given. */
async function ratesOf(options: SimmOptions, warnings: string[]): Promise<FxRates | null> {
  if (options.rates === undefined) return null;
  return (await import('./evidence-files')).readRatesFile(options, warnings);
}

export function horizonOf(days: string | number): SimmRequest['horizon'] {
  return String(days) === '1' ? '1d' : '10d';
}

/** The result; INVALID_INPUT where the result currency has no rate. */
export function computeSimm(netting: CrifNetting, pack: SimmPack, request: SimmRequest): SimmResult {
  const result = simmMargin(netting, pack, request);
  if (!result.ok) throw new AppError('INVALID_INPUT', result.failures.join(' '));
  return result.value;
}

export function measuresJson(measures: SimmMeasures): Record<string, string> {
  return Object.fromEntries(Object.entries(measures).map(([name, amount]) => [name, amount.toString()]));
}
