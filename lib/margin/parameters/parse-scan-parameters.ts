import { z } from 'zod';
import { Decimal, parseDecimal } from '@/lib/core/decimal';
import { contentHash } from '@/lib/core/hash';
import { failure, type Result, success } from '@/lib/core/result';
import type { InterCommodityCredit, ScanCommodity, ScanParameters } from './scan-parameters';

const figure = z.string().refine((text) => parseDecimal(text) !== null, 'a number in plain digits, in quotation marks, is expected');
const atLeast0 = figure.refine((text) => parseDecimal(text)?.gte(0) ?? true, 'the figure is not negative');
const above0 = figure.refine((text) => parseDecimal(text)?.gt(0) ?? true, 'the figure is above 0');
const share = atLeast0.refine((text) => parseDecimal(text)?.lte(1) ?? true, 'the figure is a ratio from 0 to 1');
const name = z.string().min(1).max(200);
const priority = z.int().min(1).max(100_000);
const tier = z
  .strictObject({ from: z.int().min(0).max(1200), to: z.int().min(0).max(1200) })
  .refine(({ from, to }) => from <= to, 'a tier ends no earlier than it begins');

const commodity = z.strictObject({
  id: name,
  currency: z.string().regex(/^[A-Z]{3}$/, 'three capital letters are expected'),
  underliers: z.array(name).min(1).max(1000),
  priceScanRange: above0,
  volatilityScanRange: atLeast0,
  extremeMultiple: above0,
  extremeCover: share,
  intraCommodity: z
    .array(z.strictObject({ priority, tierA: tier, tierB: tier, charge: atLeast0 }))
    .max(10_000)
    .default([]),
  deliveryCharge: atLeast0.default('0'),
  shortOptionMinimum: atLeast0.default('0'),
});

const leg = z.strictObject({ commodity: name, ratio: above0, side: z.enum(['A', 'B']) });
const credit = z.strictObject({ priority, legs: z.array(leg).min(2).max(20), credit: share });

const file = z.strictObject({
  name,
  effective: z.iso.date().nullable().default(null),
  source: z.string().min(1).max(2000),
  commodities: z.array(commodity).min(1).max(10_000),
  interCommodity: z.array(credit).max(100_000).default([]),
});

/**
 * Reads the figures of an exchange from their JSON value (docs/formats/scan-parameters.md). Each thing that is missing, malformed, out of range, unknown
 * or said twice gives a sentence with its path; a file with one is not used at all.
 */
export function parseScanParameters(value: unknown): Result<ScanParameters, string> {
  const parsed = file.safeParse(value);
  if (!parsed.success) return failure(...parsed.error.issues.map((issue) => `${pathOf(issue.path)}: ${issue.message}.`));
  const problems = contradictions(parsed.data);
  if (problems.length > 0) return failure(...problems);
  const { name: title, effective, source, commodities, interCommodity } = parsed.data;
  const read = {
    name: title,
    effective,
    source,
    commodities: new Map(commodities.map((item) => [item.id, commodityOf(item)])),
    interCommodity: interCommodity.map(creditOf).sort((a, b) => a.priority - b.priority),
  };
  return success({ ...read, contentHash: contentHash({ ...read, commodities: [...read.commodities.values()].sort(byId) }) });
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'The file' : path.map(String).join('/');
}

function byId(a: ScanCommodity, b: ScanCommodity): number {
  return a.id < b.id ? -1 : 1;
}

function commodityOf(item: z.infer<typeof commodity>): ScanCommodity {
  return {
    id: item.id,
    currency: item.currency,
    underliers: item.underliers,
    priceScanRange: new Decimal(item.priceScanRange),
    volatilityScanRange: new Decimal(item.volatilityScanRange),
    extremeMultiple: new Decimal(item.extremeMultiple),
    extremeCover: new Decimal(item.extremeCover),
    intraCommodity: item.intraCommodity
      .map(({ charge, ...rest }) => ({ ...rest, charge: new Decimal(charge) }))
      .sort((a, b) => a.priority - b.priority),
    deliveryCharge: new Decimal(item.deliveryCharge),
    shortOptionMinimum: new Decimal(item.shortOptionMinimum),
  };
}

function creditOf({ priority: rank, legs, credit: freed }: z.infer<typeof credit>): InterCommodityCredit {
  return { priority: rank, legs: legs.map((item) => ({ ...item, ratio: new Decimal(item.ratio) })), credit: new Decimal(freed) };
}

/** What each entry alone cannot show. */
function contradictions({ commodities, interCommodity }: z.infer<typeof file>): string[] {
  const problems: string[] = [];
  const ids = new Set<string>();
  const owner = new Map<string, string>();
  commodities.forEach(({ id, underliers, intraCommodity }, i) => {
    if (ids.has(id)) problems.push(`commodities/${i}/id: the commodity ${id} stands in the file twice.`);
    ids.add(id);
    for (const underlier of underliers) {
      const other = owner.get(underlier);
      if (other !== undefined)
        problems.push(`commodities/${i}/underliers: ${underlier} belongs to ${other === id ? 'it twice' : other} already.`);
      owner.set(underlier, id);
    }
    repeated(intraCommodity.map((charge) => charge.priority)).forEach((at) => {
      problems.push(`commodities/${i}/intraCommodity/${at}/priority: the priority stands twice, so the order of spreads is not given.`);
    });
  });
  repeated(interCommodity.map((item) => item.priority)).forEach((at) => {
    problems.push(`interCommodity/${at}/priority: the priority stands twice, so the order of credits is not given.`);
  });
  interCommodity.forEach(({ legs }, i) => {
    legs.forEach((item, at) => {
      if (!ids.has(item.commodity)) problems.push(`interCommodity/${i}/legs/${at}/commodity: the file has no commodity ${item.commodity}.`);
      if (legs.findIndex((other) => other.commodity === item.commodity) < at)
        problems.push(`interCommodity/${i}/legs/${at}/commodity: ${item.commodity} is a leg of the credit already.`);
    });
    if (new Set(legs.map((item) => item.side)).size < 2)
      problems.push(`interCommodity/${i}/legs: a credit has legs of both sides, A and B.`);
  });
  return problems;
}

function repeated(values: readonly number[]): number[] {
  return values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));
}
