import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Decimal } from '@/lib/core/decimal';
import { CrifNetting } from '@/lib/margin/methods/simm/crif-netting';
import { type SimmRequest, type SimmResult, simmMargin } from '@/lib/margin/methods/simm/simm-margin';
import { parseSimmPack } from '@/lib/margin/parameters/parse-simm-pack';
import type { SimmPack } from '@/lib/margin/parameters/simm-pack';
import type { CrifRow } from '@/lib/margin/portfolio/crif-row';
import { readCrif } from '@/lib/margin/portfolio/read-crif';

const SHARED = process.env.MARGINALIA_SHARED ?? resolve(import.meta.dirname, '../../../shared');
const CASES = resolve(SHARED, 'cases/margin');

/** True where the published cases and the packs that they need are at hand. */
export const sharedSimm = existsSync(resolve(CASES, 'simm-isda-2.5A-10d.json')) && existsSync(resolve(SHARED, 'data/simm/simm-2.5A.json'));
if (!sharedSimm) console.warn(`Published SIMM cases are not run: there is no ${CASES} with packs beside it.`);

export const loadCases = (name: string) => JSON.parse(readFileSync(resolve(CASES, name), 'utf8'));

/** The pack of a version; 2.3.8 is the name that one engine gave to 2.4. */
export function sharedPack(version: string): SimmPack {
  const file = resolve(SHARED, `data/simm/simm-${version === '2.4' ? '2.3.8' : version}.json`);
  const parsed = parseSimmPack(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.ok) throw new Error(parsed.failures.join('\n'));
  return parsed.value;
}

export async function crifRowsOf(text: string): Promise<CrifRow[]> {
  async function* source() {
    yield new TextEncoder().encode(text);
  }
  const rows: CrifRow[] = [];
  for await (const batch of readCrif(source())) {
    const errors = batch.problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new Error(JSON.stringify(errors[0]));
    rows.push(...batch.rows);
  }
  return rows;
}

export const sharedCrif = (name: string) => crifRowsOf(readFileSync(resolve(CASES, name), 'utf8'));

/** Rows of a case that gives them as objects, read as the CRIF that they are. */
export function crifOfObjects(rows: readonly Readonly<Record<string, string>>[]): Promise<CrifRow[]> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (text = '') => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return crifRowsOf([names.join(','), ...rows.map((row) => names.map((name) => cell(row[name])).join(','))].join('\n'));
}

/** The result of rows; anything but the rows and the pack has a default. */
export function simmOf(
  rows: Iterable<CrifRow>,
  pack: SimmPack,
  { side = 'collect', ...request }: Partial<SimmRequest> & { readonly side?: 'collect' | 'post' } = {},
): SimmResult {
  const netting = new CrifNetting(side);
  for (const row of rows) netting.add(row);
  const result = simmMargin(netting, pack, {
    horizon: '10d',
    calculationCurrency: 'USD',
    resultCurrency: 'USD',
    regulation: 'worst',
    rates: new Map(),
    ...request,
  });
  if (!result.ok) throw new Error(result.failures.join('\n'));
  return result.value;
}

/** The distance of two amounts, relative to the expected; absolute where that is 0. */
export function distance(actual: Decimal, expected: string): number {
  const gap = actual.minus(expected).abs();
  return gap
    .div(
      actual
        .minus(actual)
        .plus(expected)
        .abs()
        .plus(Number(expected) === 0 ? 1 : 0),
    )
    .toNumber();
}
