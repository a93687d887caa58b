import { expFixed } from './exponential';
import { divFixed, FIXED_ONE, type Fixed, fixedRatio, mulFixed, toFixedPoint } from './fixed';
import { lnFixed, lnRemembered } from './logarithm';
import { normalCdf } from './normal-distribution';
import type { OptionTerms } from './option-terms';
import { sqrtFixed } from './square-root';

/**
 * Values a European option by Black, Scholes and Merton at any price of the underlier:
 * call = S e^(−qT) N(d₁) − K e^(−rT) N(d₂), put = K e^(−rT) N(−d₂) − S e^(−qT) N(−d₁),
 * d₁ = (ln(S/K) + (r − q + σ²/2) T) / (σ√T), d₂ = d₁ − σ√T. Without volatility or time it is what the forward would pay, discounted. What does not
 * change with S is computed once.
 */
export function europeanOption(terms: Omit<OptionTerms, 'style'>): (spot: Fixed) => Fixed {
  const strike = toFixedPoint(terms.strike);
  const years = fixedRatio(BigInt(terms.days), 365n);
  const volatility = toFixedPoint(terms.volatility);
  const rate = toFixedPoint(terms.interestRate);
  const yields = toFixedPoint(terms.dividendYield);
  const held = yields === 0n ? FIXED_ONE : expFixed(-mulFixed(yields, years));
  const paid = mulFixed(strike, rate === 0n ? FIXED_ONE : expFixed(-mulFixed(rate, years)));
  const deviation = mulFixed(volatility, sqrtFixed(years));
  const call = terms.kind === 'call';
  if (deviation === 0n) {
    return (spot) => {
      const gain = call ? mulFixed(spot, held) - paid : paid - mulFixed(spot, held);
      return gain > 0n ? gain : 0n;
    };
  }
  const drift = mulFixed(rate - yields + (mulFixed(volatility, volatility) >> 1n), years) - lnFixed(strike);
  const inverse = divFixed(FIXED_ONE, deviation);
  return (spot) => {
    if (spot === 0n) return call ? 0n : paid;
    const d1 = mulFixed(lnRemembered(spot) + drift, inverse);
    const d2 = d1 - deviation;
    const asset = mulFixed(spot, held);
    const value = call
      ? mulFixed(asset, normalCdf(d1)) - mulFixed(paid, normalCdf(d2))
      : mulFixed(paid, normalCdf(-d2)) - mulFixed(asset, normalCdf(-d1));
    return value > 0n ? value : 0n;
  };
}
