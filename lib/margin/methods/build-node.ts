import { type Decimal, sumDecimals } from '@/lib/core/decimal';
import type { MarginNode, NodeInput } from './margin-node';

type Required = 'path' | 'label' | 'level' | 'amount' | 'formula';
const NOTHING: readonly never[] = [];

/** A node from what it has: lists that are not given are empty. */
export function buildNode(given: Pick<MarginNode, Required> & Partial<MarginNode>): MarginNode {
  return {
    citations: NOTHING,
    parameters: NOTHING,
    inputs: NOTHING,
    assumptions: NOTHING,
    failures: NOTHING,
    children: NOTHING,
    ...given,
  };
}

type Explained = Omit<MarginNode, 'amount' | 'level' | 'failures' | 'children'>;
type Explain = () => Pick<Explained, 'path' | 'label' | 'formula'> & Partial<Explained>;

/**
 * A node of which only the amount is known yet: what explains it is put together when somebody reads it, once. Most leaves of a large tree are never read
 * where only totals are wanted. `explain` must not depend on anything that changes afterwards. Its fields are read by name: a spread would lose them.
 */
export function leafNode(level: MarginNode['level'], amount: Decimal, explain: Explain): MarginNode {
  return new Leaf(level, amount, explain);
}

class Leaf implements MarginNode {
  readonly failures = NOTHING;
  readonly children = NOTHING;
  readonly #explain: Explain;
  #made: Explained | null = null;

  constructor(
    readonly level: MarginNode['level'],
    readonly amount: Decimal,
    explain: Explain,
  ) {
    this.#explain = explain;
  }

  get path() {
    return this.#explained().path;
  }
  get label() {
    return this.#explained().label;
  }
  get formula() {
    return this.#explained().formula;
  }
  get citations() {
    return this.#explained().citations;
  }
  get parameters() {
    return this.#explained().parameters;
  }
  get inputs() {
    return this.#explained().inputs;
  }
  get assumptions() {
    return this.#explained().assumptions;
  }

  #explained(): Explained {
    this.#made ??= { citations: NOTHING, parameters: NOTHING, inputs: NOTHING, assumptions: NOTHING, ...this.#explain() };
    return this.#made;
  }
}

/** A node whose amount is the exact sum of its children's. */
export function buildSum(
  given: Pick<MarginNode, 'path' | 'label' | 'level' | 'children'> & Partial<Omit<MarginNode, 'amount'>>,
): MarginNode {
  return buildNode({ formula: 'sum of the parts', ...given, amount: sumDecimals(given.children.map((child) => child.amount)) });
}

/** An input that is a number, with its unit (a currency code, "years", "bp", "ratio"). */
export function numberInput(name: string, value: Decimal, unit: string): NodeInput {
  return { name, value: value.toString(), unit };
}

/**
 * A path segment for a name: lower-case letters and digits are kept, others are written as "-", and names that the writing changed get a short
 * suffix from the whole name, so that two names never share a segment.
 */
export function slug(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain === name && plain !== '' ? plain : `${plain || 'x'}~${suffixOf(name)}`;
}

/** FNV-1a over UTF-16 units, in base 36: a stable mark, not a security measure. */
function suffixOf(name: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) {
    hash ^= name.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash.toString(36);
}
