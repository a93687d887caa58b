import type { Framework } from '@/lib/margin/frameworks/framework';

/** Whether a value has the parts that the form draws; whether they may stand is checked when it is saved. */
export function isFrameworkShaped(value: unknown): value is Framework {
  if (!isRecord(value)) return false;
  const { name, description, effective, legs, constraints } = value;
  const texts = typeof name === 'string' && typeof description === 'string' && (effective === null || typeof effective === 'string');
  return texts && isTexts(constraints) && Array.isArray(legs) && legs.every(isLegShaped);
}

function isLegShaped(leg: unknown): boolean {
  if (!isRecord(leg)) return false;
  const { id, label, scope, nettingKey, method, assumptions, threshold, minimumTransfer, citations } = leg;
  return (
    typeof id === 'string' &&
    typeof label === 'string' &&
    isRecord(scope) &&
    (scope.regimes === undefined || isTexts(scope.regimes)) &&
    (scope.products === undefined || isTexts(scope.products)) &&
    isTexts(nettingKey) &&
    isRecord(method) &&
    isRecord(method.parameters) &&
    isTexts(assumptions) &&
    Array.isArray(citations) &&
    isAmountShaped(threshold) &&
    isAmountShaped(minimumTransfer)
  );
}

function isAmountShaped(value: unknown): boolean {
  return value === null || (isRecord(value) && typeof value.amount === 'string' && isRecord(value.citation));
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
