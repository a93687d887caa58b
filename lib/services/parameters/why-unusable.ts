interface Standing {
  readonly kind: string;
  readonly name: string;
  readonly licenceConfirmedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/** Why no run may use a parameter set, as a sentence; null where one may. */
export function whyUnusable({ kind, name, licenceConfirmedAt, withdrawnAt }: Standing): string | null {
  if (withdrawnAt !== null) return `The parameter set “${name}” was withdrawn. Choose another.`;
  if (kind === 'simm' && licenceConfirmedAt === null)
    return `Nobody has confirmed that the firm holds ISDA’s licence for SIMM, so “${name}” cannot be used. An administrator confirms it under Settings, Parameters.`;
  return null;
}
