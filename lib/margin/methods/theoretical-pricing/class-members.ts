import type { PositionFailure } from '../group-failures';
import type { ResolvedPosition } from '../method';
import type { ClassMember, LineKind } from './portfolio-line';

const OPTIONS = new Set(['equity_option', 'index_option', 'future_option', 'fx_option']);
const RELATED = new Set(['equity_index_future', 'equity_index_swap', 'fx_forward']);
const UNDERLYING = new Set(['equity', 'security_future', 'equity_swap', 'preferred_stock', 'convertible_bond']);
const NO_RANGE = new Set(['rate', 'commodity', 'government', 'loan', 'digital_asset']);

/**
 * Sorts positions into classes by underlier: options on it, related instruments (15c3-1a(a)(3)), positions in it (a)(4), and the stocks that are its
 * qualified basket. A security that can be exchanged for another within 90 days is in the class of that other. What has no place here is a failure.
 */
export function classMembers(positions: readonly ResolvedPosition[]): {
  readonly classes: ReadonlyMap<string, readonly ClassMember[]>;
  readonly failures: readonly PositionFailure[];
} {
  const classes = new Map<string, ClassMember[]>();
  const failures: PositionFailure[] = [];
  const ordered = [...positions].sort((a, b) => (a.position.positionId < b.position.positionId ? -1 : 1));
  for (const resolved of ordered) {
    const { position } = resolved;
    const kind = kindOf(resolved);
    if (kind === null) {
      const message = `Portfolio margin has no range of valuation points for product ${position.product} on such an underlier.`;
      failures.push({ reason: 'NO_RULE', positionId: position.positionId, message });
      continue;
    }
    const underlier = kind === 'basket' ? position.stockBasket : classUnderlier(resolved);
    if (underlier === null || underlier === undefined) {
      failures.push({
        reason: 'MISSING_DATA',
        positionId: position.positionId,
        message: 'The underlier is missing, which names the class.',
      });
      continue;
    }
    const member = { resolved, position, kind };
    const members = classes.get(underlier);
    if (members) members.push(member);
    else classes.set(underlier, [member]);
  }
  return { classes, failures };
}

function kindOf({ position }: ResolvedPosition): LineKind | null {
  const { product, underlierType } = position;
  if (underlierType !== null && NO_RANGE.has(underlierType)) return null;
  if (OPTIONS.has(product)) return 'option';
  if (RELATED.has(product)) return 'related';
  if (!UNDERLYING.has(product)) return null;
  if (product === 'equity' && position.stockBasket !== undefined) return 'basket';
  if (product === 'preferred_stock' || product === 'convertible_bond') return position.exchangeableInto === undefined ? null : 'underlying';
  return product === 'equity_swap' && (underlierType === 'narrow_index' || underlierType === 'broad_index') ? 'related' : 'underlying';
}

/** The underlier whose class a position is in. */
export function classUnderlier({ position }: ResolvedPosition): string | null {
  return position.exchangeableInto ?? position.underlier;
}
