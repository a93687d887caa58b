import { type AmountScale, exactAmount, formatAmount } from './format-amount';

interface AmountProps {
  /** An exact decimal string. */
  value: string;
  currency: string;
  scale?: AmountScale;
  decimals?: number;
  /** Writes the unit after the number, e.g. "USD m"; tables say it once in the head instead. */
  withUnit?: boolean;
  /** Keeps the room of a closing parenthesis, so that digits of a right-aligned column stand under each other. */
  aligned?: boolean;
}

/** An amount as filings write it; the exact value is its title. */
export function Amount({ value, currency, scale = 'millions', decimals, withUnit = false, aligned = false }: AmountProps) {
  const negative = value.startsWith('-');
  return (
    <span title={`${currency} ${exactAmount(value)}`} data-exact={value} className="figures whitespace-nowrap">
      {formatAmount(value, scale, decimals)}
      {aligned && !negative ? (
        <span aria-hidden="true" className="invisible">
          )
        </span>
      ) : null}
      {withUnit ? <span className="text-muted"> {scale === 'millions' ? `${currency} m` : currency}</span> : null}
    </span>
  );
}
