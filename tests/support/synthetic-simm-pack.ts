import { parseSimmPack } from '@/lib/margin/parameters/parse-simm-pack';
import type { SimmPack } from '@/lib/margin/parameters/simm-pack';
import { simmRequirements } from '@/lib/margin/parameters/simm-requirements';

type Json = { [key: string]: Json | string | string[] };

const LISTS: Readonly<Record<string, string[]>> = {
  'InterestRate/RiskWeights/CurrencyLists/1': ['USD', 'EUR'],
  'InterestRate/RiskWeights/CurrencyLists/2': ['JPY'],
  'InterestRate/RiskWeights/CurrencyLists/3': ['Other'],
  'InterestRate/ConcentrationThresholds/CurrencyLists/1': ['Other'],
  'InterestRate/ConcentrationThresholds/CurrencyLists/2': ['USD', 'EUR'],
  'InterestRate/ConcentrationThresholds/CurrencyLists/3': ['AUD'],
  'InterestRate/ConcentrationThresholds/CurrencyLists/4': ['JPY'],
  'FX/RiskWeights/CurrencyLists/1': ['BRL'],
  'FX/RiskWeights/CurrencyLists/2': ['Other'],
  'FX/ConcentrationThresholds/CurrencyLists/1': ['USD', 'EUR'],
  'FX/ConcentrationThresholds/CurrencyLists/2': ['BRL'],
  'FX/ConcentrationThresholds/CurrencyLists/3': ['Other'],
};
const FIGURES = { 'risk weight': '2', correlation: '0.5', threshold: '100', ratio: '0.5' } as const;

/**
 * A complete pack of invented figures: every risk weight 2, every correlation 0.5, every threshold 100 million, every ratio 0.5. `changes` gives
 * paths other values; null takes a path out.
 */
export function syntheticPackJson(changes: Readonly<Record<string, string | string[] | null>> = {}): Json {
  const json: Json = { version: 'invented' };
  const values = new Map<string, string | string[] | null>(
    simmRequirements().map(({ path, figure }) => [path, figure === null ? (LISTS[path] ?? []) : FIGURES[figure]]),
  );
  for (const [path, value] of Object.entries(changes)) values.set(path, value);
  for (const [path, value] of values) {
    if (value === null) continue;
    const folders = path.split('/');
    const last = folders.pop() ?? '';
    let at = json;
    for (const folder of folders) {
      at[folder] ??= {};
      at = at[folder] as Json;
    }
    at[last] = value;
  }
  return json;
}

export function syntheticPack(changes: Readonly<Record<string, string | string[] | null>> = {}): SimmPack {
  const parsed = parseSimmPack(syntheticPackJson(changes));
  if (!parsed.ok) throw new Error(parsed.failures.join('\n'));
  return parsed.value;
}
