import { Decimal, ZERO } from '@/lib/core/decimal';
import { failure, type Result, success } from '@/lib/core/result';
import { wholeMonths } from '../calendar';
import type { PositionFailure } from '../group-failures';
import type { ResolvedPosition } from '../method';
import { cdsRate, maturityCategory, spreadCategory } from './cds-grid';

/** A credit default swap on its way through the offset rules. */
export interface CdsLine {
  readonly id: string;
  readonly resolved: ResolvedPosition;
  readonly long: boolean;
  readonly notional: Decimal;
  readonly maturity: string;
  /** Maturity and spread category, from 0. */
  readonly row: number;
  readonly column: number;
  /** Entity or obligation with its credit events and deliverable basket; null where the file names neither. */
  readonly name: string | null;
  /** Industry sector, for a swap on one corporate entity; null for others. */
  readonly sector: string | null;
  /** Deduction of the swap on its own, and that per unit of notional. */
  readonly standalone: Decimal;
  readonly unitDeduction: Decimal;
  /** Notional that no offset has taken yet. */
  open: Decimal;
  /** The higher maturity category that paragraph (iii) puts the excess into, once an adjacent category was paired. */
  liftedRow: number | null;
}

type CdsTerms = Omit<CdsLine, 'open' | 'liftedRow'>;

/** Terms that were read before: a run reads the same positions for every framework. */
const READ = new WeakMap<ResolvedPosition, { readonly asOf: string; readonly terms: Result<CdsTerms, PositionFailure> }>();

/** Reads the facts that table 1 and the offset rules need. Fails with what is missing. The line is fresh: the offset rules change it. */
export function readCdsLine(resolved: ResolvedPosition, asOf: string): Result<CdsLine, PositionFailure> {
  let known = READ.get(resolved);
  if (known?.asOf !== asOf) {
    known = { asOf, terms: readTerms(resolved, asOf) };
    READ.set(resolved, known);
  }
  const { terms } = known;
  return terms.ok ? success({ ...terms.value, open: terms.value.notional, liftedRow: null }) : terms;
}

function readTerms(resolved: ResolvedPosition, asOf: string): Result<CdsTerms, PositionFailure> {
  const { position, notional } = resolved;
  const { positionId, maturity, spreadBp } = position;
  const fail = (reason: PositionFailure['reason'], message: string) => failure({ reason, positionId, message });
  if (notional === null) return fail('MISSING_DATA', 'The notional is missing.');
  if (maturity === null) return fail('MISSING_DATA', 'The maturity is missing, which chooses the row of the credit default swap table.');
  if (maturity < asOf) return fail('INVALID', `The maturity lies before ${asOf}, the date of the portfolio.`);
  if (spreadBp === null) return fail('MISSING_DATA', 'The spread is missing, which chooses the column of the credit default swap table.');
  if (spreadBp.isNegative() && !spreadBp.isZero()) return fail('INVALID', 'A credit spread is 0 or more basis points.');
  const terms = {
    id: positionId,
    resolved,
    long: resolved.direction === 'long',
    notional,
    maturity,
    row: maturityCategory(wholeMonths(asOf, maturity)),
    column: spreadCategory(spreadBp),
    name: nameOf(resolved),
    sector: sectorOf(resolved),
  };
  const standalone = cdsDeduction(terms, notional, terms.row);
  const unitDeduction = notional.isZero() ? ZERO : standalone.div(notional);
  return success({ ...terms, standalone, unitDeduction });
}

function nameOf({ position }: ResolvedPosition): string | null {
  const reference = position.referenceEntity ?? position.underlier;
  if (reference === null) return null;
  return JSON.stringify([position.product, reference, position.creditEvents, position.deliverableBasket]);
}

function sectorOf({ position }: ResolvedPosition): string | null {
  const corporate = position.product === 'cds_single_name' && (position.underlierType === null || position.underlierType === 'single_name');
  return corporate ? position.sector : null;
}

const HALF = new Decimal('0.5');

/**
 * Deduction on part of a swap's notional at a row of the table: (P)(1)(i) for protection sold; for protection bought half of that, not above the
 * part's share of the current market value, (P)(1)(ii). A negative market value counts as 0; an unknown one sets no cap.
 */
export function cdsDeduction(line: Pick<CdsLine, 'long' | 'column' | 'notional' | 'resolved'>, part: Decimal, row: number): Decimal {
  if (part.isZero()) return ZERO;
  const short = cdsRate(row, line.column).times(part);
  if (!line.long) return short;
  const { marketValue } = line.resolved;
  const half = short.times(HALF);
  if (marketValue === null) return half;
  const value = Decimal.max(marketValue, ZERO);
  return Decimal.min(half, part.eq(line.notional) ? value : value.times(part).div(line.notional));
}

/** Highest deduction per unit of notional first, equal ones in order of id: the order in which offsets are given. */
export function byUnitDeduction(a: CdsLine, b: CdsLine): number {
  const order = b.unitDeduction.comparedTo(a.unitDeduction);
  return order !== 0 ? order : a.id < b.id ? -1 : 1;
}
