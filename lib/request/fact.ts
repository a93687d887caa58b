/**
 * How well something is known: read in the official text; read in the press, a law firm's note or a copy; or known from
 * memory only.
 */
export type Standing = 'primary' | 'secondary' | 'recalled';

/** A value with where it is from. A null value is not yet known: it is shown as "not yet imported", never guessed. */
export type Fact<T> =
  | { readonly value: T; readonly standing: Standing; readonly sources: readonly string[]; readonly note?: string }
  | { readonly value: null; readonly standing: null; readonly sources: readonly []; readonly note?: string };

export function primary<T>(value: T, sources: readonly string[], note?: string): Fact<T> {
  return { value, standing: 'primary', sources, ...(note ? { note } : {}) };
}

export function secondary<T>(value: T, sources: readonly string[], note?: string): Fact<T> {
  return { value, standing: 'secondary', sources, ...(note ? { note } : {}) };
}

/** A field that stays empty until the official document is imported; the note says what is known about why. */
export function notImported(note?: string): {
  readonly value: null;
  readonly standing: null;
  readonly sources: readonly [];
  readonly note?: string;
} {
  return { value: null, standing: null, sources: [], ...(note ? { note } : {}) };
}
