/** The kinds of parameter sets: figures of SIMM, and figures of exchanges for the scenario scan. */
export const PARAMETER_KINDS = ['simm', 'scan'] as const;
export type ParameterKind = (typeof PARAMETER_KINDS)[number];

/** Words that an administrator confirms before a SIMM pack can be used; the audit log keeps them. */
export const LICENCE_STATEMENT =
  'Our firm holds a licence from ISDA to calculate SIMM, and may use the parameters in this pack under that licence.';
