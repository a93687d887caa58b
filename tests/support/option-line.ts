import { Decimal } from '@/lib/core/decimal';
import type { OptionLine } from '@/lib/margin/methods/strategy-based/strategy-line';

/** A listed option line on 100 units of a stock. */
export function optionLine(kind: 'call' | 'put', side: 'long' | 'short', strike: string, facts: Partial<OptionLine> = {}): OptionLine {
  return {
    key: `${kind} ${side} ${strike} ${facts.expiry ?? ''}`,
    kind,
    long: side === 'long',
    quantity: new Decimal(1),
    value: new Decimal(0),
    positions: [{ id: `${kind}${side}${strike}`, quantity: new Decimal(1) }],
    units: new Decimal(100),
    strike: new Decimal(strike),
    expiry: '2026-12-18',
    european: false,
    cashSettled: false,
    broadIndex: false,
    otc: false,
    ...facts,
  };
}
