/** What a policy answers: yes, or no with the sentence that a person reads. */
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

export const ALLOWED: Decision = { allowed: true };

export function denied(reason: string): Decision {
  return { allowed: false, reason };
}
