/** Words in a list of regulations that name none: the row counts under every regulation. */
const EVERY: ReadonlySet<string> = new Set(['ALL', 'INCLUDED']);
const NONE: ReadonlySet<string> = new Set(['EXCLUDED']);
export const UNSPECIFIED = 'Unspecified';
/** The tag of what the SEC's rule lets the firm hold unsegregated; it is a regulation of its own, not the SEC's. */
export const SEC_UNSEGREGATED = 'SEC-unseg';

/** Something that stands under a list of regulations; figures of add-ons without a list count under each. */
export interface Regulated {
  readonly regulations: readonly string[];
}

/** The regulations that lists name, in order; rows that name none are "Unspecified" where others do. Null: no row names one. */
export function regulationsOf(sensitivities: readonly Regulated[], addOns: readonly Regulated[]): string[] | null {
  const names = new Set<string>();
  let unspecified = false;
  for (const { regulations } of sensitivities) {
    if (isUnspecified(regulations)) unspecified = true;
    for (const name of regulations) if (isName(name)) names.add(name);
  }
  for (const { regulations } of addOns) for (const name of regulations) if (isName(name)) names.add(name);
  if (names.size === 0) return null;
  return [...names, ...(unspecified ? [UNSPECIFIED] : [])].sort();
}

/** True where a row counts under the regulation; null: regulations do not matter. */
export function countsUnder({ regulations }: Regulated, regulation: string | null): boolean {
  if (regulation === null) return true;
  if (regulations.some((name) => NONE.has(name.toUpperCase()))) return false;
  if (regulations.some((name) => EVERY.has(name.toUpperCase()))) return true;
  return regulation === UNSPECIFIED ? isUnspecified(regulations) : regulations.includes(regulation);
}

/** As countsUnder; a figure of an add-on without a list counts under every regulation. */
export function addOnCountsUnder(item: Regulated, regulation: string | null): boolean {
  return isUnspecified(item.regulations) || countsUnder(item, regulation);
}

function isUnspecified(regulations: readonly string[]): boolean {
  return regulations.every((name) => name === UNSPECIFIED);
}

function isName(name: string): boolean {
  const upper = name.toUpperCase();
  return !EVERY.has(upper) && !NONE.has(upper) && name !== UNSPECIFIED;
}
