import type { Decimal } from '@/lib/core/decimal';
import type { MarginNode } from '../margin-node';
import { inCurrency } from './regulation-margin';

/** A tree whose amounts are in dollars, in another currency: `rate` is dollars for one unit of it. Inputs keep the unit that they say. */
export function treeInCurrency(node: MarginNode, rate: Decimal): MarginNode {
  if (rate.eq(1)) return node;
  return { ...node, amount: inCurrency(node.amount, rate), children: node.children.map((child) => treeInCurrency(child, rate)) };
}
