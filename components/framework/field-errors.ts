export type FieldErrors = Readonly<Record<string, string>>;

/** The errors of one leg by their place within it: the server names a leg by its number or by its id. */
export function errorsOfLeg(errors: FieldErrors, index: number, id: string): FieldErrors {
  const found: Record<string, string> = {};
  for (const [place, sentence] of Object.entries(errors)) {
    for (const prefix of [`legs.${index}`, `legs.${id}`]) {
      if (place === prefix) found[''] ??= sentence;
      else if (place.startsWith(`${prefix}.`)) found[place.slice(prefix.length + 1)] ??= sentence;
    }
  }
  return found;
}

/** The sentence for a field: at its place, or at any place within it. */
export function errorAt(errors: FieldErrors, place: string): string | undefined {
  return errors[place] ?? Object.entries(errors).find(([other]) => other.startsWith(`${place}.`))?.[1];
}

/** The errors that no field of the form shows, each with its place. */
export function otherErrors(errors: FieldErrors, shown: readonly string[]): string[] {
  return Object.entries(errors)
    .filter(([place]) => !shown.some((field) => place === field || place.startsWith(`${field}.`)))
    .map(([place, sentence]) => (place === '' ? sentence : `${place}: ${sentence}`));
}
