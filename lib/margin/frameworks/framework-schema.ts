import { z } from 'zod';
import { parseDecimal } from '@/lib/core/decimal';
import { REGIMES } from '../classification/regime';
import { EVIDENCE_KINDS } from '../evidence/evidence';
import { PRODUCTS } from '../portfolio/position';
import { METHOD_IDS, NETTING_KEYS } from './framework';

const text = z.string().min(1).max(2000);
const id = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, 'is written in lower-case letters, digits and hyphens, starting with a letter');
const citation = z.strictObject({ paragraph: text, standing: z.enum(['primary', 'secondary', 'recalled']), url: z.url().optional() });
const amount = z.string().refine((value) => parseDecimal(value)?.gte(0) ?? false, 'is an amount of 0 or more in plain digits');

const ratio = z.string().refine(isRatio, 'is a ratio from 0 to 1 in plain digits, like 0.80');
const method = z.strictObject({ id: z.enum(METHOD_IDS), parameters: z.record(z.string(), z.string()) });
const scope = z.strictObject({
  regimes: z.array(z.enum(REGIMES)).optional(),
  products: z.array(z.enum(PRODUCTS)).optional(),
  evidence: z.enum(EVIDENCE_KINDS).optional(),
});
const pot = z.strictObject({ id, label: text, scope, method });
const arrangement = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('two-pot'),
    pots: z.tuple([pot, pot]),
    savingCap: ratio,
    ignoredBelow: ratio,
    citations: z.array(citation),
  }),
  z.strictObject({ kind: z.literal('binding-regime'), alone: z.array(z.enum(REGIMES)).min(1), citations: z.array(citation) }),
]);

const leg = z.strictObject({
  id,
  label: text,
  agency: z.enum(['CFTC', 'SEC', 'harmonized']),
  scope,
  nettingKey: z.array(z.enum(NETTING_KEYS)),
  method,
  arrangement: arrangement.optional(),
  collectOnly: z.boolean().optional(),
  threshold: z.strictObject({ amount, citation }).nullable(),
  minimumTransfer: z.strictObject({ amount, citation, aboveOnly: z.boolean().optional() }).nullable(),
  citations: z.array(citation),
  assumptions: z.array(text),
});

/** The form of a framework's data; what the form alone cannot say is checked by parseFramework. */
export const frameworkSchema = z.strictObject({
  id,
  name: text,
  description: z.string().max(4000),
  builtIn: z.boolean(),
  effective: z.iso.date().nullable(),
  legs: z.array(leg).min(1).max(50),
  citations: z.array(citation),
  constraints: z.array(text),
});

function isRatio(value: string): boolean {
  const number = parseDecimal(value);
  return number === null ? false : number.gte(0) && number.lte(1);
}
