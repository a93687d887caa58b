import { type Decimal, parseDecimal } from '@/lib/core/decimal';
import { failure, type Result, success } from '@/lib/core/result';
import { isCalendarDate } from '../portfolio/calendar-date';
import { SIMM_RISK_CLASSES, type SimmPack } from './simm-pack';
import { type SimmFigureKind, type SimmRequirement, simmRequirements } from './simm-requirements';

const SECTIONS = [...SIMM_RISK_CLASSES, 'RiskClassCorrelations'] as const;
const MOST_VERSION = 40;
const MOST_VERIFICATION = 2000;
const MOST_DEPTH = 10;

type Json = Readonly<Record<string, unknown>>;
type Leaf = string | readonly string[];

/**
 * Reads a parameter pack from its JSON value (docs/formats/simm-pack.md). Every figure that is missing, is no decimal in plain digits, lies outside
 * its range, contradicts its mirror image or is not known here gives a sentence with its path; a pack with one is not used at all.
 */
export function parseSimmPack(value: unknown): Result<SimmPack, string> {
  if (!isRecord(value)) return failure('The pack: a JSON object is expected.');
  const problems: string[] = [];
  const head = readHead(value, problems);
  const leaves = new Map<string, Leaf>();
  for (const name of SECTIONS) {
    if (isRecord(value[name])) flatten(value[name], name, leaves, problems);
    else problems.push(`${name} is missing: an object with its figures is expected.`);
  }
  // what is not there at all would be told again figure by figure
  if (problems.length > 0) return failure(...problems);
  const requirements = simmRequirements();
  const numbers = new Map<string, Decimal>();
  const currencyLists = new Map<string, readonly string[]>();
  for (const requirement of requirements) {
    const leaf = leaves.get(requirement.path);
    leaves.delete(requirement.path);
    if (requirement.figure === null) readList(requirement, leaf, currencyLists, problems);
    else readFigure(requirement.path, requirement.figure, leaf, numbers, problems);
  }
  problems.push(...asymmetries(numbers), ...listProblems(currencyLists));
  for (const path of leaves.keys()) problems.push(`${path} is no figure that a pack has.`);
  if (problems.length > 0) return failure(...problems);
  return success({ ...head, numbers, currencyLists });
}

function readHead(value: Json, problems: string[]): Pick<SimmPack, 'version' | 'effective' | 'verification'> {
  const { version, about, verification } = value;
  if (typeof version !== 'string' || version === '' || version.length > MOST_VERSION)
    problems.push(`version: the version's name is expected, a text of at most ${MOST_VERSION} characters.`);
  if (verification !== undefined && (typeof verification !== 'string' || verification.length > MOST_VERIFICATION))
    problems.push(`verification: a text of at most ${MOST_VERIFICATION} characters is expected.`);
  const effective = isRecord(about) ? about.SIMM_EffectiveDate : about;
  if (effective !== undefined && (typeof effective !== 'string' || !isCalendarDate(effective)))
    problems.push('about/SIMM_EffectiveDate: a date like 2030-01-31 is expected.');
  return {
    version: String(version),
    effective: typeof effective === 'string' ? effective : null,
    verification: typeof verification === 'string' ? verification : null,
  };
}

function flatten(node: Json, path: string, into: Map<string, Leaf>, problems: string[], depth = 1): void {
  for (const [key, child] of Object.entries(node)) {
    const at = `${path}/${key}`;
    if (typeof child === 'string' || isList(child)) into.set(at, child);
    else if (isRecord(child) && depth < MOST_DEPTH) flatten(child, at, into, problems, depth + 1);
    else problems.push(`${at}: a decimal in quotation marks, a list of texts or an object is expected.`);
  }
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
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
