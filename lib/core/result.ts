/** What a domain function returns where data may be bad: a value, or the failures that say why there is none. */
export type Result<T, F> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failures: readonly F[] };

export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function failure<F>(...failures: F[]): { readonly ok: false; readonly failures: readonly F[] } {
  return { ok: false, failures };
}
