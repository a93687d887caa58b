import { canonicalJson } from './canonical-json';

/** The fields in which two records differ, as they were and as they are; null where they differ in none. The order of keys is no difference. */
export function changedFields<T extends object>(
  before: T,
  after: T,
): { readonly before: Readonly<Record<string, unknown>>; readonly after: Readonly<Record<string, unknown>> } | null {
  const isOther = (key: keyof T) => canonicalJson(before[key] ?? null) !== canonicalJson(after[key] ?? null);
  const keys = (Object.keys(after) as (keyof T & string)[]).filter(isOther);
  if (keys.length === 0) return null;
  const pick = (record: T) => Object.fromEntries(keys.map((key) => [key, record[key]]));
  return { before: pick(before), after: pick(after) };
}
