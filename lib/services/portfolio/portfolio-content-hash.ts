import { contentHash } from '@/lib/core/hash';

/** The hash of a portfolio: of its positions, and of its further files where it has any. */
export function portfolioContentHash(
  positionsHash: string,
  evidence: readonly { readonly kind: string; readonly contentHash: string }[],
): string {
  if (evidence.length === 0) return positionsHash;
  return contentHash({ positions: positionsHash, evidence: evidence.map(({ kind, contentHash: hash }) => ({ kind, contentHash: hash })) });
}
