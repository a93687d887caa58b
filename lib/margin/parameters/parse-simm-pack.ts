import { z } from 'zod';
import { type Decimal, parseDecimal } from '@/lib/core/decimal';
import { failure, type Result, success } from '@/lib/core/result';
import { SIMM_RISK_CLASSES, type SimmPack } from './simm-pack';
import { type SimmFigureKind, type SimmRequirement, simmRequirements } from './simm-requirements';

type Tree = string | readonly string[] | { readonly [key: string]: Tree };
const tree: z.ZodType<Tree> = z.lazy(() => z.union([z.string(), z.array(z.string()), z.record(z.string(), tree)]));
const section = z.record(z.string(), tree);
const SECTIONS = [...SIMM_RISK_CLASSES, 'RiskClassCorrelations'] as const;

const pack = z.object({
  version: z.string().min(1).max(40),
  about: z.object({ SIMM_EffectiveDate: z.iso.date().optional() }).optional(),
  verification: z.string().max(2000).optional(),
  InterestRate: section,
  CreditQualifying: section,
  CreditNonQualifying: section,
  Equity: section,
  Commodity: section,
  FX: section,
  RiskClassCorrelations: section,
});

/**
 * Reads a parameter pack from its JSON value (docs/formats/simm-pack.md). Every figure that is missing, is no decimal in plain digits, lies outside
 * its range, contradicts its mirror image or is not known here gives a sentence with its path; a pack with one is not used at all.
 */
export function parseSimmPack(value: unknown): Result<SimmPack, string> {
  const parsed = pack.safeParse(value);
  if (!parsed.success) return failure(...parsed.error.issues.map((issue) => `${issue.path.join('/') || 'The pack'}: ${issue.message}.`));
  const leaves = new Map<string, string | readonly string[]>();
  for (const name of SECTIONS) flatten(parsed.data[name], name, leaves);
  const requirements = simmRequirements();
  const numbers = new Map<string, Decimal>();
  const currencyLists = new Map<string, readonly string[]>();
  const problems: string[] = [];
  for (const requirement of requirements) {
    const leaf = leaves.get(requirement.path);
    leaves.delete(requirement.path);
    if (requirement.figure === null) readList(requirement, leaf, currencyLists, problems);
    else readFigure(requirement.path, requirement.figure, leaf, numbers, problems);
  }
  problems.push(...asymmetries(numbers), ...listProblems(currencyLists));
  for (const path of leaves.keys()) problems.push(`${path} is no figure that a pack has.`);
  if (problems.length > 0) return failure(...problems);
  const { version, about, verification } = parsed.data;
  return success({ version, effective: about?.SIMM_EffectiveDate ?? null, numbers, currencyLists, verification: verification ?? null });
}

function flatten(node: Tree, path: string, into: Map<string, string | readonly string[]>): void {
  if (typeof node === 'string' || isList(node)) into.set(path, node);
  else for (const [key, child] of Object.entries(node)) flatten(child, `${path}/${key}`, into);
}

function isList(node: Tree): node is readonly string[] {
  return Array.isArray(node);
}

function readFigure(
  path: string,
  kind: SimmFigureKind,
  leaf: string | readonly string[] | undefined,
  into: Map<string, Decimal>,
  problems: string[],
): void {
  if (leaf === undefined) {
    problems.push(`${path} is missing: a ${kind} is expected.`);
    return;
  }
  const value = typeof leaf === 'string' ? parseDecimal(leaf) : null;
  if (value === null) problems.push(`${path} is "${String(leaf).slice(0, 40)}": a ${kind} in plain digits is expected.`);
  else if (kind === 'correlation' && value.abs().gt(1)) problems.push(`${path} is ${value}: a correlation lies between -1 and 1.`);
  else if (kind === 'risk weight' && value.isNegative()) problems.push(`${path} is ${value}: a risk weight is not negative.`);
  else if ((kind === 'threshold' || kind === 'ratio') && value.lte(0)) problems.push(`${path} is ${value}: a ${kind} is above 0.`);
  else into.set(path, value);
}

function readList(
  { path, optional }: SimmRequirement,
  leaf: string | readonly string[] | undefined,
  into: Map<string, readonly string[]>,
  problems: string[],
): void {
  if (leaf === undefined) {
    if (optional) into.set(path, []);
    else problems.push(`${path} is missing: a list of currencies is expected.`);
    return;
  }
  const bad = typeof leaf === 'string' ? leaf : leaf.find((name) => name !== 'Other' && !/^[A-Z]{3}$/.test(name));
  if (bad !== undefined || typeof leaf === 'string') {
    problems.push(`${path} holds "${String(bad).slice(0, 40)}": a list of currency codes, or Other, is expected.`);
    return;
  }
  into.set(path, leaf);
}

/** Correlations stand once for each order of the two; both must say the same. */
function* asymmetries(numbers: ReadonlyMap<string, Decimal>): Generator<string> {
  for (const [path, value] of numbers) {
    const match = /^(.*(?:InterBucket|RiskClassCorrelations|InterestRate\/Correlations\/IntraBucket))\/([^|]+)\|([^|]+)$/.exec(path);
    if (!match) continue;
    const [, folder, a, b] = match;
    const mirror = numbers.get(`${folder}/${b}|${a}`);
    if (mirror !== undefined && String(a) < String(b) && !mirror.eq(value))
      yield `${path} is ${value} and ${b}|${a} is ${mirror}: a correlation is the same in both orders.`;
  }
}

/** Each family of lists places every currency once: it has one list of the others, and names no currency twice. */
function* listProblems(currencyLists: ReadonlyMap<string, readonly string[]>): Generator<string> {
  const families = new Map<string, string[]>();
  for (const [path, names] of currencyLists) {
    const family = path.slice(0, path.lastIndexOf('/'));
    families.set(family, [...(families.get(family) ?? []), ...names]);
  }
  for (const [family, names] of families) {
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice !== undefined) yield `${family} names ${twice} twice.`;
    if (!names.includes('Other')) yield `${family} has no list for the other currencies ("Other").`;
  }
}
