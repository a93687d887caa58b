import type { ConfidentialRequest } from './confidential-request';

/** Stands for what is not given, so that nobody files without seeing it. */
export const toComplete = (what: string): string => `[complete: ${what}]`;

/** Stands behind what was worked out and is to be looked at before filing. */
export const toCheck = (what: string): string => `[check: ${what}]`;

/** What stands on every page of a confidential file: 17 CFR 145.9(d), 17 CFR 200.83(c). Without a name in the request, the firm's. */
export function pageMarkingWords(
  request: ConfidentialRequest,
  firm: string,
): { readonly words: string; readonly identifierPrefix: string } {
  const name = request.name || firm.trim() || toComplete('name');
  return { words: `Confidential Treatment Requested by ${name}`, identifierPrefix: request.identifierPrefix };
}
